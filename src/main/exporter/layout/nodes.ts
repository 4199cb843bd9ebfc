import type { Content, ContentTable, ContentText, CustomTableLayout } from 'pdfmake/interfaces';
import type { Alignment, CellBox, RowBox, TableFrame } from './boxes';
import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import { STYLES } from './styles';
import { CELL_PADDING, RULE } from './table';

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
  const body = whole.map((row) => row.cells.map((cell) => cellNode(cell, row, style)));
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

/** Stands in the middle of its row, or at the top when the row is split between pages. */
function cellNode(cell: CellBox, row: RowBox, style: TextStyle): Content {
  const spare = row.isFirst && row.isLast ? lineCount(row) - cell.lines.length : 0;
  const slack = cell.align === 'left' ? -CELL_PADDING.side : 0;
  const lines = cell.lines.map((line, index) => {
    const drop = index === 0 ? (spare * style.pitch) / 2 : 0;
    return textNode(line, style, cell.align, [0, drop, slack, 0]);
  });
  return { stack: lines.length > 0 ? lines : [{ text: '', fontSize: style.size }] };
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
