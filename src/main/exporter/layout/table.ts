import type { Row, Table } from '../../../shared/model/document';
import { type Alignment, type CellBox, HEADER, type RowBox, type TableFrame } from './boxes';
import { breakPoints } from './breaks';
import { type ColumnContent, columnWidths } from './columns';
import type { FontChooser } from './fonts';
import { type Glyph, glyphsOf, LINE_BREAK, type TextStyle } from './glyphs';
import { linesOf } from './lines';
import { SIZE, TEXT_AREA } from './page';

/** Between a cell's rule and its text; rules are half a point. */
export const CELL_PADDING = { side: 4, top: 4, bottom: 4 };
export const RULE = 0.5;

/** A table with many columns is set smaller, down to 六号. */
const SMALLEST = 7.5;
const SIZES = [SIZE.table, 10.5, 9, SMALLEST];

/** A row of more lines than this may go on on the next page, in steps of a few lines. */
const WHOLE_LINES = 10;
const STEP_LINES = 4;

/** What a row takes beside its lines. */
export const ROW_FRAME = CELL_PADDING.top + CELL_PADDING.bottom + RULE;

export interface LaidTable {
  readonly frame: TableFrame;
  readonly rows: readonly RowBox[];
}

/** Lays a table out over the full measure. `table` tells its rows from those of other tables. */
export function layoutTable(source: Table, table: number, fonts: FontChooser): LaidTable {
  const count = Math.max(1, source.header.cells.length, ...source.rows.map((row) => row.cells.length));
  const inner = TEXT_AREA.width - RULE * (count + 1) - 2 * CELL_PADDING.side * count;
  const grid = fittingGrid((size) => measureTable(source, count, tableStyle(size), fonts), inner);
  const widths = columnWidths(grid.columns, Math.max(inner, count));
  const alignments = grid.columns.map((column, index) =>
    columnAlignment(grid, index, column, widths[index] ?? 0),
  );
  const set = (glyphs: readonly Glyph[], column: number, align: Alignment): CellBox => ({
    lines: linesOf(glyphs, grid.style, { width: widths[column] ?? 1 }),
    align,
  });
  const header = rowBoxes(
    grid.header.map((cell, column) => set(cell, column, 'center')),
    grid.style,
    table,
    HEADER,
  );
  const rows = grid.rows.flatMap((row, index) => {
    const cells = row.map((cell, column) => set(cell, column, alignments[column] ?? 'left'));
    return rowBoxes(cells, grid.style, table, index);
  });
  const repeated = header.length === 1 ? (header[0] ?? null) : null;
  return { frame: { widths, style: grid.style, header: repeated }, rows: [...header, ...rows] };
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

/** A table's cells, measured. */
interface Grid {
  readonly style: TextStyle;
  readonly header: readonly (readonly Glyph[])[];
  readonly rows: readonly (readonly (readonly Glyph[])[])[];
  readonly columns: readonly ColumnContent[];
}

const tableStyle = (size: number): TextStyle => ({ font: 'FangSong', size, spacing: 0, pitch: size * 1.45 });

function measureTable(source: Table, count: number, style: TextStyle, fonts: FontChooser): Grid {
  const read = (row: Row, font: TextStyle['font']) =>
    Array.from({ length: count }, (_, index) =>
      glyphsOf(row.cells[index]?.prose.text.trim() ?? '', { ...style, font }, fonts),
    );
  const header = read(source.header, 'HeiTi');
  const rows = source.rows.map((row) => read(row, style.font));
  const all = [header, ...rows];
  const columns = header.map((_, index) => contentOf(all.map((row) => row[index] ?? [])));
  return { style, header, rows, columns };
}

function contentOf(cells: readonly (readonly Glyph[])[]): ColumnContent {
  const content = { least: 0, most: 0, total: 0 };
  for (const cell of cells) {
    const allowed = breakPoints(cell);
    let [piece, line] = [0, 0];
    for (const [index, glyph] of cell.entries()) {
      if (allowed[index] || glyph.character === LINE_BREAK) piece = 0;
      if (glyph.character === LINE_BREAK) line = 0;
      piece += glyph.width;
      line += glyph.width;
      content.total += glyph.width;
      content.least = Math.max(content.least, piece);
      content.most = Math.max(content.most, line);
    }
  }
  // A little room, so that what just fits is not broken by rounding.
  return { least: content.least + 0.1, most: content.most + 0.1, total: content.total };
}

const NUMBER = /^[-+−–—]?[\d,，.]+(?:[十百千万亿]*[\p{Script=Han}%％‰]{0,4})?$/u;

/** Numbers to the right, so that their digits stand below each other; short text to the middle; long text to the left. */
function columnAlignment(grid: Grid, index: number, column: ColumnContent, width: number): Alignment {
  const texts = grid.rows
    .map((row) => (row[index] ?? []).map((glyph) => glyph.character).join(''))
    .filter(Boolean);
  const numbers = texts.filter((text) => NUMBER.test(text) && /[.,，%％]|\d{3}/.test(text)).length;
  if (texts.length > 1 && numbers * 2 > texts.length && texts.every((text) => text.length <= 24)) {
    return 'right';
  }
  // Centred as long as it stays on one line: so reads the form, and readers by position keep the rows' order.
  return column.most > width ? 'left' : 'center';
}

function rowBoxes(
  cells: readonly CellBox[],
  style: TextStyle,
  table: number,
  row: number,
): readonly RowBox[] {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const step = lines > WHOLE_LINES ? STEP_LINES : lines;
  const parts: RowBox[] = [];
  for (let from = 0; from < lines; from += step) {
    const isFirst = from === 0;
    const height = Math.min(step, lines - from) * style.pitch + (isFirst ? ROW_FRAME : 0);
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + step) }));
    const isLast = from + step >= lines;
    parts.push({ kind: 'row', height, table, row, isFirst, isLast, cells: part, keep: row === HEADER });
  }
  return parts;
}
