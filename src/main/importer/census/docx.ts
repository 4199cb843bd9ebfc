import { BOUNDS } from '../bounds';
import type { Package } from '../package';
import type { Census } from '../source-document';
import { wordParts } from './docx/parts';
import { scanPart } from './docx/scan';
import type { Found, NoteReference } from './docx/state';
import { readStyles } from './docx/styles';
import { newBudget, tooLarge } from './limits';
import { type Counted, censusOf } from './ordered';

/**
 * Counts what a Word file shows, with tracked changes taken as accepted. Shares nothing with the reader but the XML
 * scanner. Throws `ImportError` as `scanXml` does, and `too-large`, `too-deep` for tables.
 */
export async function censusDocx(pack: Package): Promise<Census> {
  const parts = await wordParts(pack);
  const styles = readStyles(parts.styles);
  const budget = newBudget();
  const { found } = scanPart(parts.main, styles, budget);
  const notesOf = (source: string | null): ReadonlyMap<string, readonly Found[]> =>
    source === null ? new Map() : scanPart(source, styles, budget).notes;
  const notes = { footnotes: notesOf(parts.footnotes), endnotes: notesOf(parts.endnotes) };
  return censusOf(withNotes(found, notes));
}

type Notes = Readonly<Record<NoteReference['kind'], ReadonlyMap<string, readonly Found[]>>>;

/** Puts each note where it is referred to. A note that is referred to time and again is counted each time. */
function withNotes(found: readonly Found[], notes: Notes): readonly Counted[] {
  const all: Counted[] = [];
  const counts = { footnotes: 0, endnotes: 0 };
  let size = 0;
  for (const each of found) {
    if (!('kind' in each)) {
      all.push(each);
      continue;
    }
    const note = notes[each.kind].get(each.id);
    if (!note) continue;
    const place = `${each.kind === 'footnotes' ? '脚注' : '尾注'}${++counts[each.kind]}`;
    for (const part of note) {
      size += 1 + ('text' in part ? part.text.length : 0);
      if (size > BOUNDS.characters) throw tooLarge();
      if (!('kind' in part)) all.push('text' in part ? { ...part, place } : part);
    }
  }
  return all;
}
