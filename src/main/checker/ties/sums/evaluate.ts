import {
  absolute,
  add,
  compare,
  type Decimal,
  formatDecimal,
  negate,
  subtract,
  zero,
} from '../../../../shared/decimal';
import type { Cell } from '../../../../shared/model/document';
import type { TermRole, Tie, TieTerm } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { type Amount, slackOf, writtenLike } from '../../tables/amount';

/** A cell that takes part in a sum. */
export interface SumCell {
  readonly cell: Cell;
  readonly sign: 1 | -1;
  /** `blank` counts as zero; null: the cell holds something that is no figure. */
  readonly amount: Amount | 'blank' | null;
}

export interface Outcome {
  readonly status: 'pass' | 'rounding' | 'fail';
  readonly sum: Decimal;
  readonly difference: Decimal;
  /** What is taken away counts with its printed sign: 减：所得税 in a column of differences. */
  readonly asPrinted?: true;
}

const EXPRESSION_TERMS = 12;

/** The cell in which a sum is stated. */
export interface SumTotal {
  readonly cell: Cell;
  readonly amount: Amount;
}

/** Compares a stated total with what the items make; null when there are fewer than two figures to add. */
export function evaluate(
  stated: Amount,
  items: readonly SumCell[],
  exact: boolean,
  mayBeOne = false,
): Outcome | null {
  const plain = outcomeOf(stated, items, exact, mayBeOne, absolute);
  if (plain?.status !== 'fail' || !items.some(isNegativeLess)) return plain;
  const printed = outcomeOf(stated, items, exact, mayBeOne, (value) => value);
  return printed && printed.status !== 'fail' ? { ...printed, asPrinted: true } : plain;
}

const isNegativeLess = ({ sign, amount }: SumCell): boolean =>
  sign < 0 && amount !== null && amount !== 'blank' && amount.value.units < 0n;

function outcomeOf(
  stated: Amount,
  items: readonly SumCell[],
  exact: boolean,
  mayBeOne: boolean,
  taken: (value: Decimal) => Decimal,
): Outcome | null {
  let sum = zero;
  let slack = slackOf(stated);
  let figures = 0;
  for (const { amount, sign } of items) {
    if (amount === null || amount === 'blank') continue;
    figures++;
    // 减：退款 is printed with or without its minus.
    sum = add(sum, sign < 0 ? negate(taken(amount.value)) : amount.value);
    slack = add(slack, slackOf(amount));
  }
  if (figures === 0 || (figures < 2 && items.length < 2 && !mayBeOne)) return null;
  const difference = subtract(stated.value, sum);
  if (difference.units === 0n) return { status: 'pass', sum, difference };
  const rounded = !exact && compare(absolute(difference), slack) <= 0;
  return { status: rounded ? 'rounding' : 'fail', sum, difference };
}

/**
 * The stated figure lies among those it should add up, with two or more above it: an average or a rate, whatever the
 * header says. One figure above it may be miswritten.
 */
export function isAmong(stated: Amount, items: readonly SumCell[]): boolean {
  let [below, above] = [0, 0];
  for (const { amount } of items) {
    if (amount === null || amount === 'blank') continue;
    if (amount.value.units < 0n) return false;
    const order = compare(amount.value, stated.value);
    if (order <= 0) below++;
    if (order >= 0) above++;
  }
  return below > 0 && above >= 2;
}

/** Whether a printed amount looks like `value` copied wrongly. */
export const nearMiss = (value: Decimal, printed: Amount): boolean =>
  isNearMiss(formatDecimal(value), formatDecimal(printed.value), printed.scale - printed.decimals);

/** The total, or one of the figures it adds up, looks like the right one copied wrongly. */
export function isSlip(sum: {
  readonly total: SumTotal;
  readonly items: readonly SumCell[];
  readonly outcome: Outcome;
}): boolean {
  const { total, items, outcome } = sum;
  if (nearMiss(outcome.sum, total.amount)) return true;
  return items.some(({ amount, sign }) => {
    if (!amount || amount === 'blank') return false;
    const mended = add(amount.value, sign < 0 ? negate(outcome.difference) : outcome.difference);
    return nearMiss(mended, amount);
  });
}

