import { add, compare, type Decimal, zero } from '../../../../shared/decimal';
import type { Cell } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { evaluate, isAmong, isSlip, type SumCell, sumTie } from './evaluate';
import { addsDown, type GridRow, isDiscrete, type SumGrid, statedIn } from './grid';
import type { GridColumn } from './header';
import { childrenOf } from './layers';
import { nestedBelow } from './nested';

/**
 * 一、税收收入 over its kinds, 1. over 1.1 and 1.2, 3年以上 over 3至4年 and 4至5年: entries that the rows right below them
 * may make up. Only where most columns say so: a list below an entry need not be whole.
 */
export function groupTies(grid: SumGrid, doubt: string, quantityIn: (cell: Cell) => number | null): Tie[] {
  const columns = grid.columns.filter((column) => addsDown(grid, column));
  const nested = nestedBelow(grid, columns);
  return grid.rows.flatMap((row, at) => {
    const numbered = childrenOf(grid.rows, at);
    const children = numbered.length >= 2 ? numbered : (nested.get(row) ?? []);
    if (children.length < 2) return [];
    const sums = columns.flatMap((column) => sumIn(grid, row, children, column) ?? []);
    const agreeing = sums.filter((one) => one.outcome.status !== 'fail').length;
    if (agreeing === 0 || agreeing * 2 < sums.length) return [];
    return sums.flatMap((one) => {
      if (one.outcome.status !== 'fail')
        return [sumTie(one.total, one.items, one.outcome, quantityIn, doubt)];
      // One column for it and one against: what adds up in the first may do so by chance.
      const isEven = numbered.length < 2 && agreeing * 2 === sums.length && !isSlip(one);
      return (isEven && isFlat(grid, one.column)) || isAmong(one.total.amount, one.items)
        ? []
        : [sumTie(one.total, one.items, one.outcome, quantityIn, doubt)];
    });
  });
}

/** The table's total counts the rows below the entry with the others: they are no parts of it. */
function isFlat({ rows }: SumGrid, { index }: GridColumn): boolean {
  const valueIn = ({ amounts }: GridRow): Decimal | null => {
    const amount = amounts[index];
    return amount && amount !== 'blank' ? amount.value : null;
  };
  const whole = rows.filter(({ kind }) => kind === 'total').flatMap((row) => valueIn(row) ?? []);
  const sum = rows
    .filter(({ kind }) => kind === 'item')
    .reduce((all, row) => add(all, valueIn(row) ?? zero), zero);
  return whole.some((one) => compare(one, sum) === 0);
}

function sumIn(grid: SumGrid, row: GridRow, children: readonly GridRow[], column: GridColumn) {
  const total = statedIn(row, column);
  if (!total) return null;
  const items = children.flatMap((child): SumCell[] => {
    const cell = child.row.cells[column.index];
    return cell ? [{ cell, sign: child.sign, amount: child.amounts[column.index] ?? null }] : [];
  });
  if (items.some((item) => item.amount === null)) return null;
  const outcome = evaluate(total.amount, items, isDiscrete(grid, column, total.amount));
  return outcome && { column, total, items, outcome };
}
