import type { ObjectKind, RevisionReport } from '../../../shared/model/seal';
import { objectOf, type PdfFile } from '../pdf-file';
import { type Dictionary, readDictionary } from '../pdf-syntax';

/** Objects of the first stretch are counted up to here; nobody needs to know more of them. */
const MAX_OBJECTS = 20_000;

/** The file cut where its signatures end, and what stands in each part. `ends`: ascending. */
export function revisionsOf(file: PdfFile, ends: readonly number[]): readonly RevisionReport[] {
  const size = file.text.length;
  const cuts = [...new Set([...ends.filter((end) => end > 0 && end < size), size])].sort((a, b) => a - b);
  return cuts.map((bytes, index) => {
    const from = cuts[index - 1] ?? 0;
    const sections = file.sections.filter(({ offset }) => offset >= from && offset < bytes);
    const numbers = [...new Set(sections.flatMap((one) => one.numbers))].slice(0, MAX_OBJECTS);
    const covering = ends.findIndex((end) => end >= bytes);
    return {
      bytes,
      signature: covering < 0 ? null : covering + 1,
      objects: counted(numbers.flatMap((number) => kindOf(file, number) ?? [])),
    };
  });
}

function counted(kinds: readonly ObjectKind[]): RevisionReport['objects'] {
  const counts: Partial<Record<ObjectKind, number>> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What an object is in the newest state of the file; null for a free number. */
function kindOf(file: PdfFile, number: number): ObjectKind | null {
  if (!file.places.get(number)) return null;
  try {
    const { value } = objectOf(file, number);
    return value.startsWith('<<') ? dictionaryKind(readDictionary(value, 0).value) : 'other';
  } catch {
    return 'other';
  }
}

function dictionaryKind(entries: Dictionary): ObjectKind {
  switch (entries.get('Type')) {
    case '/Catalog':
      return 'catalog';
    case '/Page':
    case '/Pages':
      return 'page';
    case '/Sig':
      return 'signature';
    case '/Annot':
      return 'annotation';
    case '/Font':
    case '/FontDescriptor':
      return 'font';
    case '/Metadata':
      return 'metadata';
  }
  if (entries.has('Fields') || entries.has('FT')) return 'form';
  return entries.has('Length') ? 'stream' : 'other';
}
