import type { Block, Prose, Row } from '../../shared/model/document';
import { firstEndingAtOrAfter, type Mark } from './marks';
import { lastAtMost, proseIndexer, sourceSpan } from './prose-map';

/** A stretch of prose under one set of marks. An empty text with marks is a place between two characters. */
export interface Segment {
  readonly from: number;
  readonly text: string;
  /** Innermost (shortest) first; empty for plain text. */
  readonly marks: readonly Mark[];
}

interface Placed {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}

const size = (mark: Mark): number => mark.range.end - mark.range.start;

/** Where a mark lies in the prose, or null when it touches none of it. */
function place(prose: Prose, mark: Mark, indexOf: (offset: number) => number): Placed | null {
  const span = sourceSpan(prose);
  const { start, end } = mark.range;
  const from = indexOf(start);
  const to = indexOf(end);
  if (to > from) return { mark, from, to };
  const between = start >= span.start && end <= span.end;
  return between ? { mark, from, to: from } : null;
}

/** Cuts prose at every mark's ends; overlapping marks share the stretch that they have in common. */
export function segmentsOf(prose: Prose, marks: readonly Mark[]): readonly Segment[] {
  if (marks.length === 0) return plain(prose);
  const indexOf = proseIndexer(prose);
  const placed = marks
    .map((mark) => place(prose, mark, indexOf))
    .filter((one) => one !== null)
    .sort((a, b) => a.from - b.from);
  if (placed.length === 0) return plain(prose);
  const cuts = [...new Set([0, prose.text.length, ...placed.flatMap(({ from, to }) => [from, to])])];
  cuts.sort((a, b) => a - b);
  return sweep(prose.text, placed, cuts);
}

const plain = (prose: Prose): readonly Segment[] =>
  prose.text === '' ? [] : [{ from: 0, text: prose.text, marks: [] }];

function sweep(text: string, placed: readonly Placed[], cuts: readonly number[]): readonly Segment[] {
  const segments: Segment[] = [];
  let active: Placed[] = [];
  let next = 0;
  cuts.forEach((cut, index) => {
    active = active.filter((one) => one.to > cut);
    const points: Mark[] = [];
    for (let one = placed[next]; one && one.from === cut; one = placed[++next]) {
      if (one.to > one.from) active.push(one);
      else points.push(one.mark);
    }
    if (points.length > 0) segments.push({ from: cut, text: '', marks: points });
    const end = cuts[index + 1];
    if (end === undefined) return;
    const marks = active.map((one) => one.mark).sort((a, b) => size(a) - size(b));
    segments.push({ from: cut, text: text.slice(cut, end), marks });
  });
  return segments;
}

/** A mark that shows at all shows in the first rows that it touches. */
const ROWS_TRIED = 4;

/** The prose of a block that these marks may stand in, ascending: of a table only the rows that they touch. */
export function prosesNear(block: Block, marks: readonly Mark[]): readonly Prose[] {
  if (block.kind !== 'table') return 'prose' in block ? [block.prose] : [];
  const near = new Map<number, Row>();
  for (const { range } of marks) {
    if (range.start <= block.header.range.end) near.set(-1, block.header);
    const first = firstEndingAtOrAfter(block.rows, range.start);
    for (let at = first; at < first + ROWS_TRIED; at++) {
      const row = block.rows[at];
      if (!row || row.range.start > range.end) break;
      near.set(at, row);
    }
  }
  const rows = [...near].sort(([a], [b]) => a - b);
  return rows.flatMap(([, row]) => row.cells.map((cell) => cell.prose));
}

/** The marks that none of these stretches of prose (ascending) can show: those on markup only, or between cells. */
export function unplaced(proses: readonly Prose[], marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return marks;
  const spans = proses.map(sourceSpan);
  const starts = spans.map((span) => span.start);
  return marks.filter((mark) => {
    const last = lastAtMost(starts, mark.range.end);
    // Prose does not overlap: only the last ones that begin before the mark's end can reach into it.
    for (let index = last; index >= 0; index--) {
      const prose = proses[index];
      if (prose && place(prose, mark, proseIndexer(prose))) return false;
      if ((spans[index]?.end ?? 0) < mark.range.start) return true;
    }
    return true;
  });
}
