import type { CellSpan } from '../../../../shared/merged-cells';
import { lastAtMost } from '../../../text/prose-map';

/** Rows that come and go together; indices count the header as 0. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

const ROWS = 12;

/**
 * The rows from `from` up to `count` in chunks of a dozen, none of which ends within a merged cell. `spans`: of each row;
 * empty where nothing is merged.
 */
export function chunksOf(
  spans: readonly (readonly CellSpan[])[],
  from: number,
  count: number,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  let closed = from;
  for (let row = from; row < count; row++) {
    for (const { rows } of spans[row] ?? []) closed = Math.max(closed, row + rows);
    const next = row + 1;
    if (next < closed || (next - start < ROWS && next < count)) continue;
    chunks.push({ from: start, to: next });
    start = next;
  }
  if (start < count) chunks.push({ from: start, to: count });
  return chunks;
}

/** Index of the chunk that holds a row. */
export const chunkAt = (chunks: readonly Chunk[], row: number): number =>
  Math.max(
    0,
    lastAtMost(
      chunks.map(({ from }) => from),
      row,
    ),
  );
