/**
 * The syntax of PDF objects (ISO 32000-1 §7.2, §7.3). Values stay text: a dictionary is a map from key to the text
 * of its value, so that what is not understood is written back as it was.
 */

/** A PDF, or a part of one, as text of one unit a byte: every index is a byte offset. */
export type Latin1 = string;

/** A PDF that this small reader does not understand, or that is damaged. The message is for a person. */
export class UnsupportedPdf extends Error {}

export const latin1 = (bytes: Uint8Array): Latin1 =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** A value's text, and where it ends. */
interface Read<T> {
  readonly value: T;
  readonly end: number;
}

export type Dictionary = ReadonlyMap<string, string>;

const MAX_DEPTH = 100;
const SPACE = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const HEX_STRING = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;

const damaged = (): UnsupportedPdf => new UnsupportedPdf('文件结构不完整');

/** The match of a sticky expression at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The offset behind white space and comments. */
export const skipSpace = (text: Latin1, at: number): number =>
  at + (matchAt(SPACE, text, at)?.[0].length ?? 0);

/** The offset behind the value that starts at `at`. */
export function valueEnd(text: Latin1, at: number, depth = 0): number {
  if (depth > MAX_DEPTH) throw damaged();
  if (text.startsWith('<<', at)) return readDictionary(text, at, depth).end;
  switch (text[at]) {
    case '[':
      return readArray(text, at, depth).end;
    case '(':
      return stringEnd(text, at);
  }
  for (const pattern of [HEX_STRING, NAME, REFERENCE, WORD]) {
    const found = matchAt(pattern, text, at);
    if (found) return at + found[0].length;
  }
  throw damaged();
}

function stringEnd(text: Latin1, from: number): number {
  let open = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') open++;
    else if (text[at] === ')' && --open === 0) return at + 1;
  }
  throw damaged();
}

/** Reads the dictionary that starts at `at`. A key that stands twice is refused: readers differ on which counts. */
export function readDictionary(text: Latin1, from: number, depth = 0): Read<Dictionary> {
  if (!text.startsWith('<<', from)) throw damaged();
  const value = new Map<string, string>();
  let at = skipSpace(text, from + 2);
  while (!text.startsWith('>>', at)) {
    const name = matchAt(NAME, text, at)?.[0];
    if (name === undefined) throw damaged();
    const start = skipSpace(text, at + name.length);
    const end = valueEnd(text, start, depth + 1);
    const key = plainName(name);
    if (value.has(key)) throw damaged();
    value.set(key, text.slice(start, end));
    at = skipSpace(text, end);
  }
  return { value, end: at + 2 };
}

/** Reads the array that starts at `at`. */
export function readArray(text: Latin1, from: number, depth = 0): Read<readonly string[]> {
  if (text[from] !== '[') throw damaged();
  const value: string[] = [];
  let at = skipSpace(text, from + 1);
  while (text[at] !== ']') {
    const end = valueEnd(text, at, depth + 1);
    value.push(text.slice(at, end));
    at = skipSpace(text, end);
  }
  return { value, end: at + 1 };
}

/** `/Type` → `Type`; `#54ype` is the same name. */
export const plainName = (name: string): string =>
  name
    .slice(1)
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** `12 0 R` → 12; null for any other value. */
export function referenceOf(value: string | undefined): number | null {
  const match = value === undefined ? null : matchAt(REFERENCE, value, 0);
  return match && match[0].length === value?.length ? Number(match[1]) : null;
}

/** A non-negative whole number; null for any other value. */
export const wholeNumber = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;

export const writeDictionary = (entries: Dictionary): string =>
  `<< ${[...entries].map(([key, value]) => `/${writtenName(key)} ${value}`).join(' ')} >>`;

export const writeArray = (items: readonly string[]): string => `[${items.join(' ')}]`;

const writtenName = (name: string): string =>
  name.replace(
    /[^!"$&'*-.0-;=?-Z\\^-z|~]/g,
    (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );

/** A text string as UTF-16BE with its mark, in hexadecimal (ISO 32000-1 §7.9.2.2). */
export function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}

/** `D:20260110090000Z` (ISO 32000-1 §7.9.4). */
export const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
