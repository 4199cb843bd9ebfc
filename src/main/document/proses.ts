import type { Prose, ReportDocument } from '../../shared/model/document';

/** Every stretch of prose of a document, cells of tables included, in the order of the text. */
export function prosesOf({ blocks }: ReportDocument): readonly Prose[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') {
      return [block.header, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.prose));
    }
    return 'prose' in block ? [block.prose] : [];
  });
}
