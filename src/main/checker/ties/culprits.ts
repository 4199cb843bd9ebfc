import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  decimalOf,
  divide,
  formatDecimal,
  multiply,
  shift,
  subtract,
} from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { Quantity } from '../../../shared/model/quantity';
import type { Culprit, TermFigure, Tie, TieTerm } from '../../../shared/model/tie';
import { isNearMiss } from '../../figures/identity/near-miss';
import { judge } from './arithmetic';
import type { Figure } from './interval';
import { type Candidate, knownBest, type Use } from './tried';
import { writtenLike } from './written-like';

/** Fewer mended ties prove nothing: of one tie any term may be wrong. */
const LEAST = 2;

/** Single changes of one figure that make several failing ties hold and break none that holds; most mended first. */
export function findCulprits(ties: readonly Tie[], quantities: readonly Quantity[]): readonly Culprit[] {
  const uses = usesOf(ties, quantities.length);
  const candidates = [...uses].flatMap(([quantity, own]) => {
    const failing = own.filter(({ tie }) => ties[tie]?.status === 'fail');
    if (failing.length < LEAST) return [];
    return knownBest(quantity, own, ties, () => bestFor(quantity, own, failing, ties)) ?? [];
  });
  const ranked = candidates.sort(
    (a, b) => b.mends.length - a.mends.length || Number(b.slip) - Number(a.slip),
  );
  const settled = new Set<number>();
  return ranked.flatMap((candidate) => {
    const open = candidate.mends.filter((tie) => !settled.has(tie));
    if (open.length < LEAST || rivals(candidate, ranked)) return [];
    for (const tie of candidate.mends) settled.add(tie);
    const found = culpritOf(candidate, quantities);
    return found ? [found] : [];
  });
}

/** The ties of every figure that fails in enough of them. */
function usesOf(ties: readonly Tie[], figures: number): ReadonlyMap<number, readonly Use[]> {
  const failures = new Uint32Array(figures);
  let isEnough = false;
  for (const { status, terms } of ties) {
    if (status !== 'fail') continue;
    for (const { quantity } of terms) {
      if (quantity === null) continue;
      const count = (failures[quantity] ?? 0) + 1;
      failures[quantity] = count;
      if (count >= LEAST) isEnough = true;
    }
  }
  const uses = new Map<number, Use[]>();
  if (!isEnough) return uses;
  for (const [tie, { terms }] of ties.entries()) {
    for (const term of terms) {
      if (term.quantity === null || (failures[term.quantity] ?? 0) < LEAST || !term.figure) continue;
      const own = uses.get(term.quantity);
      if (own) own.push({ tie, term });
      else uses.set(term.quantity, [{ tie, term }]);
    }
  }
  return uses;
}

/** The one value that mends most of the failing ties over a quantity, and breaks none of the others. */
function bestFor(
  quantity: number,
  own: readonly Use[],
  failing: readonly Use[],
  ties: readonly Tie[],
): Candidate | null {
  let best: Candidate | null = null;
  const tried = new Set<string>();
  const bands = failing.map(({ tie, term }) => bandOf(ties[tie], term));
  for (const { tie, term } of failing) {
    const value = ties[tie] && solved(ties[tie], term);
    if (!value || (best && compare(best.value, value) === 0)) continue;
    // The same change once more: a figure that many places state differently has few other values.
    const change = `${term.figure?.value} ${term.figure?.precision} ${formatDecimal(value)}`;
    if (tried.has(change)) continue;
    tried.add(change);
    const about = Number(formatDecimal(value));
    const mends = failing
      .filter(
        (use, at) =>
          !(isBeyond(bands[at], about) && isAlike(term, use.term)) && holdsIn(ties, use, term, value),
      )
      .map((use) => use.tie);
    if (mends.length < LEAST || mends.length <= (best?.mends.length ?? 0)) continue;
    const breaks = own.some((use) => {
      const status = ties[use.tie]?.status;
      return (status === 'pass' || status === 'rounding') && !holdsIn(ties, use, term, value);
    });
    if (breaks) continue;
    const slip = isNearMiss(term.figure?.value ?? '', formatDecimal(value), term.figure?.precision);
    best = { quantity, term, value, mends: [...new Set(mends)], slip };
  }
  return best;
}

/** As `holdsWith`; `value` is in the unit of `term`. A tie may count the figure as printed, or in the base unit. */
function holdsIn(ties: readonly Tie[], { tie, term: own }: Use, term: TieTerm, value: Decimal): boolean {
  const power = powerBetween(term, own);
  return power !== null && holdsWith(ties[tie], own, shift(value, power));
}

const isAlike = ({ figure: a }: TieTerm, { figure: b }: TieTerm): boolean =>
  a?.value === b?.value && a?.precision === b?.precision;

/** Where a value may lie for a tie to hold: this near to another. */
interface Band {
  readonly middle: number;
  readonly reach: number;
}

/**
 * Told at once, in doubles: of two exact figures that state the same, no rounding explains more than a whole unit of the coarser
 * digit. Null where that does not tell.
 */
function bandOf(tie: Tie | undefined, own: TieTerm): Band | null {
  const [stated, other] = tie?.terms ?? [];
  if (tie?.form !== 'equal' || tie.outside || !stated?.figure || !other?.figure || own === stated)
    return null;
  if (stated.figure.approximator !== null || other.figure.approximator !== null) return null;
  const middle = Number(stated.figure.value);
  return { middle, reach: 10 ** Math.max(stated.figure.precision, other.figure.precision) };
}

