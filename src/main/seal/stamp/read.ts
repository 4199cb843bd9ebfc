import { objectOf, type PdfFile } from '../pdf-file';
import { type Latin1, matchAt, wholeNumber } from '../pdf-syntax';
import type { StampFace } from './appearance';

const DESCENDANT = 2;
const PROGRAM = 4;
const WIDTHS = / \/W \[1 \[((?:\d{1,5} ?){1,2000})\]\] /;
const PROGRAM_HEAD =
  /\d+ 0 obj\n<< \/Length1 (\d{1,8}) \/Filter \/FlateDecode \/Length (\d{1,8}) >>\nstream\n/y;

/** The face of the stamp whose objects start at `first`; null when they have another form. */
export function readFace(file: PdfFile, first: number): StampFace | null {
  const place = file.places.get(first + PROGRAM);
  const widths = WIDTHS.exec(objectOf(file, first + DESCENDANT).value)?.[1];
  if (place?.kind !== 'offset' || widths === undefined) return null;
  const head = matchAt(PROGRAM_HEAD, file.text, place.offset);
  const [programBytes, length] = [wholeNumber(head?.[1]), wholeNumber(head?.[2])];
  if (!head || programBytes === null || length === null) return null;
  const from = place.offset + head[0].length;
  const program: Latin1 = file.text.slice(from, from + length);
  return { program, programBytes, widths: widths.trim().split(' ').map(Number) };
}
