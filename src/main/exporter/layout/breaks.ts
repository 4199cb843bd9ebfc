import { isSpace } from './clean';
import { type Glyph, LINE_BREAK } from './glyphs';

/** GB/T 15834-2011 §5 and common typesetting practice: these may not begin a line … */
const NOT_FIRST = new Set([
  ...'、，。；：？！）》〉」』】〗〕｝］”’…·・～﹏％‰°℃％々ー',
  ...',.;:?!)]}%»',
  ...'′″',
]);
/** … and these may not end one. */
const NOT_LAST = new Set([...'（《〈「『【〖〔｛［“‘￥＄£¥€$№', ...'([{«#@']);

/** Closing marks whose right half is empty: they may reach half a square beyond the line before it is tightened. */
const HALF_EMPTY = new Set([...'、，。；：？！）》〉」』】〗〕”’']);

/** `3,190.25万元`, `130余家`, `12个百分点`: a number keeps its unit. At most one unit word after the multiplier. */
const UNIT =
  /^[余多]?[十百千万亿]*[余多]?(?:个百分点|百分点|个工作日|个月|人次|万元|美元|港元|欧元|日元|英镑|平方米|平方公里|公里|千米|季度|[元笔个家户人名次项件条款只张台部套份页期批届倍成折岁年月日号时分秒天周轮位类种城省市吨股辆所处场章节级层])?/u;
/** The longest that UNIT can take; keeps the look-ahead short. */
const UNIT_REACH = 8;

/** A Latin word longer than this may be broken after a slash, a dot or a dash. */
const LONG_WORD = 24;

export const isHalfEmpty = (character: string): boolean => HALF_EMPTY.has(character);

/** Letters, digits and the marks that hold words, numbers and addresses together. */
export function isWestern(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x530) || character === '–' || character === '±'
  );
}

/** For each glyph, whether a line may end just before it. `holdsUnit`: never in a short bracket at the end, `（万元）`. */
export function breakPoints(glyphs: readonly Glyph[], holdsUnit = false): readonly boolean[] {
  const characters = glyphs.map((glyph) => glyph.character);
  const allowed = characters.map((character, index) => mayBreak(characters[index - 1], character));
  holdQuotes(characters, allowed);
  holdUnits(characters, allowed);
  loosenLongWords(characters, allowed);
  if (holdsUnit) holdLastBracket(characters, allowed);
  return allowed;
}

function mayBreak(before: string | undefined, after: string): boolean {
  if (before === undefined || isSpace(after) || NOT_FIRST.has(after)) return false;
  if (isSpace(before) || before === LINE_BREAK) return true;
  if (NOT_LAST.has(before)) return false;
  if (before === '—' && after === '—') return false;
  return !(isWestern(before) && isWestern(after));
}

/** Straight quotes are opening and closing in turn; the count starts afresh on every line of the source. */
function holdQuotes(characters: readonly string[], allowed: boolean[]): void {
  let open = false;
  for (const [index, character] of characters.entries()) {
    if (character === LINE_BREAK) open = false;
    if (character !== '"') continue;
    if (open) allowed[index] = false;
    else if (index + 1 < characters.length) allowed[index + 1] = false;
    // A quote beside Chinese is no part of a Latin word.
    if (!open && index > 0 && !NOT_LAST.has(characters[index - 1] ?? '')) allowed[index] = true;
    open = !open;
  }
}

function holdUnits(characters: readonly string[], allowed: boolean[]): void {
  for (let index = 1; index < characters.length; index += 1) {
    const [before, here] = [characters[index - 1] ?? '', characters[index] ?? ''];
    if (before === '第' && isDigit(here)) allowed[index] = false;
    if (!isDigit(before) || isWestern(here)) continue;
    const unit = UNIT.exec(characters.slice(index, index + UNIT_REACH).join(''))?.[0] ?? '';
    for (let at = index; at < index + unit.length; at += 1) allowed[at] = false;
  }
}

/** Characters within it at most. */
const SHORT_BRACKET = 4;

function holdLastBracket(characters: readonly string[], allowed: boolean[]): void {
  const last = characters.length - 1;
  if (!/[）)]/.test(characters[last] ?? '')) return;
  const open = characters.findLastIndex((character) => /[（(]/.test(character));
  if (open < 0 || last - open - 1 > SHORT_BRACKET) return;
  for (let at = open + 1; at <= last; at += 1) allowed[at] = false;
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

const LOOSE = new Set([...'/?&=_-.,']);

function loosenLongWords(characters: readonly string[], allowed: boolean[]): void {
  let start = 0;
  for (let index = 1; index <= characters.length; index += 1) {
    const inside = index < characters.length && !allowed[index] && isWestern(characters[index] ?? '');
    if (inside) continue;
    if (index - start > LONG_WORD) loosen(characters, allowed, start + 2, index);
    start = index;
  }
}

function loosen(characters: readonly string[], allowed: boolean[], from: number, to: number): void {
  for (let index = from; index < to; index += 1) {
    const [before, here] = [characters[index - 1] ?? '', characters[index] ?? ''];
    if (LOOSE.has(before) && !LOOSE.has(here) && !NOT_FIRST.has(here)) allowed[index] = true;
  }
}
