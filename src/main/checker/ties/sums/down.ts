import { absolute, add, compare, formatDecimal, zero } from '../../../../shared/decimal';
import type { Cell } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import type { Amount } from '../../tables/amount';
import { derivedReadings, SIGNED_ROLL } from './derived';
import {
  evaluate,
  isAmong,
  isSlip,
  nearMiss,
  type Outcome,
  type SumCell,
  type SumTotal,
  sumTie,
} from './evaluate';
import { addsDown, type GridRow, isDiscrete, type SumGrid, statedIn } from './grid';
import type { GridColumn } from './header';
import { nestedRows } from './nested';
import { type Reading, readingsOf } from './readings';

/** Of very many totals each is read in so many rows around it. */
const NEAR = 300;
const MANY_TOTALS = 40;

/** A reading as it fares in one column. */
interface Result {
  readonly column: GridColumn;
  readonly total: SumTotal;
  readonly items: readonly SumCell[];
  readonly outcome: Outcome;
  /** It holds, and not by chance: of two figures or more that are not zero. */
  readonly telling: boolean;
}

interface Option {
  readonly reading: Reading;
  readonly results: readonly Result[];
  readonly holding: number;
}

interface Judged {
  readonly row: GridRow;
  /** A total by its name; else it must show by agreement that it is one. */
  readonly named: boolean;
  readonly options: readonly Option[];
}

const NO_READING = '表的层次不明确，无法断定由哪些行相加';
/** Why totals that all miss prove nothing by themselves. */
export const GAP = '各列合计均不等于表中各行之和，可能缺行，或合计口径不同';
const OVERLAP = '各行相加大于合计，可能已去重';
const AVERAGE = '合计介于各行之间，该列可能是平均数或比率';
const OTHERWISE = '多数列的合计不等于各行之和，合计口径可能不同';

/** Totals, subtotals and what else is made of rows, in every column that adds. `doubt`: why totals need not be sums here. */
export function downTies(grid: SumGrid, doubt: string, quantityIn: (cell: Cell) => number | null): Tie[] {
  const columns = grid.columns.filter((column) => addsDown(grid, column));
  if (columns.length === 0) return [];
  const judged = judgedRows(grid, columns);
  const holdings = new Map<string, number>();
  for (const { options } of judged) {
    const [best] = options;
    if (best && best.holding > 0) {
      const { way } = best.reading;
      holdings.set(way, (holdings.get(way) ?? 0) + best.holding);
    }
  }
  return judged.flatMap((one) => tiesOf(grid, one, holdings, doubt, quantityIn));
}

function judgedRows(grid: SumGrid, columns: readonly GridColumn[]): readonly Judged[] {
  const nested = nestedRows(grid, columns);
  const totals = grid.rows.filter(({ kind }) => kind === 'total' || kind === 'subtotal').length;
  const near = totals > MANY_TOTALS;
  return grid.rows.flatMap((row, at): Judged[] => {
    const named = row.kind === 'total' || row.kind === 'subtotal';
    if (near && !named) return [];
    const from = near ? Math.max(0, at - NEAR) : 0;
    const rows = near ? grid.rows.slice(from, at + NEAR) : grid.rows;
    const derived = derivedReadings(rows, at - from);
    const readings = named ? [...readingsOf(rows, at - from, nested), ...derived] : derived;
    const options = optionsOf(grid, row, columns, readings);
    const isSaid = named || derived.some(({ way }) => way === SIGNED_ROLL);
    return options.length > 0 ? [{ row, named: isSaid, options }] : [];
  });
}

/** The readings as they fare, those that hold in most columns first. */
function optionsOf(
  grid: SumGrid,
  row: GridRow,
  columns: readonly GridColumn[],
  readings: readonly Reading[],
): readonly Option[] {
  const options: Option[] = [];
  for (const reading of readings) {
    const results = columns.flatMap((column) => resultOf(grid, row, column, reading) ?? []);
    if (results.length === 0) continue;
    const holding = results.filter(({ telling }) => telling).length;
    options.push({ reading, results, holding });
    if (holding === results.length) break;
  }
  return options.sort((a, b) => b.holding - a.holding || failures(a) - failures(b));
}

