import { parseDocument } from '../../../src/main/document/parse.ts';
import { longReport } from '../../helpers/long-report.ts';

/** What every peer sets: the same words and cells, in the same order. */
export type Piece =
  | { readonly kind: 'title' | 'heading' | 'caption' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export function piecesOf(pages: number, rows: number): readonly Piece[] {
  return parseDocument(longReport(pages, rows)).blocks.flatMap((block): Piece[] => {
    if (block.kind === 'table') {
      const all = [block.header, ...block.rows];
      return [{ kind: 'table', rows: all.map((row) => row.cells.map((cell) => cell.prose.text)) }];
    }
    if (block.kind === 'heading')
      return [{ kind: block.level === 1 ? 'title' : 'heading', text: block.prose.text }];
    if (block.kind === 'caption') return [{ kind: 'caption', text: block.prose.text }];
    return block.kind === 'paragraph' ? [{ kind: 'text', text: block.prose.text }] : [];
  });
}
