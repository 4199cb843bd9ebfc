import type { Claim } from './claims';

/** 日均 and 累计, 年末 and 当年 cannot be parts of one another. */
const QUALIFIER = /日均|月均|年均|人均|笔均|户均|单笔|累计|期末|年末|新增|净增|平均|峰值|最高/;

const qualifierOf = ({ fact }: Claim): string => QUALIFIER.exec(fact.concept)?.[0] ?? '';

/** Averages, prices and ratios do not add up. */
const NOT_ADDITIVE = /均|价格|单价|率$|率水平|指数|中位|密度|系数|得分|评分|排名|峰值|最高|最低|之比/;

/** Whether one figure may be a part of another. */
export function comparable(part: Claim, whole: Claim): boolean {
  if (NOT_ADDITIVE.test(part.fact.concept) || NOT_ADDITIVE.test(whole.fact.concept)) return false;
  // 每百个用例发现缺陷6.54个.
  if (/每[^，。；\d]{1,14}$/.test(part.spot.head) || /每[^，。；\d]{1,14}$/.test(whole.spot.head))
    return false;
  if (part.fact.comparison === null && part.spot.head.includes('占')) return false;
  // 人均805元，其中单笔最高2万元: an extreme is no part.
  if (/(?:最[高低大小多少长短快慢]|峰值)[^，。；\d]{0,6}$/.test(part.spot.head)) return false;
  const [own, other] = [qualifierOf(part), qualifierOf(whole)];
  if (own !== '' && own !== other) return false;
  return part.fact.period === whole.fact.period || part.fact.period === '' || whole.fact.period === '';
}
