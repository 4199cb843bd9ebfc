import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  formatDecimal,
  halfUnit,
  multiply,
  parseDecimal,
  shift,
  subtract,
} from '../../src/shared/decimal';

const units = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const anyDecimal = fc.record({ units, scale: fc.integer({ min: 0, max: 9 }) });
/** Units at a scale that all generated decimals share. */
const at = (value: Decimal, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale);
const SCALE = 9;

describe('decimal arithmetic against BigInt', () => {
  it('adds and subtracts', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(at(add(a, b), SCALE)).toBe(at(a, SCALE) + at(b, SCALE));
        expect(at(subtract(a, b), SCALE)).toBe(at(a, SCALE) - at(b, SCALE));
      }),
    );
  });

  it('multiplies', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(at(multiply(a, b), 2 * SCALE)).toBe(at(a, SCALE) * at(b, SCALE));
      }),
    );
  });

  it('compares', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const [left, right] = [at(a, SCALE), at(b, SCALE)];
        expect(compare(a, b)).toBe(left === right ? 0 : left < right ? -1 : 1);
        expect(compare(a, a)).toBe(0);
      }),
    );
  });

  it('divides to the nearest, half away from zero', () => {
    const divisor = anyDecimal.filter((value) => value.units !== 0n);
    fc.assert(
      fc.property(anyDecimal, divisor, fc.integer({ min: 0, max: 6 }), (a, b, scale) => {
        const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
        const numerator = magnitude(at(a, SCALE)) * 10n ** BigInt(scale);
        const denominator = magnitude(at(b, SCALE));
        const whole = numerator / denominator;
        const rounded = (numerator % denominator) * 2n >= denominator ? whole + 1n : whole;
        const negative = a.units < 0n !== b.units < 0n;
        expect(divide(a, b, scale)).toEqual({ units: negative ? -rounded : rounded, scale });
      }),
    );
  });

  it('survives being printed and read', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(compare(decimal(formatDecimal(value)), value)).toBe(0);
      }),
    );
  });

  it('shifts by powers of ten and back', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: -12, max: 12 }), (value, power) => {
        expect(compare(shift(shift(value, power), -power), value)).toBe(0);
      }),
    );
  });
});

describe('edges', () => {
  it.each(['', '.', '1.', '.5', '1e3', '1,234', ' 1', '--1', 'NaN'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull();
    expect(() => decimal(text)).toThrow();
  });

  it.each([
    ['-0', '0'],
    ['+1.50', '1.5'],
    ['-0.050', '-0.05'],
    ['007', '7'],
  ])('prints %s as %s', (text, printed) => expect(formatDecimal(decimal(text))).toBe(printed));

  it('knows half of the last printed digit', () => {
    expect([2, 0, -1].map((precision) => formatDecimal(halfUnit(precision)))).toEqual(['50', '0.5', '0.05']);
  });

  it('refuses to divide by zero', () => expect(() => divide(decimal('1'), decimal('0'), 2)).toThrow());
});
