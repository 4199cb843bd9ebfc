import { arrayOf, dictionaryOf, type PdfFile } from './pdf-file';
import { type Latin1, matchAt, readDictionary, referenceOf } from './pdf-syntax';
import { objectAt } from './pdf-xref';

/** A signature dictionary as it stands in the file. */
export interface PlacedSignature {
  /** Offsets of `<` of /Contents and behind its `>`. */
  readonly from: number;
  readonly to: number;
  /** Where the signed bytes end. */
  readonly end: number;
  readonly der: Uint8Array;
  /** ISO 8601. */
  readonly signedAt: string;
  readonly name: string;
  readonly reason: string;
  readonly place: string;
  readonly contact: string;
  readonly certifies: boolean;
  /** Object number of the dictionary. */
  readonly number: number;
}

/** The signatures in the order of the file, and what is wrong with them; null stands for one of another form. */
export interface FoundSignatures {
  readonly placed: readonly (PlacedSignature | null)[];
  /** Where each one's object starts. */
  readonly offsets: readonly number[];
  readonly problems: readonly string[];
}

const BYTE_RANGE = '/ByteRange';
/** `seal-update.ts` writes it so and no other way: signed ranges with another hole than /Contents hide forgeries. */
const HEAD =
  /(\d+) \d+ obj\n<< \/Type \/Sig \/Filter \/Adobe\.PPKLite \/SubFilter \/ETSI\.CAdES\.detached \/ByteRange \[0 (\d{1,12}) +(\d{1,12}) +(\d{1,12}) *\] \/Contents /y;
const TAIL =
  />( \/Reference \[<< \/Type \/SigRef \/TransformMethod \/DocMDP \/TransformParams << \/Type \/TransformParams \/P 2 \/V \/1\.2 >> >>\])? \/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\) \/Name <feff((?:[0-9a-f]{4})*)>(?: \/Reason <feff((?:[0-9a-f]{4})*)>)?(?: \/Location <feff((?:[0-9a-f]{4})+)>)?(?: \/ContactInfo <feff((?:[0-9a-f]{4})+)>)? >>\nendobj\n/y;
const HEX = /[0-9a-f]*/y;
const MAX_SIGNATURES = 100;
const MAX_HEX = 200_000;
const MAX_FIELDS = 1000;

/**
 * Finds the signatures: the values of the form's signature fields, which must be all the signature dictionaries that
 * any revision of the file has. Throws `UnsupportedPdf` for a form that cannot be read.
 */
export function findSignatures(file: PdfFile): FoundSignatures {
  const values = fieldValues(file);
  const all = signatureOffsets(file);
  if (values.length > MAX_SIGNATURES || all.length > MAX_SIGNATURES)
    return { placed: [], offsets: [], problems: ['签章数量过多'] };
  const offsets = values.flatMap((value) => {
    const place = value === null ? null : file.places.get(value);
    return place?.kind === 'offset' ? [place.offset] : [];
  });
  const agree = offsets.length === values.length && new Set(offsets).size === values.length;
  const complete = agree && all.length === offsets.length && all.every((offset) => offsets.includes(offset));
  const placed = all.map((offset) => readSignature(file.text, offset));
  return { placed, offsets: all, problems: complete ? [] : ['签章域与签章数据对不上，签章可能被移除或替换'] };
}

/** Object numbers that the signature fields have as their value; null for a value that stands in the field itself. */
function fieldValues(file: PdfFile): readonly (number | null)[] {
  const catalog = dictionaryOf(file, referenceOf(file.trailer.get('Root')) ?? -1);
  const given = catalog.get('AcroForm');
  if (given === undefined || given === 'null') return [];
  const number = referenceOf(given);
  const form = number === null ? readDictionary(given, 0).value : dictionaryOf(file, number);
  const open = arrayOf(file, form.get('Fields')).map(referenceOf);
  const values: (number | null)[] = [];
  for (let index = 0; index < open.length && index < MAX_FIELDS; index++) {
    const field = dictionaryOf(file, open[index] ?? -1);
    open.push(...arrayOf(file, field.get('Kids')).map(referenceOf));
    if (field.get('FT') === '/Sig' && field.has('V')) values.push(referenceOf(field.get('V')));
  }
  return values;
}

/** Offsets of all objects with a /ByteRange, in any revision, whether a field names them or not. */
function signatureOffsets({ text, offsets }: PdfFile): readonly number[] {
  const found: number[] = [];
  let mark = text.indexOf(BYTE_RANGE);
  while (mark >= 0 && found.length <= MAX_SIGNATURES) {
    const next = firstAbove(offsets, mark);
    const [from, to] = [offsets[next - 1], offsets[next] ?? text.length];
    // Up to the next object and no further, so that no file makes this slow.
    if (from !== undefined && hasByteRange(text.slice(from, to))) found.push(from);
    mark = text.indexOf(BYTE_RANGE, to);
  }
  return found;
}

function hasByteRange(object: Latin1): boolean {
  try {
    return objectAt(object, 0, null).entries.has(BYTE_RANGE.slice(1));
  } catch {
    return false;
  }
}

/** The index of the first number above `limit` in an ascending list. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readSignature(pdf: Latin1, offset: number): PlacedSignature | null {
  const head = matchAt(HEAD, pdf, offset);
  if (!head) return null;
  const [from, to, rest] = [Number(head[2]), Number(head[3]), Number(head[4])];
  const start = offset + head[0].length;
  const hex = matchAt(HEX, pdf, start + 1)?.[0] ?? '';
  const close = start + 1 + hex.length;
  const tail = matchAt(TAIL, pdf, close);
  if (pdf[start] !== '<' || !tail || from !== start || to !== close + 1 || to + rest > pdf.length)
    return null;
  const der = derOf(hex);
  const [, certification, year, month, day, hour, minute, second, name = '', reason = ''] = tail;
  const [place = '', contact = ''] = tail.slice(10);
  const signedAt = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  if (!der || Number.isNaN(Date.parse(signedAt))) return null;
  return {
    from,
    to,
    end: to + rest,
    der,
    signedAt,
    name: unitsOf(name),
    reason: unitsOf(reason),
    place: unitsOf(place),
    contact: unitsOf(contact),
    certifies: certification !== undefined,
    number: Number(head[1]),
  };
}

/** The DER of one value, zeros and nothing but zeros behind it. */
function derOf(hex: string): Uint8Array | null {
  if (hex.length > MAX_HEX || hex.length % 2 !== 0) return null;
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
  const [tag = 0, first = 0] = bytes;
  if (tag !== 0x30) return null;
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (size > 4) return null;
  const length = size === 0 ? first : bytes.subarray(2, 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = 2 + size + length;
  if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) return null;
  return bytes.subarray(0, end);
}

const unitsOf = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
