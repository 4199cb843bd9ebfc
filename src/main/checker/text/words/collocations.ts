/** A pair of words that do not go together, listed one by one. */
export interface Collocation {
  readonly pattern: RegExp;
  /** The word that is wrong: which group. */
  readonly group: number;
  /** What fits; empty where the sentence must be recast. */
  readonly right: string;
  readonly why: string;
}

/** What may stand between verb and object within a clause. */
const WITHIN = '[^，。；：！？\\n、“”]';
const END = '(?=[，。；！？、\\n）]|$)';

const pair = (verb: string, object: string, right: string, why: string): Collocation => ({
  pattern: new RegExp(`(${verb})(?:了|着)?(?![后前时以])(?:${WITHIN}{0,16}?)(?:${object})${END}`, 'g'),
  group: 1,
  right,
  why,
});

/** Anything that is not listed here is left alone. */
export const COLLOCATIONS: readonly Collocation[] = [
  pair('取得', '提升|提高|增长|改善|优化|下降|降低', '实现', '“取得”与“提升、增长”不搭配，可用“实现”'),
  pair('达成', '方案|机制|体系|制度|规则', '形成', '“达成”与“方案、机制”不搭配，可用“形成”'),
  pair('加强|增强', '水平|质量|效率', '提高', '“加强”与“水平、质量”不搭配，可用“提高”'),
  pair('提升|提高|加强|增强|加快', '力度', '加大', '“力度”只说“加大”'),
  pair('扩大|加大|增强', '速度|进度|步伐', '加快', '与“速度、步伐”搭配的是“加快”'),
  pair('提高|加快|加强', '规模|范围|覆盖面', '扩大', '与“规模、范围”搭配的是“扩大”'),
  pair('改善|改进', '力度|速度', '', '“改善”与“力度、速度”不搭配'),
  {
    pattern:
      /(?:增速|占比|比重|份额)[^，。；：\d]{0,16}(?:高|低|快|慢|提高|下降|上升|回落|降低|提升)(?:了|出|约)?\d[\d.]*([%％])(?![\d至到—~～-])/g,
    group: 1,
    right: '个百分点',
    why: '增速、占比之差应以“个百分点”表示',
  },
  {
    pattern: /(?:原因)(?:就)?(?:在于|是)[^，。；]{0,6}(由于|因为)/g,
    group: 1,
    right: '',
    why: '“原因是”与“由于”重复',
  },
  {
    pattern: /(?:防止|避免|杜绝|禁止)[^，。；]{0,12}(不再|不要|不发生|不出现)/g,
    group: 1,
    right: '',
    why: '双重否定，意思相反',
  },
  {
    pattern:
      /(?:^|(?<=[。；\n]))(?:通过|经过)[^，。；：]{2,40}，(使得?)(?![用命节馆者劲])(?=\p{Script=Han})/gu,
    group: 1,
    right: '',
    why: '“通过……，使……”连用，句子缺主语，可删去其一',
  },
  { pattern: /(?:截至|到)目前(为止)/g, group: 1, right: '', why: '“截至目前”与“为止”重复' },
  {
    pattern: /(?:大约|约|近|将近|接近)\d[^，。；、]{0,14}?(左右|上下)/g,
    group: 1,
    right: '',
    why: '“约”与“左右”重复',
  },
  {
    pattern: /(?:超过|超|逾|不少于|不低于|至少)\d[^，。；、的]{0,14}?(以上)/g,
    group: 1,
    right: '',
    why: '“超过”与“以上”重复',
  },
  {
    pattern: /(?:不超过|不足|低于|不到|至多)\d[^，。；、的]{0,14}?(以下|以内|之内)/g,
    group: 1,
    right: '',
    why: '“不超过”与“以下”重复',
  },
];

/** `自2021年` asks for 起 or 以来 in its clause; what begins on a day needs none (自2024年5月1日施行). */
export const SINCE =
  /(?<![来各亲独])自((?:(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?|第[一二三四]季度|[上下]半年)?|\d{1,2}月\d{1,2}日))(?!(?<=日)(?:正式)?(?:上线|施行|实施|执行|生效|启用|实行|试行|停用|停止|恢复|关闭|投产)|[起至到即便就—–-]|以来|开始|以后|之后|之日|后|末|底|初|度)(?=[\u4e00-\u9fffA-Za-z])(?![^，。；]{0,16}(?:起|以来|开始|以后|之后|之日|后(?![续期台])))/g;
