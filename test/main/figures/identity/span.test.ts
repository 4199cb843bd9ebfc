import { describe, expect, it } from 'vitest';
import { baseSpan } from '../../../../src/main/figures/identity/base-span';
import { mainSpan } from '../../../../src/main/figures/identity/main-period';
import { spanBefore, spanKey, spanOf, yearBefore } from '../../../../src/main/figures/identity/span';

const keyOf = (period: string, stock = false): string | null => {
  const span = spanOf(period);
  return span && spanKey(span, stock);
};

describe('periods as days', () => {
  it.each([
    ['2025', '2025-01-01/2025-12-31'],
    ['2025Q4', '2025-10-01/2025-12-31'],
    ['2025-Q4', '2025-10-01/2025-12-31'],
    ['2025H1', '2025-01-01/2025-06-30'],
    ['2024-02', '2024-02-01/2024-02-29'],
    ['2025-01..2025-09', '2025-01-01/2025-09-30'],
    ['2025-12-31', '@2025-12-31'],
    ['..2025-12-31', '/2025-12-31'],
  ])('%s', (period, key) => {
    expect(keyOf(period)).toBe(key);
  });

  it.each(['', '12月', '2025-13', '目前', '20250', '..'])('knows no days of “%s”', (period) => {
    expect(spanOf(period)).toBeNull();
  });

  it('tells stocks by their last day', () => {
    expect(
      new Set(['2025', '2025-12', '2025Q4', '..2025-12-31', '2025-12-31'].map((one) => keyOf(one, true))),
    ).toEqual(new Set(['@2025-12-31']));
    expect(keyOf('2025')).not.toBe(keyOf('..2025-12-31'));
  });
});

describe('the period that a change goes back to', () => {
  const base = (basis: string, period: string, basePeriod = ''): string | null => {
    const comparison = { basis, direction: 'up', rate: '1%', form: 'rate', quantity: 0, basePeriod } as const;
    const span = baseSpan(comparison, spanOf(period));
    return span && spanKey(span, false);
  };

  it.each([
    ['同比', '2025', '2024-01-01/2024-12-31'],
    ['同比', '2024-02', '2023-02-01/2023-02-28'],
    ['同比', '..2025-12-31', '/2024-12-31'],
    ['比上年', '2025', '2024-01-01/2024-12-31'],
    ['环比', '2025-01', '2024-12-01/2024-12-31'],
    ['环比', '2025Q1', '2024-10-01/2024-12-31'],
    ['季度环比', '2025Q4', '2025-07-01/2025-09-30'],
    ['较11月', '2025-12', '2025-11-01/2025-11-30'],
    ['较12月', '2025-01', '2024-12-01/2024-12-31'],
    ['比上年末', '..2025-12-31', '/2024-12-31'],
    ['较年初', '..2025-06-30', '/2024-12-31'],
  ])('%s of %s', (basis, period, expected) => {
    expect(base(basis, period)).toBe(expected);
  });

  it('is what the fact says where it says it', () => {
    expect(base('较去年同期', '2025', '2023')).toBe('2023-01-01/2023-12-31');
  });

  it.each([
    ['季度环比', '2025-12'],
    ['环比', '..2025-12-31'],
    ['较计划', '2025'],
    ['同比', ''],
  ])('is not known of %s of “%s”', (basis, period) => {
    expect(base(basis, period)).toBeNull();
  });

  it('keeps the last of February', () => {
    const span = spanOf('..2024-02-29');
    expect(span && yearBefore(span).end).toBe('2023-02-28');
    const month = spanOf('2024-03');
    expect(month && spanBefore(month)).toEqual({ start: '2024-02-01', end: '2024-02-29' });
  });
});

describe('the period of a report', () => {
  it('is in its title, else in most of its facts', () => {
    expect(mainSpan('2025年第三季度报告', ['2024'])?.end).toBe('2025-09-30');
    expect(mainSpan('情况报告', ['2025', '..2025-12-31', '2024'])?.end).toBe('2025-12-31');
    expect(mainSpan('情况报告', ['2025', '2024', '2023'])).toBeNull();
    expect(mainSpan('', [])).toBeNull();
  });
});
