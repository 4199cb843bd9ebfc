import { remembered } from '../../../../shared/memo';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { type Occurrences, occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { likeCharacters } from '../../language/like-characters';
import { piecesOfRun } from '../../language/segment';
import { insideAny, quotedSpans } from '../quoted-spans';
import { isBoundary, isFree, isWord } from './loose-pairs';
import { type PairCounts, pairCounts, rarePairs, type TripleCounts, tripleCounts } from './pair-counts';

/** What stands once, where the report else has the same but for one character: 澄州支付 among many 澄舟支付. */
export interface OwnSlip {
  readonly own: string;
  readonly usual: string;
  /** How often the usual one stands; at least so often. */
  readonly places: number;
  readonly range: Range;
  readonly elsewhere: Range;
  /** Of like sound or shape, or a character lost: no thing of its own is called so. */
  readonly isSure: boolean;
}

/** A slip within its text. */
type Found = Omit<OwnSlip, 'range' | 'elsewhere'> & { readonly start: number };

const OFTEN = 2;
const MORE_OFTEN = 3;
const MOST_COUNTED = 9;

interface Lookup {
  readonly text: string;
  readonly source: string;
  readonly words: Occurrences;
  readonly counts: PairCounts;
  /** How often three characters stand in a row. */
  readonly triples: () => TripleCounts;
}

/** Found where characters stand side by side that do so nowhere else: what a slip of the pen always leaves behind. */
export const ownSlips = remembered((document: ReportDocument): readonly OwnSlip[] => {
  const counts = pairCounts(document);
  const { text: source } = document;
  const words = occurrencesOf(document);
  return rarePairs(document).flatMap(({ prose, at }) => {
    const { text } = prose;
    const found = slipsIn({ text, source, words, counts, triples: () => tripleCounts(document) }, at);
    if (found.length === 0) return [];
    const spans = quotedSpans(text);
    return found
      .filter(({ start, own }) => !insideAny(spans, start, start + own.length))
      .flatMap(({ start, ...slip }): OwnSlip[] => {
        const elsewhere = words.next(slip.usual);
        // Of two that stand once each the later one is told.
        if (slip.places < OFTEN && elsewhere > sourceRange(prose, start, start + 1).start) return [];
        return [
          {
            ...slip,
            range: sourceRange(prose, start, start + slip.own.length),
            elsewhere: { start: elsewhere, end: elsewhere + slip.usual.length },
          },
        ];
      });
  });
});

function slipsIn(lookup: Lookup, rare: readonly number[]): readonly Found[] {
  const found: Found[] = [];
  for (const [nth, at] of rare.entries()) {
    const isAround = rare[nth + 1] === at + 1;
    const slip =
      (isAround ? (likeAt(lookup, at + 1) ?? otherAt(lookup, at + 1)) : null) ?? lostAt(lookup, at);
    if (
      slip &&
      !found.some(({ start, own }) => start < slip.start + slip.own.length && slip.start < start + own.length)
    )
      found.push(slip);
  }
  return found;
}

const isHan = (one: string): boolean => one >= '\u4e00' && one <= '\u9fff';
const allHan = (text: string): boolean => /^[\u4e00-\u9fff]+$/.test(text);

/** Of like sound or shape, and yet both meant: 终止 and 中止, 制定 and 制订, numerals. */
const BOTH_MEANT = [
  '的地得',
  '做作',
  '他她它',
  '订定',
  '终中',
  '缴交',
  '像象',
  '账帐',
  '界届',
  '记计',
  '收受',
  '线限现',
  '到道',
  '在再',
  '连链',
];
const NUMERAL = /[一二三四五六七八九十百千万亿两]/;

const areBothMeant = (a: string, b: string): boolean =>
  NUMERAL.test(a + b) || BOTH_MEANT.some((group) => group.includes(a) && group.includes(b));

/** One of like sound or shape between the same neighbours, of which three agree. */
function likeAt({ text, source, words, counts, triples }: Lookup, at: number): Found | null {
  const [before = '', left = '', own = '', right = '', behind = ''] = text
    .slice(Math.max(0, at - 2), at + 3)
    .padStart(5, ' ');
  const found: Found[] = [];
  if (isBoundary(own)) return null;
  for (const one of likeCharacters(own)) {
    if (isBoundary(one)) continue;
    if (pairOf(counts, left, one) === 0 || pairOf(counts, one, right) === 0 || areBothMeant(own, one))
      continue;
    const windows = [
      ...(isHan(before) ? [[before, left, own, right, at - 2] as const] : []),
      ...(isHan(behind) ? [[left, own, right, behind, at - 1] as const] : []),
    ];
    for (const [a, b, c, d, start] of windows) {
      const wrong = a + b + c + d;
      const usual = b === own ? a + one + c + d : a + b + one + d;
      if (triples().of(usual.slice(0, 3)) === 0 || triples().of(usual.slice(1)) === 0) continue;
      const places = words.count(usual, MOST_COUNTED);
      if (places >= OFTEN || (places === 1 && agreeLong(source, words.next(usual), usual, text, start)))
        found.push({ own: wrong, usual, places, start, isSure: true });
    }
  }
  const [best, second] = found.sort((a, b) => b.places - a.places);
  return best && !(second && second.places === best.places && second.usual.length !== best.usual.length)
    ? best
    : null;
}

/** What stands once each is one thing where so much around agrees, and the two do not stand in one paragraph. */
const LONG = 8;

function agreeLong(source: string, other: number, usual: string, text: string, start: number): boolean {
  if (text.includes(usual)) return false;
  let [before, behind] = [0, 0];
  const isSame = (by: number): boolean => {
    const one = text.charAt(start + by);
    return isHan(one) && one === source.charAt(other + by);
  };
  while (before < LONG && isSame(-before - 1)) before++;
  while (behind < LONG && isSame(usual.length + behind)) behind++;
  return before + behind + usual.length - 1 >= LONG;
}

/** Characters of which one or the other makes two things, not two ways of one. */
const CONTRASTS =
  /[收付增减进出入借贷买卖升降存取内外上下前后新旧大小多少高低东西南北左右男女正副主次初末首年月日季周时甲乙丙丁戊国省市县区乡州人户家个单双公私总分全部不未非无有可应已将本该各每其此]/;
const SIDE = 2;
const SAME_AROUND = 3;

/** Another within the middle one of three words, all else the same: 强化尽责调查 among 强化尽职调查. */
function otherAt(lookup: Lookup, at: number): Found | null {
  return wordAt(lookup, at, at - 1) ?? wordAt(lookup, at, at);
}

/** The word of two characters begins at `word`; two stand before it and two behind. */
function wordAt({ text, source, words, counts, triples }: Lookup, at: number, word: number): Found | null {
  const start = word - SIDE;
  const own = text.slice(start, word + 2 + SIDE);
  if (start < 0 || own.length < 6 || !allHan(own) || CONTRASTS.test(text.charAt(at))) return null;
  const place = at - start;
  const isOften = (from: number): boolean =>
    pairOf(counts, own.charAt(from), own.charAt(from + 1)) > SAME_AROUND;
  if (!isOften(0) || !isOften(4) || !isOften(place === 2 ? 3 : 1)) return null;
  const [head, tail] = [own.slice(0, place), own.slice(place + 1)];
  if (triples().of(place === 2 ? tail : head) <= SAME_AROUND) return null;
  const others = centresOf(source, words, head, tail, own.charAt(place));
  const [only, more] = others;
  if (!only || more || only[1] < SAME_AROUND || CONTRASTS.test(only[0])) return null;
  const usual = head + only[0] + tail;
  const areWords = [usual.slice(0, 2), usual.slice(2, 4), usual.slice(4)].every(isWord);
  return areWords ? { own, usual, places: only[1], start, isSure: false } : null;
}

/** What else stands between the two, each with how often. */
function centresOf(
  source: string,
  words: Occurrences,
  head: string,
  tail: string,
  own: string,
): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (let at = words.next(head); at >= 0; at = words.next(head, at + 1)) {
    const one = source.charAt(at + head.length);
    if (one !== own && source.startsWith(tail, at + head.length + 1))
      found.set(one, (found.get(one) ?? 0) + 1);
  }
  return [...found];
}

