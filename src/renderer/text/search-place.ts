import type { Block, Prose, ReportDocument } from '../../shared/model/document';
import type { SearchHit } from '../../shared/model/library';
import { type Range, rangeOf } from '../../shared/model/range';
import { sourceOffset } from './prose-map';

/** Where in the document a hit of the library's search is; its whole block when the very words are not there any more. */
export function placeOfHit(
  { blocks }: ReportDocument,
  { block, range, kind, found }: SearchHit,
): Range | null {
  if (block === null || range === null || kind === 'figure') return range;
  const there = blocks[block];
  if (!there || there.range.start !== range.start) return range;
  for (const prose of prosesOf(there)) {
    const at = prose.text.toLowerCase().indexOf(found.toLowerCase());
    if (at < 0 || found === '') continue;
    return rangeOf(sourceOffset(prose, at), sourceOffset(prose, at + found.length - 1) + 1);
  }
  return range;
}

function prosesOf(block: Block): readonly Prose[] {
  if (block.kind === 'table')
    return [block.header, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.prose));
  return 'prose' in block ? [block.prose] : [];
}
