import type { Block, Prose, ReportDocument } from '../../shared/model/document';

/** Every stretch of prose of a block: a table's cells, or its own. */
export function prosesIn(block: Block): readonly Prose[] {
  if (block.kind === 'table') {
    return [block.header, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.prose));
  }
  return 'prose' in block ? [block.prose] : [];
}

/** Every stretch of prose of a document, cells of tables included, in the order of the text. */
export const prosesOf = ({ blocks }: ReportDocument): readonly Prose[] => blocks.flatMap(prosesIn);
