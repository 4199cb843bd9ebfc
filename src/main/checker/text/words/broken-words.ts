import type { Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { type Occurrences, occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { COMMON_WORDS } from '../../language/common-words';
import { isCompound } from '../../language/compounds';
import { likeCharacters, standsAlone } from '../../language/like-characters';
import { insideAny, quotedSpans } from '../quoted-spans';
import { isWord, type LoosePair, loosePairsIn } from './loose-pairs';
import { isLabel, type PairCounts, pairCounts, rarePairs } from './pair-counts';

/** Characters that make no word where they stand, and the words that they are but for one of like sound or shape. */
export interface BrokenWord {
  readonly range: Range;
  readonly wrong: string;
  readonly right: readonly string[];
}

/**
 * Words broken by one wrong character: the report itself has the right one, or it is a common word and the character there is one that
 * never stands by itself. What comes twice is a word that the lists do not know.
 */
export function brokenWords(document: ReportDocument): readonly BrokenWord[] {
  const counts = pairCounts(document);
  const words = occurrencesOf(document);
  return rarePairs(document).flatMap((pairs) => {
    const { prose, at } = pairs;
    const { text } = prose;
    if (isLabel(pairs)) return [];
    const found = loosePairsIn(text, at).flatMap((pair): BrokenWord[] => {
      const { wrong, start, end } = pair;
      if (wrong.length === 2 ? countOf(counts, wrong) !== 1 : !isOnce(words, wrong)) return [];
      const right = wrong.length === 2 ? rightOf(pair, counts, words) : pair.terms;
      // 包存不存在: the second is asked, and the first belongs to what stands before.
      if (right.length === 0 || isElse(pair) || isAsked(text, end) || isGrade(text, start)) return [];
      if (isUndergone(text, start) || isUndergone(text, start + 1)) return [];
      return [{ range: sourceRange(prose, start, end), wrong, right }];
    });
    const spans = found.length === 0 ? [] : quotedRanges(prose);
    return found.filter(({ range }) => !insideAny(spans, range.start, range.end));
  });
}

const isAsked = (text: string, end: number): boolean =>
  text.charAt(end) === '不' && text.charAt(end + 1) === text.charAt(end - 1);

/** 受单用途卡分流影响: 受 is a word by itself before what is undergone. */
const isUndergone = (text: string, at: number): boolean =>
  text.charAt(at) === '受' && UNDERGONE.test(text.slice(at, at + 24));
const UNDERGONE =
  /^受[^，。；：]{1,20}?(?:影响|冲击|制约|限制|约束|拖累|推动|驱动|拉动|带动|刺激|干扰|牵制|委托|指派|邀请?)/;

/** C级升为B级: the first belongs to the letter before it. */
const isGrade = (text: string, start: number): boolean => /[A-Za-z\dⅠ-Ⅻ]/.test(text.charAt(start - 1));

export const quotedRanges = (prose: Prose): readonly Range[] =>
  quotedSpans(prose.text).map(({ start, end }) => sourceRange(prose, start, end));

const countOf = (counts: PairCounts, pair: string): number =>
  counts.of(pair.charCodeAt(0), pair.charCodeAt(1));

const isOnce = (words: Occurrences, word: string): boolean => words.count(word, 2) < 2;

/** Beside other single characters a word may end anywhere, and some characters stand by themselves: the right one must come so often. */
const OFTEN = 2;
const MOST_OFTEN = 4;
const USUAL = 3;

function rightOf(pair: LoosePair, counts: PairCounts, words: Occurrences): readonly string[] {
  const { wrong, before, behind, isIsolated, isFree, isTurned } = pair;
  const [a = '', b = ''] = wrong;
  if (isTurned) return isUsual(b + a, words) ? [b + a] : [];
  if (isCompound(a, b)) return [];
  const least = isFree ? MOST_OFTEN : isIsolated ? 1 : OFTEN;
  const isThere = (word: string, count: number): boolean =>
    countOf(counts, word) >= count &&
    words.count(word, count) >= count &&
    (isFree ? COMMON_WORDS.has(word) : isWord(word));
  const own = [...near(a, b)].filter(([, word]) => isThere(word, least)).map(([, word]) => word);
  if (isIsolated && !isFree && isThere(b + a, OFTEN)) own.push(b + a);
  if (own.length === 0 && isFree && isUsual(b + a, words)) return [b + a];
  if (own.length > 0) return isIsolated || (isNew(before, counts) && isNew(behind, counts)) ? own : [];
  if (!isIsolated || isFree) return [];
  if (COMMON_WORDS.has(b + a)) return [b + a];
  return [...near(a, b)]
    .filter(([, word]) => COMMON_WORDS.has(word) && !(standsAlone(a) && standsAlone(b)))
    .map(([, word]) => word);
}

/** A common word that the report has again and again. */
const isUsual = (word: string, words: Occurrences): boolean =>
  COMMON_WORDS.has(word) && words.count(word, USUAL) >= USUAL;

/** All that two characters could have been, each with the one that would be wrong. */
function* near(a: string, b: string): Generator<readonly [wrong: string, word: string]> {
  for (const one of likeCharacters(a)) yield [a, one + b];
  for (const one of likeCharacters(b)) yield [b, a + one];
}

const isNew = (pair: string, counts: PairCounts): boolean => pair.length < 2 || countOf(counts, pair) <= 1;

/** Two words whose edges would make one with what stands beside: 预|侧重. */
const isElse = ({ before, behind }: LoosePair): boolean =>
  (before.length === 2 && isWord(before)) || (behind.length === 2 && isWord(behind));
