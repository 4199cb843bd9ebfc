import { failure, type Result, success } from '../../shared/result';
import type { Latin1 } from './pdf';

/** A signature dictionary as it stands in the file. */
export interface PlacedSignature {
  /** Offset of `n 0 obj`. */
  readonly objectStart: number;
  /** Offset of `<` of /Contents and the offset just behind its `>`. */
  readonly from: number;
  readonly to: number;
  /** Where the signed bytes end. */
  readonly end: number;
  readonly der: Uint8Array;
  /** ISO 8601, or empty. */
  readonly signedAt: string;
  readonly reason: string;
}

const MARK = /\/ByteRange\b/g;
const DICTIONARY =
  /(\d+) 0 obj\s*<<\s*\/Type\s*\/Sig\s*\/Filter\s*\/Adobe\.PPKLite\s*\/SubFilter\s*\/ETSI\.CAdES\.detached\s*\/ByteRange\s*\[0 (\d+) +(\d+) +(\d+) *\]\s*\/Contents\s*$/;
const MAX_SIGNATURES = 100;
const MAX_HEX = 200_000;

/**
 * Finds the signatures in the order of the file. Fails on anything that is not written in the one form that the
 * seal has: signed ranges with another hole in them than /Contents are how forgeries hide (ISO 32000-1 §12.8.1).
 */
export function findSignatures(pdf: Latin1): Result<readonly PlacedSignature[]> {
  const found: PlacedSignature[] = [];
  for (const mark of pdf.matchAll(MARK)) {
    if (found.length >= MAX_SIGNATURES) return failure('too-many', '签章数量过多');
    const placed = readSignature(pdf, mark.index);
    if (!placed) return failure('malformed', '签章数据的格式不规范');
    found.push(placed);
  }
  const ascending = found.every((one, index) => one.end > (found[index - 1]?.end ?? 0));
  return ascending ? success(found) : failure('malformed', '签章的顺序不对');
}

function readSignature(pdf: Latin1, mark: number): PlacedSignature | null {
  const objectStart = Math.max(pdf.lastIndexOf('\n', pdf.lastIndexOf(' 0 obj', mark)) + 1, 0);
  const open = pdf.indexOf('<', mark);
  const match = DICTIONARY.exec(pdf.slice(objectStart, open));
  if (open < 0 || mark - objectStart > 200 || !match) return null;
  const [from, to, rest] = [Number(match[2]), Number(match[3]), Number(match[4])];
  const close = pdf.indexOf('>', open);
  if (from !== open || to !== close + 1 || to + rest > pdf.length) return null;
  const der = derOf(pdf.slice(open + 1, close));
  if (!der) return null;
  const tail = pdf.slice(to, pdf.indexOf('endobj', to));
  return { objectStart, from, to, end: to + rest, der, signedAt: dateOf(tail), reason: reasonOf(tail) };
}

/** The DER of one value in lower-case hexadecimal, zeros and nothing but zeros behind it. */
function derOf(hex: string): Uint8Array | null {
  if (hex.length > MAX_HEX || hex.length % 2 !== 0 || !/^[0-9a-f]+$/.test(hex)) return null;
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

function dateOf(tail: string): string {
  const parts = /\/M \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)/.exec(tail);
  if (!parts) return '';
  const [, year, month, day, hour, minute, second] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return Number.isNaN(Date.parse(iso)) ? '' : iso;
}

function reasonOf(tail: string): string {
  const hex = /\/Reason <feff([0-9a-f]*)>/.exec(tail)?.[1] ?? '';
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
