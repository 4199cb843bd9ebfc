import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import { betweenBefore, endOf } from './between';
import { FALLS } from './change-terms';
import type { Paragraph } from './claims';
import { isBase, NEAR, rateTie } from './growth';
import { isChange } from './levels';

/** 7月、8月笔数分别为36.2万笔和38.5万笔，8月较7月增长6.35%: both figures stand before it, one for each period. */
export function betweenTies(input: TieInput, paragraph: Paragraph): Tie[] {
  const { text, claims } = paragraph;
  return claims.flatMap((rate, at): Tie[] => {
    if (rate.quantity.unit !== '%') return [];
    const { own, then, word } = betweenBefore(text, rate)?.groups ?? {};
    if (own === undefined || then === undefined || word === undefined) return [];
    const near = claims
      .slice(Math.max(0, at - NEAR), at)
      .filter((one) => !one.isRatio && !isChange(one, text));
    const [current, ...rivals] = near.filter(({ fact }) => fact.period.endsWith(endOf(own)));
    const bases = near.filter(
      (one) =>
        current &&
        isBase(one, current, { basePeriod: one.fact.period }) &&
        one.fact.period.endsWith(endOf(then)),
    );
    const [base] = bases;
    if (!current || !base || rivals.length > 0 || bases.length > 1) return [];
    return [rateTie(input, paragraph, { rate, falls: FALLS.test(word), current, base })];
  });
}
