import { compare } from '../../../shared/decimal';
import { evaluate } from './sum-evaluate';
import type { GridColumn, GridRow, SumGrid } from './sum-grid';

/** A 其中 row with the row that it is a part of. */
export interface PartRow {
  readonly row: GridRow;
  readonly whole: GridRow;
}

/**
 * Every 其中 row with its whole: the entry above it. Where the entries since the last 其中 make up that
 * one's whole, a 其中 too large for the entry above breaks the same whole down anew (城镇, 乡村, then 男性, 女性).
 */
export function partRows(grid: SumGrid): readonly PartRow[] {
  const columns = grid.columns.filter((column) => column.additive);
  const found: PartRow[] = [];
  let whole: GridRow | null = null;
  let outer: GridRow | null = null;
  let since: GridRow[] = [];
  for (const row of grid.rows) {
    if (row.kind === 'group') whole = outer = null;
    if (row.kind === 'group' || row.kind === 'other') continue;
    if (row.kind !== 'part') {
      whole = row;
      since.push(row);
      continue;
    }
    if (!whole) continue;
    const near: GridRow = whole;
    const around: GridRow | null = outer;
    const entries: readonly GridRow[] = since;
    const anew: boolean =
      around !== null && columns.some((one) => exceeds(row, near, one) && addUp(around, entries, one));
    whole = outer = anew && around ? around : near;
    since = [row];
    found.push({ row, whole });
  }
  return found;
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
  if (!stated || items.length < 2) return false;
  return (evaluate(stated, items, false)?.status ?? 'fail') !== 'fail';
}
