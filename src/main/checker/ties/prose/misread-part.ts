import {
  add,
  compare,
  type Decimal,
  decimalOf,
  formatDecimal,
  multiply,
  shift,
  subtract,
  zero,
} from '../../../../shared/decimal';
import { isSlipOf } from '../../../figures/identity/slip';
import { divided } from '../arithmetic';
import type { Claim } from './claims';

interface Pair {
  readonly part: Claim;
  readonly rate: Claim;
}

const HUNDRED = decimalOf(100n, 0);

/**
 * 986名，占45.6%；854名，占39.0%；262名，占12.1%；71名，占3.3%: the one part that would make all shares true were its digits
 * otherwise (845名); -1 where none or several would.
 */
export function misreadPart(pairs: readonly Pair[]): number {
  const found = pairs.flatMap((_, at) => (isMisread(pairs, at) ? [at] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

function isMisread(pairs: readonly Pair[], at: number): boolean {
  const own = pairs[at];
  const rest = own ? subtract(HUNDRED, own.rate.value) : zero;
  if (!own || rest.units <= 0n) return false;
  const others = pairs.filter((one) => one !== own).reduce((sum, { part }) => add(sum, part.value), zero);
  const { quantity } = own.part;
  const nearest = divided(multiply(others, own.rate.value), rest, quantity.precision);
  return around(nearest, own, others).some(
    (value) =>
      isSlipOf(formatDecimal(value), quantity.value, quantity.precision) &&
      pairs.every((one) => isShare(one === own ? value : one.part.value, add(others, value), one.rate)),
  );
}

const NEAR = 24n;

/** The values that the printed share allows, those of its part's last digit next to each other. */
function around(nearest: Decimal, { part: { quantity } }: Pair, others: Decimal): readonly Decimal[] {
  if (compare(others, zero) <= 0) return [];
  return Array.from({ length: Number(2n * NEAR) + 1 }, (_, at) =>
    add(nearest, shift(decimalOf(BigInt(at) - NEAR, 0), quantity.precision)),
  );
}

const isShare = (part: Decimal, whole: Decimal, { value, quantity }: Claim): boolean =>
  compare(divided(shift(part, 2), whole, quantity.precision), value) === 0;
