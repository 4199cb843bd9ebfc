import type {
  ContentStack,
  ContentTable,
  ContentText,
  CustomTableLayout,
  TableCell,
} from 'pdfmake/interfaces';
import type { Alignment, MergedCell, RowBox, TableFrame } from './boxes';
import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import { STYLES } from './styles';
import { CELL_PADDING, ROW_FRAME, RULE } from './table';

/** One line as pdfmake draws it. `margin`: left, top, right, bottom, in points. */
export function textNode(
  line: Line,
  style: TextStyle,
  alignment: Alignment,
  margin: [number, number, number, number],
): ContentText {
  const text = line.runs.map((run) => ({ text: run.text, font: run.font }));
  const lineHeight = style.pitch / style.size;
  const spacing = Math.round(line.spacing * 10000) / 10000;
  return {
    text,
    fontSize: style.size,
    lineHeight,
    characterSpacing: spacing,
    alignment,
    margin,
    // Lines are broken already; spaces at either end are meant.
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  };
}

/** The rows of one table that stand on one page. `space`: white space above, in points. */
export function tableNode(
  rows: readonly RowBox[],
  frame: TableFrame | undefined,
  space: number,
): ContentTable {
  const style = frame?.style ?? STYLES.body;
  const whole = joinParts(rows);
  const body = whole.map((row, at) => row.cells.map((_, column) => placeNode(whole, at, column, style)));
  return {
    table: {
      widths: [...(frame?.widths ?? [])],
      heights: whole.map((row) => lineCount(row) * style.pitch),
      body,
    },
    layout: tableLayout(style),
    margin: [0, space, 0, 0],
  };
}

/** Parts of one row that stand on one page become one row again. */
function joinParts(rows: readonly RowBox[]): readonly RowBox[] {
  const joined: RowBox[] = [];
  for (const part of rows) {
    const before = joined[joined.length - 1];
    if (before?.row !== part.row) {
      joined.push(part);
      continue;
    }
    const cells = before.cells.map((cell, index) => ({
      ...cell,
      lines: cell.lines.concat(part.cells[index]?.lines ?? []),
    }));
    joined[joined.length - 1] = { ...before, cells, isLast: part.isLast };
  }
  return joined;
}

const lineCount = (row: RowBox): number => Math.max(1, ...row.cells.map((cell) => cell.lines.length));

/** What stands at one place of a page's rows; a place under a neighbour's cell is empty. */
function placeNode(rows: readonly RowBox[], at: number, column: number, style: TextStyle): TableCell {
  const row = rows[at];
  const cell = row?.cells[column];
  if (!row || !cell || cell.columns === 0) return {};
  const columns = cell.columns > 1 ? { colSpan: cell.columns } : {};
  if (!cell.merged) return { ...cellNode(cell.lines, cell.align, [row], style), ...columns };
  const isPart = (one: RowBox | undefined): boolean => one?.cells[column]?.merged === cell.merged;
  if (isPart(rows[at - 1])) return {};
  let end = at + 1;
  while (isPart(rows[end])) end += 1;
  const beside = rows.slice(at, end);
  const lines = linesBeside(cell.merged, beside, column);
  const down = beside.length > 1 ? { rowSpan: beside.length } : {};
  return { ...cellNode(lines, cell.align, beside, style), ...columns, ...down };
}

/** Those lines of a cell over several rows that belong to this page; all of them again where it has none of its own. */
function linesBeside(merged: MergedCell, rows: readonly RowBox[], column: number): readonly Line[] {
  const own = rows.flatMap((row) => row.cells[column]?.lines ?? []);
  return own.length === 0 && merged.lines.length <= linesOf(rows) ? merged.lines : own;
}

const linesOf = (rows: readonly RowBox[]): number => rows.reduce((sum, row) => sum + lineCount(row), 0);

/** Stands in the middle of its rows, or at the top when they are split between pages. */
function cellNode(
  lines: readonly Line[],
  align: Alignment,
  rows: readonly RowBox[],
  style: TextStyle,
): ContentStack {
  const isWhole = rows[0]?.isFirst === true && rows.at(-1)?.isLast === true;
  const room = linesOf(rows) * style.pitch + (rows.length - 1) * ROW_FRAME;
  const spare = isWhole ? room - lines.length * style.pitch : 0;
  const slack = align === 'left' ? -CELL_PADDING.side : 0;
  const nodes = lines.map((line, index) =>
    textNode(line, style, align, [0, index === 0 ? spare / 2 : 0, slack, 0]),
  );
  return { stack: nodes.length > 0 ? nodes : [{ text: '', fontSize: style.size }] };
}

function tableLayout(style: TextStyle): CustomTableLayout {
  // Leading hangs below a line: half of it moves above, so that text stands in the middle of its cell.
  const shift = Math.min((style.pitch - style.size) / 2, CELL_PADDING.bottom);
  return {
    hLineWidth: () => RULE,
    vLineWidth: () => RULE,
    paddingLeft: () => CELL_PADDING.side,
    paddingRight: () => CELL_PADDING.side,
    paddingTop: () => CELL_PADDING.top + shift,
    paddingBottom: () => CELL_PADDING.bottom - shift,
  };
}
