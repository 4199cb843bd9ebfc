import { isMergedRow, originsOf } from '../../../../shared/merged-cells';
import type { Row, Table } from '../../../../shared/model/document';
import { compactText } from '../../tables/cell-text';

/** What merged cells say about a row. */
export interface MergedRow {
  readonly row: Row;
  /** Index in `Table.rows`. */
  readonly index: number;
  /** What the cells show, blanks left out: a cell covered from above shows what covers it. */
  readonly shown: readonly string[];
  /** Rows in which the merged cells on the left of the figures begin, outermost first; empty where there are none. */
  readonly groups: readonly number[];
  /** The column of the innermost of these, or -1. */
  readonly groupColumn: number;
  /** Columns whose figure stands for several rows. */
  readonly shared: ReadonlySet<number>;
}

/** One for each row of the table; `figures` is the first column of figures. */
export function mergedRows(table: Table, figures: number): readonly MergedRow[] {
  const rows = [table.header, ...table.rows];
  if (!rows.some(isMergedRow)) return table.rows.map(plainRow);
  const origins = originsOf(rows);
  return table.rows.map((row, index) => {
    const groups: number[] = [];
    const shared = new Set<number>();
    let groupColumn = -1;
    row.cells.forEach((_, column) => {
      const origin = origins[index + 1]?.[column];
      if (!origin || (origin.row === index && origins[index + 2]?.[column] !== origin)) return;
      if (column >= figures) {
        shared.add(column);
      } else if (origin.column === column) {
        groups.push(origin.row);
        groupColumn = column;
      }
    });
    const shown = row.cells.map((cell, column) => {
      const origin = cell.covered === 'up' ? origins[index + 1]?.[column] : undefined;
      return compactText(origin?.column === column ? rows[origin.row + 1]?.cells[column] : cell);
    });
    return { row, index, shown, groups, groupColumn, shared };
  });
}

/** Of a row with no merged cells around. */
export const plainRow = (row: Row, index: number): MergedRow => ({
  row,
  index,
  shown: row.cells.map(compactText),
  groups: [],
  groupColumn: -1,
  shared: new Set(),
});
