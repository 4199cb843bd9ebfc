import { absolute, compare, decimal, shift, subtract } from '../../../shared/decimal';
import { isNearMiss } from './near-miss';

const FEWEST = 3;

const digitsOf = (value: string, precision: number): string =>
  shift(absolute(decimal(value)), -precision)
    .units.toString()
    .replace(/^0+/, '');

/** The digits of one in another order: 60.92 and 62.90. */
function isReordered(a: string, b: string, precision: number): boolean {
  const [left, right] = [digitsOf(a, precision), digitsOf(b, precision)];
  if (left.length !== right.length || left.length < FEWEST || left === right) return false;
  return [...left].sort().join('') === [...right].sort().join('');
}

/**
 * Whether one figure, from three digits on, looks like the other copied wrongly: a digit otherwise, digits exchanged, one
 * too many or too few, the point elsewhere. `precision`: the power of ten of the last digit that both print. Where
 * something else speaks for their being one; by itself a likeness of three digits proves nothing. The last digit alone
 * may be rounded otherwise.
 */
export function isSlipOf(a: string, b: string, precision: number): boolean {
  const apart = absolute(subtract(absolute(decimal(a)), absolute(decimal(b))));
  if (compare(apart, shift(decimal('1'), precision)) <= 0) return false;
  return isNearMiss(a, b, precision, FEWEST) || isReordered(a, b, precision);
}

/** The digits of a figure with two neighbouring ones exchanged, each way that changes them; the first may become 0. */
export const exchanged = (digits: string): readonly string[] =>
  [...digits].slice(1).flatMap((digit, at) => {
    const before = digits[at] ?? '';
    return before === digit ? [] : [digits.slice(0, at) + digit + before + digits.slice(at + 2)];
  });
