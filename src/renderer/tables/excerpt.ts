import type { Block, Cell, ReportDocument, Row, Table } from '../../shared/model/document';
import { overlaps, type Range } from '../../shared/model/range';
import { proseIndexer } from '../text/prose-map';

/** A sentence with the places in it that matter. */
export interface SentenceExcerpt {
  readonly kind: 'sentence';
  readonly pieces: readonly { readonly text: string; readonly marked: boolean }[];
}

/** A row of a table under its header. */
export interface RowExcerpt {
  readonly kind: 'row';
  readonly cells: readonly { readonly header: string; readonly text: string; readonly marked: boolean }[];
}

export type Excerpt = SentenceExcerpt | RowExcerpt;

const ENDS = /[。！？；\n]/g;
/** Of a sentence without an end in sight. */
const MOST_UNITS = 240;

/** The sentence or the row of a table around a place; null where there is nothing to read. */
export function excerptAt(document: ReportDocument, block: Block, ranges: readonly Range[]): Excerpt | null {
  const first = ranges[0];
  if (!first) return null;
  if (block.kind === 'table') return rowAt(block, first, ranges);
  if ('prose' in block) {
    const index = proseIndexer(block.prose);
    const marks = ranges.map(({ start, end }) => ({ start: index(start), end: index(end) }));
    return sentenceAt(block.prose.text, marks);
  }
  const { start, end } = block.range;
  const marks = ranges.map((range) => ({ start: range.start - start, end: range.end - start }));
  return sentenceAt(document.text.slice(start, end), marks);
}

function sentenceAt(text: string, marks: readonly Range[]): SentenceExcerpt {
  const start = Math.min(...marks.map((mark) => mark.start));
  const end = Math.max(...marks.map((mark) => mark.end));
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(ENDS)) {
    const after = match.index + 1;
    if (after <= start) from = after;
    else if (after >= end) {
      to = after;
      break;
    }
  }
  from = Math.max(from, start - MOST_UNITS);
  to = Math.min(to, end + MOST_UNITS);
  return { kind: 'sentence', pieces: piecesOf(text, from, to, marks) };
}

function piecesOf(text: string, from: number, to: number, marks: readonly Range[]) {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = from;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, mark.start);
    if (start >= mark.end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, mark.end), marked: true });
    at = mark.end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}

function rowAt(table: Table, place: Range, ranges: readonly Range[]): RowExcerpt | null {
  const row = rowOf(table, place);
  if (!row) return null;
  const isMarked = ({ outer }: Cell): boolean => ranges.some((range) => overlaps(range, outer));
  return {
    kind: 'row',
    cells: row.cells.map((cell, column) => ({
      header: row === table.header ? '' : (table.header.cells[column]?.prose.text ?? ''),
      text: cell.prose.text,
      marked: isMarked(cell),
    })),
  };
}

/** The row of a table that holds an offset, found by halving. */
export function rowOf(table: Table, { start }: Range): Row | null {
  if (start < table.header.range.end) return table.header;
  let low = 0;
  let high = table.rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.rows[middle]?.range.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return table.rows[low] ?? null;
}
