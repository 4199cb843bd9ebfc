import { absolute, decimal, formatDecimal, shift } from '../../../shared/decimal';

const LEAST = 4;

/**
 * Whether one number looks like the other copied wrongly: one digit otherwise, two neighbours swapped, one digit too
 * many or too few, or the point elsewhere. Both are exact decimal strings. Numbers of fewer than four digits prove
 * nothing; zeros at the end count where they are printed, down to the power of ten `precision`, from three others on.
 * `fewest`: digits from which on a likeness proves something, where more than the digits speaks for it.
 */
export function isNearMiss(a: string, b: string, precision?: number, fewest = LEAST): boolean {
  const least = printedDigits(a, precision) >= fewest ? fewest - 1 : fewest;
  const [left, right] = digitsOf(a, b);
  if (left === right || Math.min(significant(left), significant(right)) < least - 1) return false;
  if (Math.max(significant(left), significant(right)) < least) return false;
  if (bare(left) === bare(right)) return true;
  return left.length === right.length ? oneSlip(left, right) : oneMissing(left, right);
}

function printedDigits(value: string, precision: number | undefined): number {
  if (precision === undefined) return 0;
  const [whole = ''] = formatDecimal(shift(absolute(decimal(value)), -precision)).split('.');
  return whole === '0' ? 0 : whole.length;
}

/** The digits of both down to the last one that either has. */
function digitsOf(a: string, b: string): readonly [string, string] {
  const [x, y] = [absolute(decimal(a)), absolute(decimal(b))];
  const scale = Math.max(x.scale, y.scale);
  let left = shift(x, scale).units.toString();
  let right = shift(y, scale).units.toString();
  while (left.length > 1 && right.length > 1 && left.endsWith('0') && right.endsWith('0')) {
    left = left.slice(0, -1);
    right = right.slice(0, -1);
  }
  return [left, right];
}

const bare = (digits: string): string => digits.replace(/0+$/, '');
const significant = (digits: string): number => bare(digits).length;

function oneSlip(left: string, right: string): boolean {
  const differ: number[] = [];
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) differ.push(at);
  const [first = -1, second = -1] = differ;
  if (differ.length === 1) return true;
  const isSwap = left[first] === right[second] && left[second] === right[first];
  return differ.length === 2 && second === first + 1 && isSwap;
}

function oneMissing(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}
