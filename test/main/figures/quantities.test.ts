import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { extractQuantities } from '../../../src/main/figures/quantities';
import type { Quantity } from '../../../src/shared/model/quantity';
import { CLAIMS, EXEMPT, HAN, WORDS } from './cases';

const shown = (one: Quantity): string =>
  one.exempt
    ? `${one.raw} ${one.exempt}`
    : `${one.raw} ${one.value} ${one.unit} ${one.precision} ${one.approximator ?? '-'}`;
const read = (text: string): string[] => extractQuantities(parseDocument(text)).map(shown);
const table = (...lines: readonly string[]): string => lines.map((line) => `| ${line} |`).join('\n');

describe('quantities of prose', () => {
  it.each([...CLAIMS, ...HAN])('$text', ({ text, expect: wanted }) => {
    expect(read(`据悉${text}。`)).toEqual(wanted);
  });

  it.each(EXEMPT)('exempt: $text', ({ text, expect: wanted }) => expect(read(`${text}。`)).toEqual(wanted));

  it.each([
    ['一、总体情况\t3', ['3 reference']],
    ['（二）业务规模……12', ['12 reference']],
    ['附件清单......128', ['128 reference']],
    ['本年完成\t3项', ['3项 3 项 0 -']],
  ])('takes the page at the end of a line of contents for no figure: %s', (text, wanted) => {
    expect(read(`${text}\n`)).toEqual(wanted);
  });

  it.each(WORDS)('no quantity: %s', (word) => expect(read(`有关${word}的情况。`)).toEqual([]));

  it('tells heading numbers and code from claims', () => {
    expect(read('### 2. 新增3家')).toEqual(['2. heading-number', '3家 3 家 0 -']);
    expect(read('```\nport 8080\n```')).toEqual(['8080 code']);
  });

  it('covers the source behind inline markup', () => {
    const text = '**日均**交易**3.5**万笔，**累计**12家。';
    const ranges = extractQuantities(parseDocument(text)).map(({ range }) =>
      text.slice(range.start, range.end),
    );
    expect(ranges).toEqual(['3.5**万笔', '12家']);
  });
});

describe('quantities of tables', () => {
  it('takes units from headers, and numbers the rows', () => {
    const text = table(
      '序号 | 机构 | 金额（万元） | 占比(%)',
      '--|--|--|--',
      '1 | 甲店 | 1,234.50 | 12.3',
      '2 | 乙店 | (5.00) | 0.4',
    );
    expect(read(text)).toEqual([
      '1 sequence-number',
      '1,234.50 12345000 元 2 -',
      '12.3 12.3 % -1 -',
      '2 sequence-number',
      '(5.00) -50000 元 2 -',
      '0.4 0.4 % -1 -',
    ]);
  });

  it('takes the unit stated above, but not for rates and counts', () => {
    const text = `单位：亿元\n\n${table('地区 | 交易金额 | 商户数 | 占比', '--|--|--|--', '甲市 | 3.5 | 120 | 40%')}`;
    expect(read(text)).toEqual(['3.5 350000000 元 7 -', '120 120  0 -', '40% 40 % 0 -']);
  });

  it('takes the unit of the row’s label', () => {
    expect(read(table('指标 | 本期', '--|--', '交易笔数（万笔） | 12.5'))).toEqual(['12.5 125000 笔 3 -']);
  });

  it('keeps a cell’s own unit, dates and codes', () => {
    const text = table('日期 | 商户编号 | 金额（元）', '--|--|--', '20250103 | 000123 | 3.5万元');
    expect(read(text)).toEqual(['20250103 date', '000123 code', '3.5万元 35000 元 3 -']);
  });

  it('does not take a figure for a year, a hotline or a telephone', () => {
    const text = table(
      '地区 | 商户数 | 2024年 | 年份',
      '--|--|--|--',
      '甲市 | 2015 | 120 | 2025',
      '乙市 | 12345 | 1380000111 | 2024',
    );
    expect(read(text)).toEqual([
      '2024年 date',
      '2015 2015  0 -',
      '120 120  0 -',
      '2025 date',
      '12345 12345  0 -',
      '1380000111 1380000111  0 -',
      '2024 date',
    ]);
  });

  it('says where a quantity stands', () => {
    const [header, cell] = extractQuantities(parseDocument(table('年份 | 2024年', '--|--', '户数 | 35户')));
    expect([header?.place, cell?.place]).toEqual([
      { block: 0, row: -1, column: 1 },
      { block: 0, row: 0, column: 1 },
    ]);
  });
});