/** What no word begins with and no verb takes behind it: 改为 and 增至 are whole. */
const BEHIND_WORDS: ReadonlySet<string> = new Set('的了和与及或');

/** 身份核和…: a character that the same two before it always go on from to make a word, here before one that begins another. */
function lostAt({ text, source, words, counts, triples }: Lookup, at: number): Found | null {
  const own = text.slice(at - 2, at + 1);
  const next = text.charAt(at + 1);
  const last = own.charAt(2);
  if (at < 2 || !allHan(own) || isFree(last) || !BEHIND_WORDS.has(next)) return null;
  if (pairOf(counts, own.charAt(1), last) <= MORE_OFTEN || triples().of(own) <= MORE_OFTEN) return null;
  if (isWord(own.slice(1)) || !isLone(text, at)) return null;
  const [only, more] = centresOf(source, words, own, '', next);
  if (!only || more || only[1] < MORE_OFTEN || !isHan(only[0]) || isFree(only[0])) return null;
  if (!isWord(last + only[0])) return null;
  return { own, usual: own + only[0], places: only[1], start: at - 2, isSure: true };
}

/** Whether the dictionary leaves a character by itself. */
function isLone(text: string, at: number): boolean {
  let [from, to] = [at, at + 1];
  while (from > 0 && isHan(text.charAt(from - 1))) from--;
  while (to < text.length && isHan(text.charAt(to))) to++;
  let place = from;
  for (const piece of piecesOfRun(text.slice(from, to))) {
    if (place === at) return piece.length === 1;
    place += piece.length;
  }
  return false;
}

const pairOf = (counts: PairCounts, a: string, b: string): number =>
  counts.of(a.charCodeAt(0), b.charCodeAt(0));
