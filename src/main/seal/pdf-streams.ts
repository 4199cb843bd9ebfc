import { inflateSync } from 'node:zlib';
import {
  type Dictionary,
  type Latin1,
  matchAt,
  plainName,
  readArray,
  readDictionary,
  UnsupportedPdf,
  wholeNumber,
} from './pdf-syntax';

const STREAM = /[\0\t\n\f\r ]*stream\r?\n/y;
const PNG_PREDICTORS = 10;

/**
 * The decoded bytes of a cross-reference or object stream whose dictionary ends at `end`. One that inflates to more than
 * `limit` bytes is refused: a small stream must not fill the memory.
 */
export function streamBytes(
  pdf: Latin1,
  { entries, end }: { readonly entries: Dictionary; readonly end: number },
  length: number,
  limit: number,
): Buffer {
  const head = matchAt(STREAM, pdf, end);
  if (!head || end + head[0].length + length > pdf.length) throw new UnsupportedPdf('文件结构不完整');
  const from = end + head[0].length;
  const bytes = Buffer.from(pdf.slice(from, from + length), 'latin1');
  const filter = single(entries.get('Filter'));
  if (filter === null) return bytes;
  if (plainName(filter) !== 'FlateDecode') throw new UnsupportedPdf('不支持这种压缩方式');
  return unpredicted(inflated(bytes, limit), single(entries.get('DecodeParms')));
}

/** The one item of an array of one; anything else as it is. */
function single(value: string | undefined): string | null {
  if (value === undefined || value === 'null') return null;
  if (!value.startsWith('[')) return value;
  const items = readArray(value, 0).value;
  if (items.length > 1) throw new UnsupportedPdf('不支持这种压缩方式');
  return items[0] === 'null' ? null : (items[0] ?? null);
}

function inflated(bytes: Buffer, limit: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: limit });
  } catch {
    throw new UnsupportedPdf('文件结构不完整');
  }
}

/** Undoes the PNG predictors (ISO 32000-1 §7.4.4.4), of one byte a column as in cross-reference streams. */
function unpredicted(bytes: Buffer, parameters: string | null): Buffer {
  const entries = parameters?.startsWith('<<') ? readDictionary(parameters, 0).value : new Map();
  const predictor = wholeNumber(entries.get('Predictor')) ?? 1;
  if (predictor === 1) return bytes;
  const columns = wholeNumber(entries.get('Columns')) ?? 1;
  const deep =
    (wholeNumber(entries.get('Colors')) ?? 1) !== 1 ||
    (wholeNumber(entries.get('BitsPerComponent')) ?? 8) !== 8;
  if (predictor < PNG_PREDICTORS || deep || columns < 1 || columns > bytes.length)
    throw new UnsupportedPdf('不支持这种压缩方式');
  const rows = Math.floor(bytes.length / (columns + 1));
  const made = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = column > 0 ? (made[at - 1] ?? 0) : 0;
      const up = row > 0 ? (made[at - columns] ?? 0) : 0;
      const corner = column > 0 && row > 0 ? (made[at - columns - 1] ?? 0) : 0;
      made[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return made;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      throw new UnsupportedPdf('文件结构不完整');
  }
}
