import {
  type AnalysisChange,
  alignmentAfter,
  factAfter,
  findingAfter,
  quantityAfter,
  type Shift,
  type Splice,
  tieAfter,
} from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Finding } from '../../shared/model/finding';
import type { Fact, Quantity } from '../../shared/model/quantity';
import type { Range } from '../../shared/model/range';
import type { Alignment } from '../../shared/model/reference';
import type { Tie } from '../../shared/model/tie';
import { descentOf } from '../document/descent';
import type { Change } from '../document/reparse';

/** What an edit changed between two analyses; null where the text was parsed whole and they have nothing in common. */
export function changesBetween(before: Analysis, after: Analysis, change: Change): AnalysisChange | null {
  const descent = after.document === before.document ? inPlace(before) : descentOf(after.document);
  if (descent?.before !== before.document) return null;
  const { own, near, units } = descent;
  const figuresFrom = before.quantities.findIndex(({ place }) => place.block >= near.oldTo);
  const behind = figuresFrom < 0 ? before.quantities.length : figuresFrom;
  const factsFrom = before.facts.findIndex(({ quantity }) => quantity >= behind);
  const shift: Shift = {
    start: change.start,
    oldEnd: change.oldEnd,
    units,
    figuresFrom: behind,
    figures: after.quantities.length - before.quantities.length,
    factsFrom: factsFrom < 0 ? before.facts.length : factsFrom,
    facts: after.facts.length - before.facts.length,
    blocksFrom: own.oldTo,
    blocks: own.to - own.oldTo,
  };
  const { culprits, references, rules, policy, coverage } = after;
  return {
    shift,
    text: after.document.text.slice(change.start, change.newEnd),
    title: after.document.title,
    blocks: {
      at: own.from,
      removed: own.oldTo - own.from,
      items: after.document.blocks.slice(own.from, own.to),
    },
    quantities: splices(before.quantities, after.quantities, (a, b) =>
      sameQuantity(quantityAfter(a, shift), b),
    ),
    states: splices(before.states, after.states, (a, b) => a === b),
    facts: splices(before.facts, after.facts, (a, b) => sameFact(factAfter(a, shift), b)),
    ties: splices(before.ties, after.ties, (a, b) => isLike(a, b) && sameTie(tieAfter(a, shift), b)),
    findings: splices(
      before.findings,
      after.findings,
      (a, b) => a.fingerprint === b.fingerprint && sameFinding(findingAfter(a, shift), b),
    ),
    alignments: splices(before.alignments, after.alignments, (a, b) =>
      sameAlignment(alignmentAfter(a, shift), b),
    ),
    rest: { culprits, references, rules, policy, coverage },
  };
}

/** Nothing has moved. */
const inPlace = ({ document: before }: Analysis) => {
  const { length } = before.blocks;
  const none = { from: length, to: length, oldTo: length };
  return { before, own: none, near: none, units: 0 };
};

const LOOK_AHEAD = 48;

/** How a list becomes another. Finds the common ends, then goes on from each difference to the next likeness nearby. */
export function splices<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly Splice<T>[] {
  const alike = (a: number, b: number): boolean => same(before[a] as T, after[b] as T);
  let [end, newEnd] = [before.length, after.length];
  while (end > 0 && newEnd > 0 && alike(end - 1, newEnd - 1)) {
    end--;
    newEnd--;
  }
  const result: Splice<T>[] = [];
  let [at, now] = [0, 0];
  while (at < end || now < newEnd) {
    if (at < end && now < newEnd && alike(at, now)) {
      at++;
      now++;
      continue;
    }
    const [skip, take] = nextLikeness(end - at, newEnd - now, (a, b) => alike(at + a, now + b));
    result.push({ at, removed: skip, items: after.slice(now, now + take) });
    at += skip;
    now += take;
  }
  return result;
}

/** How many entries of either list to pass over; all of what is left where nothing nearby is alike. */
function nextLikeness(
  left: number,
  right: number,
  alike: (a: number, b: number) => boolean,
): readonly [number, number] {
  for (let sum = 1; sum <= LOOK_AHEAD; sum++) {
    for (let skip = Math.max(0, sum - right + 1); skip <= Math.min(sum, left - 1); skip++) {
      if (alike(skip, sum - skip)) return [skip, sum - skip];
    }
  }
  return [left, right];
}

const sameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  a === b ||
  (sameRange(a.range, b.range) &&
    a.raw === b.raw &&
    a.value === b.value &&
    a.unit === b.unit &&
    a.precision === b.precision &&
    a.approximator === b.approximator &&
    a.exempt === b.exempt &&
    a.date === b.date &&
    a.place.block === b.place.block &&
    a.place.row === b.place.row &&
    a.place.column === b.place.column);

const sameFact = (a: Fact, b: Fact): boolean =>
  a === b ||
  (a.quantity === b.quantity &&
    a.concept === b.concept &&
    a.scope === b.scope &&
    a.period === b.period &&
    sameComparison(a.comparison, b.comparison));

const sameComparison = (a: Fact['comparison'], b: Fact['comparison']): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.quantity === b.quantity &&
    a.rate === b.rate &&
    a.basis === b.basis &&
    a.direction === b.direction &&
    a.form === b.form &&
    a.basePeriod === b.basePeriod);

/** Told before anything is moved. */
const isLike = (a: Tie, b: Tie): boolean =>
  a === b || (a.actual === b.actual && a.kind === b.kind && a.terms.length === b.terms.length);

const sameTie = (a: Tie, b: Tie): boolean =>
  a === b ||
  (a.form === b.form &&
    a.status === b.status &&
    a.expression === b.expression &&
    a.expected === b.expected &&
    a.reason === b.reason &&
    a.terms.every((term, at) => sameTerm(term, b.terms[at])) &&
    (a.outside === b.outside || JSON.stringify(a.outside) === JSON.stringify(b.outside)));

const sameTerm = (a: Tie['terms'][number], b: Tie['terms'][number] | undefined): boolean =>
  b !== undefined &&
  sameRange(a.range, b.range) &&
  a.raw === b.raw &&
  a.quantity === b.quantity &&
  a.role === b.role &&
  a.figure?.value === b.figure?.value &&
  a.figure?.precision === b.figure?.precision &&
  a.figure?.approximator === b.figure?.approximator;

const sameFinding = (a: Finding, b: Finding): boolean =>
  sameRange(a.range, b.range) &&
  a.severity === b.severity &&
  a.message === b.message &&
  a.excerpt === b.excerpt &&
  a.related.length === b.related.length &&
  a.fixes.length === b.fixes.length &&
  JSON.stringify([a.related, a.fixes, a.merged]) === JSON.stringify([b.related, b.fixes, b.merged]);

const sameAlignment = (a: Alignment, b: Alignment): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
