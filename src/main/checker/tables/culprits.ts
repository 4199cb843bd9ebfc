import { compare, type Decimal, subtract } from '../../../shared/decimal';
import type { Tie, TieTerm } from '../../../shared/model/tie';
import { amountOf, writtenLike } from './amount';

/** The cell that row and column sums together show to be wrong, and what it must read. */
export interface Culprit {
  readonly cell: TieTerm;
  readonly text: string;
  /** True when a row sum and a column sum both fail at this cell. */
  readonly crossed: boolean;
  /** True for the one failing tie that tells it. */
  readonly told: boolean;
}

/**
 * For each failing tie whose wrong cell is determined, that cell. Either it is the one cell that this tie shares
 * with a failing tie across, and one new value mends both; or every other cell is confirmed by a tie that passes.
 */
export function culprits(failing: readonly Tie[], ties: readonly Tie[]): ReadonlyMap<Tie, Culprit> {
  if (failing.length === 0) return new Map();
  const byCell = new Map<number, Tie[]>();
  for (const tie of ties) {
    if (tie.kind !== 'sum') continue;
    for (const term of tie.terms) {
      const list = byCell.get(term.range.start);
      if (list) list.push(tie);
      else byCell.set(term.range.start, [tie]);
    }
  }
  const found = new Map<Tie, Culprit>();
  for (const tie of failing) {
    if (found.has(tie)) continue;
    const crossing = crossingOf(tie, byCell);
    if (crossing) {
      found.set(tie, { ...crossing.culprit, told: true });
      if (!found.has(crossing.other)) found.set(crossing.other, { ...crossing.culprit, told: false });
      continue;
    }
    const own = confirmedElsewhere(tie, byCell);
    if (own) found.set(tie, own);
  }
  return found;
}

interface Crossing {
  readonly culprit: Omit<Culprit, 'told'>;
  readonly other: Tie;
}

function crossingOf(tie: Tie, byCell: ReadonlyMap<number, readonly Tie[]>): Crossing | null {
  const crossings: Crossing[] = [];
  for (const term of tie.terms) {
    const others = (byCell.get(term.range.start) ?? []).filter((other) => other !== tie);
    if (others.length === 0 || others.some((other) => other.status !== 'fail')) continue;
    const text = mended(tie, term);
    const [other] = others;
    if (!other || text === null || others.length > 1 || mended(other, term) !== text) continue;
    crossings.push({ culprit: { cell: term, text, crossed: true }, other });
  }
  return crossings.length === 1 ? (crossings[0] ?? null) : null;
}

/** The total, when every item is confirmed across and the total itself is part of no sum that passes. */
function confirmedElsewhere(tie: Tie, byCell: ReadonlyMap<number, readonly Tie[]>): Culprit | null {
  const [stated, ...items] = tie.terms;
  if (!stated) return null;
  const passes = (term: TieTerm): boolean =>
    (byCell.get(term.range.start) ?? []).some((other) => other !== tie && other.status === 'pass');
  if (passes(stated) || !items.every(passes)) return null;
  return { cell: stated, text: tie.expected, crossed: false, told: true };
}

/** What `term` must read for the tie to hold; null when that cannot be said. */
function mended(tie: Tie, term: TieTerm): string | null {
  if (term === tie.terms[0] || term.range.start === tie.terms[0]?.range.start) return tie.expected;
  if (/ - |^-/.test(tie.expression)) return null;
  const [stated, sum, own] = [amountOf(tie.actual), amountOf(tie.expected), amountOf(term.raw)];
  if (!stated || !sum || !own) return null;
  const value: Decimal = subtract(own.value, subtract(sum.value, stated.value));
  const text = writtenLike(value, own);
  const again = amountOf(text);
  return again && compare(again.value, value) === 0 ? text : null;
}
