import { streamBytes } from './pdf-streams';
import {
  type Dictionary,
  type Latin1,
  matchAt,
  readArray,
  readDictionary,
  skipSpace,
  UnsupportedPdf,
  wholeNumber,
} from './pdf-syntax';

/** Where an object is: at an offset, or inside an object stream; null for a free number. */
export type Place =
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number }
  | null;

/** One cross-reference section (ISO 32000-1 §7.5.4, §7.5.8) with its trailer. */
export interface Section {
  readonly kind: 'table' | 'stream';
  readonly offset: number;
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: Dictionary;
  /** Entries read. */
  readonly rows: number;
}

const SUBSECTION = /[\0\t\n\f\r ]*(\d{1,10})[ \t]+(\d{1,10})[\0\t\n\f\r ]+/y;
const ENTRY = /(\d{10}) (\d{5}) ([nf])[ \r\n]{1,3}/y;
const TRAILER = /[\0\t\n\f\r ]*trailer/y;
const OBJECT = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj/y;
/** ISO 32000-1 annex C. */
const MAX_NUMBER = 8_388_607;
const MAX_ROW_BYTES = 24;
const SLACK_BYTES = 1024;

const damaged = (): UnsupportedPdf => new UnsupportedPdf('文件结构不完整');

/** The cross-reference section that starts at an offset. */
export function readSection(pdf: Latin1, offset: number): Section {
  const at = skipSpace(pdf, offset);
  return pdf.startsWith('xref', at) ? readTable(pdf, at, at + 'xref'.length) : readStream(pdf, at);
}

function readTable(pdf: Latin1, offset: number, from: number): Section {
  const places = new Map<number, Place>();
  let at = from;
  for (let head = matchAt(SUBSECTION, pdf, at); head; head = matchAt(SUBSECTION, pdf, at)) {
    at += head[0].length;
    const first = Number(head[1]);
    for (let number = first; number < first + Number(head[2]); number++) {
      const entry = matchAt(ENTRY, pdf, at);
      if (!entry || number > MAX_NUMBER) throw damaged();
      const [offset, generation] = [Number(entry[1]), Number(entry[2])];
      places.set(number, entry[3] === 'n' ? { kind: 'offset', offset, generation } : null);
      at += entry[0].length;
    }
  }
  const word = matchAt(TRAILER, pdf, at);
  if (!word) throw damaged();
  const trailer = readDictionary(pdf, skipSpace(pdf, at + word[0].length)).value;
  return { kind: 'table', offset, places, trailer, rows: places.size };
}

function readStream(pdf: Latin1, at: number): Section {
  const object = objectAt(pdf, at, null);
  const { entries } = object;
  const length = wholeNumber(entries.get('Length'));
  const widths = numbers(entries.get('W'));
  const size = wholeNumber(entries.get('Size'));
  if (entries.get('Type') !== '/XRef' || length === null || size === null || widths.length !== 3)
    throw damaged();
  const index = entries.has('Index') ? numbers(entries.get('Index')) : [0, size];
  const rows = index.reduce((sum, count, at) => (at % 2 === 1 ? sum + count : sum), 0);
  const width = widths.reduce((sum, one) => sum + one, 0);
  if (rows > MAX_NUMBER || width < 1 || width > MAX_ROW_BYTES) throw damaged();
  // A predictor adds a byte to each row.
  const bytes = streamBytes(pdf, object, length, rows * (width + 1) + SLACK_BYTES);
  return { kind: 'stream', offset: at, places: packedPlaces(bytes, widths, index), trailer: entries, rows };
}

function packedPlaces(
  bytes: Buffer,
  widths: readonly number[],
  index: readonly number[],
): Map<number, Place> {
  const places = new Map<number, Place>();
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const width = kindWidth + secondWidth + thirdWidth;
  let at = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]];
    for (let number = first; number < first + count; number++) {
      if (at + width > bytes.length || number > MAX_NUMBER) throw damaged();
      const kind = kindWidth === 0 ? 1 : bigEndian(bytes, at, kindWidth);
      const second = bigEndian(bytes, at + kindWidth, secondWidth);
      const third = bigEndian(bytes, at + kindWidth + secondWidth, thirdWidth);
      if (kind === 1) places.set(number, { kind: 'offset', offset: second, generation: third });
      else places.set(number, kind === 2 ? { kind: 'packed', container: second, index: third } : null);
      at += width;
    }
  }
  return places;
}

function bigEndian(bytes: Buffer, at: number, width: number): number {
  let value = 0;
  for (let index = at; index < at + width; index++) value = value * 256 + (bytes[index] ?? 0);
  return value;
}

function numbers(value: string | undefined): readonly number[] {
  if (value === undefined) throw damaged();
  return readArray(value, 0).value.map((item) => {
    const number = wholeNumber(item);
    if (number === null) throw damaged();
    return number;
  });
}

/** The dictionary of the object at an offset, which must have the number (any when null). */
export function objectAt(
  pdf: Latin1,
  offset: number,
  number: number | null,
): { readonly entries: Dictionary; readonly end: number; readonly generation: number } {
  const { at, generation } = objectBody(pdf, offset, number);
  const { value, end } = readDictionary(pdf, at);
  return { entries: value, end, generation };
}

/** Where the value of the object at an offset starts. */
export function objectBody(
  pdf: Latin1,
  offset: number,
  number: number | null,
): { readonly at: number; readonly generation: number } {
  const from = skipSpace(pdf, offset);
  const head = matchAt(OBJECT, pdf, from);
  if (!head || (number !== null && Number(head[1]) !== number)) throw damaged();
  return { at: skipSpace(pdf, from + head[0].length), generation: Number(head[2]) };
}
