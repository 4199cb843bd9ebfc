import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranksOf } from '../../src/renderer/tables/order';
import { compare, type Decimal } from '../../src/shared/decimal';

const small = fc.record({ units: fc.bigInt({ min: -99_999n, max: 99_999n }), scale: fc.nat(4) });
const large = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat(6) });

const asDecimal = (key: Decimal | number): Decimal =>
  typeof key === 'number' ? { units: BigInt(key), scale: 0 } : key;

describe('ranksOf', () => {
  it.each([
    ['small numbers', small],
    ['numbers beyond a double', large],
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
