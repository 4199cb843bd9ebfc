import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../../src/main/figures/ledger/facts';
import { findLedgerTables } from '../../../../src/main/figures/ledger/layout';
import type { SheetCell } from '../../../../src/shared/model/ledger';
import { cellOf } from './sheet-of';

/** Rows × columns that a workbook of a million cells may have: as wide or as long as a sheet can be. */
const WIDE = { height: 20, width: 16_384 };
const LONG = { height: 200_000, width: 2 };
const figure: SheetCell = { text: '5.5', number: '5.5', date: '' };
const long = cellOf('甲'.repeat(30_000));
const blank = cellOf('');
const left = cellOf('<');
const up = cellOf('^');
const label = cellOf('机构');
const title = cellOf('统计表');

type CellAt = (row: number, column: number) => SheetCell;

describe('a hostile sheet is read in linear time', () => {
  it.each<readonly [string, { readonly height: number; readonly width: number }, CellAt]>([
    ['labels and figures in turn', WIDE, (row, column) => (row > 0 && column % 2 ? figure : label)],
    [
      'a long label merged over thousands of columns',
      WIDE,
      (row, column) => (row === 0 ? label : column === 0 ? long : column < 8000 ? left : figure),
    ],
    [
      'figures merged over rows, under thousands of labels',
      WIDE,
      (row, column) => (row === 0 || column < 8000 ? label : row % 2 ? figure : up),
    ],
    [
      'a long header merged over all columns',
      WIDE,
      (row, column) =>
        row === 0 ? (column === 0 ? label : column === 1 ? long : left) : column === 0 ? label : figure,
    ],
    [
      'groups that go on over all columns',
      WIDE,
      (row, column) => (row % 3 === 2 ? figure : (row % 3 === 0) === (column === 0) ? label : blank),
    ],
    ['figures between blank rows', LONG, (row) => (row % 2 ? blank : figure)],
    ['titles between blank rows', LONG, (row, column) => (row % 2 || column === 1 ? blank : title)],
    [
      'tables between blank rows',
      LONG,
      (row, column) => (row % 4 > 1 ? blank : row % 4 === 1 && column === 1 ? figure : label),
    ],
  ])('%s', (_, { height, width }, at) => {
    const rows = Array.from({ length: height }, (__, row) =>
      Array.from({ length: width }, (___, column) => at(row, column)),
    );
    const sheet = { name: '台账', top: 0, left: 0, rows };
    const started = performance.now();
    let characters = 0;
    for (const table of findLedgerTables([sheet])) {
      const { facts, gaps } = applyMapping(table, sheet, table.mapping);
      for (const { concept, scope } of facts) characters += concept.length + scope.length;
      characters += gaps.length + table.headers.reduce((sum, path) => sum + path.join('').length, 0);
    }
    expect(characters).toBeLessThan(height * width * 500);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
