import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../src/main/checker/run';
import { compareRevisions } from '../../../../src/main/review/compare/compare';

const LAST = `# 演示支付公司2025年业务报告

## 一、业务情况

2025年全年交易金额为320亿元，全年受理投诉35件。

表1 2025年各地市情况统计表

| 地区 | 商户（户） | 金额（万元） |
| --- | --- | --- |
| 东市 | 120 | 35.20 |
| 西市 | 80 | 10.00 |
`;
const THIS = `# 演示支付公司2026年业务报告

## 一、业务情况

2026年全年交易金额为400亿元，全年受理投诉28件。

表1 2026年各地市情况统计表

| 地区 | 商户（户） | 金额（万元） | 备注 |
| --- | --- | --- | --- |
| 东市 | 130 | 35.20 | 新增 |
| 南市 | 60 | 8.00 | |
`;

const compare = (before: string, after: string) => compareRevisions(checkText(before), checkText(after), []);

describe('against the report of another period', () => {
  it('pairs figures across the years, with their exact change', () => {
    const { figures, years } = compare(LAST, THIS);
    expect(years).toBe(1);
    const amount = figures.find(({ concept }) => concept.includes('交易金额'));
    expect(amount).toMatchObject({
      kind: 'changed',
      period: '2026',
      periodBefore: '2025',
      difference: '8000000000',
      growth: '25',
    });
    const complaints = figures.find(({ concept }) => concept.includes('投诉'));
    expect(complaints).toMatchObject({ kind: 'changed', difference: '-7', unit: '件', growth: '-20' });
  });

  it.each([
    ['quarters in a row', '2025年第三季度', '2025年第四季度', '2025Q3', '2025Q4', 3],
    ['quarters over the new year', '2025年第四季度', '2026年第一季度', '2025Q4', '2026Q1', 3],
    ['the same quarter a year on', '2025年第三季度', '2026年第三季度', '2025Q3', '2026Q3', 12],
    ['half-years in a row', '2025年上半年', '2025年下半年', '2025H1', '2025H2', 6],
    ['the same half-year', '2024年上半年', '2025年上半年', '2024H1', '2025H1', 12],
    ['months in a row', '2025年12月', '2026年1月', '2025-12', '2026-01', 1],
    ['the same month', '2025年2月', '2026年2月', '2025-02', '2026-02', 12],
    ['the later one first', '2025年第四季度', '2025年第三季度', '2025Q4', '2025Q3', -3],
  ])('pairs %s', (_, earlier, later, periodBefore, period, months) => {
    const text = (when: string, n: string, amount: string): string =>
      `# 演示支付公司${when}业务报告\n\n${when}受理投诉${n}件，${when}交易金额为${amount}亿元。\n`;
    const compared = compare(text(earlier, '35', '0.1'), text(later, '28', '0.3'));
    expect(compared.periods).toEqual({ before: periodBefore, after: period, months });
    expect(compared.years).toBe(months % 12 === 0 ? months / 12 : 0);
    expect(compared.figures).toMatchObject([
      { kind: 'changed', period, periodBefore, difference: '-7', growth: '-20' },
      // 0.3 less 0.1 is 0.2 and nothing near it.
      { kind: 'changed', period, periodBefore, difference: '20000000', growth: '200' },
    ]);
  });

  it('pairs a year with itself where quarters are compared, and a half-year of two years with the other', () => {
    const quarter = (when: string, n: string): string =>
      `# 演示支付公司${when}业务报告\n\n2025年全年受理投诉${n}件。\n`;
    const { figures, periods } = compare(quarter('2025年第三季度', '35'), quarter('2025年第四季度', '36'));
    expect(periods.months).toBe(3);
    expect(figures).toMatchObject([{ kind: 'changed', period: '2025', periodBefore: '2025' }]);
  });

  it('does not believe a title that the figures speak against', () => {
    const text = (title: string, n: string): string =>
      `# 演示公司${title}报告\n\n2026年上半年受理投诉${n}件，2026年上半年回访4次。\n`;
    expect(compare(text('2025年上半年', '3'), text('2026年上半年', '5')).figures).toMatchObject([
      { kind: 'changed', period: '2026H1', periodBefore: '2026H1', difference: '2' },
    ]);
  });

  it.each([
    ['3件', '4件', '33.33'],
    ['0件', '4件', null],
    ['8件', '7件', '-12.5'],
    ['800件', '799件', '-0.13'],
  ])('%s to %s grows by %s', (old, now, growth) => {
    const text = (figure: string): string => `# 演示报告\n\n2026年全年受理投诉${figure}。\n`;
    expect(compare(text(old), text(now)).figures).toMatchObject([{ kind: 'changed', growth }]);
  });

  it('tells the change of a share in points only', () => {
    const text = (share: string): string => `# 演示报告\n\n2026年全年办结率为${share}。\n`;
    expect(compare(text('90%'), text('95.5%')).figures).toMatchObject([
      { difference: '5.5', unit: '%', growth: null },
    ]);
  });

  it('tells tables by cell: rows by name, columns by name', () => {
    const { tables } = compare(LAST, THIS);
    expect(tables).toHaveLength(1);
    const told = tables[0]?.cells.map(({ kind, row, column, before, after }) => [
      kind,
      row,
      column,
      before?.text ?? null,
      after?.text ?? null,
    ]);
    expect(told).toEqual([
      ['changed', '东市', '商户（户）', '120', '130'],
      ['added', '东市', '备注', null, '新增'],
      ['removed', '西市', '', '西市 | 80 | 10.00', null],
      ['added', '南市', '', null, '南市 | 60 | 8.00 | '],
    ]);
  });
});

describe('tables of two drafts', () => {
  it.each([
    ['the same', THIS, THIS, []],
    ['one taken away', THIS, THIS.slice(0, THIS.indexOf('表1')), ['removed']],
    ['one put in', THIS.slice(0, THIS.indexOf('表1')), THIS, ['added']],
    [
      'a column taken away',
      THIS,
      THIS.replace(/ \| 备注 \|| \| 新增 \|/g, ' |')
        .replace('| --- | --- | --- | --- |', '| --- | --- | --- |')
        .replace('8.00 | |', '8.00 |'),
      ['changed'],
    ],
  ])('%s', (_, before, after, kinds) => {
    expect(compare(before, after).tables.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('puts each change of the text under its heading', () => {
    const { text } = compare(THIS, THIS.replace('28件', '29件'));
    expect(text.map(({ section }) => section)).toEqual(['一、业务情况']);
  });
});
