import { headerIsApart } from '../../../shared/merged-cells';
import type { Table } from '../../../shared/model/document';
import { type Alignment, HEADER, type RowBox, type TableFrame } from './boxes';
import { type ColumnContent, columnWidths } from './columns';
import type { FontChooser } from './fonts';
import { linesOf } from './lines';
import { SIZE, TEXT_AREA } from './page';
import { type Grid, type MeasuredCell, measureTable } from './table-cells';
import { cellBoxes, keptRows, rowBoxes, type SetCell } from './table-rows';

/** Between a cell's rule and its text; rules are half a point. */
export const CELL_PADDING = { side: 4, top: 4, bottom: 4 };
export const RULE = 0.5;

/** A table with many columns is set smaller, down to 六号. */
const SMALLEST = 7.5;
const SIZES = [SIZE.table, 10.5, 9, SMALLEST];

/** A header of more rows or points than this is not repeated; merged rows higher than this may be torn apart. */
const MOST_REPEATED = 4;
const MOST_KEPT = TEXT_AREA.height / 3;

/** What a row takes beside its lines. */
export const ROW_FRAME = CELL_PADDING.top + CELL_PADDING.bottom + RULE;

export interface LaidTable {
  readonly frame: TableFrame;
  readonly rows: readonly RowBox[];
}

/** Between two columns: a cell over both has this room besides. */
const BETWEEN = 2 * CELL_PADDING.side + RULE;

/** Lays a table out over the full measure. `table` tells its rows from those of other tables. */
export function layoutTable(source: Table, table: number, fonts: FontChooser): LaidTable {
  const count = Math.max(1, source.header.cells.length, ...source.rows.map((row) => row.cells.length));
  const inner = TEXT_AREA.width - RULE * (count + 1) - 2 * CELL_PADDING.side * count;
  const grid = fittingGrid((size) => measureTable(source, count, size, BETWEEN, fonts), inner);
  const widths = columnWidths(grid.columns, Math.max(inner, count));
  const set = setRows(grid, widths);
  const boxes = cellBoxes(set);
  const whole = boxes.map((cells, at) => rowBoxes(cells, grid.style, ROW_FRAME, placeOf(at, grid, table)));
  const heights = whole.map((parts) => parts.reduce((sum, part) => sum + part.height, 0));
  const kept = keptRows(set, heights, MOST_KEPT);
  const rows = whole.map((parts, at) => (kept[at] ? parts.map((part) => ({ ...part, keep: true })) : parts));
  const header = rows.slice(0, grid.header.length);
  const isShort = header.length <= MOST_REPEATED && header.every((parts) => parts.length === 1);
  const height = heights.slice(0, header.length).reduce((sum, one) => sum + one, 0);
  const repeated = isShort && height <= MOST_KEPT && headerIsApart(source) ? header.flat() : [];
  return { frame: { widths, style: grid.style, header: repeated }, rows: rows.flat() };
}

/** The header's rows end with row `HEADER` and keep with what follows. */
const placeOf = (at: number, grid: Grid, table: number): Pick<RowBox, 'table' | 'row' | 'keep'> => {
  const row = at - grid.header.length;
  return { table, row, keep: row <= HEADER };
};

/** Sets all cells into lines, header first. */
function setRows(grid: Grid, widths: readonly number[]): readonly (readonly SetCell[])[] {
  const alignments = grid.own.map((column, index) =>
    columnAlignment(grid, index, column, widths[index] ?? 0),
  );
  const set = (cell: MeasuredCell, column: number, align: Alignment): SetCell => {
    const over = widths.slice(column, column + Math.max(1, cell.columns));
    const width = over.reduce((sum, one) => sum + one, BETWEEN * (over.length - 1));
    const lines = linesOf(cell.glyphs, grid.style, { width: width || 1 });
    const { columns, rows } = cell;
    return { lines, columns, rows, align: columns > 1 ? (lines.length > 1 ? 'left' : 'center') : align };
  };
  const header = grid.header.map((row) => row.map((cell, column) => set(cell, column, 'center')));
  const body = grid.rows.map((row) =>
    row.map((cell, column) => set(cell, column, alignments[column] ?? 'left')),
  );
  return [...header, ...body];
}

/**
 * The largest type in which the table fits. Short words should stay whole (a column of 网络支付 is not set as two lines of two); for that,
 * the type may be one size smaller. If nothing fits, the smallest, and columns too narrow for their words.
 */
function fittingGrid(measure: (size: number) => Grid, inner: number): Grid {
  const grids = new Map<number, Grid>();
  const at = (size: number): Grid => {
    const grid = grids.get(size) ?? measure(size);
    grids.set(size, grid);
    return grid;
  };
  for (const size of SIZES.slice(0, 2)) {
    const columns = at(size).columns.map((column) => ({ ...column, least: wholeWords(column, size) }));
    if (leastWidth(columns) <= inner) return { ...at(size), columns };
  }
  const fitting = SIZES.find((size) => leastWidth(at(size).columns) <= inner);
  return at(fitting ?? SMALLEST);
}

const wholeWords = (column: ColumnContent, size: number): number =>
  Math.max(column.least, Math.min(column.most, 6 * size));

const leastWidth = (columns: readonly ColumnContent[]): number =>
  columns.reduce((sum, column) => sum + column.least, 0);

/** What sharing out the measure may take from a column that is just as wide as its text. */
const ROUNDING = 0.01;

const NUMBER = /^[-+−–—]?[\d,，.]+(?:[十百千万亿]*[\p{Script=Han}%％‰]{0,4})?$/u;

/** Numbers to the right, so that their digits stand below each other; short text to the middle; long text to the left. */
function columnAlignment(grid: Grid, index: number, column: ColumnContent, width: number): Alignment {
  const texts = grid.rows
    .map((row) => row[index])
    .map((cell) => (cell?.columns === 1 ? cell.glyphs.map((glyph) => glyph.character).join('') : ''))
    .filter(Boolean);
  const numbers = texts.filter((text) => NUMBER.test(text) && /[.,，%％]|\d{3}/.test(text)).length;
  if (texts.length > 1 && numbers * 2 > texts.length && texts.every((text) => text.length <= 24)) {
    return 'right';
  }
  // Centred as long as it stays on one line: so reads the form, and readers by position keep the rows' order.
  return column.most > width + ROUNDING ? 'left' : 'center';
}
