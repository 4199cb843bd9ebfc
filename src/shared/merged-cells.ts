import type { Cell, Row, Table } from './model/document';

/** A cell's place in a table; row -1 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** How a place of a table is drawn. */
export interface CellSpan {
  /** Whose content stands here. Another place than its own for what is left of a merged cell that is no rectangle. */
  readonly origin: CellPlace;
  /** How many columns and rows are drawn as one; 0 where a neighbour's cell is drawn over this place. */
  readonly columns: number;
  readonly rows: number;
}

type Cells = Pick<Table, 'header' | 'rows'>;

const rowAt = (table: Cells, row: number): Row | undefined => (row < 0 ? table.header : table.rows[row]);

/** The place whose content a cell shows: its own, or that of the merged cell that covers it. */
export function originOf(table: Cells, place: CellPlace): CellPlace {
  let { row, column } = place;
  for (;;) {
    const covered = rowAt(table, row)?.cells[column]?.covered;
    if (covered === 'left' && column > 0) column--;
    else if (covered === 'up' && row >= 0 && rowAt(table, row - 1)?.cells[column]) row--;
    else return { row, column };
  }
}

/** The cell that is shown at a place; undefined outside the table. */
export function cellAt(table: Cells, place: CellPlace): Cell | undefined {
  const { row, column } = originOf(table, place);
  return rowAt(table, row)?.cells[column];
}

export const isMergedRow = (row: Row): boolean => row.cells.some((cell) => cell.covered !== undefined);

/**
 * `originOf` for all cells of consecutive rows, the first of which is row `from`, in linear time. Cells of one
 * merged cell share one object.
 */
export function originsOf(rows: readonly Row[], from = -1): readonly (readonly CellPlace[])[] {
  const origins: CellPlace[][] = [];
  rows.forEach((row, index) => {
    const above = origins[index - 1];
    const own: CellPlace[] = [];
    row.cells.forEach(({ covered }, column) => {
      const merged = covered === 'left' ? own[column - 1] : covered === 'up' ? above?.[column] : undefined;
      own.push(merged ?? { row: from + index, column });
    });
    origins.push(own);
  });
  return origins;
}

/**
 * How each cell of a table is drawn, header first. A merged cell that is no rectangle is drawn in several, of which
 * the first holds its content.
 */
export function spansOf(table: Cells): readonly (readonly CellSpan[])[] {
  const origins = originsOf([table.header, ...table.rows]);
  const spans: CellSpan[][] = origins.map(() => []);
  origins.forEach((places, row) => {
    places.forEach((origin, column) => {
      if (spans[row]?.[column]) return;
      const columns = widthOf(places, column, spans[row] ?? []);
      const rows = heightOf(origins, row, column, columns);
      for (const line of spans.slice(row, row + rows)) {
        for (let across = column; across < column + columns; across++)
          line[across] = { origin, columns: 0, rows: 0 };
      }
      const line = spans[row];
      if (line) line[column] = { origin, columns, rows };
    });
  });
  return spans;
}

/** Whether no merged cell reaches out of the header into the body, so that the header can be set apart. */
export function headerIsApart({ rows, headerRows }: Pick<Table, 'rows' | 'headerRows'>): boolean {
  return rows[headerRows]?.cells.every((cell) => cell.covered !== 'up') ?? true;
}

function widthOf(places: readonly CellPlace[], column: number, drawn: readonly CellSpan[]): number {
  let end = column + 1;
  while (end < places.length && places[end] === places[column] && !drawn[end]) end++;
  return end - column;
}

function heightOf(
  origins: readonly (readonly CellPlace[])[],
  row: number,
  column: number,
  columns: number,
): number {
  const origin = origins[row]?.[column];
  let down = row + 1;
  for (; down < origins.length; down++) {
    const places = origins[down] ?? [];
    let across = column;
    while (across < column + columns && places[across] === origin) across++;
    if (across < column + columns) break;
  }
  return down - row;
}
