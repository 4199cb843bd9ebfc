import type { Edit } from '../../shared/model/finding';
import { type Range, rangeOf } from '../../shared/model/range';
import type { SourceMark } from '../../shared/model/source';

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

/**
 * Where ranges of the old text stand after the edits. What an edit replaces shrinks or grows with it; a range of
 * which nothing is left becomes empty. Ascending ranges give ascending ranges.
 */
export function movedRanges(ranges: readonly Range[], edits: readonly Edit[]): readonly Range[] {
  const ascending = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const ends: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const edit of ascending) {
    shift += edit.text.length - (edit.range.end - edit.range.start);
    ends.push(edit.range.end);
    shifts.push(shift);
  }
  /** Index of the first edit that ends behind `at`. */
  const behind = (at: number): number => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const moved = (at: number, side: 'start' | 'end'): number => {
    const index = behind(at);
    const before = shifts[index - 1] ?? 0;
    const edit = ascending[index];
    if (!edit || edit.range.start >= at) return at + before;
    // Inside what the edit replaces: a start goes to its beginning, an end to the end of the new text.
    return edit.range.start + before + (side === 'end' ? edit.text.length : 0);
  };
  return ranges.map(({ start, end }) => {
    const from = moved(start, 'start');
    return rangeOf(from, Math.max(from, start === end ? from : moved(end, 'end')));
  });
}

/** What the source had marked, where it stands after the edits. */
export function movedMarks(marks: readonly SourceMark[], edits: readonly Edit[]): readonly SourceMark[] {
  const ranges = movedRanges(
    marks.map(({ range }) => range),
    edits,
  );
  return marks.map((mark, at) => ({ ...mark, range: ranges[at] ?? mark.range }));
}
