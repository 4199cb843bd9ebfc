import { arrayOf, dictionaryOf, type PdfFile } from '../pdf-file';
import { type Dictionary, referenceOf, UnsupportedPdf } from '../pdf-syntax';
import { STAMP } from './text';

/** Where a stamp stands: the page, and its corners in that page's points. */
export interface StampPlace {
  readonly page: number;
  readonly rectangle: readonly [number, number, number, number];
}

/** From the page's edges, in points: below the page number, flush with the text's right edge (GB/T 9704-2012 §5.2.1). */
const RIGHT = 74;
const BOTTOM = 14;
const GAP = 6;
const LEFT = 70;
const MAX_PARENTS = 50;

/**
 * The place of the next stamp: at the foot of the closing page, from the right, one beside the other. It follows from
 * the file alone, and never covers any text: so nobody can hide a line behind a stamp. Throws `UnsupportedPdf` when
 * there is no room.
 */
export function stampPlace(file: PdfFile, page: number, earlier: number): StampPlace {
  const dictionary = dictionaryOf(file, page);
  const rotation = inherited(file, dictionary, 'Rotate');
  if (rotation !== null && rotation !== '0')
    throw new UnsupportedPdf('落款所在的页面是横向的，不能加可见签章');
  const box = arrayOf(file, inherited(file, dictionary, 'MediaBox') ?? undefined).map(Number);
  const [left = 0, bottom = 0, right = 0] = box;
  if (box.length !== 4 || box.some(Number.isNaN)) throw new UnsupportedPdf('页面大小不明，不能加可见签章');
  const x = Math.floor(Math.max(left, right) - RIGHT - STAMP.width - earlier * (STAMP.width + GAP));
  const y = Math.ceil(Math.min(bottom, Number(box[3])) + BOTTOM);
  if (x < Math.min(left, right) + LEFT) throw new UnsupportedPdf('页面下方已没有可见签章的位置');
  return { page, rectangle: [x, y, x + STAMP.width, y + STAMP.height] };
}

/** How many stamps the file's seals have already. */
export function stampsIn(file: PdfFile): number {
  const catalog = dictionaryOf(file, referenceOf(file.trailer.get('Root')) ?? -1);
  const form = referenceOf(catalog.get('AcroForm'));
  if (form === null) return 0;
  return arrayOf(file, dictionaryOf(file, form).get('Fields')).filter((one) => {
    const number = referenceOf(one);
    const field = number === null ? null : dictionaryOf(file, number);
    return field?.get('FT') === '/Sig' && field.has('AP');
  }).length;
}

/** An attribute of a page, its own or one above it (ISO 32000-1 §7.7.3.4). */
function inherited(file: PdfFile, page: Dictionary, key: string): string | null {
  let node = page;
  for (let seen = 0; seen < MAX_PARENTS; seen++) {
    const value = node.get(key);
    if (value !== undefined) return value;
    const parent = referenceOf(node.get('Parent'));
    if (parent === null) return null;
    node = dictionaryOf(file, parent);
  }
  return null;
}
