import { absolute, compare } from '../../../shared/decimal';
import type { Cell, ReportDocument, Table } from '../../../shared/model/document';
import type { Quantity } from '../../../shared/model/quantity';
import type { Tie } from '../../../shared/model/tie';
import type { Amount } from '../tables/amount';
import { columnParts, columnSums } from './sum-columns';
import { evaluate, type Outcome, partTie, type SumCell, sumTie } from './sum-evaluate';
import { addsDown, type GridRow, type SumGrid, sumGrid } from './sum-grid';
import type { GridColumn } from './sum-header';
import { partRows } from './sum-parts';
import { childrenOf, readingsOf } from './sum-rows';

type QuantityIn = (cell: Cell) => number | null;

/** Sums of at most this many rows around a total, where a table has very many totals. */
const NEAR = 300;
const MANY_TOTALS = 40;

/** 合计, 小计 and 其中 of all tables, rows and columns, each evaluated. */
export function sumTies(document: ReportDocument, quantities: readonly Quantity[]): readonly Tie[] {
  const quantityIn = quantityFinder(quantities);
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const grid = sumGrid(document, block);
    if (!grid) return [];
    const reason = doubtOf(document, block);
    return [
      ...rowTotals(grid, reason, quantityIn),
      ...groupTotals(grid, reason, quantityIn),
      ...columnTotals(grid, reason, quantityIn),
      ...parts(grid, quantityIn),
    ];
  });
}

/** Words at a table that say why its total need not be the sum; empty when there are none. */
function doubtOf(document: ReportDocument, table: Table): string {
  const around = document.text.slice(table.range.end, table.range.end + 160).split(/\n#|\n\|/)[0] ?? '';
  const own = document.text.slice(table.rows.at(-1)?.range.start ?? table.range.start, table.range.end);
  const word = /去重|重复|剔除|抵[销消]|不含|交叉|合并计算/.exec(`${own}${around}`);
  return word ? `表注含“${word[0]}”，合计不一定等于各项之和` : '';
}

function quantityFinder(quantities: readonly Quantity[]): QuantityIn {
  const places = quantities.map((quantity, index) => ({ start: quantity.range.start, index }));
  places.sort((a, b) => a.start - b.start);
  return (cell) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? 0) < cell.range.start) low = middle + 1;
      else high = middle;
    }
    const place = places[low];
    return place && place.start < cell.range.end ? place.index : null;
  };
}

interface Candidate {
  readonly total: { readonly cell: Cell; readonly amount: Amount };
  readonly items: readonly SumCell[];
  readonly outcome: Outcome;
}

/** The reading under which the total fares best: with several sensible ones, one that passes is enough. */
function bestOf<T extends Candidate>(candidates: readonly T[]): T | null {
  const rank = { pass: 0, rounding: 1, fail: 2 } as const;
  const sorted = [...candidates].sort(
    (a, b) =>
      rank[a.outcome.status] - rank[b.outcome.status] ||
      compare(absolute(a.outcome.difference), absolute(b.outcome.difference)),
  );
  return sorted[0] ?? null;
}

function statedIn(row: GridRow, column: GridColumn): Candidate['total'] | null {
  const cell = row.row.cells[column.index];
  const amount = row.amounts[column.index];
  if (!cell || !amount || amount === 'blank' || /[%％‰]/.test(amount.unit)) return null;
  return { cell, amount };
}

/** As `statedIn`, of the row alone: a figure merged over rows is not compared with its row. */
const ownIn = (row: GridRow, column: GridColumn): Candidate['total'] | null =>
  row.shared.has(column.index) ? null : statedIn(row, column);

function candidateOf(total: Candidate['total'], items: readonly SumCell[], exact: boolean): Candidate | null {
  if (items.some((item) => item.amount === null)) return null;
  const outcome = evaluate(total.amount, items, exact);
  return outcome ? { total, items, outcome } : null;
}

function rowTotals(grid: SumGrid, reason: string, quantityIn: QuantityIn): Tie[] {
  const totals = grid.rows.flatMap((row, at) =>
    row.kind === 'total' || row.kind === 'subtotal' ? [at] : [],
  );
  const columns = grid.columns.filter((column) => addsDown(grid, column));
  const evaluated = totals.map((at) => {
    const near = totals.length > MANY_TOTALS;
    const from = near ? Math.max(0, at - NEAR) : 0;
    const rows = near ? grid.rows.slice(from, at + NEAR) : grid.rows;
    const total = grid.rows[at];
    const readings = total ? readingsOf(rows, at - from) : [];
    return columns.flatMap((column) => (total ? (bestDown(grid, total, column, readings) ?? []) : []));
  });
  const downwards = standAbove(grid, totals, evaluated);
  return evaluated.flatMap((candidates) => {
    const best = candidates.map(
      (one) => one.alternatives.find((other) => other.downwards === downwards) ?? one,
    );
    const doubt = reason || disjoint(best);
    return best.map((one) => sumTie(one.total, one.items, one.outcome, quantityIn, doubt));
  });
}

