import type { ReportDocument } from '../../shared/model/document';
import type { SearchHit } from '../../shared/model/library';
import { type Range, rangeOf } from '../../shared/model/range';
import { folded, prosesWith } from './find';
import { sourceOffset } from './prose-map';

/** Where in the document a hit of the library's search is; its whole block when the very words are not there any more. */
export function placeOfHit(document: ReportDocument, { block, range, kind, found }: SearchHit): Range | null {
  if (block === null || range === null || kind === 'figure') return range;
  const there = document.blocks[block];
  if (!there || there.range.start !== range.start) return range;
  for (const prose of prosesWith(there, document, folded(found))) {
    const at = prose.text.toLowerCase().indexOf(found.toLowerCase());
    if (at < 0 || found === '') continue;
    return rangeOf(sourceOffset(prose, at), sourceOffset(prose, at + found.length - 1) + 1);
  }
  return range;
}
