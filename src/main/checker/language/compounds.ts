const set = (characters: string): ReadonlySet<string> => new Set(characters);

/** How much, how often, in what way: before a verb these make words that no list holds whole, as 欠收, 少计, 补缴. */
const MANNERS = set(
  '欠超少多漏误错未应实代预补追增减续重复再自互直转双单全半分总净毛纯暂缓先后新旧现已拟待免拒催',
);
/** What is done with money, papers and things. */
const ACTS = set(
  '收付缴还退补投放贷存取转汇入出报查审核验测评管控办领发送接派建改拆购买卖售租借计提列记拨扣垫偿兑换回催抵冲销结支用耗产供签盖录填写印寄递复批准',
);
/** What things done or measured are called by: behind a verb or a noun these make words, as 回款, 拆单, 退费. */
const HEADS = set(
  '款费金额数量值价单证卡账票险税息期日点线面口端网站库表图文件函书号码词段章条项类型级层岗员人方者家商店厂企行社制度力权责率比',
);

/** Two characters that make a word as anyone would put it together, though no list holds it. */
export const isCompound = (a: string, b: string): boolean =>
  (MANNERS.has(a) && ACTS.has(b)) || (ACTS.has(a) && HEADS.has(b));
