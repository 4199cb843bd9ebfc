import type { Heading, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';

/** A part of a report that can be signed by itself. The first is the frame, with the key `''`. */
export interface Section {
  readonly key: string;
  readonly range: Range;
}

const isHeading = (block: { readonly kind: string }): block is Heading => block.kind === 'heading';

/**
 * The sections of a report: from each heading of the topmost level that has at least two beside the title, to the next.
 * All before the first is the frame. Together they are the whole text.
 */
export function sectionsOf({ blocks, text }: ReportDocument): readonly Section[] {
  const headings = blocks.filter(isHeading);
  const [first] = headings;
  const below = first?.level === 1 ? headings.slice(1) : headings;
  const level = [1, 2, 3, 4, 5, 6].find((one) => below.filter((heading) => heading.level <= one).length >= 2);
  const starts = level === undefined ? [] : below.filter((heading) => heading.level <= level);
  const end = starts[0]?.range.start ?? text.length;
  const counts = new Map<string, number>();
  return [
    { key: '', range: { start: 0, end } },
    ...starts.map((heading, at) => ({
      key: keyOf(heading, counts),
      range: { start: heading.range.start, end: starts[at + 1]?.range.start ?? text.length },
    })),
  ];
}

function keyOf(heading: Heading, counts: Map<string, number>): string {
  const title = heading.prose.text.trim() || '—';
  const nth = (counts.get(title) ?? 0) + 1;
  counts.set(title, nth);
  return nth === 1 ? title : `${title} (${nth})`;
}

/** Index of the section in which an offset stands. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.range.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Indices of the sections that ranges touch; the frame for what stands nowhere. */
export function sectionsTouched(sections: readonly Section[], ranges: readonly Range[]): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const { start, end } of ranges) {
    const last = sectionAt(sections, Math.max(start, end - 1));
    for (let at = sectionAt(sections, start); at <= last; at++) touched.add(at);
  }
  return touched.size === 0 ? new Set([0]) : touched;
}
