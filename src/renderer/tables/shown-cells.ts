import type { CellSpan } from '../../shared/merged-cells';
import type { Cell, Row, Table } from '../../shared/model/document';
import { lazyList } from '../../shared/packed/list';
import { isPacked, rowsOf, spansIn } from '../text/table-rows';

/** A place of a table with the cell whose content it shows. */
export interface ShownCell extends Pick<CellSpan, 'columns' | 'rows'> {
  readonly cell: Cell;
  /** The cell itself, or the one that covers it. */
  readonly origin: Cell;
}

export interface ShownRow {
  readonly row: Row;
  readonly cells: readonly ShownCell[];
}

/** All rows of a table, header first, with what their cells show. */
export function shownRows(table: Table): readonly ShownRow[] {
  const rows = rowsOf(table);
  const spans = spansIn(table);
  const shownRow = (row: Row, index: number): ShownRow => ({
    row,
    cells: row.cells.map((cell, column) => {
      const { origin, columns = 1, rows: down = 1 } = spans[index]?.[column] ?? {};
      const shown = origin && rows[origin.row + 1]?.cells[origin.column];
      return { cell, origin: shown ?? cell, columns, rows: down };
    }),
  });
  if (!isPacked(table)) return rows.map(shownRow);
  return lazyList({ length: rows.length, at: (index) => shownRow(rows[index] as Row, index) });
}
