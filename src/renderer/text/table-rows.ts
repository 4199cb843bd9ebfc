import type { CellSpan } from '../../shared/merged-cells';
import { isMergedRow, spansOf } from '../../shared/merged-cells';
import type { Row, Table } from '../../shared/model/document';
import { lengthReader, mayHaveKey, numberReader } from '../../shared/packed/leaves';
import { lazyList, segmentsBehind } from '../../shared/packed/list';

/** Tables of more rows are not looked through as a whole for what some of their rows tell as well. */
const MANY_ROWS = 2_000;
const NO_SPANS: readonly (readonly CellSpan[])[] = Object.freeze([]);

/** Whether a table's rows stay packed: whoever looks at all of them should not make them all. */
export const isPacked = (table: Table): boolean => segmentsBehind(table.rows) !== null;

/** All rows, the header first. */
export function rowsOf(table: Table): readonly Row[] {
  const { header, rows } = table;
  if (!isPacked(table)) return [header, ...rows];
  return lazyList({
    length: rows.length + 1,
    at: (index) => (index === 0 ? header : (rows[index - 1] as Row)),
  });
}

/** How each cell is drawn, header first; empty where no cell is merged. */
export function spansIn(table: Table): readonly (readonly CellSpan[])[] {
  const merged = mayHaveKey(table.rows, 'covered') ?? [table.header, ...table.rows].some(isMergedRow);
  return merged || isMergedRow(table.header) ? spansOf(table) : NO_SPANS;
}

/** Cells of the widest row. */
export function widthOf({ header, rows }: Table): number {
  const cells = lengthReader(rows, 'cells');
  let widest = Math.max(1, header.cells.length);
  for (let row = 0; row < rows.length; row++) widest = Math.max(widest, cells(row));
  return widest;
}

/** Units of a row's line and how many cells it has. */
export function lineReader({ rows }: Table): (row: number) => { units: number; cells: number } {
  const start = numberReader(rows, 'range.start');
  const end = numberReader(rows, 'range.end');
  const cells = lengthReader(rows, 'cells');
  return (row) => ({ units: end(row) - start(row), cells: cells(row) });
}

/** Rows of the body, evenly spread: all of a table that is not very long. */
export function* sampledRows({ rows, headerRows }: Table, most = MANY_ROWS): Generator<Row> {
  const step = Math.max(1, Math.floor((rows.length - headerRows) / most));
  for (let at = headerRows; at < rows.length; at += step) {
    const row = rows[at];
    if (row) yield row;
  }
}
