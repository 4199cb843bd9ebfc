import type { CellBudget } from '../limits';
import type { CountedCell, CountedTable } from '../ordered';

type Attributes = Readonly<Record<string, string>>;

/** A cell while it is scanned. */
export interface OpenCell extends CountedCell {
  readonly paragraphs: string[];
  span: number;
  /** What `w:vMerge` and `w:hMerge` say. */
  down?: string;
  across?: string;
  /** Unknown until its content begins: then its properties have been read. */
  covered?: boolean;
}

export interface OpenTable extends CountedTable {
  readonly rows: (readonly (OpenCell | undefined)[])[];
  /** The cell at each place of the row that is open. */
  row: (OpenCell | undefined)[];
  deleted: boolean;
  /** How many cells are written in the row. */
  rowCells: number;
  /** All cells that are written in the table. */
  readonly cells: OpenCell[];
  after: number;
  cell: OpenCell | null;
  /** Places taken. */
  size: number;
}

export const newTable = (): OpenTable => ({
  rows: [],
  row: [],
  deleted: false,
  rowCells: 0,
  cells: [],
  after: 0,
  cell: null,
  size: 0,
});

const whole = (attributes: Attributes): number => {
  const value = Number.parseInt(attributes['w:val'] ?? '', 10);
  return Number.isNaN(value) ? 0 : value;
};

export function openRow(table: OpenTable): void {
  Object.assign(table, { row: [], deleted: false, rowCells: 0, after: 0 });
}

/** A child of `w:trPr` (ECMA-376 part 1, §17.4.15, §17.4.14, §17.13.5.12). */
export function noteRow(table: OpenTable, name: string, attributes: Attributes, budget: CellBudget): void {
  if (name === 'w:del') table.deleted = true;
  else if (name === 'w:gridAfter') table.after = Math.max(0, whole(attributes));
  else if (name === 'w:gridBefore') put(table, undefined, Math.max(0, whole(attributes)), budget);
}

export function openCell(table: OpenTable): OpenCell {
  table.cell = { paragraphs: [], span: 1 };
  return table.cell;
}

/** A child of `w:tcPr` (§17.4.17, §17.4.84, §17.4.22). A merge without value goes on. */
export function noteCell(cell: OpenCell, name: string, attributes: Attributes): void {
  if (name === 'w:gridSpan') cell.span = Math.max(1, whole(attributes));
  else if (name === 'w:vMerge') cell.down = attributes['w:val'] ?? 'continue';
  else if (name === 'w:hMerge') cell.across = attributes['w:val'] ?? 'continue';
}

/** Gives a cell its place, or that place to the cell that covers it. */
export function placeCell(table: OpenTable, cell: OpenCell, budget: CellBudget): void {
  if (cell.covered !== undefined) return;
  const left = cell.across === 'continue' ? table.row.at(-1) : undefined;
  const owner =
    left ?? (cell.down === 'continue' ? table.rows.at(-1)?.[table.row.length] : undefined) ?? cell;
  cell.covered = owner !== cell;
  table.rowCells++;
  table.cells.push(cell);
  put(table, owner, cell.span, budget);
}

function put(table: OpenTable, cell: OpenCell | undefined, times: number, budget: CellBudget): void {
  table.size = budget.take(table.size, times);
  for (let count = 0; count < times; count++) table.row.push(cell);
}

export function closeRow(table: OpenTable, budget: CellBudget): void {
  if (table.deleted || table.rowCells === 0) return;
  put(table, undefined, table.after, budget);
  table.rows.push(table.row);
}
