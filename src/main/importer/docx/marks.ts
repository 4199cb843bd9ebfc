import type { SpanMark } from '../source-document';
import { child, type XmlElement } from '../xml';
import type { Reading } from './reading';
import { flag, val } from './styles';

export type Marks = readonly SpanMark[];

/** A form field nobody filled in. */
export const PROMPT: SpanMark = { kind: 'prompt', detail: '' };

/** Marks on one stretch: more say nothing more, and a hostile file must not multiply them. */
const MOST_MARKS = 12;
const MOST_AUTHOR = 80;

/** Adds a mark unless it is there already. */
export const withMark = (marks: Marks, mark: SpanMark): Marks =>
  marks.length >= MOST_MARKS || marks.some(({ kind, detail }) => kind === mark.kind && detail === mark.detail)
    ? marks
    : [...marks, mark];

/** Author and day of a tracked change. */
export const whoAndWhen = ({ attributes }: XmlElement): string =>
  [(attributes['w:author'] ?? '').slice(0, MOST_AUTHOR), (attributes['w:date'] ?? '').slice(0, 10)]
    .filter(Boolean)
    .join(' ');

/** What was deleted, and by whom. */
export function deletedDetail(text: string, change: XmlElement): string {
  const who = whoAndWhen(change);
  return `${text}${who ? `（${who}）` : ''}`;
}

/** Adds the comments whose range is open, and remembers that they have text to stand on. */
export function withComments(reading: Reading, marks: Marks): Marks {
  if (reading.openComments.size === 0) return marks;
  let all = marks;
  let count = 0;
  for (const id of reading.openComments) {
    if (++count > MOST_MARKS) break;
    all = withMark(all, { kind: 'comment', detail: reading.comments.get(id) ?? '' });
    reading.markedComments.add(id);
  }
  return all;
}

/** What a run's own properties say. */
export function runMarks(properties: XmlElement | undefined): Marks {
  if (!properties) return [];
  const marks: SpanMark[] = [];
  const highlight = val(child(properties, 'w:highlight'));
  const fill = child(properties, 'w:shd')?.attributes['w:fill'];
  if ((highlight !== undefined && highlight !== 'none' && highlight !== 'white') || isHighlighter(fill)) {
    marks.push({ kind: 'highlighted', detail: '' });
  }
  if (flag(child(properties, 'w:strike')) || flag(child(properties, 'w:dstrike')))
    marks.push({ kind: 'struck', detail: '' });
  const changed = child(properties, 'w:rPrChange');
  if (changed) marks.push({ kind: 'formatted', detail: whoAndWhen(changed) });
  return marks;
}

/** A strong colour behind text, as markers leave it; white, greys and pale table tints are layout. */
function isHighlighter(fill: string | undefined): boolean {
  if (!fill || !/^[0-9a-f]{6}$/i.test(fill)) return false;
  const parts = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) >= 128 && Math.max(...parts) >= 192;
}
