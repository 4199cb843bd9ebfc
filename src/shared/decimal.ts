/**
 * Exact decimals: `units × 10^-scale`. Never a binary float: a sum that fails by 0.01 must fail
 * because the report is wrong.
 */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const KNOWN_POWERS = Array.from({ length: 40 }, (_, power) => 10n ** BigInt(power));

const tenTo = (power: number): bigint => KNOWN_POWERS[power] ?? 10n ** BigInt(power);

export const decimalOf = (units: bigint, scale: number): Decimal => ({ units, scale });

export const zero: Decimal = { units: 0n, scale: 0 };

/** Reads `-1234.50`; null for anything else. Grouping commas are the caller's business. */
export function parseDecimal(text: string): Decimal | null {
  const first = text.charCodeAt(0);
  const from = first === PLUS || first === MINUS ? 1 : 0;
  let point = -1;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= ZERO && unit <= NINE) continue;
    if (unit !== POINT || point >= 0 || at === from || at === text.length - 1) return null;
    point = at;
  }
  if (from === text.length) return null;
  const digits = point < 0 ? text.slice(from) : text.slice(from, point) + text.slice(point + 1);
  const units = digits.length < SAFE_DIGITS ? BigInt(Number(digits)) : BigInt(digits);
  return { units: first === MINUS ? -units : units, scale: point < 0 ? 0 : text.length - point - 1 };
}

const [PLUS, MINUS, POINT, ZERO, NINE] = [0x2b, 0x2d, 0x2e, 0x30, 0x39];
/** So many digits are exact as a number, which is quicker to read. */
const SAFE_DIGITS = 15;

/** As `parseDecimal`, for text that is known to be a decimal. Throws on anything else. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

const unitsAt = (a: Decimal, scale: number): bigint =>
  scale === a.scale ? a.units : a.units * tenTo(scale - a.scale);

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const negate = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale });

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) - unitsAt(b, scale), scale };
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

export const absolute = (a: Decimal): Decimal => (a.units < 0n ? negate(a) : a);

/** -1, 0 or 1. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Multiplies by 10^power; the power may be negative. */
export function shift(a: Decimal, power: number): Decimal {
  const scale = a.scale - power;
  return scale >= 0 ? { units: a.units, scale } : { units: a.units * tenTo(-scale), scale: 0 };
}

/** `a / b` rounded half away from zero to `scale` decimals. Throws on division by zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  if (b.units === 0n) throw new Error('division by zero');
  const power = scale + b.scale - a.scale;
  const numerator = power >= 0 ? a.units * tenTo(power) : a.units;
  const denominator = power >= 0 ? b.units : b.units * tenTo(-power);
  const twice = (2n * numerator) / denominator;
  const units = twice >= 0n ? (twice + 1n) / 2n : (twice - 1n) / 2n;
  return { units, scale };
}

/** Half a unit of the digit at power of ten `precision`: 2 → 50, -1 → 0.05. */
export const halfUnit = (precision: number): Decimal => shift({ units: 5n, scale: 1 }, precision);

/** Plain notation, no exponent, no trailing zeros after the point. */
export function formatDecimal(a: Decimal): string {
  if (a.scale === 0) return a.units.toString();
  const sign = a.units < 0n ? '-' : '';
  const digits = (a.units < 0n ? -a.units : a.units).toString().padStart(a.scale + 1, '0');
  const whole = digits.slice(0, digits.length - a.scale);
  const last = digits.length - 1;
  const fraction =
    digits.charAt(last) === '0'
      ? digits.slice(digits.length - a.scale).replace(/0+$/, '')
      : digits.slice(digits.length - a.scale);
  const text = fraction ? `${whole}.${fraction}` : whole;
  return text === '0' ? '0' : sign + text;
}
