import { addTo } from '../../../../shared/group-by';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { sourceRange } from '../../../document/prose';
import { COMMON_WORDS } from '../../language/common-words';
import { EVERYDAY_WORDS } from '../../language/everyday-words';
import { likeCharacters, standsAlone } from '../../language/like-characters';
import { isMet } from '../../language/met-pairs';
import { insideAny } from '../quoted-spans';
import { type BrokenWord, quotedRanges } from './broken-words';
import { isFree, isSurname, isWord } from './loose-pairs';
import { isLabel, rarePairs } from './pair-counts';

/** More words than that say nothing. */
const MOST = 3;

/** The common words by one of their characters, the other one of each. */
interface Others {
  readonly firsts: ReadonlyMap<string, string>;
  readonly seconds: ReadonlyMap<string, string>;
}

let others: Others | undefined;

/**
 * Everyday words with one character of like sound or shape in its place: 符和监管要求, 稳步曾长. The report need not have the right word: it is
 * enough that the two characters are never seen side by side, and that neither makes a word with what stands beside.
 */
export function everydaySlips(document: ReportDocument): readonly BrokenWord[] {
  return rarePairs(document).flatMap((pairs) => {
    const { prose, at } = pairs;
    const { text } = prose;
    if (isLabel(pairs)) return [];
    const found = at.flatMap((place): BrokenWord[] => {
      const right = wordsFor(text, place);
      if (right.length === 0 || right.length > MOST) return [];
      const wrong = text.slice(place, place + 2);
      return [{ range: sourceRange(prose, place, place + 2), wrong, right }];
    });
    return found.length === 0 ? found : unquoted(prose, found);
  });
}

function unquoted(prose: Prose, found: readonly BrokenWord[]): readonly BrokenWord[] {
  const spans = quotedRanges(prose);
  return found.filter(({ range }) => !insideAny(spans, range.start, range.end));
}

/** What the two characters at a place were meant to be; none where they may stand there. */
function wordsFor(text: string, at: number): readonly string[] {
  const [a, b] = [text.charAt(at), text.charAt(at + 1)];
  if (isLoose(a) && isLoose(b)) return NONE;
  // What often stands alone may do so here, unless the word is one of every report.
  const isAlone = [a, b].every((one) => isLoose(one) || standsAlone(one));
  const words = near(a, b).filter((word) => !isAlone || EVERYDAY_WORDS.has(word));
  if (words.length === 0 || isMet(a, b) || isWord(a + b)) return [];
  // Behind a figure the first may be its measure, or the rest of a grade.
  if (/[\dA-Za-z%Ⅰ-Ⅻ]/.test(text.charAt(at - 1))) return [];
  return makesWord(text, at - 1) || makesWord(text, at + 1) ? [] : words;
}

const isLoose = (one: string): boolean => isFree(one) || isSurname(one);

const makesWord = (text: string, at: number): boolean => {
  const word = text.slice(Math.max(0, at), at + 2);
  return at >= 0 && HAN_PAIR.test(word) && isWord(word);
};

const HAN_PAIR = /^[\u4e00-\u9fff]{2}$/;

/** Asked for each pair of a report that stands there once: nothing is made where there is none. */
function near(a: string, b: string): readonly string[] {
  others ??= othersOf([...COMMON_WORDS, ...EVERYDAY_WORDS]);
  let found: string[] | undefined;
  const firsts = others.firsts.get(b) ?? '';
  const seconds = others.seconds.get(a) ?? '';
  const likeFirst = firsts === '' ? '' : likeCharacters(a);
  const likeSecond = seconds === '' ? '' : likeCharacters(b);
  for (const first of firsts) if (likeFirst.includes(first)) found = [...(found ?? []), first + b];
  for (const second of seconds) if (likeSecond.includes(second)) found = [...(found ?? []), a + second];
  return found ?? NONE;
}

const NONE: readonly string[] = [];

function othersOf(words: readonly string[]): Others {
  const [firsts, seconds] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const word of new Set(words)) {
    if (word.length !== 2) continue;
    addTo(firsts, word.charAt(1), word.charAt(0));
    addTo(seconds, word.charAt(0), word.charAt(1));
  }
  return { firsts: joined(firsts), seconds: joined(seconds) };
}

const joined = (lists: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map(Array.from(lists, ([key, list]) => [key, list.join('')]));
