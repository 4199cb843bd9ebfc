import { arrayOf, dictionaryOf, type PdfFile } from './pdf-file';
import { namesOf } from './pdf-names';
import { referenceOf } from './pdf-syntax';

const MAX_NODES = 200_000;
/** The exporter gives the page of the closing block this name. */
const CLOSING = '(gouji-closing)';

/** The pages' object numbers in reading order, down the page tree (ISO 32000-1 §7.7.3). */
export function pageNumbers(file: PdfFile): readonly number[] {
  const root = referenceOf(file.trailer.get('Root'));
  const open = root === null ? [] : [referenceOf(dictionaryOf(file, root).get('Pages'))];
  const pages: number[] = [];
  const seen = new Set<number>();
  while (open.length > 0 && seen.size < MAX_NODES) {
    const number = open.pop() ?? null;
    if (number === null || seen.has(number)) continue;
    seen.add(number);
    const node = dictionaryOf(file, number);
    if (node.get('Type') === '/Page') pages.push(number);
    else open.push(...arrayOf(file, node.get('Kids')).map(referenceOf).reverse());
  }
  return pages;
}

/** The page of the closing block; where the file names none, the last one that is not turned. */
export function closingPage(file: PdfFile, pages: readonly number[]): number | null {
  const named = namesOf(file, 'Dests').find(([key]) => key === CLOSING)?.[1];
  const [page] = named === undefined ? [] : arrayOf(file, named);
  const number = referenceOf(page);
  if (number !== null && pages.includes(number)) return number;
  return pages.findLast((one) => ['0', undefined].includes(dictionaryOf(file, one).get('Rotate'))) ?? null;
}