/** The outcome as a tie; `reason` turns a failure that proves nothing into `unclear`. */
export function sumTie(
  total: SumTotal,
  items: readonly SumCell[],
  outcome: Outcome,
  quantityIn: (cell: Cell) => number | null,
  reason = '',
): Tie {
  const { amount } = total;
  const figures = items.flatMap((item) =>
    item.amount === null || item.amount === 'blank' ? [] : [{ ...item, amount: item.amount }],
  );
  const term = (cell: Cell, own: Amount, role: TermRole): TieTerm => ({
    ...termOf(cell, own, role, outcome.asPrinted),
    quantity: quantityIn(cell),
  });
  const expected = writtenLike(outcome.sum, amount);
  const unclear = outcome.status === 'fail' && reason !== '';
  return {
    kind: 'sum',
    form: 'sum',
    status: unclear ? 'unclear' : outcome.status,
    expression: expressionOf(
      figures,
      expected,
      outcome.status === 'pass' ? '' : amount.raw,
      outcome.asPrinted,
    ),
    expected,
    actual: amount.raw,
    ...(unclear ? { reason } : {}),
    terms: [
      term(total.cell, amount, 'stated'),
      ...figures.map((item) => term(item.cell, item.amount, item.sign < 0 ? 'subtrahend' : 'addend')),
    ],
  };
}

function expressionOf(
  figures: readonly { readonly amount: Amount; readonly sign: 1 | -1 }[],
  sum: string,
  stated: string,
  asPrinted = false,
): string {
  const shown = figures.slice(0, EXPRESSION_TERMS).map(({ amount, sign }, at) => {
    const raw = amount.raw.replace(/\s+/g, '');
    const text = amount.value.units < 0n && at > 0 && !/^[（(]/.test(raw) ? `(${raw})` : raw;
    if (sign < 0 && asPrinted) return `${at > 0 ? ' - ' : '-'}${/^[-−]/.test(raw) ? `(${raw})` : raw}`;
    if (sign < 0) return `${at > 0 ? ' - ' : '-'}${raw.replace(/^[-−]/, '')}`;
    return at > 0 ? ` + ${text}` : text;
  });
  const rest = figures.length > EXPRESSION_TERMS ? ` + …（共 ${figures.length} 项）` : '';
  return `${shown.join('')}${rest} = ${sum}${stated ? ` ≠ ${stated}` : ''}`;
}

/** A part against its whole, both not negative; null when that cannot be asked. */
export function partTie(
  part: { readonly cell: Cell; readonly amount: Amount },
  whole: { readonly cell: Cell; readonly amount: Amount },
  quantityIn: (cell: Cell) => number | null,
): Tie | null {
  if (part.amount.value.units < 0n || whole.amount.value.units < 0n) return null;
  const slack = add(slackOf(part.amount), slackOf(whole.amount));
  const over = subtract(part.amount.value, whole.amount.value);
  const status = over.units <= 0n ? 'pass' : compare(over, slack) < 0 ? 'rounding' : 'fail';
  return {
    kind: 'part',
    form: 'part',
    status,
    expression: `${part.amount.raw} ${status === 'pass' ? '≤' : '>'} ${whole.amount.raw}`,
    expected: `≤ ${whole.amount.raw}`,
    actual: part.amount.raw,
    terms: [part, whole].map(({ cell, amount }, at) => ({
      ...termOf(cell, amount, at === 0 ? 'stated' : 'whole'),
      quantity: quantityIn(cell),
    })),
  };
}

/** 减：退款 is printed with or without its minus: as a subtrahend it counts without, but where that is known to be meant. */
const termOf = (cell: Cell, { value, scale, decimals, raw }: Amount, role: TermRole, asPrinted = false) => ({
  range: cell.range,
  raw,
  role,
  figure: {
    value: formatDecimal(role === 'subtrahend' && !asPrinted ? absolute(value) : value),
    precision: scale - decimals,
    approximator: null,
  },
});
