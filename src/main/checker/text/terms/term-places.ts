import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { type GramPlace, proseAt, spanOf, startBeside } from './term-grams';

/** One way in which a term is written. */
export interface TermForm {
  readonly name: string;
  readonly places: readonly Range[];
}

/** The usual form and the rarer one. */
export interface Variant {
  readonly forms: readonly [usual: TermForm, rare: TermForm];
}

type Places = readonly [places: readonly GramPlace[], size: number];

/** The form with more places first; between equals the earlier one. */
export function variantOf(one: Places, other: Places): Variant {
  const [a, b] = [formOf(one), formOf(other)];
  const isFirst =
    a.places.length > b.places.length ||
    (a.places.length === b.places.length && (a.places[0]?.start ?? 0) <= (b.places[0]?.start ?? 0));
  return { forms: isFirst ? [a, b] : [b, a] };
}

function formOf([places, size]: Places): TermForm {
  const [first] = places;
  const [start, end] = first ? spanOf(first, size) : [0, 0];
  return {
    name: first ? proseAt(first).text.slice(start, end) : '',
    places: places.map((place) => {
      const [from, to] = spanOf(place, size);
      return sourceRange(proseAt(place), from, to);
    }),
  };
}

/** Behind a name that a figure measures; two names so measured are two figures. */
const MEASURED = /^\p{Script=Han}{0,6}[为达共计约至]?\d/u;
const SENTENCE_END = /[。；！？]/;

/** False where the two ways stand in one sentence (no `end` between), which tells them apart, or where figures are named by them. */
export function areApart(
  usual: readonly GramPlace[],
  usualSize: number,
  rare: readonly GramPlace[],
  rareSize: number,
  end: RegExp = SENTENCE_END,
): boolean {
  return areUnmeasured(usual, usualSize, rare, rareSize) && areInTwoPlaces(usual, rare, end);
}

export const areInTwoPlaces = (
  usual: readonly GramPlace[],
  rare: readonly GramPlace[],
  end: RegExp = SENTENCE_END,
): boolean => !rare.some((one) => usual.some((other) => areWithin(one, other, end)));

function areUnmeasured(
  usual: readonly GramPlace[],
  usualSize: number,
  rare: readonly GramPlace[],
  rareSize: number,
): boolean {
  const isMeasured = (place: GramPlace, size: number): boolean =>
    MEASURED.test(proseAt(place).text.slice(spanOf(place, size)[1]));
  return !(
    rare.some((place) => isMeasured(place, rareSize)) || usual.some((place) => isMeasured(place, usualSize))
  );
}

function areWithin(one: GramPlace, other: GramPlace, end: RegExp): boolean {
  if (proseAt(one) !== proseAt(other)) return false;
  const [from, to] = [spanOf(one, 1)[0], spanOf(other, 1)[0]].sort((a, b) => a - b);
  return !end.test(proseAt(one).text.slice(from, to));
}

const MOST_BEFORE = 24;
const LEAST_BEFORE = 5;
const LEAST_BEHIND = 2;
const LEAST_AROUND = 11;
/** So few of each are compared with each other. */
const MOST_COMPARED = 12;

/** Places of the rarer form around which the text agrees with that around a place of the usual one, for a long stretch. */
export const agreeingPlaces = (
  usual: readonly GramPlace[],
  usualSize: number,
  rare: readonly GramPlace[],
  rareSize: number,
): readonly GramPlace[] =>
  rare.slice(0, MOST_COMPARED).filter((one) =>
    usual.slice(0, MOST_COMPARED).some((other) => {
      const before = commonBefore(one, other);
      const behind = commonBehind(one, rareSize, other, usualSize);
      return before >= LEAST_BEFORE && behind >= LEAST_BEHIND && before + behind >= LEAST_AROUND;
    }),
  );

/** Characters that agree up to the end of the first word, which is the same in both. */
function commonBefore(one: GramPlace, other: GramPlace): number {
  const [a, b] = [proseAt(one).text, proseAt(other).text];
  const [atOne, atOther] = [spanOf(one, 1)[1], spanOf(other, 1)[1]];
  let length = 0;
  while (length < MOST_BEFORE && length < atOne && length < atOther) {
    if (a.charAt(atOne - length - 1) !== b.charAt(atOther - length - 1)) break;
    length++;
  }
  return length;
}

/** Characters that agree from the start of the last word on, which is the same in both. */
function commonBehind(one: GramPlace, sizeOfOne: number, other: GramPlace, sizeOfOther: number): number {
  const [a, b] = [proseAt(one).text, proseAt(other).text];
  const atOne = startBeside(one, sizeOfOne - 1);
  const atOther = startBeside(other, sizeOfOther - 1);
  let length = 0;
  while (length < MOST_BEFORE && atOne + length < a.length) {
    if (a.charAt(atOne + length) !== b.charAt(atOther + length)) break;
    length++;
  }
  return length;
}
