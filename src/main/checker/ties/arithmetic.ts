import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalOf,
  divide,
  multiply,
  shift,
  subtract,
  zero,
} from '../../../shared/decimal';
import type { TermRole, TieForm, TieStatus } from '../../../shared/model/tie';
import { exactly, type Figure, type Interval, intervalOf, minus, overlap, plus } from './interval';

/** A term of a tie other than the stated one. All figures of a tie are in one base unit, rates in per cent. */
export interface Operand {
  readonly role: TermRole;
  readonly figure: Figure;
}

export interface Verdict {
  readonly status: TieStatus;
  /** What the operands yield, to the stated figure's last digit; for `part` the whole. */
  readonly expected: Decimal;
  /** Only for `unclear`. */
  readonly reason?: string;
}

export interface JudgeOptions {
  /** Whole things counted: no tolerance for rounding. */
  readonly exact?: boolean;
  /** The operands are whole things counted, the stated figure is rounded: 3名 of 13名 are 23.1%. */
  readonly counted?: boolean;
}

/** Whether a tie with this status bears its figure out. */
export const holds = (status: TieStatus): boolean => status === 'pass' || status === 'rounding';

/**
 * Whether a stated figure is what its operands yield: `pass` when they yield it once rounded to its last digit,
 * `rounding` when half a unit of the last digit of every term, added up, explains the difference, else `fail`.
 * `unclear` where the arithmetic has no meaning (a base that is zero or negative) or a figure is too vague to tell.
 * Throws when operands of the form are missing. Exact: no binary floats.
 */
export function judge(
  form: TieForm,
  stated: Figure,
  operands: readonly Operand[],
  { exact = false, counted = false }: JudgeOptions = {},
): Verdict {
  const yielded = yieldOf(form, operands, exact || counted, stated.precision);
  if ('reason' in yielded) return { status: 'unclear', expected: zero, reason: yielded.reason };
  const { expected, bounds } = yielded;
  if (form === 'part') {
    const status = partStatus(stated, expected, bounds(), exact);
    return { status, expected };
  }
  const vague = stated.approximator !== null || operands.some(({ figure }) => figure.approximator !== null);
  if (!vague) {
    if (compare(expected, stated.value) === 0) return { status: 'pass', expected };
    return { status: overlap(intervalOf(stated, exact), bounds()) ? 'rounding' : 'fail', expected };
  }
  if (overlap(intervalOf(stated, exact), bounds())) return { status: 'pass', expected };
  return farOff(stated, expected)
    ? { status: 'fail', expected }
    : { status: 'unclear', expected, reason: '概数与此接近，无法断定' };
}

/** Beyond a third: no 约 or 近 explains that. */
function farOff({ value, approximator }: Figure, expected: Decimal): boolean {
  const apart = absolute(subtract(value, expected));
  // 超12个 over a list of eleven: on the wrong side of its own word.
  if (approximator === 'over' && compare(expected, value) < 0) return true;
  if (approximator === 'at-least' && compare(expected, value) < 0) return true;
  if (approximator === 'below' && compare(expected, value) > 0) return true;
  return compare(multiply(apart, decimalOf(3n, 0)), absolute(value)) > 0;
}

function partStatus(stated: Figure, whole: Decimal, bounds: Interval, exact: boolean): TieStatus {
  if (compare(stated.value, whole) <= 0) return 'pass';
  const { low } = intervalOf(stated, exact);
  return !low || !bounds.high || compare(low, bounds.high) < 0 ? 'rounding' : 'fail';
}

/** What operands yield; the bounds of it, which most ties are told without, only when asked for. */
interface Yield {
  readonly expected: Decimal;
  bounds(): Interval;
}

