import { remembered } from '../../shared/memo';
import type { ReportDocument } from '../../shared/model/document';

/** Where words stand in a text, without a pass over the text for each of them. */
export interface Occurrences {
  /** The first place at or behind `from`, -1 where there is none: `text.indexOf(word, from)`. */
  next(word: string, from?: number): number;
  has(word: string): boolean;
  /** How often, overlaps included; no more than `most` are counted. */
  count(word: string, most?: number): number;
  /** Where two characters stand side by side, from the end backwards; of those that stand everywhere only the last ones. */
  pairs(a: number, b: number): readonly number[];
}

/** Places by the two characters that stand there, as a number of 16 bits that some pairs share. */
interface PairIndex {
  readonly text: string;
  /** Where in `places` those of a slot begin; one more than there are slots. */
  readonly starts: Int32Array;
  /** Slot by slot, ascending. */
  readonly places: Int32Array;
}

const SLOTS = 2 ** 16;
const MOST_STEPS = 400;
const MOST_PAIRS = 60;

const slotOf = (a: number, b: number): number =>
  (Math.imul(a, 40_503) ^ Math.imul(b, 2_654_435)) & (SLOTS - 1);

const slotAt = (text: string, at: number): number => slotOf(text.charCodeAt(at), text.charCodeAt(at + 1));

/** Of a report's working text. */
export const occurrencesOf = remembered(({ text }: ReportDocument): Occurrences => occurrencesIn(text));

/** A word is looked for where those two characters of its own stand that are the rarest. */
export function occurrencesIn(text: string): Occurrences {
  let made: PairIndex | null = null;
  // Many a report is asked for no word at all.
  const index = (): PairIndex => {
    made ??= indexOf(text);
    return made;
  };
  const next = (word: string, from = 0): number => nextIn(index(), word, from);
  return {
    next,
    has: (word) => next(word) >= 0,
    count: (word, most = Number.POSITIVE_INFINITY) => {
      let found = 0;
      for (let at = next(word); at >= 0 && found < most; at = next(word, at + 1)) found++;
      return found;
    },
    pairs: (a, b) => pairsIn(index(), a, b),
  };
}

function indexOf(text: string): PairIndex {
  const starts = new Int32Array(SLOTS + 1);
  const count = Math.max(0, text.length - 1);
  const slots = new Uint16Array(count);
  for (let at = 0; at < count; at++) {
    const slot = slotAt(text, at);
    slots[at] = slot;
    starts[slot + 1] = (starts[slot + 1] as number) + 1;
  }
  for (let slot = 0; slot < SLOTS; slot++)
    starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
  const ends = starts.slice();
  const places = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const slot = slots[at] as number;
    const place = ends[slot] as number;
    places[place] = at;
    ends[slot] = place + 1;
  }
  return { text, starts, places };
}

function nextIn({ text, starts, places }: PairIndex, word: string, from: number): number {
  if (word.length < 2) return text.indexOf(word, from);
  let [by, first, end] = [0, 0, Number.POSITIVE_INFINITY];
  for (let at = 0; at + 1 < word.length; at++) {
    const slot = slotAt(word, at);
    const [low, high] = [starts[slot] as number, starts[slot + 1] as number];
    if (high - low < end - first) [by, first, end] = [at, low, high];
  }
  for (let at = firstFrom(places, first, end, from + by); at < end; at++) {
    const place = (places[at] as number) - by;
    if (text.startsWith(word, place)) return place;
  }
  return -1;
}

function pairsIn({ text, starts, places }: PairIndex, a: number, b: number): readonly number[] {
  const slot = slotOf(a, b);
  const found: number[] = [];
  const first = starts[slot] as number;
  const last = (starts[slot + 1] as number) - 1;
  for (let at = last; at >= first && last - at < MOST_STEPS && found.length < MOST_PAIRS; at--) {
    const place = places[at] as number;
    if (text.charCodeAt(place) === a && text.charCodeAt(place + 1) === b) found.push(place);
  }
  return found;
}

/** The first of the places from `low` to `end`, which ascend, that is not below `least`. */
function firstFrom(places: Int32Array, low: number, end: number, least: number): number {
  let [from, to] = [low, end];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
