import { allMatches } from '../../../shared/matches';
/** A bracket or quotation mark without its partner, by its place in the text. */
export interface Unpaired {
  readonly at: number;
  readonly mark: string;
  /** What is missing. */
  readonly partner: string;
}

const OPEN = '（([【〔「『《〈“‘{';
const CLOSE = '）)]】〕」』》〉”’}';
const MARK = /[（([【〔「『《〈“‘{）)\]】〕」』》〉”’}]/g;
/** Half-width and full-width brackets close each other here: their width is another rule's business. */
const KIND: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '[': '【',
  ']': '】',
  '〔': '【',
  '〕': '】',
};

const kindOf = (mark: string): string => KIND[mark] ?? mark;
const partnerOf = (mark: string): string => {
  const open = OPEN.indexOf(mark);
  return open >= 0 ? CLOSE.charAt(open) : OPEN.charAt(CLOSE.indexOf(mark));
};

/** `1）`, `a)`, `（一）` lost its head: an enumerator, not a bracket. */
const ENUMERATOR =
  /(?:^|[\s，。；：、！？（(])(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])$/;
const EMOTICON = /[:;][-']?$/;

/** Brackets and quotation marks that do not close or were never opened. Linear. */
export function unpaired(text: string): readonly Unpaired[] {
  const stack: { readonly at: number; readonly mark: string }[] = [];
  const found: Unpaired[] = [];
  MARK.lastIndex = 0;
  while (MARK.test(text)) {
    const at = MARK.lastIndex - 1;
    const mark = text.charAt(at);
    if (OPEN.includes(mark)) {
      if (mark !== '‘' || !/[A-Za-z]/.test(text.charAt(at - 1))) stack.push({ at, mark });
      continue;
    }
    if (isApostrophe(text, at)) continue;
    const before = text.slice(Math.max(0, at - 6), at);
    const opener = stack.at(-1);
    if (opener && kindOf(partnerOf(opener.mark)) === kindOf(mark)) {
      stack.pop();
      continue;
    }
    if (/[）)]/.test(mark) && (ENUMERATOR.test(before) || EMOTICON.test(before))) continue;
    const deeper = stack.findLastIndex((one) => kindOf(partnerOf(one.mark)) === kindOf(mark));
    if (deeper < 0) {
      found.push({ at, mark, partner: partnerOf(mark) });
      continue;
    }
    // What was opened inside and not closed stays open: 《…（…》.
    for (const one of stack.splice(deeper).slice(1)) found.push({ ...one, partner: partnerOf(one.mark) });
  }
  for (const one of stack) found.push({ ...one, partner: partnerOf(one.mark) });
  return found.sort((a, b) => a.at - b.at);
}

const isApostrophe = (text: string, at: number): boolean =>
  text.charAt(at) === '’' && /[A-Za-z]/.test(text.charAt(at - 1)) && /[A-Za-z\s]/.test(text.charAt(at + 1));

export interface Quoted {
  readonly start: number;
  /** Behind the closing mark. */
  readonly end: number;
}

/** Straight double quotes around or in Chinese text, in pairs; the last of an odd number alone (`end` = `start` + 1). */
export function straightQuotes(text: string): readonly Quoted[] {
  const places: number[] = [];
  for (const { index } of allMatches(text, /"/g)) {
    // 15.6" is a length: a mark behind a digit opens nothing.
    if (places.length % 2 === 1 || !/\d/.test(text.charAt(index - 1))) places.push(index);
  }
  const pairs: Quoted[] = [];
  for (let at = 0; at < places.length; at += 2) {
    const start = places[at] ?? 0;
    const last = places[at + 1];
    const end = last === undefined ? start + 1 : last + 1;
    const around = text.slice(Math.max(0, start - 1), end + 1);
    if (/[\u4e00-\u9fff]/.test(around)) pairs.push({ start, end });
  }
  return pairs;
}
