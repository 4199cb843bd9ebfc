import { streamBytes } from './pdf-streams';
import {
  type Dictionary,
  type Latin1,
  latin1,
  readArray,
  readDictionary,
  referenceOf,
  skipSpace,
  UnsupportedPdf,
  valueEnd,
  wholeNumber,
} from './pdf-syntax';
import { objectAt, objectBody, type Place, readSection, type Section } from './pdf-xref';

/** A PDF by its cross-references. */
export interface PdfFile {
  readonly text: Latin1;
  /** Of the newest section. */
  readonly kind: Section['kind'];
  readonly startXref: number;
  readonly trailer: Dictionary;
  /** One more than the highest object number. */
  readonly size: number;
  /** The newest place of each object. */
  readonly places: ReadonlyMap<number, Place>;
  /** Offsets of all objects of all revisions, ascending. */
  readonly offsets: readonly number[];
  /** The cross-reference sections, oldest first: where each stands, and the objects that it places. */
  readonly sections: readonly { readonly offset: number; readonly numbers: readonly number[] }[];
  /** Object streams that were read already, by number. */
  readonly unpacked: Map<number, Latin1>;
}

const MAX_UPDATES = 1000;
const MAX_ROWS = 20_000_000;
/** Of all object streams that are read together. */
const MAX_UNPACKED = 256 * 1024 * 1024;
/** As text it must fit into one string of the engine. */
const MAX_BYTES = 400 * 1024 * 1024;

const damaged = (): UnsupportedPdf => new UnsupportedPdf('文件结构不完整');

/** Reads the cross-references. Throws `UnsupportedPdf` for a file that is damaged, encrypted or too large. */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > MAX_BYTES) throw new UnsupportedPdf('文件太大');
  const text = latin1(bytes);
  if (!/^%PDF-[12]\.\d/.test(text.slice(0, 8))) throw new UnsupportedPdf('文件开头已损坏，不是完整的 PDF');
  const tail = text.slice(-2048);
  const start = /^startxref\s+(\d{1,12})\s/.exec(tail.slice(tail.lastIndexOf('startxref')))?.[1];
  if (start === undefined) throw new UnsupportedPdf('文件结尾不完整');
  const sections = readSections(text, Number(start));
  const newest = sections[0];
  if (!newest) throw damaged();
  if (sections.some(({ trailer }) => trailer.has('Encrypt'))) throw new UnsupportedPdf('文件已加密');
  const places = newestPlaces(sections);
  const highest = [...places.keys()].reduce((most, number) => Math.max(most, number), 0);
  return {
    text,
    kind: newest.kind,
    startXref: Number(start),
    trailer: newest.trailer,
    size: Math.max(wholeNumber(newest.trailer.get('Size')) ?? 0, highest + 1),
    places,
    offsets: allOffsets(sections),
    sections: sections
      .map(({ offset, places: placed }) => ({ offset, numbers: [...placed.keys()] }))
      .reverse(),
    unpacked: new Map(),
  };
}

/** Newest first. */
function readSections(text: Latin1, start: number): readonly Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  for (let at: number | null = start; at !== null; ) {
    if (seen.has(at) || seen.size >= MAX_UPDATES) throw damaged();
    seen.add(at);
    const section = readSection(text, at);
    sections.push(section);
    // A hybrid file keeps the objects that old readers must not see in a stream (§7.5.8.4).
    const hidden = wholeNumber(section.trailer.get('XRefStm'));
    if (hidden !== null && section.kind === 'table') sections.push(readSection(text, hidden));
    if (sections.reduce((sum, { rows }) => sum + rows, 0) > MAX_ROWS) throw damaged();
    at = wholeNumber(section.trailer.get('Prev'));
  }
  return sections;
}

function newestPlaces(sections: readonly Section[]): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const [index, section] of sections.entries()) {
    const hybrid = sections[index + 1]?.kind === 'stream' && section.trailer.has('XRefStm');
    for (const [number, place] of section.places) {
      // In a hybrid file the table calls hidden objects free; the stream has them.
      if (places.has(number) || (hybrid && place === null)) continue;
      places.set(number, place);
    }
  }
  return places;
}

function allOffsets(sections: readonly Section[]): readonly number[] {
  const offsets = new Set<number>();
  for (const { places } of sections) {
    for (const place of places.values()) if (place?.kind === 'offset') offsets.add(place.offset);
  }
  return [...offsets].sort((a, b) => a - b);
}

/** The text of an object's value, and its generation. */
export function objectOf(
  file: PdfFile,
  number: number,
): { readonly value: string; readonly generation: number } {
  const place = file.places.get(number);
  if (!place) throw damaged();
  if (place.kind === 'packed') return { value: packedObject(file, place.container, number), generation: 0 };
  const { at, generation } = objectBody(file.text, place.offset, number);
  return { value: file.text.slice(at, valueEnd(file.text, at)), generation };
}

/** The dictionary of an object that is a stream, and its decoded bytes, `limit` at most. Throws for anything else. */
export function streamOf(
  file: PdfFile,
  number: number,
  limit: number,
): { readonly entries: Dictionary; readonly bytes: Buffer } {
  const place = file.places.get(number);
  if (place?.kind !== 'offset') throw damaged();
  const object = objectAt(file.text, place.offset, number);
  const length = lengthOf(file, object.entries.get('Length'));
  return { entries: object.entries, bytes: streamBytes(file.text, object, length, limit) };
}

/** An object that is a dictionary. Throws when it is none. */
export const dictionaryOf = (file: PdfFile, number: number): Dictionary =>
  readDictionary(objectOf(file, number).value, 0).value;

/** An array that stands here or in an object of its own; empty when it is not there. */
export function arrayOf(file: PdfFile, value: string | undefined): readonly string[] {
  if (value === undefined || value === 'null') return [];
  const number = referenceOf(value);
  return readArray(number === null ? value : objectOf(file, number).value, 0).value;
}

/** ISO 32000-1 §7.5.7: pairs of number and offset, then the values. */
function packedObject(file: PdfFile, container: number, number: number): string {
  const { text, first } = unpackedStream(file, container);
  const head = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] !== number) continue;
    const at = skipSpace(text, first + (head[index + 1] ?? 0));
    return text.slice(at, valueEnd(text, at));
  }
  throw damaged();
}

function unpackedStream(file: PdfFile, container: number): { readonly text: Latin1; readonly first: number } {
  const place = file.places.get(container);
  if (place?.kind !== 'offset') throw damaged();
  const object = objectAt(file.text, place.offset, container);
  const first = wholeNumber(object.entries.get('First'));
  if (first === null || object.entries.get('Type') !== '/ObjStm') throw damaged();
  const known = file.unpacked.get(container);
  if (known !== undefined) return { text: known, first };
  const left = [...file.unpacked.values()].reduce((sum, one) => sum - one.length, MAX_UNPACKED);
  if (left < 1) throw damaged();
  const length = lengthOf(file, object.entries.get('Length'));
  const text = latin1(streamBytes(file.text, object, length, left));
  file.unpacked.set(container, text);
  return { text, first };
}

function lengthOf(file: PdfFile, value: string | undefined): number {
  const number = referenceOf(value);
  const place = number === null ? null : file.places.get(number);
  // Never in an object stream itself, where reading it could go on for ever.
  const length = place?.kind === 'offset' && number !== null ? objectOf(file, number).value : value;
  const whole = wholeNumber(length);
  if (whole === null) throw damaged();
  return whole;
}
