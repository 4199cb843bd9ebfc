import type { SheetCell } from '../../../shared/model/ledger';
import { BOUNDS, ImportError } from '../bounds';
import { brokenSheet, type CellRange } from './a1';

/** Cells of one sheet's used rectangle, and of all sheets. */
const MOST_CELLS = BOUNDS.cells;
const TOO_LARGE = `表格过大，超过 ${MOST_CELLS / 10_000} 万格；请删去用不到的行列，或分成几份再导入`;

export const EMPTY_CELL: SheetCell = { text: '', number: '', date: '' };
const COVERED: Readonly<Record<'left' | 'up', SheetCell>> = {
  left: { ...EMPTY_CELL, covered: 'left' },
  up: { ...EMPTY_CELL, covered: 'up' },
};

/** What all sheets of a file may still take. */
export interface Budget {
  cells: number;
  characters: number;
}

export const newBudget = (): Budget => ({ cells: MOST_CELLS, characters: BOUNDS.characters });

/** Counts cells, or throws `ImportError` `too-large`. */
export function spendCells(budget: Budget, cells: number): void {
  budget.cells -= cells;
  if (!(budget.cells >= 0)) throw new ImportError('too-large', TOO_LARGE);
}

export function spendText(budget: Budget, text: string): void {
  budget.characters -= text.length;
  if (budget.characters < 0) throw new ImportError('too-large', '表格里的文字过多，超出可处理的范围');
}

/** Cells with content as they stand in the file, in three columns of one table. */
export interface SparseCells {
  readonly rows: number[];
  readonly columns: number[];
  readonly cells: SheetCell[];
}

export interface Grid {
  readonly top: number;
  readonly left: number;
  readonly rows: SheetCell[][];
  /** Content below a merged cell, which no program shows: row and column on the sheet. */
  readonly buried: readonly (readonly [number, number])[];
}

/**
 * The used rectangle as a full grid. Its size is checked before anything is allocated: two cells may stand at
 * opposite corners of a sheet. Throws `ImportError`: `too-large`; `broken-workbook` for a cell given twice and for
 * merged cells that overlap.
 */
export function gridOf(sparse: SparseCells, merges: readonly CellRange[], budget: Budget): Grid {
  if (sparse.cells.length === 0) return { top: 0, left: 0, rows: [], buried: [] };
  const content = contentRange(sparse);
  // Merged cells away from all content show nothing.
  const shown = merges.filter((merge) => meets(merge, content));
  const used = usedRange(content, shown);
  const { row: top, column: left } = used.from;
  const height = used.to.row - top + 1;
  const width = used.to.column - left + 1;
  spendCells(budget, height * width);
  const rows = Array.from({ length: height }, () => new Array<SheetCell>(width).fill(EMPTY_CELL));
  sparse.cells.forEach((cell, index) => {
    const row = rows[(sparse.rows[index] ?? 0) - top];
    const column = (sparse.columns[index] ?? 0) - left;
    if (!row || row[column] !== EMPTY_CELL) throw brokenSheet();
    row[column] = cell;
  });
  const buried = shown.flatMap((merge) => coverBy(merge, rows, used));
  return { top, left, rows, buried };
}

const contentRange = ({ rows, columns }: SparseCells): CellRange => ({
  from: { row: least(rows), column: least(columns) },
  to: { row: most(rows), column: most(columns) },
});

/** The rectangle around all content, and around the first cells of what is merged into it: they are shown there. */
function usedRange(content: CellRange, merges: readonly CellRange[]): CellRange {
  let { row, column } = content.from;
  for (const { from } of merges) {
    row = Math.min(row, from.row);
    column = Math.min(column, from.column);
  }
  return { from: { row, column }, to: content.to };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

const meets = (one: CellRange, other: CellRange): boolean =>
  one.from.row <= other.to.row &&
  one.to.row >= other.from.row &&
  one.from.column <= other.to.column &&
  one.to.column >= other.from.column;

function coverBy(merge: CellRange, rows: SheetCell[][], used: CellRange): (readonly [number, number])[] {
  const buried: (readonly [number, number])[] = [];
  const lastRow = Math.min(merge.to.row, used.to.row);
  const lastColumn = Math.min(merge.to.column, used.to.column);
  for (let row = merge.from.row; row <= lastRow; row++) {
    const cells = rows[row - used.from.row];
    for (let column = merge.from.column; column <= lastColumn; column++) {
      const at = column - used.from.column;
      if (cells?.[at]?.covered) throw brokenSheet();
      if (!cells || (row === merge.from.row && column === merge.from.column)) continue;
      if (cells[at] !== EMPTY_CELL) buried.push([row, column]);
      cells[at] = COVERED[column > merge.from.column ? 'left' : 'up'];
    }
  }
  return buried;
}
