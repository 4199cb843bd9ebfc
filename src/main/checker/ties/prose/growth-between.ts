import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { betweenBefore, endOf } from './between';
import { doubtIn, type Paragraph } from './claims';
import { changeTerm, FALLS, isBase, NEAR } from './growth';
import { isChange } from './parts';

/** 7月、8月笔数分别为36.2万笔和38.5万笔，8月较7月增长6.35%: both figures stand before it, one for each period. */
export function betweenTies({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((rate, at): Tie[] => {
    const { own, then, word } = betweenBefore(text, rate)?.groups ?? {};
    if (rate.quantity.unit !== '%' || own === undefined || then === undefined || word === undefined)
      return [];
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
    return [
      buildTie({
        kind: 'growth',
        form: 'rate',
        stated: changeTerm(quantities, rate, FALLS.test(word) ? 'down' : 'up'),
        operands: [
          { role: 'current', term: termOf(quantities, current.fact.quantity) },
          { role: 'base', term: termOf(quantities, base.fact.quantity) },
        ],
        doubt: doubtIn(text, rate.spot.from, rate.spot.to),
      }),
    ];
  });
}
