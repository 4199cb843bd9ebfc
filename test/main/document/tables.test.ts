import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import type { Row, Table } from '../../../src/shared/model/document';

function tableIn(text: string): Table {
  const table = parseDocument(text).blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
}

const cells = (row: Row): readonly string[] => row.cells.map((cell) => cell.prose.text);

describe('tables', () => {
  it('ranges of rows and cells', () => {
    const text = '甲\n\n| 序号 | 额 |\n|---|---|\n|  1 |  |\n';
    const table = tableIn(text);
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(slice(table.range)).toBe('| 序号 | 额 |\n|---|---|\n|  1 |  |');
    expect(slice(table.delimiter.range)).toBe('|---|---|');
    expect(table.rows.map((row) => slice(row.range))).toEqual(['|  1 |  |']);
    const [first, second] = table.rows[0]?.cells ?? [];
    expect(first && [slice(first.range), slice(first.outer)]).toEqual(['1', '  1 ']);
    expect(second && [second.range, slice(second.outer)]).toEqual([{ start: 31, end: 31 }, '  ']);
  });

  it.each([
    ['no outer pipes', 'a | b\n--- | ---\n1 | 2', ['a', 'b'], [['1', '2']], false],
    ['escaped pipe', '| a | b |\n|---|---|\n| x\\|y | 2 |', ['a', 'b'], [['x|y', '2']], false],
    ['pipe in code', '| a | b |\n|---|---|\n| `x|y` | `x\\|y` |', ['a', 'b'], [['x|y', 'x|y']], false],
    ['lone backtick', '| a | b |\n|---|---|\n| ` | 2 |', ['a', 'b'], [['`', '2']], false],
    [
      'too few and too many cells',
      '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |',
      ['a', 'b'],
      [['1'], ['1', '2', '3']],
      false,
    ],
    ['line breaks and markup', '| a |\n|---|\n| **甲**<br>乙 |', ['a'], [['甲\n乙']], false],
    ['empty cells', '| a | b |\n|---|---|\n| | |', ['a', 'b'], [['', '']], false],
    ['a plain line below is a row', '| a | b |\n|---|---|\n注：甲', ['a', 'b'], [['注：甲']], false],
    [
      'header wider than delimiter',
      '| a | b | c |\n|---|---|\n| 1 | 2 | 3 |',
      ['a', 'b', 'c'],
      [['1', '2', '3']],
      true,
    ],
    ['delimiter wider than header', '| a |\n|:--|--:|\n| 1 | 2 |', ['a'], [['1', '2']], true],
    [
      'no delimiter',
      '| a | b |\n| 1 | 2 |\n| 3 | 4 |',
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
      true,
    ],
    ['no header', '甲\n|---|---|\n| 1 | 2 |', [], [['1', '2']], true],
    ['header only', '| a | b |\n|---|---|', ['a', 'b'], [], false],
    ['in a quote', '> | a | b |\n> |---|---|\n> | 1 | 2 |', ['a', 'b'], [['1', '2']], false],
    ['in a list item', '- 甲\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |', ['a', 'b'], [['1', '2']], false],
    [
      'on the line of a list marker',
      '- | a | b |\n  |---|---|\n  | 1 | 2 |',
      ['a', 'b'],
      [['1', '2']],
      false,
    ],
    [
      'below text in the same paragraph',
      '甲|乙。\n丙\n| a | b |\n|---|---|\n| 1 | 2 |',
      ['a', 'b'],
      [['1', '2']],
      false,
    ],
  ] as const)('%s', (_name, source, header, rows, broken) => {
    const table = tableIn(source);
    expect(cells(table.header)).toEqual(header);
    expect(table.rows.map(cells)).toEqual(rows);
    expect(table.broken).toBe(broken);
  });

  it('a missing delimiter is an empty row below the header', () => {
    const text = '| a | b |\n| 1 | 2 |\n| 3 | 4 |';
    expect(tableIn(text).delimiter).toEqual({ range: { start: 9, end: 9 }, cells: [] });
  });

  it('a broken table ends where its pipes end', () => {
    const kinds = parseDocument('| a |\n|--|--|\n| 1 | 2 |\n以上为合计。').blocks.map((block) => block.kind);
    expect(kinds).toEqual(['table', 'paragraph']);
  });

  it.each([
    ['a pipe in text', '甲|乙\n丙|丁'],
    ['two framed lines', '|甲|乙|\n|丙|丁|'],
    ['dashes under text', '甲\n|---|'],
    ['escaped pipes', '\\|a\\|\n|---|'],
  ])('no table: %s', (_name, source) => {
    expect(parseDocument(source).blocks.map((block) => block.kind)).toEqual(['paragraph']);
  });
});
