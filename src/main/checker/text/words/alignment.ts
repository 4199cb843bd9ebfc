import type { TextPlaces } from './text-places';

/** A slip in the text of all proses: `own` from `at` on, where the report else has `usual`. */
export interface Found {
  readonly at: number;
  readonly own: string;
  readonly usual: string;
  readonly places: number;
}

export const isHan = (one: string): boolean => one >= '\u4e00' && one <= '\u9fff';
export const NUMERAL = /[一二三四五六七八九十百千万亿两]/;
const AROUND = 6;

/** How many Han characters before two places are the same. */
export function sameBefore(text: string, a: number, b: number): number {
  let by = 0;
  while (by < AROUND && text[a - by - 1] === text[b - by - 1] && isHan(text.charAt(a - by - 1))) by++;
  return by;
}

/** How many from two places on are the same. */
export function sameBehind(text: string, a: number, b: number): number {
  let by = 0;
  while (by < AROUND && text[a + by] === text[b + by] && isHan(text.charAt(a + by))) by++;
  return by;
}

export const OFTEN = 2;
export const MORE_OFTEN = 3;
/** So many characters around show what is meant. */
export const SHOWN = 2;

export const pairAt = ({ text, words }: TextPlaces, at: number): readonly number[] =>
  words.pairs(text.charCodeAt(at), text.charCodeAt(at + 1)).filter((place) => place !== at);

/** `middle` in the place of the characters from `at` to `end`, with as much around as is the same in the report. */
export function foundAt(
  text: string,
  at: number,
  end: number,
  middle: string,
  alike: readonly number[],
): Found {
  const before = Math.min(SHOWN, Math.max(...alike.map((place) => sameBefore(text, at, place))));
  const behind = Math.min(
    SHOWN,
    Math.max(...alike.map((place) => sameBehind(text, end, place + middle.length))),
  );
  const [head, tail] = [text.slice(at - before, at), text.slice(end, end + behind)];
  return {
    at: at - before,
    own: text.slice(at - before, end + behind),
    usual: head + middle + tail,
    places: alike.length,
  };
}
