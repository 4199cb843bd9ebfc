import { type CellSpan, isMergedRow, spansOf } from '../../../shared/merged-cells';
import type { Row, Table } from '../../../shared/model/document';
import { breakPoints } from './breaks';
import type { ColumnContent, WideContent } from './columns';
import type { FontChooser } from './fonts';
import { type Glyph, glyphsOf, LINE_BREAK, type TextStyle } from './glyphs';

/** A place of a table, measured. */
export interface MeasuredCell {
  readonly glyphs: readonly Glyph[];
  /** How many columns and rows the cell reaches over; 0 for a place under a neighbour's cell. */
  readonly columns: number;
  readonly rows: number;
}

/** A table's cells, measured in type of one size. All rows have as many cells. */
export interface Grid {
  readonly style: TextStyle;
  readonly header: readonly (readonly MeasuredCell[])[];
  readonly rows: readonly (readonly MeasuredCell[])[];
  /** What the cells of each column alone hold. */
  readonly own: readonly ColumnContent[];
  /** What the cells over several columns hold. */
  readonly wide: readonly WideContent[];
}

const tableStyle = (size: number): TextStyle => ({ font: 'FangSong', size, spacing: 0, pitch: size * 1.45 });

/** Measures a table of `count` columns in type of a size. */
export function measureTable(source: Table, count: number, size: number, fonts: FontChooser): Grid {
  const style = tableStyle(size);
  const spans = isMerged(source) ? spansOf(source) : null;
  const read = (row: Row, index: number, font: TextStyle['font']): readonly MeasuredCell[] => {
    const face = { ...style, font };
    return Array.from({ length: count }, (_, column) => {
      const span = spans?.[index]?.[column];
      const text = span && !isOwn(span, index, column) ? '' : (row.cells[column]?.prose.text.trim() ?? '');
      const { columns = 1, rows = 1 } = span ?? {};
      return { glyphs: glyphsOf(text, face, fonts), columns, rows };
    });
  };
  const last = source.headerRows;
  const all = [source.header, ...source.rows].map((row, index) =>
    read(row, index, index <= last ? 'HeiTi' : style.font),
  );
  const own = Array.from({ length: count }, (_, column) =>
    contentOf(
      all.flatMap((row) => (row[column]?.columns === 1 ? [row[column].glyphs] : [])),
      size,
    ),
  );
  const wide = all.flatMap((row) => wideContents(row, size));
  return { style, header: all.slice(0, last + 1), rows: all.slice(last + 1), own, wide };
}

const isMerged = ({ header, rows }: Table): boolean => isMergedRow(header) || rows.some(isMergedRow);

const isOwn = ({ origin, columns }: CellSpan, index: number, column: number): boolean =>
  columns > 0 && origin.row === index - 1 && origin.column === column;

const wideContents = (row: readonly MeasuredCell[], size: number): readonly WideContent[] =>
  row.flatMap(({ glyphs, columns }, from) =>
    columns > 1 ? [{ from, columns, content: contentOf([glyphs], size) }] : [],
  );

/** A word longer than this share of the size may be broken; a number never is. */
const LONG_WORD = 8;

function contentOf(cells: readonly (readonly Glyph[])[], size: number): ColumnContent {
  const content = { least: 0, most: 0, total: 0 };
  for (const cell of cells) {
    const allowed = breakPoints(cell);
    let [piece, line, isWord] = [0, 0, false];
    for (let index = 0; index < cell.length; index += 1) {
      const { character, width } = cell[index] as Glyph;
      if (allowed[index] || character === LINE_BREAK) [piece, isWord] = [0, false];
      if (character === LINE_BREAK) line = 0;
      if (isLetter(character)) isWord = true;
      piece += width;
      line += width;
      content.total += width;
      const held = isWord ? Math.min(piece, LONG_WORD * size) : piece;
      if (held > content.least) content.least = held;
      if (line > content.most) content.most = line;
    }
  }
  // A little room, so that what just fits is not broken by rounding.
  return { least: content.least + 0.1, most: content.most + 0.1, total: content.total };
}

const isLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character === '/';
