import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordered, ranksOf } from '../../src/renderer/tables/order';
import { ascending } from '../../src/renderer/tables/radix';
import { compare, type Decimal } from '../../src/shared/decimal';

const small = fc.record({ units: fc.bigInt({ min: -99_999n, max: 99_999n }), scale: fc.nat(4) });
const large = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat(6) });

/** Each is one that a double holds, the difference of two is none. */
const apart = fc.record({
  units: fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }),
  scale: fc.constant(0),
});

const asDecimal = (key: Decimal | number): Decimal =>
  typeof key === 'number' ? { units: BigInt(key), scale: 0 } : key;

describe('ranksOf', () => {
  it.each([
    ['small numbers', small],
    ['numbers beyond a double', large],
    ['numbers at either end of a double', apart],
  ] as const)('orders %s exactly, equal ones equal, empty ones apart', (_, decimals) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(decimals, fc.integer(), fc.constant(null))), (keys) => {
        const ranks = ranksOf(keys);
        for (const [at, one] of keys.entries()) {
          if (one === null) expect(ranks[at]).toBe(-1);
          for (const [other, two] of keys.entries()) {
            if (one === null || two === null) continue;
            const order = Math.sign((ranks[at] ?? 0) - (ranks[other] ?? 0));
            expect(order).toBe(Math.sign(compare(asDecimal(one), asDecimal(two))));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts numbers before texts', () =>
    expect([...ranksOf(['乙', null, 7, '甲', { units: 65n, scale: 1 }])]).toEqual([3, -1, 1, 2, 0]));
});

describe('ordered', () => {
  it('puts rows by their ranks, either way, equal ones in their order, empty ones last', () => {
    const ranks = Int32Array.from([1, -1, 0, 1, 2]);
    const rows = Int32Array.from([0, 1, 2, 3, 4]);
    expect([...ordered(rows, ranks, false)]).toEqual([2, 0, 3, 4, 1]);
    expect([...ordered(rows, ranks, true)]).toEqual([4, 0, 3, 2, 1]);
    expect([...ordered(Int32Array.from([1, 3, 4]), ranks, false)]).toEqual([3, 4, 1]);
  });
});

describe('ascending', () => {
  it('is the order of a stable sort', () => {
    const whole = fc.oneof(fc.nat(3), fc.nat(5_000), fc.maxSafeNat());
    fc.assert(
      fc.property(fc.array(whole), (numbers) => {
        const sorted = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
        expect([...ascending(Float64Array.from(numbers))]).toEqual(sorted);
      }),
    );
  });
});
