import { absolute, compare, subtract } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';

const CHANGED = /(?:提高|上升|下降|降低|提升|增加|减少|回落|上涨|缩小|扩大|高|低)(?:了|出|约)?$/;

/** 由6.2%提高到8.9%，提高2.7%: the difference of two rates told as a rate. Fails always; one that could be a rate of a rate passes. */
export function pointTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((change, at): Tie[] => {
    const [current, base] = ratesBefore(claims, at);
    if (change.quantity.unit !== '%' || !current || !base) return [];
    if (!CHANGED.test(text.slice(Math.max(0, change.spot.from - 6), change.spot.from))) return [];
    const difference = absolute(subtract(current.value, base.value));
    if (compare(difference, absolute(change.value)) !== 0) return [];
    const [later, earlier] = compare(current.value, base.value) > 0 ? [current, base] : [base, current];
    return [
      buildTie({
        kind: 'growth',
        form: 'rate',
        stated: termOf(quantities, change.fact.quantity),
        operands: [
          { role: 'current', term: termOf(quantities, later.fact.quantity) },
          { role: 'base', term: termOf(quantities, earlier.fact.quantity) },
        ],
      }),
    ];
  });
}

/** The two rates of the sentence right before. */
function ratesBefore(claims: readonly Claim[], at: number): readonly (Claim | undefined)[] {
  const change = claims[at];
  const [one, other] = [claims[at - 1], claims[at - 2]];
  const isRate = (claim: Claim | undefined): boolean =>
    claim?.quantity.unit === '%' && claim.spot.sentence === change?.spot.sentence;
  return isRate(one) && isRate(other) ? [one, other] : [];
}
