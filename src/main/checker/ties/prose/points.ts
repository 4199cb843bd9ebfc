import {
  absolute,
  add,
  compare,
  decimal,
  formatDecimal,
  multiply,
  negate,
  shift,
  subtract,
} from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';

const CHANGED = /(?:提高|上升|下降|降低|提升|增加|减少|回落|上涨|缩小|扩大|高|低)(?:了|出|约)?$/;

/** 由6.2%提高到8.9%，提高2.7%: the difference of two rates told as a rate. Fails always; one that could be a rate of a rate passes. */
export function pointTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((change, at): Tie[] => {
    const unseen = unseenChange(quantities, text, claims, at);
    if (unseen) return [unseen];
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

const RATE_NAME = /(?:率|占比|比重|比例|息差|利差)(?:均|分别)?(?:为|是|达到?)?$/;
const CHANGE_OF =
  /^[，,（(]?(?:(?:较|比)[^，。；\d]{1,8}|同比|环比)(?<word>上升|提高|提升|增加|上涨|下降|降低|回落|减少)(?:了|约)?$/;

/**
 * 不良贷款率1.28%，较年初上升0.02%: as a rate of the rate it would move 1.28 by less than the last digit shows, so nobody can have
 * measured it; percentage points are meant.
 */
function unseenChange(
  quantities: TieInput['quantities'],
  text: string,
  claims: readonly Claim[],
  at: number,
): Tie | null {
  const [current, change] = [claims[at - 1], claims[at]];
  if (current?.quantity.unit !== '%' || change?.quantity.unit !== '%' || change.value.units <= 0n)
    return null;
  if (current.quantity.approximator !== null || change.quantity.approximator !== null) return null;
  const word = CHANGE_OF.exec(text.slice(current.spot.to, change.spot.from))?.groups?.['word'];
  if (
    word === undefined ||
    !RATE_NAME.test(text.slice(Math.max(0, current.spot.from - 12), current.spot.from))
  )
    return null;
  const moved = shift(multiply(current.value, change.value), -2);
  if (compare(multiply(moved, decimal('2')), shift(decimal('1'), current.quantity.precision)) >= 0)
    return null;
  const isFall = /下降|降低|回落|减少/.test(word);
  const value = isFall ? add(current.value, change.value) : subtract(current.value, change.value);
  if (value.units <= 0n) return null;
  const term = termOf(quantities, change.fact.quantity, value);
  return buildTie({
    kind: 'growth',
    form: 'rate',
    stated: termOf(quantities, change.fact.quantity, isFall ? negate(change.value) : change.value),
    operands: [
      { role: 'current', term: termOf(quantities, current.fact.quantity) },
      { role: 'base', term: { ...term, shown: `${formatDecimal(value)}%` } },
    ],
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
