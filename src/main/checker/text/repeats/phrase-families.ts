import { isHanUnit } from '../sentences/sentences';
import type { PhraseCorpus } from './phrase-corpus';
import { FIRST_UNIT, type Repeat } from './repeats';

/** Shortest phrase that counts, in Han characters. */
export const MINIMUM_HAN = 12;
/** Where fewer than this share of the clauses it touches is repeated, the phrase is a part of speech, not a statement. */
const COVERAGE = 0.7;
/** A phrase this long is a statement even when its clauses go on. */
const LONG_HAN = 24;
/** A scrap of a clause this short at either end is cut off. */
const RAGGED = 4;
const SET_LEAD = '在根按依为围结随针基自截对关作由通鉴就经与从';

/** Places `[start, end)` in the stream that say the same. */
export type Family = readonly { readonly start: number; readonly end: number }[];

/** Groups repeats of one phrase and drops what may be said twice: names, labels of figures, lead-ins. */
export function phraseFamilies(corpus: PhraseCorpus, repeats: readonly Repeat[]): Family[] {
  const families: { start: number; end: number }[][] = [];
  const owner = new Int32Array(corpus.units.length).fill(-1);
  for (const repeat of repeats) {
    const kept = trim(corpus, repeat);
    if (!kept || !isStatement(corpus, kept)) continue;
    const { from, to, length } = kept;
    const known = families[owner[from + (length >> 1)] ?? -1];
    const first = known?.[0];
    const place = { start: to, end: to + length };
    let id = families.length;
    if (
      known &&
      first &&
      Math.min(length, first.end - first.start) >= 0.8 * Math.max(length, first.end - first.start)
    ) {
      known.push(place);
      id = owner[from + (length >> 1)] ?? id;
    } else families.push([{ start: from, end: from + length }, place]);
    owner.fill(id, from, from + length);
    owner.fill(id, to, to + length);
  }
  return families;
}

/**
 * Cuts off the label of a figure at either end: `…，日均交易金额为` before 3亿 here and 5亿 there is one
 * sentence pattern filled twice, not a repeated statement.
 */
function trim(corpus: PhraseCorpus, repeat: Repeat): Repeat | null {
  const { units, clause } = corpus;
  let { from, to, length } = repeat;
  if (figuresDiffer(corpus, from + length, to + length)) {
    let cut = length;
    while (cut > 0 && !(clause[to + cut] || clause[from + cut])) cut--;
    length = cut;
  }
  let skip = 0;
  if (length > 0 && digitsBefore(corpus, from) && digitsBefore(corpus, to)) {
    while (skip < length && !(skip > 0 && clause[to + skip])) skip++;
  }
  from += skip;
  to += skip;
  length -= skip;
  const head = ragged(corpus, from, to, length, 1);
  from += head;
  to += head;
  length -= head;
  length -= ragged(corpus, from, to, length, -1);
  while (length > 0 && (units[to] ?? 0) < FIRST_UNIT) {
    from++;
    to++;
    length--;
  }
  while (length > 0 && (units[to + length - 1] ?? 0) < FIRST_UNIT) length--;
  return length > 0 ? { from, to, length } : null;
}

/** Units at one end that are the tail or head of a clause which is otherwise different: `…方面，` and the like. */
function ragged(
  { units, clause }: PhraseCorpus,
  from: number,
  to: number,
  length: number,
  step: 1 | -1,
): number {
  const first = step === 1 ? 0 : length;
  if (clause[from + first] || clause[to + first] || (units[to + first] ?? 0) < FIRST_UNIT) return 0;
  for (let size = 1; size <= Math.min(RAGGED, length); size++) {
    if (clause[to + (step === 1 ? size : length - size)]) return size;
  }
  return 0;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Both clauses go on behind the repeat and give figures there. (The same figures would be in the repeat.) */
function figuresDiffer(corpus: PhraseCorpus, a: number, b: number): boolean {
  return digitsAhead(corpus, a) && digitsAhead(corpus, b);
}

function digitsAhead({ units, clause }: PhraseCorpus, from: number): boolean {
  for (let at = from; at < units.length && (at === from ? true : !clause[at]); at++) {
    const unit = units[at] ?? 0;
    if (unit < FIRST_UNIT) return false;
    if (isDigit(unit)) return !clause[from];
  }
  return false;
}

function digitsBefore({ units, clause }: PhraseCorpus, from: number): boolean {
  for (let at = from; at > 0 && !clause[at]; at--) {
    const unit = units[at - 1] ?? 0;
    if (unit < FIRST_UNIT) return false;
    if (isDigit(unit)) return true;
  }
  return false;
}

function isStatement(corpus: PhraseCorpus, { from, to, length }: Repeat): boolean {
  const han = hanIn(corpus, to, length);
  if (han < MINIMUM_HAN) return false;
  const covered = Math.min(coverage(corpus, from, length), coverage(corpus, to, length));
  if (covered < (han >= LONG_HAN ? 0.5 : COVERAGE)) return false;
  if (han >= LONG_HAN) return true;
  return !isLeadIn(corpus, to, length) && !isMeasured(corpus, { from, to, length });
}

/** One clause at most, with its figure right behind or at its end: the name of what is measured, which the text may name again. */
function isMeasured(corpus: PhraseCorpus, { from, to, length }: Repeat): boolean {
  const { units, clause } = corpus;
  const isNamed = isDigit(units[from + length] ?? 0) || isDigit(units[to + length] ?? 0);
  if (!isNamed && !endsInFigure(corpus, to, length)) return false;
  for (let at = to + 1; at < to + length; at++) if (clause[at]) return false;
  return true;
}

const UNIT_LENGTH = 2;
/** Before a figure these say something of what is measured; where none stands the figure is a part of the name. */
const SAYS = '为达到了长降加少约至有计成过是增减升';

/** 新开立账户31.45万户: a name, its figure, and no more than the unit. */
function endsInFigure({ units }: PhraseCorpus, start: number, length: number): boolean {
  let at = start + length - 1;
  for (let unit = 0; unit < UNIT_LENGTH && !isDigit(units[at] ?? 0); unit++) at--;
  if (!isDigit(units[at] ?? 0)) return false;
  while (at > start && (isDigit(units[at] ?? 0) || '.,'.includes(String.fromCharCode(units[at] ?? 0)))) at--;
  return at > start && !SAYS.includes(String.fromCharCode(units[at] ?? 0));
}

/** One clause that only sets the scene, as `在…的指导下，`. */
function isLeadIn({ units, clause }: PhraseCorpus, start: number, length: number): boolean {
  if (!SET_LEAD.includes(String.fromCharCode(units[start] ?? 0))) return false;
  for (let at = start + 1; at < start + length; at++) if (clause[at]) return false;
  return (units[start + length] ?? 0) >= FIRST_UNIT;
}

function hanIn({ units }: PhraseCorpus, start: number, length: number): number {
  let count = 0;
  for (let at = start; at < start + length; at++) if (isHanUnit(units[at] ?? 0)) count++;
  return count;
}

/** Share of the clauses touched by `[start, start + length)` that lies inside it. */
function coverage({ units, clause }: PhraseCorpus, start: number, length: number): number {
  let left = start;
  while (left > 0 && !clause[left] && (units[left - 1] ?? 0) >= FIRST_UNIT) left--;
  let right = start + length;
  while (right < units.length && !clause[right] && (units[right] ?? 0) >= FIRST_UNIT) right++;
  return length / (right - left);
}
