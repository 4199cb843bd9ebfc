import type { Cell } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { columnSums } from './columns';
import { evaluate, isAmong, isSlip, type Outcome, type SumCell, type SumTotal, sumTie } from './evaluate';
import { formulasOf } from './formulas';
import { type GridRow, isDiscrete, ownIn, type SumGrid } from './grid';
import type { GridColumn } from './header';

/** A column with the columns that make it up. */
export interface ColumnReading {
  readonly total: GridColumn;
  readonly terms: readonly { readonly column: GridColumn; readonly sign: 1 | -1 }[];
  /** Called a total; else only most rows can show that it is made so. */
  readonly named: boolean;
}

interface Candidate {
  readonly total: SumTotal;
  readonly items: readonly SumCell[];
  readonly outcome: Outcome;
}

const OTHER_WAY = '多数行的合计列不等于各列之和，合计口径可能不同';
const AVERAGE = '合计介于各列之间，可能是平均数或比率';
const TOO_FEW = '只有一行，无法断定合计列由哪些列相加';
/** An unnamed column is made of others where so many rows, and two thirds of all, say so. */
const LEAST_ROWS = 2;

/** 合计 columns, and columns that others make by their names: 期末 of 期初, 增加 and 减少; in every row. */
export function acrossTies(grid: SumGrid, doubt: string, quantityIn: (cell: Cell) => number | null): Tie[] {
  const sums = columnSums(grid.columns).map(({ total, readings }) => {
    const signed = readings.flatMap((columns) =>
      signings(columns).map((terms) => ({ total, terms, named: true })),
    );
    return bestOf(signed.map((reading) => readIn(grid, reading)));
  });
  const formulas = formulasOf(grid).map((reading) => readIn(grid, reading));
  const read = [...sums.filter((one) => one !== null), ...formulas];
  const proven = read.some(({ reading, holds }) => reading.named && holds > 0);
  return read.flatMap(({ reading, candidates, misses, holds }) => {
    if (!reading.named && (holds < LEAST_ROWS || holds < misses * 2)) return [];
    const reason = reading.named ? doubtOf(candidates.length, misses, proven) : '';
    return candidates.map((one) =>
      sumTie(one.total, one.items, one.outcome, quantityIn, doubt || reasonOf(one, reason, reading.named)),
    );
  });
}

interface ReadColumn {
  readonly reading: ColumnReading;
  readonly candidates: readonly Candidate[];
  readonly misses: number;
  readonly holds: number;
}

function readIn(grid: SumGrid, reading: ColumnReading): ReadColumn {
  const found = grid.rows.flatMap((row): readonly (Candidate & { readonly isOther: boolean })[] => {
    const candidate = row.kind === 'group' ? null : candidateOf(grid, row, reading);
    return candidate ? [{ ...candidate, isOther: row.kind === 'other' }] : [];
  });
  // 上年同期, 预算数, 占比: such rows may add too. Where most of them do not, only a slip shows that one should.
  const others = found.filter(({ isOther }) => isOther);
  const add = others.filter(({ outcome }) => outcome.status !== 'fail').length * 2 >= others.length;
  const candidates = found.filter(
    (one) => !one.isOther || add || one.outcome.status !== 'fail' || isSlip(one),
  );
  const misses = candidates.filter(({ outcome }) => outcome.status === 'fail').length;
  return { reading, candidates, misses, holds: candidates.length - misses };
}

/** The reading that holds in most rows, the first of them. */
function bestOf(read: readonly ReadColumn[]): ReadColumn | null {
  let best: ReadColumn | null = null;
  for (const one of read) if (!best || one.holds > best.holds) best = one;
  return best;
}

const OFFSET = /抵[销消]/;

/** 分部间抵销 is printed with or without its minus. */
function signings(columns: readonly GridColumn[]): readonly ColumnReading['terms'][] {
  const plain = columns.map((column) => ({ column, sign: 1 as const }));
  if (!columns.some((column) => OFFSET.test(column.group + column.measure))) return [plain];
  const sign = (column: GridColumn): 1 | -1 => (OFFSET.test(column.group + column.measure) ? -1 : 1);
  return [plain, columns.map((column) => ({ column, sign: sign(column) }))];
}

/** Why a 合计 column that fails in `misses` of its rows proves nothing. */
function doubtOf(rows: number, misses: number, proven: boolean): string {
  if (misses >= 2 && misses * 2 >= rows) return OTHER_WAY;
  return misses === rows && !proven ? TOO_FEW : '';
}

function reasonOf(candidate: Candidate, reason: string, named: boolean): string {
  if (isSlip(candidate) || !named) return '';
  return isAmong(candidate.total.amount, candidate.items) ? AVERAGE : reason;
}

function candidateOf(grid: SumGrid, row: GridRow, { total, terms }: ColumnReading): Candidate | null {
  const stated = ownIn(row, total);
  if (!stated) return null;
  const items = terms.flatMap(({ column, sign }): SumCell[] => {
    const cell = row.row.cells[column.index];
    const amount = row.shared.has(column.index) ? null : (row.amounts[column.index] ?? null);
    return cell ? [{ cell, sign, amount }] : [];
  });
  if (items.some((item) => item.amount === null)) return null;
  const outcome = evaluate(stated.amount, items, isDiscrete(grid, total, stated.amount));
  return outcome && { total: stated, items, outcome };
}