/** Whether totals stand above their entries in this table: as those that agree do, else as the first row does. */
function standAbove(
  grid: SumGrid,
  totals: readonly number[],
  evaluated: readonly (readonly Read[])[],
): boolean {
  const agreeing = evaluated.flat().filter((one) => one.outcome.status !== 'fail');
  const down = agreeing.filter((one) => one.downwards).length;
  if (agreeing.length > 0) return down * 2 > agreeing.length;
  return (
    totals.length > 0 && totals.every((at) => grid.rows.slice(0, at).every((row) => row.kind !== 'item'))
  );
}

/**
 * 一、税收收入 over its kinds, 1. over 1.1 and 1.2: entries that the rows right below them may make up. Only where
 * most columns say so: a list below an entry need not be whole.
 */
function groupTotals(grid: SumGrid, reason: string, quantityIn: QuantityIn): Tie[] {
  const columns = grid.columns.filter((column) => addsDown(grid, column));
  return grid.rows.flatMap((row, at) => {
    const children = childrenOf(grid.rows, at);
    if (children.length < 2) return [];
    const reads = columns.flatMap((column) => bestDown(grid, row, column, [children]) ?? []);
    const agreeing = reads.filter((one) => one.outcome.status !== 'fail').length;
    if (agreeing === 0 || agreeing * 2 < reads.length) return [];
    return reads.map((one) => sumTie(one.total, one.items, one.outcome, quantityIn, reason));
  });
}

interface Read extends Candidate {
  /** True when the items stand below the total. */
  readonly downwards: boolean;
  /** Of a total that fails under every reading: the best of each direction. */
  readonly alternatives: readonly Read[];
}

function bestDown(
  grid: SumGrid,
  total: GridRow,
  column: GridColumn,
  readings: readonly (readonly GridRow[])[],
): Read | null {
  const stated = statedIn(total, column);
  if (!stated) return null;
  const exact = isDiscrete(grid, column, stated.amount);
  const candidates: Read[] = [];
  for (const rows of readings) {
    const items = rows.flatMap((row): SumCell[] => {
      const cell = row.row.cells[column.index];
      return cell ? [{ cell, sign: row.sign, amount: row.amounts[column.index] ?? null }] : [];
    });
    const candidate = candidateOf(stated, items, exact);
    if (!candidate) continue;
    const read = { ...candidate, downwards: (rows[0]?.index ?? 0) > total.index, alternatives: [] };
    if (candidate.outcome.status === 'pass') return read;
    candidates.push(read);
  }
  const best = bestOf(candidates);
  if (best?.outcome.status !== 'fail') return best;
  const ways = [true, false].map((way) => bestOf(candidates.filter((one) => one.downwards === way)));
  return { ...best, alternatives: ways.filter((one) => one !== null) };
}

/** Three columns or more that all miss: the total is of something else than these rows. */
function disjoint(candidates: readonly Candidate[]): string {
  const misses = candidates.filter((one) => one.outcome.status === 'fail').length;
  return misses >= 3 && misses === candidates.length ? '各列合计均不等于表中各行之和，合计口径可能不同' : '';
}

function columnTotals(grid: SumGrid, reason: string, quantityIn: QuantityIn): Tie[] {
  const rows = grid.rows.filter((row) => row.kind !== 'other' && row.kind !== 'group');
  return columnSums(grid.columns).flatMap(({ total, items }) => {
    const candidates = rows.flatMap((row) => {
      const stated = ownIn(row, total);
      if (!stated) return [];
      const cells = items.flatMap((column): SumCell[] => {
        const cell = row.row.cells[column.index];
        const amount = row.shared.has(column.index) ? null : (row.amounts[column.index] ?? null);
        return cell ? [{ cell, sign: 1, amount }] : [];
      });
      const exact = isDiscrete(grid, total, stated.amount);
      return candidateOf(stated, cells, exact) ?? [];
    });
    const misses = candidates.filter((one) => one.outcome.status === 'fail').length;
    const wrongReading = misses >= 2 && misses * 2 >= candidates.length;
    const doubt = reason || (wrongReading ? '多数行的合计列不等于各列之和，合计口径可能不同' : '');
    return candidates.map((one) => sumTie(one.total, one.items, one.outcome, quantityIn, doubt));
  });
}

/** Whole things are counted, not rounded: 家, 笔 and the like, unless printed in 万 or 亿. */
function isDiscrete(grid: SumGrid, column: GridColumn, stated: Amount): boolean {
  if (stated.decimals > 0 || stated.scale > 0) return false;
  const words = `${column.group}${column.measure}${column.unit}`;
  if (/[万亿千]|百万|元|金额|收入|支出|成本|费用?|利润|资产|负债|额$/.test(words)) return false;
  return !grid.scaled || /[家户人个笔次台件项套款]/.test(column.unit);
}

function parts(grid: SumGrid, quantityIn: QuantityIn): Tie[] {
  const ties: Tie[] = [];
  for (const { row, whole } of partRows(grid)) {
    for (const column of grid.columns) {
      if (!column.additive) continue;
      const [part, stated] = [ownIn(row, column), ownIn(whole, column)];
      const tie = part && stated ? partTie(part, stated, quantityIn) : null;
      if (tie) ties.push(tie);
    }
  }
  for (const { part, whole: around } of columnParts(grid.columns)) {
    for (const row of grid.rows) {
      const [inner, outer] = [ownIn(row, part), ownIn(row, around)];
      const tie = inner && outer ? partTie(inner, outer, quantityIn) : null;
      if (tie) ties.push(tie);
    }
  }
  return ties;
}
