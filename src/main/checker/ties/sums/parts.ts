import { absolute, compare, formatDecimal, subtract } from '../../../../shared/decimal';
import type { Cell } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { columnParts } from './columns';
import { evaluate, partTie, type SumTotal } from './evaluate';
import { type GridRow, ownIn, type SumGrid } from './grid';
import type { GridColumn } from './header';
import { nameOf } from './names';

/** A 其中 row with the row that it is a part of. */
export interface PartRow {
  readonly row: GridRow;
  readonly whole: GridRow;
}

/** A breakdown is looked for in this many rows from its 其中 on. */
const NEAR = 12;
/** What is made of gains and losses may be less than one of them. */
const NETS = /净|差额|财务费用|利润|收益|损益|结余|盈余|变动|影响|增减/;
const NOT_CERTAIN = '其中项大于所属项，可能另有所属，或所属项为收支相抵后的净额';

/** Every 其中 row and column against what it is a part of. */
export function partTies(grid: SumGrid, quantityIn: (cell: Cell) => number | null): readonly Tie[] {
  const rows = partRows(grid).flatMap(({ row, whole }) => {
    const pairs = grid.columns.flatMap((column) =>
      column.additive && !isOfDifferences(grid, column)
        ? pairOf(ownIn(row, column), ownIn(whole, column))
        : [],
    );
    return tiesOf(pairs, NETS.test(nameOf(whole)), quantityIn);
  });
  const columns = columnParts(grid.columns).flatMap(({ part, whole }) => {
    const pairs = grid.rows.flatMap((row) => pairOf(ownIn(row, part), ownIn(row, whole)));
    return tiesOf(pairs, NETS.test(whole.group + whole.measure), quantityIn);
  });
  return [...rows, ...columns];
}

const DIFFERENCES = /差[额异距]?|增减|净增|净减|变动|节约|超支|盈亏|损益|[（(]?[+＋][、，/）)]|较/;

/** What is over and what is short make less together than one of them: no part is too large there. */
const isOfDifferences = (grid: SumGrid, { index, group, measure }: GridColumn): boolean =>
  DIFFERENCES.test(group + measure) ||
  grid.rows.some(({ amounts }) => {
    const amount = amounts[index];
    return amount && amount !== 'blank' ? amount.value.units < 0n : false;
  });

interface Pair {
  readonly part: SumTotal;
  readonly whole: SumTotal;
}

const pairOf = (part: SumTotal | null, whole: SumTotal | null): readonly Pair[] =>
  part && whole ? [{ part, whole }] : [];

/** A part too large in every place it stands is a part of something else; one that looks miswritten is not. */
function tiesOf(
  pairs: readonly Pair[],
  isNet: boolean,
  quantityIn: (cell: Cell) => number | null,
): readonly Tie[] {
  const over = pairs.filter(({ part, whole }) => compare(part.amount.value, whole.amount.value) > 0);
  const certain = !isNet && (pairs.length === 1 || over.length * 2 <= pairs.length);
  return pairs.flatMap(({ part, whole }): readonly Tie[] => {
    const tie = partTie(part, whole, quantityIn);
    if (tie?.status !== 'fail' || certain || (!isNet && isSlip(part, whole))) return tie ? [tie] : [];
    return [{ ...tie, status: 'unclear', reason: NOT_CERTAIN }];
  });
}

/** A digit too many, or a point that slipped: ten times less would fit. */
function isSlip({ amount: part }: SumTotal, { amount: whole }: SumTotal): boolean {
  const [least, most] = [formatDecimal(part.value), formatDecimal(whole.value)];
  return isNearMiss(least, most) && compare(subtract(part.value, whole.value), absolute(whole.value)) > 0;
}

/**
 * Every 其中 row with its whole: the entry above it. Too large for that entry, it breaks down anew what the 其中 before
 * breaks down (城镇, 乡村; then 男性, 女性), where it fits into that or the entries below make it up.
 */
export function partRows(grid: SumGrid): readonly PartRow[] {
  const columns = grid.columns.filter((column) => column.additive);
  const found: PartRow[] = [];
  let near: GridRow | null = null;
  let outer: GridRow | null = null;
  for (const [at, row] of grid.rows.entries()) {
    if (row.kind === 'group') near = outer = null;
    if (row.kind === 'group' || row.kind === 'other') continue;
    if (row.kind !== 'part') {
      near = row;
      continue;
    }
    if (!near) continue;
    const anew: boolean = outer !== null && isAnew(grid, at, near, outer, columns);
    const whole: GridRow = anew && outer ? outer : near;
    near = outer = whole;
    found.push({ row, whole });
  }
  return found;
}

function isAnew(
  grid: SumGrid,
  at: number,
  near: GridRow,
  outer: GridRow,
  columns: readonly GridColumn[],
): boolean {
  const row = grid.rows[at];
  if (!row || near === outer) return false;
  const tooLarge = columns.filter((column) => exceeds(row, near, column));
  if (tooLarge.length === 0) return false;
  const both = columns.filter((column) => figure(row, column) && figure(near, column)).length;
  const fits = columns.every((column) => !exceeds(row, outer, column));
  return (fits && tooLarge.length * 2 > both) || breaksDown(grid, at, near, outer, columns);
}

function breaksDown(
  grid: SumGrid,
  at: number,
  near: GridRow,
  outer: GridRow,
  columns: readonly GridColumn[],
): boolean {
  const [part, ...below] = grid.rows.slice(at, at + NEAR);
  if (!part) return false;
  const end = below.findIndex((row) => row.kind !== 'item');
  const entries = [part, ...below.slice(0, end < 0 ? undefined : end)];
  return columns.some(
    (column) =>
      exceeds(part, near, column) &&
      entries.some((_, last) => last > 0 && addUp(outer, entries.slice(0, last + 1), column)),
  );
}

const figure = (row: GridRow, column: GridColumn) => {
  const amount = row.amounts[column.index];
  return amount && amount !== 'blank' ? amount : null;
};

function exceeds(part: GridRow, whole: GridRow, column: GridColumn): boolean {
  const [inner, outer] = [figure(part, column), figure(whole, column)];
  return inner !== null && outer !== null && compare(inner.value, outer.value) > 0;
}

function addUp(whole: GridRow, rows: readonly GridRow[], column: GridColumn): boolean {
  const stated = figure(whole, column);
  const items = rows.flatMap((row) => {
    const cell = row.row.cells[column.index];
    return cell ? [{ cell, sign: row.sign, amount: row.amounts[column.index] ?? null }] : [];
  });
  if (!stated || items.some((item) => item.amount === null)) return false;
  const outcome = evaluate(stated, items, false);
  return outcome !== null && outcome.status !== 'fail';
}
