import { allMatches } from '../../../../shared/matches';
import type { ListItem, Paragraph, Prose } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';
import { parseHanNumeral } from '../../../figures/numerals';

/** The number of an item of a list, as it stands in the text. */
export interface ItemNumber {
  /** Numbers of one scheme follow one another; 7.2. and 7.3. are two. */
  readonly scheme: string;
  readonly value: number;
  readonly raw: string;
  readonly range: Range;
}

const HEAD =
  /^\s*(?:(?<comma>(?<d>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]))|(?<han>[（(](?<a>[一二三四五六七八九十]{1,3})[）)])|(?<paren>[（(](?<b>\d{1,2})[）)])|(?<dot>(?:附件[：:]\s*)?(?<c>\d{1,2})[.．、](?!\d)))/u;
/** 7.2.4 with a blank behind it, ③, 第三，, 其三，. */
const OTHER_HEAD =
  /^\s*(?:(?<above>(?:\d{1,2}[.．]){1,4})(?<level>\d{1,2})(?=[ \t\u3000]+[\p{Script=Han}\dA-Za-z“《（「])|(?<circled>[①-⑳])|(?<nth>[第其])(?<n>[一二三四五六七八九十]{1,2})[，,、：:])/u;
const INLINE =
  /(?<=[。；：，、\s]|^)[（(](?<value>\d{1,2}|[一二三四五六七八九十]{1,3})[）)](?=[\p{Script=Han}《“])/gu;
/** Inside a text these count only from 1 on: a ③ alone points to a note, a 3. may be the end of a figure. */
const INLINE_FROM_ONE =
  /(?<=[。；：]\s?)(?:(?<dot>\d{1,2})[.．](?=[\p{Script=Han}《“])|(?<circled>[①-⑳])(?=[\p{Script=Han}《“])|(?<nth>[第其])(?<n>[一二三四五六七八九十]{1,2})[，,](?=\p{Script=Han}))/gu;

const ORDER = ['comma', 'han-paren', 'dot', 'list', 'paren', 'circled'];
const rank = (scheme: string): number => ORDER.indexOf(scheme.split(' ')[0] ?? '');

/** Whether items of a scheme stand below those of another in a report: （1） below 1. */
export const isBelow = (scheme: string, above: string): boolean => rank(scheme) > rank(above);

/** The number that a paragraph or list item begins with, or null. */
export const headNumber = (block: Paragraph | ListItem): ItemNumber | null =>
  (block.kind === 'list-item' ? markerOf(block) : headOf(block.prose)) ?? otherHeadOf(block.prose);

function headOf(prose: Prose): ItemNumber | null {
  const match = HEAD.exec(prose.text);
  const { comma, han, paren, a = '', b = '', c = '', d = '' } = match?.groups ?? {};
  if (!match) return null;
  const raw = match[0].trim();
  if (comma !== undefined) return numbered('comma', valueIn(d), raw, prose, 0, match[0].length);
  const scheme = han !== undefined ? 'han-paren' : paren !== undefined ? 'paren' : 'dot';
  return numbered(scheme, valueIn(a || b || c), raw, prose, match[0].length - raw.length, match[0].length);
}

function markerOf(block: ListItem): ItemNumber | null {
  const digits = /^\d{1,3}/.exec(block.marker)?.[0];
  if (!block.ordered || digits === undefined) return null;
  const { start } = block.range;
  return {
    scheme: `list ${block.depth}`,
    value: Number(digits),
    raw: block.marker,
    range: { start, end: start + block.marker.length },
  };
}

function otherHeadOf(prose: Prose): ItemNumber | null {
  const match = OTHER_HEAD.exec(prose.text);
  if (!match) return null;
  const raw = match[0].trim();
  return otherNumber(match, raw, prose, match[0].length - raw.length);
}

/** （2） inside a text, ascending. */
export const inlineNumbers = (prose: Prose): readonly ItemNumber[] =>
  allMatches(prose.text, INLINE).flatMap(({ 0: raw, index, groups }) => {
    const value = groups?.['value'] ?? '';
    const scheme = /\d/.test(value) ? 'paren' : 'han-paren';
    return index === 0 ? [] : (numbered(scheme, valueIn(value), raw, prose, index, index + raw.length) ?? []);
  });

/** 2., ②, 第二， inside a text, ascending: items where the first of the scheme stands before them. */
export const numbersFromOne = (prose: Prose): readonly ItemNumber[] =>
  allMatches(prose.text, INLINE_FROM_ONE).flatMap(
    (match) => otherNumber(match, match[0], prose, match.index) ?? [],
  );

function otherNumber(match: RegExpExecArray, raw: string, prose: Prose, start: number): ItemNumber | null {
  const { above, level, dot, circled, nth, n = '' } = match.groups ?? {};
  const end = start + raw.length;
  if (circled !== undefined) return numbered('circled', valueIn(circled), raw, prose, start, end);
  if (nth !== undefined) return numbered(`nth ${nth}`, valueIn(n), raw, prose, start, end);
  if (dot !== undefined) return numbered('dot', Number(dot), raw, prose, start, end);
  return numbered(`level ${above}`, Number(level), raw, prose, start, end);
}

const numbered = (
  scheme: string,
  value: number,
  raw: string,
  prose: Prose,
  start: number,
  end: number,
): ItemNumber | null => (value > 0 ? { scheme, value, raw, range: sourceRange(prose, start, end) } : null);

const CIRCLED_ZERO = 0x245f;

function valueIn(digits: string): number {
  if (/[①-⑳]/.test(digits)) return digits.charCodeAt(0) - CIRCLED_ZERO;
  return /\d/.test(digits) ? Number(digits) : Number(parseHanNumeral(digits)?.units ?? 0);
}

/** The number with another value in its place: 7.2.4 for 7.2.5, ④ for ⑤. */
export function withValue({ raw }: ItemNumber, value: number): string {
  if (/[①-⑳]/.test(raw)) return raw.replace(/[①-⑳]/, String.fromCharCode(CIRCLED_ZERO + value));
  if (/\d/.test(raw)) return raw.replace(/\d+(?=\D*$)/, String(value));
  return raw.replace(/[一二三四五六七八九十]+/, worded(value));
}

const DIGITS = '零一二三四五六七八九';

function worded(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`}${ones === 0 ? '' : DIGITS[ones]}`;
}
