import { describe, expect, it } from 'vitest';
import { amountOf, writtenLike } from '../../../../src/main/checker/tables/amount';
import { columnPatterns } from '../../../../src/main/checker/tables/column-pattern';
import { matches, rowFits } from '../../../../src/main/checker/tables/misfits';
import { expectedNumber, hanNumber, sequenceCell } from '../../../../src/main/checker/tables/sequence';
import { dateShapeOf, rangeInOrder } from '../../../../src/main/checker/tables/values';
import { parseDocument } from '../../../../src/main/document/parse';
import { decimal } from '../../../../src/shared/decimal';
import type { Table } from '../../../../src/shared/model/document';

const tableOf = (...rows: string[]): Table => {
  const width = (rows[0]?.split('|').length ?? 2) - 2;
  const text = [rows[0], `|${'---|'.repeat(width)}`, ...rows.slice(1)].join('\n');
  const table = parseDocument(text).blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
};

describe('column patterns', () => {
  const table = tableOf(
    '| 序号 | 名称 | 时间 | 金额 | 占比 | 证号 | 备注 |',
    '| 1 | 甲 | 20240101-20240110 | 1,000.50 | 10.5% | A-1001 | |',
    '| 2 | 乙 | 20240201<br>每周二、周四 | 2,000.00 | 20.5% | A-1002 | 无 |',
    '| 3 | 丙 | 20240301至今 | 350.25 | 1.5% | A-1003 | |',
    '| 4 | 丁 | 20240401-20240402 | 1,200.75 | 3.5% | A-1004 | |',
    '| 合计 | | | 4,551.50 | | | |',
  );
  const patterns = columnPatterns(table);

  it('tells the kind of each column', () => {
    expect(patterns.map((pattern) => pattern.kind)).toEqual([
      'sequence',
      'text',
      'date',
      'number',
      'number',
      'code',
      'mixed',
    ]);
  });

  it('knows what a cell of each may read', () => {
    const reads = (column: number, text: string): boolean => {
      const pattern = patterns[column];
      return pattern !== undefined && matches(text, pattern);
    };
    expect(reads(2, '20240505-20240506\n每周六')).toBe(true);
    expect(reads(2, '20240505')).toBe(true);
    expect(reads(2, '202405')).toBe(false);
    expect(reads(3, '12,345.60')).toBe(true);
    expect(reads(3, '12345.60')).toBe(false);
    expect(reads(4, '7.5%')).toBe(true);
    expect(reads(4, '7.5')).toBe(false);
    expect(reads(5, 'B-2002')).toBe(true);
    expect(reads(5, 'B-20021')).toBe(false);
  });

  it('finds its own rows fitting', () => {
    for (const row of table.rows.slice(0, 4))
      expect(new Set(rowFits(row, patterns))).toEqual(new Set(['fits']));
  });

  it('learns nothing from two rows', () => {
    const small = columnPatterns(tableOf('| 时间 | 数 |', '| 20240101 | 1 |', '| 20240102 | 2 |'));
    expect(small.map((pattern) => pattern.kind)).toEqual(['mixed', 'mixed']);
  });
});

describe('values', () => {
  it('reads dates and ranges in any notation', () => {
    for (const text of [
      '20240229',
      '2024年2月9日',
      '2024-02-09',
      '2024.2.9',
      '2024/2/9',
      '2024年2月',
      '2月9日',
    ]) {
      expect(dateShapeOf(text), text).not.toBeNull();
    }
    for (const text of [
      '20240101-20240110',
      '2024年1月1日—1月10日',
      '2024年1月1日至10日',
      '20240101至今',
      '2024.01.02～2024.03.04',
    ]) {
      expect(dateShapeOf(text), text).not.toBeNull();
    }
    for (const text of ['20241301', '2024-02-32', '523-202206', '2024', '-20240101', '20240101、周六']) {
      expect(dateShapeOf(text), text).toBeNull();
    }
  });

  it('sees a range that runs backwards', () => {
    expect(rangeInOrder('20240110-20240101')).toBe(false);
    expect(rangeInOrder('20240101-20240110')).toBe(true);
  });

  it('reads sequence cells', () => {
    expect(sequenceCell('3')).toEqual({ kind: 'number', value: 3, plain: true });
    expect(sequenceCell('（3）')).toMatchObject({ kind: 'number', value: 3 });
    expect(sequenceCell('③')).toMatchObject({ kind: 'number', value: 3 });
    expect(sequenceCell('3.2').kind).toBe('sub');
    expect(sequenceCell('—').kind).toBe('blank');
    expect(sequenceCell('重点').kind).toBe('text');
    expect(sequenceCell('523-202206').kind).toBe('odd');
    expect([hanNumber('十'), hanNumber('十二'), hanNumber('二十一'), hanNumber('甲')]).toEqual([
      10,
      12,
      21,
      null,
    ]);
  });

  it('expects the number between its neighbours', () => {
    const table = tableOf('| 序号 | 甲 |', '| 1 | a |', '| 2 | b |', '| x9 | c |', '| 4 | d |', '| 7 | e |');
    expect(expectedNumber(table, 0, 2)).toBe(3);
    expect(expectedNumber(table, 0, 3)).toBeNull();
  });

  it('reads amounts and writes sums in their manner', () => {
    const like = amountOf('1,234.50万元');
    expect(like).toMatchObject({ scale: 4, decimals: 2, grouped: true });
    expect(like && writtenLike(decimal('98765432'), like)).toBe('9,876.5432万元');
    expect(amountOf('（1,234）')?.value).toEqual(decimal('-1234'));
    expect([amountOf('1,23'), amountOf('甲'), amountOf('')]).toEqual([null, null, null]);
  });
});
