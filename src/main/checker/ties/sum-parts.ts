import { compare } from '../../../shared/decimal';
import { evaluate } from './sum-evaluate';
import type { GridRow, SumGrid } from './sum-grid';
import type { GridColumn } from './sum-header';

/** A 其中 row with the row that it is a part of. */
export interface PartRow {
  readonly row: GridRow;
  readonly whole: GridRow;
}

/** A breakdown is looked for in this many rows from its 其中 on. */
const NEAR = 12;

/**
 * Every 其中 row with its whole: the entry above it. Too large for that entry, and with the entries below
 * it adding up to the whole of the 其中 before, it breaks that whole down anew (城镇, 乡村; then 男性, 女性).
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
    const whole: GridRow = outer && breaksDown(grid, at, near, outer, columns) ? outer : near;
    near = outer = whole;
    found.push({ row, whole });
  }
  return found;
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
