import type { Block, Cell, ProseBlock, ReportDocument, Row, Table } from '../../shared/model/document';
import type { Edit } from '../../shared/model/finding';
import type { Range } from '../../shared/model/range';
import { parseDocument } from '../document/parse';
import { literalMarker } from '../importer/compose/line-starts';

/** How a block or cell shall read: the texts of its paragraphs, one but for a paragraph that is parted. */
export type Wanted = readonly string[];

const trimmed = (line: string): string => line.trim();
const lines = (text: string): string =>
  text
    .split('\n')
    .map(trimmed)
    .filter((line) => line !== '')
    .join('\n');

/** What a person typed, as it can read: no empty lines within, no white space around lines. */
export function wantedOf(block: Block, text: string): Wanted {
  const plain = text.replace(/\r\n?/g, '\n');
  const parts = block.kind === 'paragraph' ? plain.split(/\n[ \t]*\n/) : [plain];
  return parts.map(lines).filter((part) => part !== '');
}

export const wantedOfCell = (text: string): string => lines(text.replace(/\r\n?/g, '\n'));

export const isProse = (block: Block | undefined): block is ProseBlock =>
  block !== undefined && 'prose' in block;

/** What a block is for readers; a caption is a paragraph that begins with a label. */
const sort = (block: Block): string => (block.kind === 'caption' ? 'paragraph' : block.kind);

/** Text of a prose block as it reads, with the marker that may have become a list's. */
const textOf = (block: ProseBlock): string =>
  block.kind === 'list-item' && block.ordered ? `${block.marker} ${block.prose.text}` : block.prose.text;

/** Whether blocks read as they shall after `block` was changed; a list item may be a paragraph that begins `1.`. */
export function readAs(blocks: readonly Block[], block: ProseBlock, wanted: Wanted): boolean {
  if (blocks.length !== wanted.length) return false;
  return blocks.every((one, index) => {
    const text = wanted[index] ?? '';
    if (!isProse(one)) return false;
    if (sort(one) === sort(block)) return one.prose.text === text;
    return one.kind === 'list-item' && literalMarker(text) > 0 && textOf(one) === text;
  });
}

/** Whether two rows have the same cells, but for one that shall read otherwise. */
export function sameCells(before: Row, after: Row, column: number, wanted: string): boolean {
  if (before.cells.length !== after.cells.length) return false;
  return before.cells.every((cell, index) => {
    const now = after.cells[index];
    if (!now) return false;
    return index === column
      ? now.prose.text === wanted && now.covered === undefined
      : now.prose.text === cell.prose.text && now.covered === cell.covered;
  });
}

export const rowAt = (table: Table, row: number): Row | undefined =>
  row < 0 ? table.header : table.rows[row];

export const cellAt = (table: Table, row: number, column: number): Cell | undefined =>
  rowAt(table, row)?.cells[column];

interface Replaced {
  /** Index of the block that was changed. */
  readonly block: number;
  /** How many blocks stand in its place. */
  readonly replacedBy: number;
  /** What made the one text of the other. */
  readonly edits: readonly Edit[];
}

/** Whether the blocks around a change read as before: those before it, and as many behind it. */
export function restReads(
  before: ReportDocument,
  after: ReportDocument,
  { block, replacedBy, edits }: Replaced,
): boolean {
  const shift = replacedBy - 1;
  if (after.blocks.length !== before.blocks.length + shift) return false;
  const start = Math.min(...edits.map(({ range }) => range.start));
  const end = Math.max(...edits.map(({ range }) => range.end));
  const units = after.text.length - before.text.length;
  // Outside of the edits the texts are the same: what stands there, there reads as before.
  const isOutside = (one: Range, now: Range): boolean => {
    const by = one.end <= start ? 0 : one.start >= end ? units : Number.NaN;
    return now.start === one.start + by && now.end === one.end + by;
  };
  return before.blocks.every((one, index) => {
    if (index === block) return true;
    const now = after.blocks[index < block ? index : index + shift];
    if (now === undefined || sort(now) !== sort(one)) return false;
    return isOutside(one.range, now.range) || content(before, one) === content(after, now);
  });
}

const content = ({ text }: ReportDocument, block: Block): string =>
  'prose' in block ? block.prose.text : text.slice(block.range.start, block.range.end);

/** A stretch of Markdown read by itself. */
export const readAlone = (source: string): readonly Block[] => parseDocument(source).blocks;
