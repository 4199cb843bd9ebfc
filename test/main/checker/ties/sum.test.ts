import { describe, expect, it } from 'vitest';
import { sumTies } from '../../../../src/main/checker/ties/sums/index';
import { parseDocument } from '../../../../src/main/document/parse';
import type { Quantity } from '../../../../src/shared/model/quantity';
import type { Tie } from '../../../../src/shared/model/tie';

const tiesOf = (text: string, quantities: readonly Quantity[] = []): readonly Tie[] =>
  sumTies(parseDocument(text), quantities);

const shown = (text: string): string[] =>
  tiesOf(text).map((tie) => `${tie.kind} ${tie.status}: ${tie.expression}`);

const table = (...rows: string[]): string => {
  const width = (rows[0]?.split('|').length ?? 2) - 2;
  return [rows[0], `|${'---|'.repeat(width)}`, ...rows.slice(1)].join('\n');
};

const quantityAt = (start: number, raw: string): Quantity => ({
  range: { start, end: start + raw.length },
  raw,
  value: raw,
  unit: '',
  precision: 0,
  approximator: null,
  place: { block: 0 },
  exempt: null,
});

describe('sum ties', () => {
  it('writes the sum as a person would, the stated total first among the terms', () => {
    const text = table('| 机构 | 笔数 |', '| 东 | 120 |', '| 西 | 80 |', '| 南 | 51 |', '| 合计 | 251 |');
    const quantities = ['120', '80', '51', '251'].map((raw) =>
      quantityAt(text.indexOf(`| ${raw} |`) + 2, raw),
    );
    const [tie, ...others] = tiesOf(text, quantities);
    expect(others).toEqual([]);
    expect(tie).toMatchObject({
      status: 'pass',
      expression: '120 + 80 + 51 = 251',
      expected: '251',
      actual: '251',
    });
    expect(tie?.terms.map((term) => [term.raw, term.quantity])).toEqual([
      ['251', 3],
      ['120', 0],
      ['80', 1],
      ['51', 2],
    ]);
  });

  it('is exact where binary floats are not', () => {
    expect(shown(table('| 项 | 金额（元） |', '| a | 0.10 |', '| b | 0.20 |', '| 合计 | 0.30 |'))).toEqual([
      'sum pass: 0.10 + 0.20 = 0.30',
    ]);
  });

  it('tells rounding from a wrong sum by the digits printed', () => {
    const rounded = (total: string): string[] =>
      shown(
        table('| 项 | 金额（亿元） |', '| a | 1.33 |', '| b | 1.33 |', '| c | 1.33 |', `| 合计 | ${total} |`),
      );
    expect(rounded('4.00')).toEqual(['sum rounding: 1.33 + 1.33 + 1.33 = 3.99 ≠ 4.00']);
    expect(rounded('4.02')).toEqual(['sum fail: 1.33 + 1.33 + 1.33 = 3.99 ≠ 4.02']);
  });

  it('keeps digits and grouping of the stated total', () => {
    const [tie] = tiesOf(table('| 项 | 金额 |', '| a | 1,000.5 |', '| b | 2,000 |', '| 合计 | 4,000.50 |'));
    expect(tie).toMatchObject({ status: 'fail', expected: '3,000.50', actual: '4,000.50' });
  });

  it('adds rows and columns', () => {
    const text = table(
      '| 区 | 线上 | 线下 | 合计 |',
      '| 东 | 1 | 2 | 3 |',
      '| 西 | 4 | 5 | 9 |',
      '| 合计 | 5 | 7 | 12 |',
    );
    expect(shown(text)).toEqual([
      'sum pass: 1 + 4 = 5',
      'sum pass: 2 + 5 = 7',
      'sum pass: 3 + 9 = 12',
      'sum pass: 1 + 2 = 3',
      'sum pass: 4 + 5 = 9',
      'sum pass: 5 + 7 = 12',
    ]);
  });

  it('subtracts deductions and adds negative figures', () => {
    expect(
      shown(table('| 项 | 数 |', '| 收 | 100 |', '| 减：退 | 20 |', '| 调 | -5 |', '| 合计 | 75 |')),
    ).toEqual(['sum pass: 100 - 20 + (-5) = 75']);
  });

  it('reads 万 and 亿 in the cells', () => {
    const text = table('| 项 | 金额 |', '| a | 1.2亿元 |', '| b | 3000万元 |', '| 合计 | 1.5亿元 |');
    expect(shown(text)).toEqual(['sum pass: 1.2亿元 + 3000万元 = 1.5亿元']);
  });

  it('says why a total proves nothing', () => {
    const overlap = `${table('| 渠道 | 用户 |', '| a | 10 |', '| b | 20 |', '| 合计 | 25 |')}\n\n注：合计已去重。`;
    expect(tiesOf(overlap)).toMatchObject([{ status: 'unclear', reason: expect.stringContaining('去重') }]);
    const other = table(
      '| 项 | 甲 | 乙 | 丙 |',
      '| a | 1 | 2 | 3 |',
      '| b | 1 | 2 | 3 |',
      '| 合计 | 9 | 9 | 9 |',
    );
    expect(tiesOf(other).map((tie) => tie.status)).toEqual(['unclear', 'unclear', 'unclear']);
  });

  it('compares a part with its whole', () => {
    const text = table('| 项 | 数 |', '| a | 100 |', '| 其中：b | 60 |', '| c | 20 |', '| 合计 | 120 |');
    expect(shown(text)).toEqual(['sum pass: 100 + 20 = 120', 'part pass: 60 ≤ 100']);
  });

  it('stays linear with thousands of subtotals', () => {
    const rows = Array.from({ length: 6000 }, (_, at) => (at % 3 === 2 ? '| 小计 | 2 |' : '| a | 1 |'));
    const before = performance.now();
    const ties = tiesOf(table('| 项 | 数 |', ...rows));
    expect(ties).toHaveLength(2000);
    expect(ties.every((tie) => tie.status === 'pass')).toBe(true);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
