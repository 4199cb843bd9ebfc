/** Two words that leave nothing out. */
const COMPLEMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/线上/, /线下/],
  [/男/, /女/],
  [/城镇|城市/, /农村|乡村/],
  [/境内/, /境外/],
  [/进口/, /出口/],
  [/税收收入/, /非税收入/],
  [/借记/, /贷记|信用卡/],
  [/个人/, /单位|企业|对公|机构/],
  [/本地/, /外地|异地/],
  [/上半年/, /下半年/],
  [/人民币/, /外币/],
  [/存量/, /增量|新增/],
  [/第一产业/, /第三产业/],
  [/现场/, /远程|线上|非现场/],
  [/专职/, /兼职/],
  [/外币/, /人民币/],
];

/** 非, 未 and 不 turn a name into what is left of all; so does 已 beside 未. */
const NEGATED = /(?:非|未|不)(?<what>[\p{Script=Han}]{2})/gu;

const negates = (one: string, other: string): boolean =>
  [...one.matchAll(NEGATED)].some(({ groups, 0: word }) => {
    const what = groups?.['what'] ?? '';
    const isOnlyNegated = what !== '' && !one.replaceAll(word, '').includes(what);
    return isOnlyNegated && other.includes(what) && !other.includes(word);
  });

/** 线上 and 线下, 银行机构 and 非银行机构: nothing is left out beside the two. */
export const areComplements = (a: string, b: string): boolean =>
  COMPLEMENTS.some(([one, other]) => (one.test(a) && other.test(b)) || (other.test(a) && one.test(b))) ||
  negates(a, b) ||
  negates(b, a);
