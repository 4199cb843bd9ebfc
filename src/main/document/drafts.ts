import type { Block } from '../../shared/model/document';
import { type Range, rangeOf } from '../../shared/model/range';
import { annexLabel, captionLabel, headingNumber } from './labels';
import type { ItemMark, Leaf } from './leaves';
import { type Line, type LineTable, lineEnd, lineIndexAt, skipSpace, skipSpaceBack } from './lines';
import { type Piece, piecesOf } from './pieces';
import { proseOf, proseOfLines } from './prose-builder';
import { tableOf } from './tables';

type WithoutPlace<T> = T extends Block ? Omit<T, 'index' | 'section'> : never;

/** A block that does not know yet where in the report it stands. */
export type Draft = WithoutPlace<Block>;

/** The blocks that one leaf of the Markdown tree makes. */
export function draftsOf(lines: LineTable, leaf: Leaf): readonly Draft[] {
  const range = wholeLines(lines, leaf);
  switch (leaf.kind) {
    case 'heading':
      return [headingOf(lines.text, leaf, range)];
    case 'code':
      return [{ kind: 'code', range, content: codeContent(lines, leaf) }];
    case 'divider':
      return [{ kind: 'divider', range }];
    case 'empty-item': {
      const prose = proseOf(lines.text, leaf.to, leaf.to);
      return leaf.item ? [{ kind: 'list-item', range: firstLine(lines, leaf), prose, ...leaf.item }] : [];
    }
    default:
      return paragraphDrafts(lines.text, contentLines(lines, leaf), leaf.item);
  }
}

/** The blocks of a run of text lines; `item` when they are a list item's first paragraph. */
export function paragraphDrafts(
  text: string,
  lines: readonly Line[],
  item: ItemMark | null = null,
): readonly Draft[] {
  return piecesOf(text, lines).map((piece, at) => pieceDraft(text, piece, at === 0 ? item : null));
}

function pieceDraft(text: string, piece: Piece, item: ItemMark | null): Draft {
  const range = rangeOf(piece.lines[0]?.start ?? 0, piece.lines.at(-1)?.end ?? 0);
  if (piece.kind === 'table') return tableOf(text, piece.lines);
  if (piece.kind === 'page-break') return { kind: 'page-break', range };
  const prose = proseOfLines(text, piece.lines);
  if (item) return { kind: 'list-item', range, prose, ...item };
  const label = piece.lines.length === 1 ? captionLabel(prose) : null;
  return label ? { kind: 'caption', range, prose, label } : { kind: 'paragraph', range, prose, role: 'body' };
}

function headingOf(text: string, leaf: Leaf, range: Range): Draft {
  const opened = skipSpace(text, leaf.from + leaf.level, leaf.to);
  const prose = proseOf(text, opened, headingEnd(text, opened, leaf.to));
  const level = leaf.level as 1 | 2 | 3 | 4 | 5 | 6;
  const number = headingNumber(prose.text);
  return { kind: 'heading', range, level, prose, number, annex: annexLabel(prose) };
}

/** Without the closing `##` that Markdown allows behind a space. */
function headingEnd(text: string, from: number, to: number): number {
  const end = skipSpaceBack(text, from, to);
  let at = end;
  while (at > from && text.charAt(at - 1) === '#') at--;
  if (at === end || (at > from && !/[ \t]/.test(text.charAt(at - 1)))) return end;
  return skipSpaceBack(text, from, at);
}

function wholeLines(lines: LineTable, leaf: Leaf): Range {
  const first = lineIndexAt(lines.starts, leaf.from);
  const last = lineIndexAt(lines.starts, Math.max(leaf.from, leaf.to));
  return rangeOf(lines.starts[first] ?? 0, lineEnd(lines, last));
}

function firstLine(lines: LineTable, leaf: Leaf): Range {
  const index = lineIndexAt(lines.starts, leaf.from);
  return rangeOf(lines.starts[index] ?? 0, lineEnd(lines, index));
}

/** A leaf's lines; on all but the first, content begins behind indent and quote marks. */
function contentLines(lines: LineTable, leaf: Leaf): readonly Line[] {
  const first = lineIndexAt(lines.starts, leaf.from);
  const last = lineIndexAt(lines.starts, leaf.to);
  const result: Line[] = [];
  for (let index = first; index <= last; index++) {
    const start = lines.starts[index] ?? 0;
    const end = lineEnd(lines, index);
    const from = index === first ? leaf.from : behindMarks(lines.text, start, end, leaf.quoted);
    result.push({ start, from, end });
  }
  return result;
}

/** Behind spaces, tabs and quote marks; ideographic spaces stay, they tell a new paragraph. */
function behindMarks(text: string, start: number, end: number, quoted: boolean): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || (quoted && text[at] === '>'))) at++;
  return at;
}

function codeContent(lines: LineTable, leaf: Leaf): Range {
  const first = lineIndexAt(lines.starts, leaf.from);
  const last = lineIndexAt(lines.starts, leaf.to);
  const start = lines.starts[first + 1] ?? leaf.to;
  return last - first < 2 ? rangeOf(start, start) : rangeOf(start, lineEnd(lines, last - 1));
}
