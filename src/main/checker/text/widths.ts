import { allMatches } from '../../../shared/matches';
import type { Range } from '../../../shared/model/range';
import { hanCount, isHan } from './sentences/sentences';

export const FULL_OF: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
  '､': '、',
  '｡': '。',
  '｢': '「',
  '｣': '」',
};
/** Half-width forms of marks that only East Asian text has: wrong wherever they stand. */
const HALF_FORMS = '､｡｢｣';

const FULL_PUNCTUATION = '，。、；：？！（）《》“”‘’【】「」『』〔〕…—';
/** Where half-width marks belong: code, addresses, mark-up, entities, formulas, ©-like signs. */
const FOREIGN =
  /`[^`\n]*`|https?:\/\/[\w\-./?%&=#:;,!~+@()]*[\w/]|www\.[\w\-./?%&=#:]*[\w/]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|!?\[[^[\]\n]*\]\([^()\s]*\)|\[\^[^[\]\n]{1,20}\]:?|&#?\w{2,8};|<\/?[A-Za-z][^<>\n]*>|\$[^$\n㐀-鿿]{1,120}\$|\((?:c|r|tm)\)/giu;
const FOREIGN_HINT = /[`@<&$]|http|www\.|\]\(|\[\^|\((?:c|r|tm)\)/i;

/** A mark, or a pair of brackets, in the wrong width; indices into the text. */
export interface WidthFault {
  readonly kind: 'mark' | 'pair';
  /** The indices to change. */
  readonly at: readonly number[];
  readonly range: Range;
}

export const isWide = (char: string | undefined): boolean =>
  isHan(char) || (char !== undefined && char !== '' && FULL_PUNCTUATION.includes(char));

/** Half-width marks that stand in Chinese text. `arabicParens` says whether `(1)` counts. */
export function halfWidthFaults(text: string, arabicParens: boolean): WidthFault[] {
  if (!/[,;:?!().､｡｢｣]/.test(text)) return [];
  const foreign = foreignRanges(text);
  const faults: WidthFault[] = [];
  const inside = (index: number) => foreign.some((range) => range.start <= index && index < range.end);
  const opens: number[] = [];
  for (const { index, 0: char } of allMatches(text, /[,;:?!().（）､｡｢｣]/g)) {
    if (inside(index)) continue;
    if (char === '(' || char === '（') opens.push(index);
    else if (char === ')' || char === '）') {
      const open = opens.pop();
      const fault = open === undefined ? null : pairFault(text, open, index, arabicParens);
      if (fault) faults.push(fault);
    } else if (isMarkFault(text, index, char)) {
      faults.push({ kind: 'mark', at: [index], range: { start: index, end: index + 1 } });
    }
  }
  return faults;
}

function foreignRanges(text: string): Range[] {
  if (!FOREIGN_HINT.test(text)) return [];
  return allMatches(text, FOREIGN).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function isMarkFault(text: string, index: number, char: string): boolean {
  const left = neighbour(text, index, -1);
  const right = neighbour(text, index, 1);
  if (HALF_FORMS.includes(char)) return true;
  if (char === '.') return isFullStop(text, index);
  if (char === '?' || char === '!') return isWide(left) && text[index + 1] !== '[';
  if (char === ':' && /^\/\//.test(text.slice(index + 1, index + 3))) return false;
  return isWide(left) || isWide(right);
}

/** `完成.` as a full stop; not `一.概述`, `...`, `表.docx`. */
function isFullStop(text: string, index: number): boolean {
  const left = text[index - 1];
  if (index === text.trimEnd().length - 1 && /[A-Za-z\d%％]$/.test(left ?? '') && endsChinese(text))
    return true;
  if (!(isHan(left) || left === '）' || left === '”')) return false;
  if (
    index < 6 &&
    /^(?:[一二三四五六七八九十百附件表图]+|（[一二三四五六七八九十\d]{1,3}）)$/.test(text.slice(0, index))
  )
    return false;
  const right = text[index + 1];
  if (/^\d{4}年/.test(text.slice(index + 1, index + 6))) return true;
  return (
    right === undefined ||
    right === '\n' ||
    isWide(right) ||
    (right === ' ' && !/[.\w]/.test(text[index + 2] ?? ''))
  );
}

/** A Chinese sentence that ends in a Latin word or a rate; not in an abbreviation. */
const endsChinese = (text: string): boolean =>
  hanCount(text) >= 10 && /，/.test(text) && !/(?:Ltd|Inc|Co|Corp|etc|No|al)\.\s*$/.test(text);

/** The next character that is no blank. */
function neighbour(text: string, index: number, step: 1 | -1): string | undefined {
  let at = index + step;
  while (text[at] === ' ') at += step;
  return text[at];
}

/** A pair with a half-width side that holds Chinese text or follows it; a mixed pair has one side to change. */
function pairFault(text: string, open: number, close: number, arabicParens: boolean): WidthFault | null {
  const at = [open, close].filter((index) => text[index] === '(' || text[index] === ')');
  if (at.length === 0) return null;
  const content = text.slice(open + 1, close);
  const range = { start: open, end: close + 1 };
  if (at.length === 2 && /^\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\s*$/.test(content)) {
    const numbers = arabicParens && /\d/.test(content) && (open === 0 || isWide(text[open - 1]));
    return numbers ? { kind: 'pair', at, range } : null;
  }
  if (
    /[=×*/÷+＝]\s*$/.test(text.slice(Math.max(0, open - 2), open)) ||
    /^\s*[=×*/÷+＝]/.test(text.slice(close + 1, close + 3))
  ) {
    return null;
  }
  const chinese = at.length === 1 || [...content].some((char) => isWide(char)) || isWide(text[open - 1]);
  return chinese ? { kind: 'pair', at, range } : null;
}

const WIDE_ALNUM = /[０-９Ａ-Ｚａ-ｚ]+(?:[．，：][０-９Ａ-Ｚａ-ｚ]+)*/g;
/** A full-width comma or point inside one number: `1，234.5`, `12，300元`, `3．14`; the first item of a list may begin with a year: `1．2025年`. */
const WIDE_IN_NUMBER =
  /(?<![\d，．.])\d{1,3}(?:，\d{3})+(?=\.\d|(?:余|多)?[万亿元笔个家户件人份台次%％])|\d．(?!(?<=^\s*\d{1,2}．)(?:\d{4}年|\d{1,2}月))\d+/gm;
const LATIN_SENTENCE = /^[^㐀-鿿]*[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}[^㐀-鿿]*$/;

/** A stretch of full-width characters that belong in half width, with the right text. */
export interface WideFault extends Range {
  readonly text: string;
}

export function fullWidthFaults(text: string): WideFault[] {
  if (!/[０-９Ａ-Ｚａ-ｚ，．；：？！（）。]/.test(text)) return [];
  const spans = [...allMatches(text, WIDE_ALNUM), ...allMatches(text, WIDE_IN_NUMBER)];
  if (LATIN_SENTENCE.test(text)) spans.push(...allMatches(text, /(?<=[A-Za-z\d])[，；：？！。]/g));
  return spans
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: narrow(match[0]) }))
    .sort((a, b) => a.start - b.start);
}

const NARROW: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
};

const narrow = (text: string): string =>
  text.replace(
    /[！-～，。；：？！]/g,
    (char) => NARROW[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
