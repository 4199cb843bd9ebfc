import type { ReportDocument } from '../../shared/model/document';
import type { Range } from '../../shared/model/range';
import type { TieTerm } from '../../shared/model/tie';
import { rowOf } from './excerpt';
import { blockFinder } from './sections';

/** Places that are read together: one sentence's block, one row of a table. */
export interface PlaceGroup {
  readonly key: number;
  readonly ranges: readonly Range[];
}

/** The places of terms by the block or the row they stand in, in the order of the terms. */
export function placeGroups(document: ReportDocument, terms: readonly TieTerm[]): readonly PlaceGroup[] {
  const blockAt = blockFinder(document);
  const groups = new Map<number, Range[]>();
  for (const { range } of terms) {
    const block = blockAt(range.start);
    if (!block) continue;
    const key = block.kind === 'table' ? (rowOf(block, range)?.range.start ?? 0) : block.range.start;
    const group = groups.get(key);
    if (group) group.push(range);
    else groups.set(key, [range]);
  }
  return [...groups].map(([key, ranges]) => ({ key, ranges }));
}
