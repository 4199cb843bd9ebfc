import { compare, type Decimal, subtract, zero } from '../../../../shared/decimal';
import type { GridRow, SumGrid } from './grid';
import type { GridColumn } from './header';

/** A breakdown below an entry is looked for this far. */
const NEAR = 12;
/** In longer tables only the numbering tells entries from their parts. */
const MOST_ROWS = 600;
/** Figures of fewer digits add up by chance. */
const TELLING = 1000n;

/** Entries with the rows right below that break them down, as their figures show: 3年以上, then 3至4年 and 4至5年. */
export function nestedBelow(
  grid: SumGrid,
  columns: readonly GridColumn[],
  rounded = false,
): ReadonlyMap<GridRow, readonly GridRow[]> {
  const found = new Map<GridRow, readonly GridRow[]>();
  if (grid.rows.length > MOST_ROWS) return found;
  for (let at = 0; at < grid.rows.length; at++) {
    const length = breakdownLength(grid, at, columns, rounded);
    const whole = grid.rows[at];
    if (whole && length > 0) found.set(whole, grid.rows.slice(at + 1, at + 1 + length));
    at += length;
  }
  return found;
}

/** The rows that may only break down another one, up to rounding. A total that holds without them shows that they do. */
export const nestedRows = (grid: SumGrid, columns: readonly GridColumn[]): ReadonlySet<GridRow> =>
  new Set([...nestedBelow(grid, columns, true).values()].flat());

/** How many rows right below an entry add up to it in most columns; 0 where none do. `rounded`: up to rounding. */
function breakdownLength(
  grid: SumGrid,
  at: number,
  columns: readonly GridColumn[],
  rounded: boolean,
): number {
  const whole = grid.rows[at];
  if (whole?.kind !== 'item' || whole.sign < 0) return 0;
  const told = columns.flatMap((column): { column: GridColumn; rest: Decimal }[] => {
    const value = valueIn(whole, column);
    // Shares of one column add up where it does: they tell nothing more.
    const isShare = column.unit === '%' || /占比|比重|构成/.test(`${column.group}${column.measure}`);
    return value === null || value.units === 0n || isShare ? [] : [{ column, rest: value }];
  });
  if (!told.some(({ rest }) => magnitude(rest) >= TELLING)) return 0;
  for (let length = 1; length <= NEAR; length++) {
    const row = grid.rows[at + length];
    if (row?.kind !== 'item' || row.groups.join() !== whole.groups.join()) return 0;
    let holds = 0;
    for (const one of told) {
      one.rest = subtract(one.rest, valueIn(row, one.column) ?? zero);
      if (isNothing(one.rest, rounded ? length + 1 : 0)) holds++;
    }
    // Where a figure is wrong the others tell.
    if (length >= 2 && holds > 0 && holds * 2 >= told.length) return length;
  }
  return 0;
}

/** Zero, or within so many half units of the last digit kept. */
const isNothing = (rest: Decimal, halves: number): boolean =>
  compare(rest, zero) === 0 || (rest.scale > 0 && magnitude(rest) * 2n <= BigInt(halves));

const magnitude = ({ units }: Decimal): bigint => (units < 0n ? -units : units);

function valueIn(row: GridRow, column: GridColumn): Decimal | null {
  const amount = row.amounts[column.index];
  return amount && amount !== 'blank' ? amount.value : null;
}
