import { type Range, rangeOf } from '../../../shared/model/range';
import type { SourceMark, SourcePlace } from '../../../shared/model/source';
import type { SpanMark } from '../source-document';
import { placed, type Rendered } from './render';
import type { Stretch } from './stretch';

/** The working text while it is written. */
export interface Writer {
  readonly parts: string[];
  length: number;
  readonly map: SourcePlace[];
  readonly marks: SourceMark[];
  readonly generated: Range[];
}

export const newWriter = (): Writer => ({ parts: [], length: 0, map: [], marks: [], generated: [] });

export function write(writer: Writer, text: string): void {
  writer.parts.push(text);
  writer.length += text.length;
}

/** Parts blocks by one blank line. */
export function separate(writer: Writer): void {
  if (writer.length > 0) write(writer, '\n\n');
}

/** All of a stretch; a paragraph of several has its own share, up to where the next begins. */
export const WHOLE: Range = rangeOf(0, Number.POSITIVE_INFINITY);

/** Writes a block's or cell's text at its place in the map, with what is known of its spans. */
export function writeStretch(
  writer: Writer,
  stretch: Stretch,
  share: Range,
  rendered: Rendered,
  label: string,
): void {
  const base = writer.length;
  write(writer, rendered.text);
  writer.map.push({ range: rangeOf(base, writer.length), label });
  noteSpans(writer, stretch, share, (from, to) => {
    const [start, end] = placed(rendered, from, to);
    return rangeOf(base + start, base + end);
  });
}

/** Marks of a stretch of which nothing is written: they stand behind what was written last. */
export function noteMarks(writer: Writer, stretch: Stretch): void {
  const here = rangeOf(writer.length, writer.length);
  noteSpans(writer, stretch, WHOLE, () => here);
}

function noteSpans(
  writer: Writer,
  { spans, ends }: Stretch,
  share: Range,
  place: (from: number, to: number) => Range,
): void {
  let open = new Map<string, number>();
  for (let index = firstSpan(ends, share.start); index < spans.length; index++) {
    const start = ends[index - 1] ?? 0;
    const end = ends[index] ?? start;
    if (start >= share.end) break;
    const span = spans[index];
    const from = Math.max(start, share.start);
    const to = Math.min(end, share.end);
    // Behind the last unit of the share before, or a span without text that stood there.
    if (!span || (start < end ? from >= to : start < share.start)) continue;
    const range = span.generated || span.marks ? place(from, to) : null;
    if (span.generated && range && range.end > range.start) writer.generated.push(range);
    // A span without text parts nothing: a highlight goes on behind a deletion.
    const next = start < end ? new Map<string, number>() : open;
    for (const mark of span.marks ?? []) {
      const key = `${mark.kind} ${mark.detail}`;
      if (range) next.set(key, noteMark(writer.marks, mark, range, open.get(key)));
    }
    open = next;
  }
}

/** Adds a mark, or carries on the one at `at`; its index. */
function noteMark(marks: SourceMark[], { kind, detail }: SpanMark, range: Range, at = -1): number {
  const before = marks[at];
  if (kind === 'deleted')
    return before ? at : marks.push({ kind, detail, range: rangeOf(range.start, range.start) }) - 1;
  if (before) {
    marks[at] = { kind, detail, range: rangeOf(before.range.start, Math.max(before.range.end, range.end)) };
    return at;
  }
  // Colour on white space alone, or a line through it, shows nothing.
  if (range.end === range.start && (kind === 'highlighted' || kind === 'struck')) return -1;
  return marks.push({ kind, detail, range }) - 1;
}

/** Index of the first span that ends at `start` or behind it, by binary search. */
function firstSpan(ends: readonly number[], start: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
