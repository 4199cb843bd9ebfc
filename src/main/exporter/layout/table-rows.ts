import type { Alignment, CellBox, RowBox } from './boxes';
import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import type { Part } from './parts';
import type { MeasuredCell } from './table-cells';

/** A cell set into lines. */
export interface SetCell extends Pick<MeasuredCell, 'columns' | 'rows'> {
  readonly lines: readonly Line[];
  readonly align: Alignment;
  /** Its node in the structure tree; null for a place under a neighbour's cell and for what is shown again. */
  readonly part: Part | null;
}

/** The text of a cell over several rows is shared out among them, from the top, so that none must be torn from it. */
export function cellBoxes(rows: readonly (readonly SetCell[])[]): readonly (readonly CellBox[])[] {
  const boxes: CellBox[][] = rows.map((row) =>
    row.map(({ lines, align, columns, rows: down, part }) => ({
      lines: down === 1 ? lines : [],
      align,
      columns,
      merged: null,
      part,
    })),
  );
  const heights = boxes.map((row) => Math.max(1, ...row.map((cell) => cell.lines.length)));
  for (const { cell, row, column } of tallCells(rows)) {
    makeRoom(heights, row, cell);
    const merged = { lines: cell.lines };
    let from = 0;
    for (let down = row; down < row + cell.rows; down++) {
      const to = Math.min(from + (heights[down] ?? 1), cell.lines.length);
      const line = boxes[down];
      if (line)
        line[column] = {
          lines: cell.lines.slice(from, to),
          align: cell.align,
          columns: cell.columns,
          merged,
          part: cell.part,
        };
      from = to;
    }
  }
  return boxes;
}

interface TallCell {
  readonly cell: SetCell;
  readonly row: number;
  readonly column: number;
}

/** Cells over several rows, the lowest first: they make room for those around them. */
const tallCells = (rows: readonly (readonly SetCell[])[]): readonly TallCell[] =>
  rows
    .flatMap((cells, row) =>
      cells.flatMap((cell, column): TallCell[] => (cell.rows > 1 ? [{ cell, row, column }] : [])),
    )
    .sort((a, b) => a.cell.rows - b.cell.rows);

/** Lets rows grow evenly until all lines of the cell stand beside them. `heights` in lines. */
function makeRoom(heights: number[], row: number, { rows, lines }: SetCell): void {
  const have = heights.slice(row, row + rows).reduce((sum, height) => sum + height, 0);
  const lack = Math.max(0, lines.length - have);
  for (let down = 0; down < rows; down++) {
    const share = Math.floor(lack / rows) + (down < lack % rows ? 1 : 0);
    heights[row + down] = (heights[row + down] ?? 1) + share;
  }
}

/** A row of more lines than this may go on on the next page, in steps of a few lines. */
const WHOLE_LINES = 10;
const STEP_LINES = 4;

/** A row as boxes: one, or several for a tall one. `frame`: its height beside its lines. */
export function rowBoxes(
  cells: readonly CellBox[],
  style: TextStyle,
  frame: number,
  place: Pick<RowBox, 'table' | 'row' | 'keep'>,
): readonly RowBox[] {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const step = lines > WHOLE_LINES ? STEP_LINES : lines;
  const parts: RowBox[] = [];
  for (let from = 0; from < lines; from += step) {
    const isFirst = from === 0;
    const height = Math.min(step, lines - from) * style.pitch + (isFirst ? frame : 0);
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + step) }));
    const isLast = from + step >= lines;
    parts.push({ kind: 'row', height, ...place, isFirst, isLast, cells: part });
  }
  return parts;
}

/**
 * Which rows stay on one page with the next: those of a merged cell, as long as all that keeps together is no higher
 * than `most`. `heights` in points, one for each row.
 */
export function keptRows(
  rows: readonly (readonly SetCell[])[],
  heights: readonly number[],
  most: number,
): readonly boolean[] {
  const kept = rows.map(() => false);
  const above: number[] = [0];
  for (const height of heights) above.push((above.at(-1) ?? 0) + height);
  let [start, end] = [0, 0];
  rows.forEach((cells, row) => {
    if (row >= end) start = row;
    const downs = cells.map((cell) => row + cell.rows).sort((a, b) => b - a);
    const fitting = downs.find((down) => (above[down] ?? 0) - (above[start] ?? 0) <= most) ?? row + 1;
    for (let down = Math.max(row, end - 1); down < fitting - 1; down++) kept[down] = true;
    end = Math.max(end, fitting);
  });
  return kept;
}
