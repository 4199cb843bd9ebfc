import type { Block, Cell, Label, Prose, Row } from './model/document';
import type { Range } from './model/range';

export const movedRange = ({ start, end }: Range, by: number): Range => ({
  start: start + by,
  end: end + by,
});

const movedProse = ({ text, start, gaps }: Prose, by: number): Prose => ({ text, start: start + by, gaps });

const movedLabel = (label: Label, by: number): Label => ({ ...label, range: movedRange(label.range, by) });

const movedCell = ({ range, outer, prose, covered }: Cell, by: number): Cell => {
  const cell = {
    range: movedRange(range, by),
    outer: movedRange(outer, by),
    prose: movedProse(prose, by),
  };
  return covered ? { ...cell, covered } : cell;
};

export const movedRow = ({ range, cells }: Row, by: number): Row => ({
  range: movedRange(range, by),
  cells: cells.map((cell) => movedCell(cell, by)),
});

/** A block as it stands `by` units further on, with another index and section. The same object where nothing changes. */
export function movedBlock(block: Block, by: number, index: number, section: number): Block {
  if (by === 0 && block.index === index && block.section === section) return block;
  const place = { index, section, range: movedRange(block.range, by) };
  switch (block.kind) {
    case 'table':
      return {
        ...block,
        ...place,
        header: movedRow(block.header, by),
        delimiter: movedRow(block.delimiter, by),
        rows: block.rows.map((row) => movedRow(row, by)),
      };
    case 'heading':
      return {
        ...block,
        ...place,
        prose: movedProse(block.prose, by),
        annex: block.annex && movedLabel(block.annex, by),
      };
    case 'caption':
      return { ...block, ...place, prose: movedProse(block.prose, by), label: movedLabel(block.label, by) };
    case 'code':
      return { ...block, ...place, content: movedRange(block.content, by) };
    case 'paragraph':
    case 'list-item':
      return { ...block, ...place, prose: movedProse(block.prose, by) };
    default:
      return { ...block, ...place };
  }
}
