import { addTo } from '../../../../shared/group-by';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { type Occurrences, occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { COMMON_WORDS, RARER_WORDS } from '../../language/common-words';
import { TERMS } from '../../language/lexicon';
import { likeCharacters, standsAlone } from '../../language/like-characters';
import { insideAny, quotedSpans } from '../quoted-spans';
import type { BrokenWord } from './broken-words';
import { isBoundary, isFree, isSurname, namesIn, wordsAround } from './loose-pairs';
import { isLabel, type PairCounts, pairCounts, rarePairs } from './pair-counts';

/** A character by itself that no report writes so: of another word (帝住人口), or what is left of one (收单构的检查). */
export interface LoneCharacter extends BrokenWord {
  readonly kind: 'strange' | 'lost';
}

/** The report itself has the word so often. */
const OFTEN = 2;
/** More words than that say nothing. */
const MOST = 3;

/** All characters of the words that reports are made of. */
const USUAL: ReadonlySet<string> = new Set(
  [...COMMON_WORDS, ...RARER_WORDS, ...TERMS].flatMap((word) => [...word]),
);
/** Besides those of `standsAlone`: words of one character in any prose. */
const ALONE = new Set(
  '屡颇愈尤甚竟皆殊枚幢栋艘亩吨斤克米瓶箱袋桶株棵盏扇堆力虚票促难民紧混遍途虽显逾距拒果冲予慢好陈尚摊楼趋做决违撤亦压称越属宽迟字却品严挂早痕深极桩师讲迫真久久苦忙累弱硬软粗细慎牢浅薄厚稀散快猛穷富贵贱老幼',
);
/** The common words of two characters by either of them. */
const WORDS_WITH: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const word of COMMON_WORDS) {
    if (word.length !== 2) continue;
    for (const one of new Set(word)) addTo(found, one, word);
  }
  return found;
})();

export function loneCharacters(document: ReportDocument): readonly LoneCharacter[] {
  const words = occurrencesOf(document);
  const counts = pairCounts(document);
  return rarePairs(document).flatMap((pairs) => {
    const { prose, at } = pairs;
    const { text } = prose;
    if (isLabel(pairs)) return [];
    const rare = new Set(at);
    const places = new Set(at.flatMap((place) => [place, place + 1]));
    const found = [...places].flatMap((place) => loneAt(prose, place, { words, rare, counts }) ?? []);
    const spans = found.length === 0 ? [] : quotedSpans(text);
    return found
      .filter(({ start, end }) => !insideAny(spans, start, end))
      .map((one) => ({
        kind: one.kind,
        wrong: text.slice(one.start, one.end),
        right: one.right,
        range: sourceRange(prose, one.start, one.end),
      }));
  });
}

interface Found {
  readonly kind: LoneCharacter['kind'];
  readonly start: number;
  readonly end: number;
  readonly right: readonly string[];
}

interface Around {
  readonly words: Occurrences;
  readonly rare: ReadonlySet<number>;
  readonly counts: PairCounts;
}

function loneAt({ text }: Prose, at: number, { words, rare, counts }: Around): Found | null {
  const one = text.charAt(at);
  if (isFree(one) || isSurname(one) || standsAlone(one) || ALONE.has(one)) return null;
  const isStrange = !USUAL.has(one);
  if (!isStrange && (!rare.has(at - 1) || !rare.has(at))) return null;
  const [before, own, behind, rest] = wordsAround(text, at);
  if (own !== one || namesIn(rest)) return null;
  if (isStrange) return strangeAt(text, at, counts);
  const isBetween = [before, behind].every((word) => word.length > 1 || (word !== '' && isBoundary(word)));
  const right = isBetween ? lostFrom(one, before, behind, { words, rare, counts }) : [];
  return right.length === 1 ? { kind: 'lost', start: at, end: at + 1, right } : null;
}

const countOf = (counts: PairCounts, word: string): number =>
  counts.of(word.charCodeAt(0), word.charCodeAt(1));

/** One of like sound or shape makes a common word with what stands beside. */
function strangeAt(text: string, at: number, counts: PairCounts): Found | null {
  const [left, right] = [text.charAt(at - 1), text.charAt(at + 1)];
  const words = [...likeCharacters(text.charAt(at))].flatMap((like) => [
    { word: left + like, start: at - 1 },
    { word: like + right, start: at },
  ]);
  const common = words.filter(({ word }) => COMMON_WORDS.has(word));
  const own = common.filter(({ word }) => countOf(counts, word) > 0);
  const [first, ...more] = own.length > 0 ? own : common;
  if (!first || more.length >= MOST || more.some(({ start }) => start !== first.start)) return null;
  return {
    kind: 'strange',
    start: first.start,
    end: first.start + 2,
    right: [first, ...more].map(({ word }) => word),
  };
}

/** Words of the report that the character is a part of, and that stand elsewhere beside the same word as here. */
const lostFrom = (
  one: string,
  before: string,
  behind: string,
  { words, counts }: Around,
): readonly string[] =>
  (WORDS_WITH.get(one) ?? []).filter(
    (word) =>
      countOf(counts, word) >= OFTEN &&
      ((before.length > 1 && words.has(before + word)) || (behind.length > 1 && words.has(word + behind))),
  );