/** Farther by more than what doubles may be wrong by. */
const isBeyond = (band: Band | null | undefined, about: number): boolean =>
  !!band &&
  Math.abs(about - band.middle) > band.reach * 1.01 + (Math.abs(about) + Math.abs(band.middle)) * 1e-12;

const exact = remembered(({ value }: TermFigure) => decimal(value));

const MAX_POWER = 12;

/** 1,284 and 12840000 of one figure in 万: 4. Null where they are not apart by a power of ten. */
function powerBetween(from: TieTerm, to: TieTerm): number | null {
  if (from === to) return 0;
  if (!from.figure || !to.figure) return null;
  const [a, b] = [decimal(from.figure.value), decimal(to.figure.value)];
  const power = to.figure.precision - from.figure.precision;
  return Math.abs(power) <= MAX_POWER && compare(shift(a, power), b) === 0 ? power : null;
}

/** Another figure that would mend the same ties as well: nobody can say which of the two is wrong. */
const rivals = (candidate: Candidate, all: readonly Candidate[]): boolean =>
  all.some(
    (other) =>
      other.quantity !== candidate.quantity &&
      other.mends.length === candidate.mends.length &&
      other.slip === candidate.slip &&
      other.mends.some((tie) => candidate.mends.includes(tie)),
  );

const figure = (known: TermFigure): Figure => ({
  value: exact(known),
  precision: known.precision,
  approximator: known.approximator,
});

/** What a term must be for its tie to hold, where the form has one answer; null where it has none. */
function solved(tie: Tie, term: TieTerm): Decimal | null {
  const [stated] = tie.terms;
  if (!stated?.figure || !term.figure || tie.outside?.length === 0) return null;
  const s = decimal(stated.figure.value);
  const values = (role: TieTerm['role']): Decimal[] => [
    ...tie.terms
      .slice(1)
      .flatMap((one) => (one.role === role && one.figure ? [decimal(one.figure.value)] : [])),
    ...(tie.outside ?? []).flatMap((one) => (one.role === role ? [decimal(one.figure.value)] : [])),
  ];
  const sum = (all: readonly Decimal[]): Decimal => all.reduce(add, decimalOf(0n, 0));
  const [base, current, whole, other] = [
    values('base')[0],
    values('current')[0],
    values('whole')[0],
    values('other')[0],
  ];
  switch (tie.form) {
    case 'sum': {
      const total = subtract(sum(values('addend')), sum(values('subtrahend')));
      if (term === stated) return total;
      const off = subtract(s, total);
      const own = decimal(term.figure.value);
      return term.role === 'subtrahend' ? subtract(own, off) : add(own, off);
    }
    case 'equal':
      return term === stated ? (other ?? null) : s;
    case 'difference':
    case 'points':
      if (!base || !current) return null;
      if (term === stated) return subtract(current, base);
      return term.role === 'current' ? add(base, s) : subtract(current, s);
    case 'share':
      return whole && term.role === 'part'
        ? rounded(divide(multiply(whole, s), decimalOf(100n, 0), 6), term)
        : null;
    default:
      return null;
  }
}

/** To the last digit that the term prints. */
function rounded(value: Decimal, { figure: printed }: TieTerm): Decimal {
  return divide(value, decimalOf(1n, 0), Math.max(0, -(printed?.precision ?? 0)));
}

/** Whether a tie holds with another value for one of its terms. Counts and vague ties are left as they are. */
function holdsWith(tie: Tie | undefined, term: TieTerm, value: Decimal): boolean {
  if (!tie || tie.form === 'count') return false;
  const changed = (one: TieTerm): TermFigure | undefined =>
    one === term && one.figure ? { ...one.figure, value: formatDecimal(value) } : one.figure;
  const [stated, ...others] = tie.terms;
  const own = stated && changed(stated);
  if (!own) return false;
  const operands = [
    ...others.flatMap((one) => {
      const known = changed(one);
      return known ? [{ role: one.role, figure: figure(known) }] : [];
    }),
    ...(tie.outside ?? []).map(({ role, figure: known }) => ({ role, figure: figure(known) })),
  ];
  const { status } = judge(tie.form, figure(own), operands);
  return status === 'pass' || status === 'rounding';
}

/** A tie of a table may count a figure as printed: 1,248 under 万笔. */
function inBaseUnit(value: Decimal, { figure: own }: TieTerm, { value: base, precision }: Quantity): Decimal {
  const power = own ? precision - own.precision : 0;
  const isApart = own && compare(shift(absolute(decimal(own.value)), power), absolute(decimal(base))) === 0;
  return isApart ? shift(value, power) : value;
}

function culpritOf(
  { quantity, term, value, mends }: Candidate,
  quantities: readonly Quantity[],
): Culprit | null {
  const known = quantities[quantity];
  if (!known || !term.figure) return null;
  const negative = decimal(term.figure.value).units < 0n && !known.value.startsWith('-');
  const own = negative ? absolute(value) : value;
  const text = writtenLike(own, {
    raw: known.raw,
    figure: {
      ...figure(term.figure),
      value: negative ? absolute(decimal(term.figure.value)) : decimal(term.figure.value),
    },
  });
  if (text === known.raw) return null;
  return {
    quantity,
    range: known.range,
    raw: known.raw,
    text,
    value: formatDecimal(inBaseUnit(own, term, known)),
    mends,
    message: `${known.raw} 改为 ${text} 可使${mends.length}处勾稽成立`,
  };
}
