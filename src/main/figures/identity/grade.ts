import type { Measure } from './measure';
import { CONTRAST } from './words';

/** Whether two figures are of one thing: certain, probable, or not. */
export type Grade = 'same' | 'likely' | 'different';

const NUMBERS = /\d+|第[一二三四五六七八九十百]+/g;

/** The same few measures are compared time and again. */
const leftOvers = new Map<string, string>();
const MOST_LEFT_OVERS = 5_000;

/** What of `text` does not stand in `within`, in stretches of two characters or more; numbers only whole. */
export function leftOver(text: string, within: string): string {
  if (text === '' || text === within) return '';
  const key = `${text}\n${within}`;
  const known = leftOvers.get(key);
  if (known !== undefined) return known;
  if (leftOvers.size >= MOST_LEFT_OVERS) leftOvers.clear();
  const left = leftOverOf(text, within);
  leftOvers.set(key, left);
  return left;
}

function leftOverOf(text: string, within: string): string {
  if (text.length > 1 && within.includes(text)) return strangeNumbers(text, within);
  let rest = strangeNumbers(text, within);
  for (let at = 0; at < text.length; ) {
    let length = 0;
    while (at + length < text.length && within.includes(text.slice(at, at + length + 1))) length++;
    if (length >= 2) at += length;
    else rest += text.charAt(at++);
  }
  return rest;
}

/** 第11 is not made of 第1 and 1. */
function strangeNumbers(text: string, within: string): string {
  const numbers = text.match(NUMBERS);
  if (!numbers) return '';
  const known = new Set(within.match(NUMBERS) ?? []);
  return numbers.filter((number) => !known.has(number)).join('');
}

/** True when a word among them makes another figure of it: 城镇, 线上, 银联. */
export function isContrast(words: string): boolean {
  if (words === '') return false;
  const known = contrasts.get(words);
  if (known !== undefined) return known;
  if (contrasts.size >= MOST_CONTRASTS) contrasts.clear();
  const found = CONTRAST.test(words);
  contrasts.set(words, found);
  return found;
}

/** The same few words are left over time and again. */
const contrasts = new Map<string, boolean>();
const MOST_CONTRASTS = 20_000;

/** A heading or row that names an area or a unit of the organisation narrows what stands below. */
export const PART_OF_WHOLE = /地区|片区|区域|分公司|[分支]行|子公司|事业部|[省市县区州盟旗乡镇街村]/;

/** Compares two measures by their words alone; periods and places are the caller's. */
export function gradeMeasures(a: Measure, b: Measure): Grade {
  if (a.unit !== b.unit || a.qualifiers !== b.qualifiers) return 'different';
  const most: Grade = a.cumulative === b.cumulative ? 'same' : 'likely';
  if (a.body === b.body) return most;
  // With a character each that the other has not, something is left over of both.
  if ((a.characters & ~b.characters) !== 0 && (b.characters & ~a.characters) !== 0) return 'different';
  const left = leftOver(a.body, b.body);
  const right = leftOver(b.body, a.body);
  if (left === '' && right === '') return most;
  if (isContrast(left) || isContrast(right)) return 'different';
  return left === '' || right === '' ? 'likely' : 'different';
}
