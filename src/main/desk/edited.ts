import type { Edit } from '../../shared/model/finding';
import type { SourceMark } from '../../shared/model/source';
import { applyEdits, movedMarks } from '../checker/edits';
import type { RevisionRow } from '../db/reports';

/** A revision's text and source marks after edits. */
export function edited(
  { text, marks }: RevisionRow,
  edits: readonly Edit[],
): { readonly text: string; readonly marks: readonly SourceMark[] } {
  return { text: applyEdits(text, edits), marks: movedMarks(marks, edits) };
}