const failures = ({ results }: Option): number =>
  results.filter(({ outcome }) => outcome.status === 'fail').length;

function resultOf(grid: SumGrid, row: GridRow, column: GridColumn, { terms }: Reading): Result | null {
  const total = statedIn(row, column);
  if (!total) return null;
  const items = terms.flatMap(({ row: { row: source, amounts }, sign }): SumCell[] => {
    const cell = source.cells[column.index];
    return cell ? [{ cell, sign, amount: amounts[column.index] ?? null }] : [];
  });
  if (items.some((item) => item.amount === null)) return null;
  const outcome = evaluate(total.amount, items, isDiscrete(grid, column, total.amount), terms.length === 1);
  if (!outcome) return null;
  const figures = items.filter(
    ({ amount }) => amount && amount !== 'blank' && amount.value.units !== 0n,
  ).length;
  const telling =
    outcome.status !== 'fail' && figures >= Math.min(2, terms.length) && total.amount.value.units !== 0n;
  return { column, total, items, outcome, telling };
}

/** Why a failure proves nothing; empty where it is certain. Null: no tie at all. */
type Verdict = (result: Result) => string | null;

function tiesOf(
  grid: SumGrid,
  judged: Judged,
  holdings: ReadonlyMap<string, number>,
  doubt: string,
  quantityIn: (cell: Cell) => number | null,
): readonly Tie[] {
  const chosen = chosenOf(grid, judged, holdings);
  if (!chosen) return [];
  return chosen.option.results.flatMap((result): Tie[] => {
    const shown = result.outcome.status === 'fail' ? (elsewhere(judged, result) ?? result) : result;
    const fails = shown.outcome.status === 'fail';
    const reason = fails ? chosen.verdict(shown) : '';
    if (reason === null) return [];
    return [sumTie(shown.total, shown.items, shown.outcome, quantityIn, doubt || reason)];
  });
}

/** The column under another reading that holds there: a column may leave out what others list. */
function elsewhere({ options }: Judged, { column }: Result): Result | null {
  for (const { results } of options) {
    const found = results.find((one) => one.column === column && one.telling);
    if (found) return found;
  }
  return null;
}

interface Chosen {
  readonly option: Option;
  readonly verdict: Verdict;
}

function chosenOf(grid: SumGrid, judged: Judged, holdings: ReadonlyMap<string, number>): Chosen | null {
  const [best] = judged.options;
  if (!best) return null;
  if (best.holding > 0) return { option: best, verdict: heldVerdict(best) };
  if (failures(best) === 0) return judged.named ? { option: best, verdict: () => '' } : null;
  if (!judged.named) return null;
  const known = judged.options
    .filter(({ reading }) => holdings.has(reading.way))
    .sort((a, b) => (holdings.get(b.reading.way) ?? 0) - (holdings.get(a.reading.way) ?? 0))[0];
  if (known) return { option: known, verdict: missedVerdict(known, adding(known) <= 2) };
  const simple = simpleOption(grid, judged);
  if (simple) return { option: simple, verdict: simpleVerdict(simple) };
  const few = judged.options.length <= FEW_READINGS;
  const tells = (result: Result): boolean => isTellingSlip(result, few);
  const slip = judged.options.find(({ results }) => results.some(tells));
  const option = slip ?? best;
  return { option, verdict: (result) => (slip && tells(result) ? '' : NO_READING) };
}

/** The reading holds in other columns: here it fails, unless most columns or the things counted speak against it. */
function heldVerdict(option: Option): Verdict {
  const most = option.holding >= failures(option);
  return (result) => {
    if (isSlip(result)) return '';
    return doubtful(result) || (most ? '' : OTHERWISE);
  };
}

