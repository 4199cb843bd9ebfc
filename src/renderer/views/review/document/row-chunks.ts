import type { CellSpan } from '../../../../shared/merged-cells';
import { lastAtMost } from '../../../text/prose-map';

/** Rows that come and go together; indices count the header as 0. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

const ROWS = 12;

/** The rows from `from` on in chunks of a dozen, none of which ends within a merged cell. */
export function chunksOf(spans: readonly (readonly CellSpan[])[], from: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  let closed = from;
  for (let row = from; row < spans.length; row++) {
    for (const { rows } of spans[row] ?? []) closed = Math.max(closed, row + rows);
    const next = row + 1;
    if (next < closed || (next - start < ROWS && next < spans.length)) continue;
    chunks.push({ from: start, to: next });
    start = next;
  }
  if (start < spans.length) chunks.push({ from: start, to: spans.length });
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
