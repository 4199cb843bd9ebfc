import { isAmountColumn } from '../../../shared/amount-column';
import { headerIsApart } from '../../../shared/merged-cells';
import type { Table } from '../../../shared/model/document';
import { type Alignment, HEADER, type RowBox, type TableFrame } from './boxes';
import { type ColumnContent, columnWidths } from './columns';
import type { FontChooser } from './fonts';
import { linesOf } from './lines';
import { TEXT_AREA } from './page';
import { addPart, type Part } from './parts';
import type { Grid, MeasuredCell } from './table-cells';
import { betweenColumns, innerWidth, planTable, RULE, type TablePlan } from './table-plan';
import { cellBoxes, keptRows, rowBoxes, type SetCell } from './table-rows';

export { RULE };

/** Above and below a cell's text. */
export const CELL_PADDING = 4;

/** A header of more rows or points than this is not repeated; merged rows higher than this may be torn apart. */
const MOST_REPEATED = 4;
const MOST_KEPT = TEXT_AREA.height / 3;

/** What a row takes beside its lines. */
export const ROW_FRAME = 2 * CELL_PADDING + RULE;

export interface LaidTable {
  /** Its pages lie on their side. */
  readonly turned: boolean;
  /** One for each group of columns, as `tables`. */
  readonly frames: readonly TableFrame[];
  /** The rows of each group; nearly always there is one. */
  readonly tables: readonly (readonly RowBox[])[];
}

/** Lays a table out over the full measure. `first` tells its rows from those of other tables; `part` is its node. */
export function layoutTable(source: Table, first: number, fonts: FontChooser, part: Part): LaidTable {
  const count = Math.max(1, source.header.cells.length, ...source.rows.map((row) => row.cells.length));
  const plan = planTable(source, count, fonts);
  const rowParts = [source.header, ...source.rows].map(() => addPart(part, 'TR'));
  const laid = plan.groups.map((group, at) => layoutGroup(source, plan, group, first + at, at > 0, rowParts));
  return { turned: plan.turned, frames: laid.map((one) => one.frame), tables: laid.map((one) => one.rows) };
}

interface LaidGroup {
  readonly frame: TableFrame;
  readonly rows: readonly RowBox[];
}

/** `again`: the first column stands here once more, for the eye only. */
function layoutGroup(
  source: Table,
  plan: TablePlan,
  group: readonly number[],
  table: number,
  again: boolean,
  rowParts: readonly Part[],
): LaidGroup {
  const grid = pickColumns(plan.grid, group);
  const columns = group.map((column) => plan.columns[column] ?? { least: 0, most: 0, total: 0 });
  const widths = columnWidths(columns, innerWidth(plan, group.length));
  const set = withParts(setRows(grid, widths, plan.side), rowParts, grid.header.length, again);
  const boxes = cellBoxes(set);
  const whole = boxes.map((cells, at) => rowBoxes(cells, grid.style, ROW_FRAME, placeOf(at, grid, table)));
  const heights = whole.map((parts) => parts.reduce((sum, one) => sum + one.height, 0));
  const kept = keptRows(set, heights, MOST_KEPT);
  const rows = whole.map((parts, at) => (kept[at] ? parts.map((one) => ({ ...one, keep: true })) : parts));
  const header = rows.slice(0, grid.header.length);
  const isShort = header.length <= MOST_REPEATED && header.every((parts) => parts.length === 1);
  const height = heights.slice(0, header.length).reduce((sum, one) => sum + one, 0);
  const repeated = isShort && height <= MOST_KEPT && headerIsApart(source) ? header.flat() : [];
  return { frame: { widths, side: plan.side, style: grid.style, header: repeated }, rows: rows.flat() };
}

/** The header's rows end with row `HEADER` and keep with what follows. */
const placeOf = (at: number, grid: Grid, table: number): Pick<RowBox, 'table' | 'row' | 'keep'> => {
  const row = at - grid.header.length;
  return { table, row, keep: row <= HEADER };
};

function pickColumns(grid: Grid, group: readonly number[]): Grid {
  if (group.length === grid.own.length) return grid;
  const pick = <T>(all: readonly T[]): T[] => group.flatMap((column) => all.slice(column, column + 1));
  return {
    ...grid,
    header: grid.header.map(pick),
    rows: grid.rows.map(pick),
    own: pick(grid.own),
  };
}

/** Gives each cell that is not covered by another its node. */
function withParts(
  set: readonly (readonly SetCell[])[],
  rowParts: readonly Part[],
  headerRows: number,
  again: boolean,
): readonly (readonly SetCell[])[] {
  return set.map((cells, at) => {
    const rowPart = rowParts[at];
    return cells.map((cell, column) => {
      if (!rowPart || cell.columns === 0 || (again && column === 0)) return cell;
      const { columns, rows } = cell;
      return { ...cell, part: addPart(rowPart, at < headerRows ? 'TH' : 'TD', { columns, rows }) };
    });
  });
}

/** Sets all cells into lines, header first. */
function setRows(grid: Grid, widths: readonly number[], side: number): readonly (readonly SetCell[])[] {
  const alignments = grid.own.map((column, index) =>
    columnAlignment(grid, index, column, widths[index] ?? 0),
  );
  const set = (cell: MeasuredCell, column: number, align: Alignment): SetCell => {
    const over = widths.slice(column, column + Math.max(1, cell.columns));
    const width = over.reduce((sum, one) => sum + one, betweenColumns(side) * (over.length - 1));
    const lines = linesOf(cell.glyphs, grid.style, { width: width || 1, holdsUnit: true });
    const { columns, rows } = cell;
    const own = columns > 1 ? (lines.length > 1 ? 'left' : 'center') : align;
    return { lines, columns, rows, align: own, part: null };
  };
  const header = grid.header.map((row) => row.map((cell, column) => set(cell, column, 'center')));
  const body = grid.rows.map((row) =>
    row.map((cell, column) => set(cell, column, alignments[column] ?? 'left')),
  );
  return [...header, ...body];
}

/** What sharing out the measure may take from a column that is just as wide as its text. */
const ROUNDING = 0.01;

/** Amounts to the right, so that their digits stand below each other; short text to the middle; long text to the left. */
function columnAlignment(grid: Grid, index: number, column: ColumnContent, width: number): Alignment {
  const textOf = (cell: MeasuredCell | undefined): string =>
    cell?.columns === 1 ? cell.glyphs.map((glyph) => glyph.character).join('') : '';
  const header = grid.header.map((row) => textOf(row[index])).join('');
  const texts = grid.rows.map((row) => textOf(row[index]));
  if (isAmountColumn(header, texts)) return 'right';
  // Centred as long as it stays on one line: so reads the form, and readers by position keep the rows' order.
  return column.most > width + ROUNDING ? 'left' : 'center';
}
