import {
  type AnalysisChange,
  alignmentAfter,
  figureAfter,
  type Shift,
  type Splice,
} from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Block } from '../../shared/model/document';
import type { Edit, Finding, Fix, Related } from '../../shared/model/finding';
import type { Fact, Quantity } from '../../shared/model/quantity';
import type { Range } from '../../shared/model/range';
import type { Alignment } from '../../shared/model/reference';
import type { Tie, TieTerm } from '../../shared/model/tie';
import { descentOf, type Stretch } from '../document/descent';
import type { Change } from '../document/reparse';
import { type Run, runsBetween } from '../document/runs';
import { rowsBetween } from './row-changes';

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
    ...blocksBetween(before.document.blocks, after.document.blocks, own, shift),
    quantities: changed(before.quantities, after.quantities, (a, b) => sameQuantity(a, b, shift)),
    states: splices(before.states, after.states, (a, b) => a === b),
    facts: changed(before.facts, after.facts, (a, b) => sameFact(a, b, shift)),
    ties: changed(before.ties, after.ties, (a, b) => sameTie(a, b, shift)),
    findings: splices(before.findings, after.findings, (a, b) => sameFinding(a, b, shift)),
    alignments: splices(before.alignments, after.alignments, (a, b) =>
      sameAlignment(alignmentAfter(a, shift), b),
    ),
    rest: { culprits, references, rules, policy, coverage },
  };
}

/** The blocks that an edit changed; of a long table its rows. */
function blocksBetween(
  before: readonly Block[],
  after: readonly Block[],
  { from, to, oldTo }: Stretch,
  shift: Shift,
): Pick<AnalysisChange, 'blocks' | 'rows'> {
  const items = after.slice(from, to);
  const rows = rowsBetween(before.slice(from, oldTo), items, shift);
  const blocks = { at: from, removed: oldTo - from, items };
  if (!rows) return { blocks };
  const bare = items.map((one): Block => (one.kind === 'table' ? { ...one, rows: [] } : one));
  return { blocks: { ...blocks, items: bare }, rows };
}

/** Nothing has moved. */
const inPlace = ({ document: before }: Analysis) => {
  const { length } = before.blocks;
  const none = { from: length, to: length, oldTo: length };
  return { before, own: none, near: none, units: 0 };
};

const LOOK_AHEAD = 48;

/** As `splices`; what is known to have been taken over is not compared. */
function changed<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly Splice<T>[] {
  const result: Splice<T>[] = [];
  let [at, now] = [0, 0];
  const end: Run = { old: before.length, now: after.length, length: 0 };
  for (const run of [...runsBetween(before, after), end]) {
    const [from, nowFrom] = [at, now];
    for (const one of splices(before.slice(from, run.old), after.slice(nowFrom, run.now), same))
      result.push({ ...one, at: one.at + from });
    at = run.old + run.length;
    now = run.now + run.length;
  }
  return result;
}

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

/* Whether an entry of the earlier list, moved, is one of the later list: as `…After` of analysis-change.ts, without the copy. */

function stands(before: Range, now: Range, { start, oldEnd, units }: Shift): boolean {
  if (units === 0 || before.end <= start) return before.start === now.start && before.end === now.end;
  return (
    now.start === (before.start >= oldEnd ? before.start + units : before.start) &&
    now.end === before.end + units
  );
}

const sameFigure = (a: number | null, b: number | null, shift: Shift): boolean =>
  a === null || b === null ? a === b : figureAfter(a, shift) === b;

const sameQuantity = (a: Quantity, b: Quantity, shift: Shift): boolean =>
  (a === b && a.range.end <= shift.start) || (stands(a.range, b.range, shift) && sameReading(a, b, shift));

const sameReading = (a: Quantity, b: Quantity, shift: Shift): boolean =>
  a.raw === b.raw &&
  a.value === b.value &&
  a.unit === b.unit &&
  a.precision === b.precision &&
  a.approximator === b.approximator &&
  a.exempt === b.exempt &&
  a.date === b.date &&
  a.place.block + (a.place.block < shift.blocksFrom ? 0 : shift.blocks) === b.place.block &&
  a.place.row === b.place.row &&
  a.place.column === b.place.column;

const sameFact = (a: Fact, b: Fact, shift: Shift): boolean =>
  (a === b && shift.figures === 0) ||
  (figureAfter(a.quantity, shift) === b.quantity &&
    a.concept === b.concept &&
    a.scope === b.scope &&
    a.period === b.period &&
    sameComparison(a.comparison, b.comparison, shift));

const sameComparison = (a: Fact['comparison'], b: Fact['comparison'], shift: Shift): boolean =>
  a === null || b === null
    ? a === b
    : sameFigure(a.quantity, b.quantity, shift) &&
      a.rate === b.rate &&
      a.basis === b.basis &&
      a.direction === b.direction &&
      a.form === b.form &&
      a.basePeriod === b.basePeriod;

const sameTie = (a: Tie, b: Tie, shift: Shift): boolean =>
  a.actual === b.actual &&
  a.kind === b.kind &&
  a.form === b.form &&
  a.status === b.status &&
  a.expression === b.expression &&
  a.expected === b.expected &&
  a.reason === b.reason &&
  sameEach(a.terms, b.terms, shift, sameTerm) &&
  (a.outside === b.outside || JSON.stringify(a.outside) === JSON.stringify(b.outside));

const sameTerm = (a: TieTerm, b: TieTerm, shift: Shift): boolean =>
  stands(a.range, b.range, shift) &&
  a.raw === b.raw &&
  sameFigure(a.quantity, b.quantity, shift) &&
  a.role === b.role &&
  a.figure?.value === b.figure?.value &&
  a.figure?.precision === b.figure?.precision &&
  a.figure?.approximator === b.figure?.approximator;

const sameFinding = (a: Finding, b: Finding, shift: Shift): boolean =>
  a.fingerprint === b.fingerprint &&
  stands(a.range, b.range, shift) &&
  a.severity === b.severity &&
  a.message === b.message &&
  a.excerpt === b.excerpt &&
  sameEach(a.merged, b.merged, shift, sameCode) &&
  sameEach(a.related, b.related, shift, sameRelated) &&
  sameEach(a.fixes, b.fixes, shift, sameFix);

const sameCode = (a: string, b: string): boolean => a === b;

const sameRelated = (a: Related, b: Related, shift: Shift): boolean =>
  a.note === b.note && stands(a.range, b.range, shift);

const sameFix = (a: Fix, b: Fix, shift: Shift): boolean =>
  a.title === b.title && sameEach(a.edits, b.edits, shift, sameEdit);

const sameEdit = (a: Edit, b: Edit, shift: Shift): boolean =>
  a.text === b.text && stands(a.range, b.range, shift);

/** `same` takes all it needs: of many entries a function for each would be made for nothing. */
function sameEach<T>(
  a: readonly T[],
  b: readonly T[],
  shift: Shift,
  same: (one: T, other: T, shift: Shift) => boolean,
): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!same(a[at] as T, b[at] as T, shift)) return false;
  return true;
}

const sameAlignment = (a: Alignment, b: Alignment): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