function yieldOf(
  form: TieForm,
  operands: readonly Operand[],
  exact: boolean,
  precision: number,
): Yield | { readonly reason: string } {
  const range = (figure: Figure): Interval => intervalOf(figure, exact);
  switch (form) {
    case 'sum':
      return sumOf(operands, exact);
    case 'equal':
    case 'part': {
      const other = find(operands, form === 'part' ? 'whole' : 'other');
      // Of two figures of one thing the coarser decides.
      const expected = form === 'equal' ? roundTo(other.value, precision) : other.value;
      return { expected, bounds: () => range(other) };
    }
    case 'points':
    case 'difference': {
      const [current, base] = [find(operands, 'current'), find(operands, 'base')];
      return {
        expected: subtract(current.value, base.value),
        bounds: () => minus(range(current), range(base)),
      };
    }
    case 'share':
      return ratio(find(operands, 'part'), find(operands, 'whole'), precision, exact, { percent: true });
    case 'rate':
      return ratio(find(operands, 'current'), find(operands, 'base'), precision, exact, {
        percent: true,
        growth: true,
      });
    case 'increase':
      return ratio(find(operands, 'current'), find(operands, 'base'), precision, exact, { growth: true });
    case 'multiple':
      return ratio(find(operands, 'current'), find(operands, 'base'), precision, exact, {});
    case 'count': {
      const expected = decimalOf(BigInt(operands.length), 0);
      return { expected, bounds: () => exactly(expected) };
    }
  }
}

function find(operands: readonly Operand[], role: TermRole): Figure {
  const operand = operands.find((one) => one.role === role);
  if (!operand) throw new Error(`a tie without its ${role}`);
  return operand.figure;
}

function sumOf(operands: readonly Operand[], exact: boolean): Yield {
  let expected = zero;
  for (const { role, figure } of operands)
    expected = role === 'subtrahend' ? subtract(expected, figure.value) : add(expected, figure.value);
  const bounds = (): Interval => {
    let sum = exactly(zero);
    for (const { role, figure } of operands) {
      const range = intervalOf(figure, exact);
      sum = role === 'subtrahend' ? minus(sum, range) : plus(sum, range);
    }
    return sum;
  };
  return { expected, bounds };
}

interface RatioOptions {
  readonly percent?: boolean;
  /** The ratio less one. */
  readonly growth?: boolean;
}

/** Digits kept of a bound: beyond any printed rate. */
const GUARD = 12;

function ratio(
  numerator: Figure,
  denominator: Figure,
  precision: number,
  exact: boolean,
  { percent = false, growth = false }: RatioOptions,
): Yield | { readonly reason: string } {
  const [top, bottom] = [intervalOf(numerator, exact), intervalOf(denominator, exact)];
  if (denominator.value.units === 0n) return { reason: '基数为零，比率没有意义' };
  if (denominator.value.units < 0n) return { reason: '基数为负，比率没有意义' };
  if (!top.low || !top.high || !bottom.low || !bottom.high) return { reason: '概数没有界限，无法计算比率' };
  const { low, high } = top;
  const [narrow, wide] = [bottom.low, bottom.high];
  if (narrow.units <= 0n) return { reason: '基数的有效数字太少，无法计算比率' };
  const scale = (value: Decimal): Decimal => {
    const less = growth ? subtract(value, decimalOf(1n, 0)) : value;
    return percent ? shift(less, 2) : less;
  };
  const digits = Math.max(0, -precision);
  const extra = digits + GUARD;
  const quotient = (a: Decimal, b: Decimal): Decimal => scale(divide(a, b, extra));
  const exactTop = growth ? subtract(numerator.value, denominator.value) : numerator.value;
  const scaled = percent ? shift(exactTop, 2) : exactTop;
  const expected = roundTo(scaled, precision, {
    numerator: scaled,
    denominator: denominator.value,
  });
  const bounds = (): Interval => {
    // One more unit of the guard digit, so that rounding a bound never cuts off a value that it allows.
    const step = shift(decimalOf(1n, extra), percent ? 2 : 0);
    const least = quotient(low, low.units < 0n ? narrow : wide);
    const most = quotient(high, high.units < 0n ? wide : narrow);
    return { low: subtract(least, step), high: add(most, step) };
  };
  return { expected, bounds };
}

interface Quotient {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** A quotient to the digit at power of ten `precision`. The divisor is not zero. */
export const divided = (numerator: Decimal, denominator: Decimal, precision: number): Decimal =>
  roundTo(zero, precision, { numerator, denominator });

/** Rounds half away from zero to the digit at power of ten `precision`. A quotient is rounded once, not twice. */
export function roundTo(value: Decimal, precision: number, quotient?: Quotient): Decimal {
  const { numerator, denominator } = quotient ?? { numerator: value, denominator: decimalOf(1n, 0) };
  if (precision <= 0) return divide(numerator, denominator, -precision);
  return shift(divide(shift(numerator, -precision), denominator, 0), precision);
}
