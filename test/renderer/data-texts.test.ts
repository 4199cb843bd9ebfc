import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf, percentOfPart, sharesOf } from '../../src/renderer/tables/shares';
import { columnWidth } from '../../src/renderer/tables/text-width';
import { tsvCell, tsvOf } from '../../src/renderer/tables/tsv';
import { formatDecimal, formatPeriod } from '../../src/renderer/text/format';

describe('a copied cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://example.com")', '\'=HYPERLINK("http://example.com")'],
    ['+线上', "'+线上"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-28.50元', "'-28.50元"],
    ['＝1+1', "'＝1+1"],
    ['－线下', "'－线下"],
    ['\t=1', "'=1"],
    ['\r\n@x', "'@x"],
    ['-28.50', '-28.50'],
    ['-14.37%', '-14.37%'],
    ['5,700.75万元', '5,700.75万元'],
    ['57007500', '57007500'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', "'1234567890123456"],
    ['-0.1234567890123456', "'-0.1234567890123456"],
    ['0.00000000000000001', '0.00000000000000001'],
    ['甲\t乙\n丙', '甲 乙 丙'],
    ['640 + 608 = 1,248', '640 + 608 = 1,248'],
    ['', ''],
  ])('%j is %j', (text, cell) => expect(tsvCell(text)).toBe(cell));

  it('never begins a formula, and breaks no row', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\n', ' '), fc.string())
        .map(([sign, rest]) => sign + rest),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (lines) => {
        const copied = tsvOf(lines).split('\r\n');
        expect(copied.map((line) => line.split('\t').length)).toEqual(lines.map((line) => line.length));
        for (const cell of copied.flatMap((line) => line.split('\t'))) {
          if (!/^-\d+(\.\d+)?%?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\s]/);
        }
      }),
    );
  });
});

describe('shares', () => {
  it('add up to all, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }), (counts) => {
        const sum = sharesOf(counts).reduce((all, one) => all + one, 0);
        expect(sum).toBe(counts.some((count) => count > 0) ? 1000 : 0);
      }),
    );
  });

  it.each([
    [0, 0, ''],
    [0, 7, '0.0%'],
    [23, 30, '76.7%'],
    [1, 3, '33.3%'],
    [7, 16, '43.8%'],
    [9999, 10_000, '99.9%'],
    [10_000, 10_000, '100.0%'],
  ])('%d of %d is %j', (part, whole, percent) => expect(percentOfPart(part, whole)).toBe(percent));

  it('are written in tenths', () =>
    expect([0, 5, 413, 1000].map(percentOf)).toEqual(['0.0%', '0.5%', '41.3%', '100.0%']));
});

describe('the width of a column', () => {
  const width = (texts: readonly string[]) => columnWidth(texts, (text) => text, 60, 200);
  it('has room for the longest text, within its bounds', () => {
    expect(width([])).toBe(60);
    expect(width(['1', '12'])).toBe(60);
    expect(width(['1', '57,007,500 元'])).toBeGreaterThan(14 + 8 * 7.2 + 13);
    expect(width(['一二三四五六七八九十一二三四五六七八九十'])).toBe(200);
  });
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), (texts) => {
        expect(width(texts)).toBe(width(texts.toReversed()));
      }),
    );
  });
});

describe('what is shown of a fact', () => {
  it.each([
    ['..2025-12-31', '截至 2025-12-31'],
    ['2025-01..2025-06', '2025-01～2025-06'],
    ['2025', '2025'],
    ['', ''],
  ])('the period %j is %j', (period, shown) =>
    expect(formatPeriod(period, (day) => `截至 ${day}`)).toBe(shown),
  );
  it.each([
    ['-1234567.050', '-1,234,567.050'],
    ['999', '999'],
    ['12345678901234567890', '12,345,678,901,234,567,890'],
  ])('the number %j is %j', (value, shown) => expect(formatDecimal(value)).toBe(shown));
});
