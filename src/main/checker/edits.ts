import type { Edit } from '../../shared/model/finding';

/** Applies edits (any order, not overlapping) to the text they were made for. Throws when two overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ascending = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let at = 0;
  for (const edit of ascending) {
    if (edit.range.start < at || edit.range.end > text.length)
      throw new Error('edits overlap or leave the text');
    result += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return result + text.slice(at);
}
