import { COMMON_WORDS } from '../../language/common-words';
import { TERMS } from '../../language/lexicon';
import { standsAlone } from '../../language/like-characters';
import {
  type Found,
  foundAt,
  isHan,
  MORE_OFTEN,
  NUMERAL,
  pairAt,
  SHOWN,
  sameBefore,
  sameBehind,
} from './alignment';
import { isBoundary, isFree, isWord, wordsAround } from './loose-pairs';
import type { TextPlaces } from './text-places';

const isBound = (one: string): boolean => isHan(one) && !isFree(one);

/** Whether what stands at a place is cut off as a word of one character that hardly ever is one. */
function isStray(text: string, at: number): boolean {
  const one = text.charAt(at);
  return !isFree(one) && wordsAround(text, at)[1] === one;
}

/** What names of offices and places end with: 清分系统 beside 清分部, 鹭溪 beside 鹭溪州. */
const ENDING = /[部处科室司局行会省市县区州乡镇村]/;

/** 未发委托持股: what the same two before it always go on with is missing. */
export function lostBehind(places: TextPlaces, at: number): Found | null {
  const { text } = places;
  const own = text.charAt(at);
  // 应巡尽巡.
  if (!isBound(text.charAt(at - 1)) || isFree(own) || text.charAt(at + 2) === own) return null;
  const others = pairAt(places, at - 1);
  const lost = text.charAt((others[0] ?? 0) + 2);
  if (others.length < MORE_OFTEN || !isHan(lost) || isFree(lost) || ENDING.test(lost)) return null;
  if (!isWord(own + lost) || !others.every((place) => text.charAt(place + 2) === lost)) return null;
  const goesOn = others.some((place) => sameBehind(text, at + 1, place + 3) > 0);
  const isWhole = COMMON_WORDS.has(text.slice(at + 1, at + 3));
  if ((!goesOn && !isWhole && standsAlone(own)) || !isStray(text, at)) return null;
  const end = at + 1;
  return foundAt(
    text,
    end,
    end,
    lost,
    others.map((place) => place + 2),
  );
}

/** 可疑易报告: what always stands before the same two is missing. */
export function lostBefore(places: TextPlaces, at: number): Found | null {
  const { text } = places;
  const own = text.charAt(at + 1);
  if (!isBound(text.charAt(at + 2)) || isFree(own)) return null;
  const others = pairAt(places, at + 1);
  const lost = text.charAt((others[0] ?? 0) - 1);
  if (others.length < MORE_OFTEN || !isHan(lost) || isFree(lost) || !isWord(lost + own)) return null;
  if (!others.every((place) => text.charAt(place - 1) === lost)) return null;
  const goesOn = others.some((place) => sameBefore(text, at + 1, place - 1) > 0);
  if ((!goesOn && standsAlone(own)) || !isStray(text, at + 1)) return null;
  return foundAt(
    text,
    at + 1,
    at + 1,
    lost,
    others.map((place) => place - 1),
  );
}

/** 通达支付 among 通达付: one character more between what always stands side by side. */
export function addedAt(places: TextPlaces, at: number): Found | null {
  const { text } = places;
  const added = text.charAt(at + 1);
  if (!isHan(text.charAt(at - 1)) || !isHan(added) || isFree(added) || NUMERAL.test(added)) return null;
  const others = pairAt(places, at - 1);
  if (others.length < MORE_OFTEN) return null;
  if (!others.every((place) => sameBehind(text, at + 2, place + 2) > 0)) return null;
  const isLong = others.some((place) => sameBehind(text, at + 2, place + 2) >= SHOWN);
  if (!isLong && !isName(text, at - 1)) return null;
  return foundAt(
    text,
    at + 1,
    at + 2,
    '',
    others.map((place) => place + 2),
  );
}

/** Two characters that begin behind a mark or a function word, and that reports do not use. */
function isName(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const own = text.slice(at, at + 2);
  return (!isHan(before) || isBoundary(before)) && !COMMON_WORDS.has(own) && !TERMS.has(own);
}
