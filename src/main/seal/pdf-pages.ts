import { arrayOf, dictionaryOf, type PdfFile } from './pdf-file';
import { referenceOf } from './pdf-syntax';

const MAX_NODES = 200_000;

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
