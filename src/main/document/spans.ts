import type { Cell, Row, Table } from '../../shared/model/document';

/** How a cell that a merged neighbour reaches into is written in the working text. */
export const COVERED_LEFT = '<<';
export const COVERED_UP = '^^';

/** A cell's place in a table; row -1 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

const rowAt = (table: Pick<Table, 'header' | 'rows'>, row: number): Row | undefined =>
  row < 0 ? table.header : table.rows[row];

/** The place whose content a cell shows: its own, or that of the merged cell that covers it. */
export function originOf(table: Pick<Table, 'header' | 'rows'>, place: CellPlace): CellPlace {
  let { row, column } = place;
  for (;;) {
    const covered = rowAt(table, row)?.cells[column]?.covered;
    if (covered === 'left' && column > 0) column--;
    else if (covered === 'up' && row >= 0 && rowAt(table, row - 1)?.cells[column]) row--;
    else return { row, column };
  }
}

/** The cell that is shown at a place; undefined outside the table. */
export function cellAt(table: Pick<Table, 'header' | 'rows'>, place: CellPlace): Cell | undefined {
  const { row, column } = originOf(table, place);
  return rowAt(table, row)?.cells[column];
}

/** Figures stand below a header, years and months in it. */
const FIGURE = /^[-+−－△▲（(]?\s*(?!(?:19|20)\d{2}(?:年|$))\d[\d,，.]*[%％‰]?\s*[）)]?$/;

const holdsFigure = (row: Row | undefined): boolean =>
  row?.cells.some((cell) => FIGURE.test(cell.prose.text.trim())) ?? false;

const isTitle = (row: Row | undefined): boolean =>
  (row?.cells.length ?? 0) > 1 && (row?.cells.slice(1).every((cell) => cell.covered === 'left') ?? false);

/**
 * How many body rows belong to a header with merged cells. A header goes on below a title that spans all columns,
 * below a cell that groups several columns, and as far as a cell of its own reaches down.
 */
export function headerRowsOf(header: Row, rows: readonly Row[]): number {
  let count = 0;
  for (const row of rows) {
    const above = count === 0 ? header : rows[count - 1];
    const reachesDown = row.cells.some((cell) => cell.covered === 'up');
    const grouped = above?.cells.some((cell) => cell.covered === 'left') ?? false;
    if (!reachesDown && !grouped) break;
    if (holdsFigure(row) || count === rows.length - 1) break;
    // A first body row may open a group that reaches down (类别 over three rows): then nothing above it groups.
    if (reachesDown && !grouped && !isTitle(above) && !fillsGap(row)) break;
    count++;
  }
  return count;
}

/** A lower header row under cells that reach down has texts of its own only where the header parts. */
const fillsGap = (row: Row): boolean =>
  row.cells.filter((cell) => cell.covered === 'up').length * 2 >= row.cells.length;
