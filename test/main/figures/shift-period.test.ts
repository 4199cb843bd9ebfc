import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsIn, monthsLater } from '../../../src/main/figures/shift-period';

describe('a period so many months later', () => {
  it.each([
    ['2025', 12, '2026'],
    ['2025', 3, '2025'],
    ['2025H2', 6, '2026H1'],
    ['2025H1', 12, '2026H1'],
    ['2025H1', 3, '2025H1'],
    ['2025Q4', 3, '2026Q1'],
    ['2025Q1', -3, '2024Q4'],
    ['2025Q1', 1, '2025Q1'],
    ['2025-12', 1, '2026-01'],
    ['2025-07', 3, '2025-10'],
    ['2025-03-15', 1, '2025-04-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-02-28', 12, '2026-02-28'],
    ['..2025-09-30', 3, '..2025-12-31'],
    ['..2025-01-30', 1, '..2025-02-28'],
    ['2025-01..2025-09', 3, '2025-01..2025-09'],
    ['2025-07..2025-08', 3, '2025-10..2025-11'],
    ['2023..2025', 12, '2024..2026'],
    ['本期', 12, '本期'],
    ['', 12, ''],
  ])('%s, %i: %s', (period, months, then) => expect(monthsLater(period, months)).toBe(then));

  it('comes back the way it went, but for days that a month does not have', () => {
    const forms = fc.constantFrom(
      '2025',
      '2024H1',
      '2025H2',
      '2023Q4',
      '2025Q1',
      '2024-02',
      '2025-12',
      '..2024-06-30',
    );
    fc.assert(
      fc.property(forms, fc.integer({ min: -60, max: 60 }), (period, months) => {
        const then = monthsLater(period, months);
        expect(monthsIn(then)).toBe(monthsIn(period));
        expect(monthsLater(then, -months)).toBe(period);
      }),
    );
  });
});
