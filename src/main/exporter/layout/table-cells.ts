import { type CellSpan, spansOf } from '../../../shared/merged-cells';
import type { Row, Table } from '../../../shared/model/document';
import { breakPoints } from './breaks';
import { type ColumnContent, type WideContent, withWideCells } from './columns';
import type { FontChooser } from './fonts';
import { type Glyph, glyphsOf, LINE_BREAK, type TextStyle } from './glyphs';

/** A place of a table, measured. */
export interface MeasuredCell {
  readonly glyphs: readonly Glyph[];
  /** How many columns and rows the cell reaches over; 0 for a place under a neighbour's cell. */
  readonly columns: number;
  readonly rows: number;
}

/** A table's cells, measured. All rows have as many cells. */
export interface Grid {
  readonly style: TextStyle;
  readonly header: readonly (readonly MeasuredCell[])[];
  readonly rows: readonly (readonly MeasuredCell[])[];
  /** What each column needs, cells over several columns included. */
  readonly columns: readonly ColumnContent[];
  /** What the cells of each column alone hold. */
  readonly own: readonly ColumnContent[];
}

const tableStyle = (size: number): TextStyle => ({ font: 'FangSong', size, spacing: 0, pitch: size * 1.45 });

/** Measures a table of `count` columns in type of a size. `between`: as `withWideCells`. */
export function measureTable(
  source: Table,
  count: number,
  size: number,
  between: number,
  fonts: FontChooser,
): Grid {
  const style = tableStyle(size);
  const spans = spansOf(source);
  const read = (row: Row, index: number, font: TextStyle['font']): readonly MeasuredCell[] =>
    Array.from({ length: count }, (_, column) => {
      const span = spans[index]?.[column];
      const text = span && !isOwn(span, index, column) ? '' : (row.cells[column]?.prose.text.trim() ?? '');
      const { columns = 1, rows = 1 } = span ?? {};
      return { glyphs: glyphsOf(text, { ...style, font }, fonts), columns, rows };
    });
  const last = source.headerRows;
  const all = [source.header, ...source.rows].map((row, index) =>
    read(row, index, index <= last ? 'HeiTi' : style.font),
  );
  const own = Array.from({ length: count }, (_, column) =>
    contentOf(all.flatMap((row) => (row[column]?.columns === 1 ? [row[column].glyphs] : []))),
  );
  const columns = withWideCells(own, all.flatMap(wideContents), between);
  return { style, header: all.slice(0, last + 1), rows: all.slice(last + 1), columns, own };
}

const isOwn = ({ origin, columns }: CellSpan, index: number, column: number): boolean =>
  columns > 0 && origin.row === index - 1 && origin.column === column;

const wideContents = (row: readonly MeasuredCell[]): readonly WideContent[] =>
  row.flatMap(({ glyphs, columns }, from) =>
    columns > 1 ? [{ from, columns, content: contentOf([glyphs]) }] : [],
  );

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
