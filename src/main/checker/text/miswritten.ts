import { allMatches } from '../../../shared/matches';
import { WRONG_WITHIN, WRONG_WORDS } from '../language/miswritten';

/** Each of the wrong words begins with one of these; most cells of a table have none of them. */
const FIRST = new RegExp(
  `[${[...new Set([...Object.keys(WRONG_WORDS), ...WRONG_WITHIN.map(([, wrong]) => wrong)].map((word) => word[0]))].join('')}]`,
);
const ALL = new RegExp(Object.keys(WRONG_WORDS).join('|'), 'g');

export interface Miswritten {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  readonly right: string;
}

/** Wrong characters of a text, in no order. */
export function miswrittenIn(text: string): readonly Miswritten[] {
  const found: Miswritten[] = [];
  if (!FIRST.test(text)) return found;
  for (const { 0: wrong, index: start } of allMatches(text, ALL))
    found.push({ start, end: start + wrong.length, wrong, right: WRONG_WORDS[wrong] ?? '' });
  for (const [pattern, wrong, right] of WRONG_WITHIN) {
    for (const { 0: all, index } of allMatches(text, pattern)) {
      const start = index + all.length - wrong.length;
      found.push({ start, end: start + wrong.length, wrong, right });
    }
  }
  return found;
}
