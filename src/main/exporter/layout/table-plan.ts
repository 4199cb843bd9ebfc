import type { Row, Table } from '../../../shared/model/document';
import { type ColumnContent, scaled, withWideCells } from './columns';
import type { FontChooser } from './fonts';
import { SIZE, TEXT_AREA } from './page';
import { type Grid, measureTable } from './table-cells';

/** Rules of a table are half a point. */
export const RULE = 0.5;

/** Between a cell's rule and its text, in points. */
const SIDE = 4;
const NARROW = 1.5;

/** How a table is set: in which type, on which pages, its columns together or in groups one below the other. */
export interface TablePlan {
  readonly grid: Grid;
  /** What each column needs, cells over several columns included. */
  readonly columns: readonly ColumnContent[];
  /** Its pages lie on their side. */
  readonly turned: boolean;
  /** Room left and right of a cell's text. */
  readonly side: number;
  /** The columns of each part, by number; all in one when the table fits. */
  readonly groups: readonly (readonly number[])[];
}

interface Attempt {
  readonly size: number;
  readonly turned: boolean;
  readonly side: number;
  /** Short words stay whole: a column of 网络支付 is not set as two lines of two. */
  readonly whole: boolean;
}

/** From the usual form to the last resort. */
const ATTEMPTS: readonly Attempt[] = [
  { size: SIZE.table, turned: false, side: SIDE, whole: true },
  { size: 10.5, turned: false, side: SIDE, whole: true },
  { size: SIZE.table, turned: false, side: SIDE, whole: false },
  { size: 10.5, turned: false, side: SIDE, whole: false },
  { size: 9, turned: false, side: SIDE, whole: false },
  { size: 10.5, turned: true, side: SIDE, whole: true },
  { size: 9, turned: true, side: SIDE, whole: false },
  { size: 7.5, turned: true, side: SIDE, whole: false },
  { size: 7.5, turned: true, side: NARROW, whole: false },
];

/** A table that fits nowhere is set in groups of columns, in this form. */
const GROUPED: Attempt = { size: 9, turned: true, side: SIDE, whole: false };

/**
 * The first form in which no number and no short word must be broken. A table is measured once: what it needs in
 * another size is in proportion.
 */
export function planTable(source: Table, count: number, fonts: FontChooser): TablePlan {
  const measured = measureTable(source, count, SIZE.table, fonts);
  const attempt = ATTEMPTS.find((one) => {
    const columns = neededColumns(measured, one);
    return sum(columns.map((column) => column.least)) <= innerWidth(one, count);
  });
  const { size, turned, side } = attempt ?? GROUPED;
  // Cells merged over columns would hold the groups together: they are drawn in pieces.
  const whole = attempt !== undefined || measured.wide.length === 0;
  const asSet = whole ? measured : measureTable(unmerged(source), count, SIZE.table, fonts);
  const grid =
    size === SIZE.table ? asSet : measureTable(whole ? source : unmerged(source), count, size, fonts);
  const columns = neededColumns(asSet, attempt ?? GROUPED);
  const all = Array.from({ length: count }, (_, column) => column);
  return { grid, columns, turned, side, groups: attempt ? [all] : groupsOf(columns, GROUPED) };
}

/** The table with each covered cell as an empty one. */
function unmerged(source: Table): Table {
  const split = (row: Row): Row => ({
    ...row,
    cells: row.cells.map(({ covered: _, ...cell }) => cell),
  });
  return { ...source, header: split(source.header), rows: source.rows.map(split) };
}

function neededColumns(measured: Grid, { size, side, whole }: Attempt): readonly ColumnContent[] {
  const by = size / SIZE.table;
  const own = measured.own.map((column) => scaled(column, by));
  const wide = measured.wide.map((cell) => ({ ...cell, content: scaled(cell.content, by) }));
  const columns = withWideCells(own, wide, betweenColumns(side));
  if (!whole) return columns;
  return columns.map((column) => ({
    ...column,
    least: Math.max(column.least, Math.min(column.most, 6 * size)),
  }));
}

/** Between two columns: a cell over both has this room besides. */
export const betweenColumns = (side: number): number => 2 * side + RULE;

/** What a number of columns share, without rules and padding. */
export function innerWidth({ turned, side }: Pick<Attempt, 'turned' | 'side'>, count: number): number {
  const measure = turned ? TEXT_AREA.height : TEXT_AREA.width;
  return Math.max(measure - RULE * (count + 1) - 2 * side * count, count);
}

/** As many columns in each group as fit; the first column, which says what a row is about, is in all of them. */
function groupsOf(columns: readonly ColumnContent[], attempt: Attempt): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let open = [0];
  const width = (group: readonly number[]): number => sum(group.map((column) => columns[column]?.least ?? 0));
  for (let column = 1; column < columns.length; column += 1) {
    const wider = [...open, column];
    if (open.length > 1 && width(wider) > innerWidth(attempt, wider.length)) {
      groups.push(open);
      open = [0, column];
    } else open = wider;
  }
  return [...groups, open];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