/** No column holds: in `few` columns it is an error; in more of them a row is missing, or it is no sum. */
function missedVerdict({ results }: Option, few: boolean): Verdict {
  const torn = !few && results.every(isRowMissing);
  return (result) => {
    if (isSlip(result)) return '';
    return doubtful(result) || (few || torn ? '' : GAP);
  };
}

/** Entries and one total, and one column. It may still be a total of more than these rows, or some rows parts of others. */
function simpleVerdict(option: Option): Verdict {
  const verdict = missedVerdict(option, adding(option) === 1);
  return (result) => {
    const reason = verdict(result);
    if (reason !== '' || isSlip(result) || isRowMissing(result) || isTooSmall(result)) return reason;
    return GAP;
  };
}

/** Too much, but by less than the smallest row: no row counted twice explains that. */
function isTooSmall({ items, outcome: { difference } }: Result): boolean {
  if (difference.units > 0n) return false;
  return items.every(
    ({ amount }) =>
      !amount || amount === 'blank' || compare(absolute(difference), absolute(amount.value)) < 0,
  );
}

/** Why a column need not add although others do. */
function doubtful(result: Result): string {
  if (isOverlap(result)) return OVERLAP;
  return isAmong(result.total.amount, result.items) ? AVERAGE : '';
}

const PEOPLE = /用户|商户|客户|账户|户数|活跃/;

/** People and firms may be counted in several rows, and once in the total. */
function isOverlap({ column, outcome }: Result): boolean {
  if (outcome.difference.units >= 0n) return false;
  return column.unit === '户' || PEOPLE.test(`${column.group}${column.measure}`);
}

/** Columns in which nothing may have been counted twice. */
const adding = ({ results }: Option): number => results.filter((result) => !isOverlap(result)).length;

/** Numbers of so many digits do not look like one another by chance; nor with so few readings does one row of them. */
const TELLING_DIGITS = 5;
const FEW_READINGS = 3;

/** The total looks like the sum copied wrongly; with `rows`, one row of so many digits may be the one. */
function isTellingSlip({ total, items, outcome }: Result, rows: boolean): boolean {
  const isLong = ({ value }: Amount): boolean =>
    formatDecimal(value)
      .replace(/\D/g, '')
      .replace(/^0+|0+$/g, '').length >= TELLING_DIGITS;
  if (!isLong(total.amount)) return false;
  if (nearMiss(outcome.sum, total.amount)) return true;
  const long = items.filter(({ amount }) => amount && amount !== 'blank' && isLong(amount));
  return rows && isSlip({ total, items: long, outcome });
}

/** The gap is of the size of a row: not much larger than the largest. */
function isRowMissing({ items, outcome: { difference } }: Result): boolean {
  if (difference.units <= 0n) return false;
  let largest = zero;
  for (const { amount } of items) {
    if (amount && amount !== 'blank' && compare(amount.value, largest) > 0) largest = amount.value;
  }
  return compare(difference, add(largest, largest)) <= 0;
}

const EXCERPT = /部分|代表性|节选|摘录/;

/** So many rows may stand below a total. */
const REMARKS = 2;

/** The one reading of a table of entries and one total, at its end or at its head; null where more could be meant. */
function simpleOption(grid: SumGrid, { row, options }: Judged): Option | null {
  const rows = grid.rows.filter(({ kind }) => kind !== 'other');
  const plain = rows.every((one) => one === row || one.kind === 'item');
  const at = rows.indexOf(row);
  // 贷款合计, then 不良贷款 of it.
  const ends = at === 0 || rows.length - 1 - at <= Math.min(REMARKS, at - REMARKS);
  if (!plain || !ends || EXCERPT.test(grid.head)) return null;
  const levels = new Set(rows.filter((one) => one !== row).map(({ level }) => level));
  const [option, ...others] = options;
  return option && others.length === 0 && levels.size === 1 ? option : null;
}
