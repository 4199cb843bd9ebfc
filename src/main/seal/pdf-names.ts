import { arrayOf, dictionaryOf, type PdfFile } from './pdf-file';
import { readDictionary, referenceOf } from './pdf-syntax';

const MAX_NODES = 10_000;

/** The pairs of one of the catalog's name trees (ISO 32000-1 §7.7.4, §7.9.6), keys and values as they stand. */
export function namesOf(
  file: PdfFile,
  tree: 'Dests' | 'EmbeddedFiles',
): readonly (readonly [string, string])[] {
  const names = entryOf(file, `${referenceOf(file.trailer.get('Root')) ?? -1} 0 R`, 'Names');
  const root = names === null ? null : entryOf(file, names, tree);
  const open = root === null ? [] : [root];
  const pairs: (readonly [string, string])[] = [];
  for (let seen = 0; open.length > 0 && seen < MAX_NODES; seen++) {
    const node = open.pop() ?? '';
    const list = arrayOf(file, entryOf(file, node, 'Names') ?? undefined);
    for (let at = 0; at + 1 < list.length; at += 2) pairs.push([list[at] ?? '', list[at + 1] ?? '']);
    open.push(...arrayOf(file, entryOf(file, node, 'Kids') ?? undefined));
  }
  return pairs;
}

/** An entry of a dictionary that stands here or in an object of its own; null without it. */
export function entryOf(file: PdfFile, value: string, key: string): string | null {
  const number = referenceOf(value);
  if (number !== null) return dictionaryOf(file, number).get(key) ?? null;
  return value.startsWith('<<') ? (readDictionary(value, 0).value.get(key) ?? null) : null;
}
