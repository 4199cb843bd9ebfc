import { allMatches } from '../../../../shared/matches';
import { remembered } from '../../../../shared/memo';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { occurrencesOf } from '../../../document/occurrences';
import { sourceRange } from '../../../document/prose';
import { prosesWith } from '../../../document/proses';
import { meets } from '../../../document/signs';
import { isDictionaryWord } from '../../language/segment';
import { insideAny, quotedSpans } from '../quoted-spans';
import { type Found, foundAt, isHan, NUMERAL, OFTEN, sameBefore, sameBehind } from './alignment';
import { wordsAround } from './loose-pairs';
import { addedAt, lostBefore, lostBehind } from './lost-characters';
import type { OwnSlip } from './own-slips';
import { rarePairs } from './pair-counts';
import { type TextPlaces, textPlaces } from './text-places';

/**
 * Two characters side by side that are so nowhere else, where what stands around goes on otherwise everywhere else: two exchanged
 * (算清), one lost (可疑易报告), one twice or one too many (支付清清算). Needs no dictionary of what is right: the report is one.
 */
export const alignedSlips = remembered((document: ReportDocument): readonly OwnSlip[] => {
  const places = textPlaces(document);
  return rarePairs(document).flatMap(({ prose, at }) => {
    const start = places.startOf(prose);
    const found: Found[] = [];
    for (const one of at) {
      const slip = slipAt(places, start + one);
      if (slip && !found.some((other) => overlap(other, slip))) found.push(slip);
    }
    return slipsIn(document, prose, start, found);
  });
});

/** Those that are no quotation, with their places in the source. */
function slipsIn(
  document: ReportDocument,
  prose: Prose,
  start: number,
  found: readonly Found[],
): readonly OwnSlip[] {
  if (found.length === 0) return [];
  const spans = quotedSpans(prose.text);
  return found.flatMap(({ at, own, usual, places }): OwnSlip[] => {
    const from = at - start;
    const end = from + own.length;
    const elsewhere = occurrencesOf(document).next(usual);
    if (insideAny(spans, from, end) || elsewhere < 0 || isInFullName(prose.text, from, usual)) return [];
    const range = sourceRange(prose, from, end);
    return [
      {
        own,
        usual,
        places,
        range,
        elsewhere: { start: elsewhere, end: elsewhere + usual.length },
        isSure: true,
      },
    ];
  });
}

/** 聚诚商务服务有限公司 among 聚诚服务: the whole name of what the report calls by some of its characters. */
function isInFullName(text: string, from: number, usual: string): boolean {
  const name = FULL_NAME.exec(text.slice(from, from + LONGEST_NAME))?.[0];
  if (name === undefined) return false;
  let at = -1;
  return [...usual].every((one) => {
    at = name.indexOf(one, at + 1);
    return at >= 0;
  });
}

const FULL_NAME = /^\p{Script=Han}{2,24}?(?:公司|银行|集团|合作社|事务所|研究院)/u;
const LONGEST_NAME = 30;

const overlap = (a: Found, b: Found): boolean => a.at < b.at + b.own.length && b.at < a.at + a.own.length;

const slipAt = (places: TextPlaces, at: number): Found | null =>
  exchangedAt(places, at) ?? lostBehind(places, at) ?? lostBefore(places, at) ?? addedAt(places, at);

/** What stands beside many words in either order. */
const PARTICLE = /[的了和与及或在]/;

/** 华曜算清 among 华曜清算: the other way round beside the same, no word as it stands here. */
function exchangedAt({ text, words }: TextPlaces, at: number): Found | null {
  const [a, b] = [text.charAt(at), text.charAt(at + 1)];
  if (NUMERAL.test(a + b) || PARTICLE.test(a + b)) return null;
  // 能够用使用: the right order follows.
  if (text.charAt(at + 2) === a || text.charAt(at - 1) === b) return null;
  const alike = words
    .pairs(b.charCodeAt(0), a.charCodeAt(0))
    .filter((place) => sameBefore(text, at, place) + sameBehind(text, at + 2, place + 2) >= OFTEN);
  if (alike.length < OFTEN || isDictionaryWord(a + b)) return null;
  return foundAt(text, at, at + 2, b + a, alike);
}

/** 支付清清算: a character twice within what the report has with one. */
export const doubledSlips = remembered((document: ReportDocument): readonly OwnSlip[] => {
  const places = textPlaces(document);
  return prosesWith(document, mayDouble).flatMap((prose) => {
    const start = places.startOf(prose);
    const found = allMatches(prose.text, TWICE).flatMap(
      ({ index }) => doubledAt(places, start + index) ?? [],
    );
    return slipsIn(document, prose, start, found);
  });
});

const TWICE = /([\u4e00-\u9fff])\1/g;
const mayDouble = meets([['again']]);

function doubledAt(places: TextPlaces, at: number): Found | null {
  const { text, words } = places;
  const end = at + 2;
  if (words.count(text.slice(at, end), 2) > 1) return null;
  const [before, behind] = [text.charAt(at - 1), text.charAt(end)];
  if (!isHan(before) || !isHan(behind)) return null;
  const alike = words
    .pairs(before.charCodeAt(0), text.charCodeAt(at))
    .filter((place) => place !== at - 1 && text.charAt(place + 2) === behind)
    .map((place) => place + 1);
  if (alike.length < OFTEN || areTwoWords(text, at)) return null;
  return foundAt(text, at, end, text.charAt(at), alike);
}

/** 已经经过: one word ends and another begins. */
function areTwoWords(text: string, at: number): boolean {
  const [, own, behind] = wordsAround(text, at);
  return (
    own.length > 1 &&
    behind.length > 1 &&
    behind.startsWith(text.charAt(at + 1)) &&
    own.endsWith(text.charAt(at))
  );
}
