import type { Block, Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { movedRange } from '../../../shared/moved';
import { blockwise, type Move } from '../../document/descent';
import { sourceRange } from '../../document/prose';
import { COMMON_WORDS } from '../language/common-words';
import { isCompound } from '../language/compounds';
import { likeCharacters, standsAlone } from '../language/like-characters';
import { isDictionaryWord } from '../language/segment';
import { eachStretch } from '../search';
import { isKnown, type LoosePair, loosePairsIn } from './loose-pairs';
import { type PairCounts, pairCounts } from './pair-counts';
import { insideAny, quotedSpans } from './quoted-spans';

/** Characters that make no word where they stand, and the words that they are but for one of like sound or shape. */
export interface BrokenWord {
  readonly range: Range;
  readonly wrong: string;
  readonly right: readonly string[];
}

type Placed = LoosePair & { readonly range: Range };

const inStretch = eachStretch([[]]);
/** Shorter cells hold names and labels, which are cut short and put together freely. */
const CELL = 15;

const loosePairs = blockwise(
  (block: Block): readonly Placed[] =>
    inStretch(block, (prose) =>
      block.kind === 'table' && (prose.text.length < CELL || !/[，。；]/.test(prose.text))
        ? []
        : inProse(prose),
    ),
  (one: Placed, { units }: Move) => ({ ...one, range: movedRange(one.range, units) }),
  { alone: () => true },
);

function inProse(prose: Prose): readonly Placed[] {
  const found = loosePairsIn(prose.text);
  if (found.length === 0) return [];
  const spans = quotedSpans(prose.text);
  return found
    .filter(({ start, end }) => !insideAny(spans, start, end))
    .map((one) => ({ ...one, range: sourceRange(prose, one.start, one.end) }));
}

/**
 * Words broken by one wrong character: the report itself has the right one, or it is a common word and the character there is one that
 * never stands by itself. What comes twice is a word that the lists do not know.
 */
export function brokenWords(document: ReportDocument): readonly BrokenWord[] {
  const counts = pairCounts(document);
  return loosePairs(document, undefined).flatMap((pair) => {
    const { wrong, range } = pair;
    if (wrong.length === 2 ? countOf(counts, wrong) !== 1 : !isOnce(document.text, wrong)) return [];
    const right = wrong.length === 2 ? rightOf(pair, counts, document.text) : pair.terms;
    return right.length === 0 || isElse(pair) ? [] : [{ range, wrong, right }];
  });
}

const countOf = (counts: PairCounts, pair: string): number =>
  counts.of(pair.charCodeAt(0), pair.charCodeAt(1));

const isOnce = (text: string, word: string): boolean => text.indexOf(word) === text.lastIndexOf(word);

/** Beside other single characters a word may end anywhere, and some characters stand by themselves: the right one must come so often. */
const OFTEN = 2;
const MOST_OFTEN = 4;

function rightOf(pair: LoosePair, counts: PairCounts, text: string): readonly string[] {
  const { wrong, before, behind, isIsolated, isFree } = pair;
  const [a = '', b = ''] = wrong;
  if (isCompound(a, b)) return [];
  const least = isFree ? MOST_OFTEN : isIsolated ? 1 : OFTEN;
  const isThere = (word: string, count: number): boolean =>
    countOf(counts, word) >= count &&
    isOften(text, word, count) &&
    (isFree ? COMMON_WORDS.has(word) : isWord(word));
  const own = [...near(a, b)].filter(([, word]) => isThere(word, least)).map(([, word]) => word);
  if (isIsolated && !isFree && isThere(b + a, OFTEN)) own.push(b + a);
  if (own.length > 0) return isIsolated || (isNew(before, counts) && isNew(behind, counts)) ? own : [];
  if (!isIsolated || isFree) return [];
  return [...near(a, b)]
    .filter(([one, word]) => COMMON_WORDS.has(word) && !standsAlone(one))
    .map(([, word]) => word);
}

function isOften(text: string, word: string, count: number): boolean {
  let at = -1;
  for (let found = 0; found < count; found++) {
    at = text.indexOf(word, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** All that two characters could have been, each with the one that would be wrong. */
function* near(a: string, b: string): Generator<readonly [wrong: string, word: string]> {
  for (const one of likeCharacters(a)) yield [a, one + b];
  for (const one of likeCharacters(b)) yield [b, a + one];
}

const isNew = (pair: string, counts: PairCounts): boolean => pair.length < 2 || countOf(counts, pair) <= 1;

/** Two words whose edges would make one with what stands beside: 预|侧重. */
const isElse = ({ before, behind }: LoosePair): boolean =>
  (before.length === 2 && isWord(before)) || (behind.length === 2 && isWord(behind));

const isWord = (word: string): boolean => isKnown(word) || isDictionaryWord(word);
