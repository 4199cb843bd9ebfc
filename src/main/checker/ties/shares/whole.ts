import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalOf,
  divide,
  shift,
  subtract,
} from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie } from '../build';
import { intervalOf } from '../interval';
import type { LatticeName } from '../tables/lattice';
import type { Candidate, Claim } from '../tables/reading';

const DIGITS = 12;
const FEWEST = 3;

/**
 * Shares that all deviate from a line that says 100 % of itself, but agree on one other whole: that line's amount is
 * wrong. Empty where they do not. `candidates`: shares of such lines.
 */
export function sharesOfWrongWhole(
  candidates: readonly Candidate[],
  stated: readonly LatticeName[],
): readonly Tie[] {
  for (const candidate of candidates) {
    const claims = stated.flatMap((line) => candidate.claimsOf(line).slice(0, 1));
    if (claims.length < FEWEST || claims.filter(isTelling).length < 2 || !haveOneWhole(claims)) continue;
    const ties = claims.map((claim) => buildTie({ kind: 'share', ...claim }));
    if (ties.every(({ status }) => status === 'fail')) return ties;
  }
  return [];
}

/** Of three digits or more. */
const isTelling = ({ stated: { figure } }: Claim): boolean =>
  compare(shift(absolute(figure.value), -figure.precision), decimalOf(100n, 0)) >= 0;

/** Whether one amount, other than the stated one, is the whole of all these shares. */
function haveOneWhole(claims: readonly Claim[]): boolean {
  let low: Decimal | null = null;
  let high: Decimal | null = null;
  for (const claim of claims) {
    const whole = wholeOf(claim);
    if (!whole) return false;
    if (!low || compare(whole.low, low) > 0) low = whole.low;
    if (!high || compare(whole.high, high) < 0) high = whole.high;
  }
  return low !== null && high !== null && compare(low, high) <= 0;
}

/** part ÷ share, within the rounding of both; null where one of them has no bound above zero. */
function wholeOf({ stated, operands }: Claim): { readonly low: Decimal; readonly high: Decimal } | null {
  const operand = operands.find(({ role }) => role === 'part');
  if (!operand || !('term' in operand)) return null;
  const [part, share] = [intervalOf(operand.term.figure), intervalOf(stated.figure)];
  if (!part.low || !part.high || !share.low || !share.high) return null;
  if (share.low.units <= 0n || part.low.units <= 0n) return null;
  // One unit of the last digit kept, so that rounding cuts nothing off.
  const slack = decimalOf(1n, DIGITS - 2);
  const whole = (amount: Decimal, rate: Decimal): Decimal => shift(divide(amount, rate, DIGITS), 2);
  return { low: subtract(whole(part.low, share.high), slack), high: add(whole(part.high, share.low), slack) };
}
