import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalOf,
  halfUnit,
  multiply,
  shift,
  subtract,
  zero,
} from '../../../shared/decimal';
import type { Approximator } from '../../../shared/model/quantity';

/** A figure as printed: its exact value, the power of ten of its last digit, and how vague its author was. */
export interface Figure {
  readonly value: Decimal;
  readonly precision: number;
  readonly approximator: Approximator | null;
}

/** The values that a printed figure can stand for, ends included; null: no bound on that side. */
export interface Interval {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

export const exactly = (value: Decimal): Interval => ({ low: value, high: value });

const tenth = (value: Decimal): Decimal => shift(absolute(value), -1);

const larger = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);

/** One unit of the last digit that is not zero: 130 → 10, 8万 → 1万, 12 → 1. */
function significantUnit({ value, precision }: Figure): Decimal {
  let { units } = value;
  let power = -value.scale;
  while (units !== 0n && units % 10n === 0n) {
    units /= 10n;
    power++;
  }
  return shift(decimalOf(1n, 0), Math.max(power, precision));
}

/**
 * What a figure as printed can stand for: half a unit of its last digit to either side; more where it says so itself
 * (约, 近, 超, 不足 …). `exact`: a count of whole things, that is not rounded.
 */
export function intervalOf(figure: Figure, exact = false): Interval {
  const { value, precision, approximator } = figure;
  const half = exact ? zero : halfUnit(precision);
  switch (approximator) {
    case null:
      return { low: subtract(value, half), high: add(value, half) };
    case 'about': {
      const width = larger(tenth(value), half);
      return { low: subtract(value, width), high: add(value, width) };
    }
    case 'nearly':
      return { low: subtract(value, larger(tenth(value), significantUnit(figure))), high: value };
    case 'over':
      return { low: value, high: add(value, larger(tenth(value), significantUnit(figure))) };
    case 'at-least':
      return { low: value, high: null };
    case 'below':
      return { low: null, high: value };
    case 'some':
      return { low: value, high: multiply(value, decimalOf(10n, 0)) };
  }
}

const atMost = (a: Decimal | null, b: Decimal | null): boolean => !a || !b || compare(a, b) <= 0;

export const overlap = (a: Interval, b: Interval): boolean => atMost(a.low, b.high) && atMost(b.low, a.high);

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && add(a.low, b.low),
  high: a.high && b.high && add(a.high, b.high),
});

export const minus = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.high && subtract(a.low, b.high),
  high: a.high && b.low && subtract(a.high, b.low),
});
