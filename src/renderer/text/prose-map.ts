import type { Prose } from '../../shared/model/document';
import { type Range, rangeOf } from '../../shared/model/range';

/** Working-text offset of `prose.text[index]`; the same meaning as in the main process's document/prose.ts. */
export function sourceOffset(prose: Prose, index: number): number {
  let offset = prose.start + index;
  for (const gap of prose.gaps) {
    if (gap.at > index) break;
    offset += gap.skip;
  }
  return offset;
}

/** Working-text range from the first to just after the last character of the prose. */
export function sourceSpan(prose: Prose): Range {
  const length = prose.text.length;
  const start = sourceOffset(prose, 0);
  return rangeOf(start, length > 0 ? sourceOffset(prose, length - 1) + 1 : start);
}

/**
 * The inverse: how many characters of the prose stand before a working-text offset. An offset inside removed
 * markup belongs to the character after it. Built once per prose, so that many marks cost a binary search each.
 */
export function proseIndexer(prose: Prose): (offset: number) => number {
  const length = prose.text.length;
  const clamp = (index: number): number => Math.max(0, Math.min(length, index));
  if (prose.gaps.length === 0) return (offset) => clamp(offset - prose.start);
  // Working-text offset at which each gap begins, and how much was skipped with it.
  const begins: number[] = [];
  const skipped: number[] = [];
  let before = 0;
  for (const gap of prose.gaps) {
    begins.push(prose.start + gap.at + before);
    before += gap.skip;
    skipped.push(before);
  }
  return (offset) => {
    const last = lastAtMost(begins, offset);
    if (last < 0) return clamp(offset - prose.start);
    const at = prose.gaps[last]?.at ?? 0;
    return clamp(Math.max(at, offset - prose.start - (skipped[last] ?? 0)));
  };
}

/** Index of the last value that is not above `limit` in an ascending list, or -1. */
export function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Line number from 1 of a working-text offset. */
export const lineOf = (lineStarts: readonly number[], offset: number): number =>
  lastAtMost(lineStarts, offset) + 1;
