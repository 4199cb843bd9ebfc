import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearMiss } from '../../../../src/main/figures/identity/near-miss';

describe('a number copied wrongly', () => {
  it.each([
    ['1284', '1248'],
    ['1284', '1285'],
    ['12845.36', '12845.63'],
    ['12845.36', '1284.36'],
    ['1284', '128400'],
    ['31902500', '3190.25'],
    ['1284', '1280'],
    ['-1284', '1248'],
  ])('%s %s', (a, b) => {
    expect(isNearMiss(a, b)).toBe(true);
    expect(isNearMiss(b, a)).toBe(true);
  });

  it.each([
    ['1284', '1284'],
    ['1284', '1284.00'],
    ['13', '12'],
    ['128', '182'],
    ['1284', '2468'],
    ['1284', '8421'],
    ['0', '1284'],
    ['1000', '2000'],
  ])('not %s %s', (a, b) => {
    expect(isNearMiss(a, b)).toBe(false);
  });

  it('counts printed zeros', () => {
    expect(isNearMiss('592000000', '692000000', 4)).toBe(true);
    expect(isNearMiss('592000000', '692000000')).toBe(false);
    expect(isNearMiss('592000000', '692000000', 6)).toBe(false);
    expect(isNearMiss('1000', '2000', 0)).toBe(false);
  });

  it('sees one digit changed wherever it stands', () => {
    const digits = fc.tuple(
      fc.integer({ min: 100_000, max: 999_998 }),
      fc.nat(5),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(digits, ([number, at, by]) => {
        const text = String(number);
        const changed = `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
        fc.pre(!changed.startsWith('0') && !changed.endsWith('0') && !text.endsWith('0'));
        expect(isNearMiss(text, changed)).toBe(true);
      }),
    );
  });
});
