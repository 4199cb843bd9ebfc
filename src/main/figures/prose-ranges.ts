import type { Prose } from '../../shared/model/document';
import { type Range, rangeOf } from '../../shared/model/range';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * As `sourceRange` of document/prose.ts for many stretches of one text, ascending and apart: one walk
 * along the gaps serves them all, so that a long paragraph full of markup stays linear.
 */
export function sourceRanges(prose: Prose, stretches: readonly Stretch[]): readonly Range[] {
  let gap = 0;
  let skipped = 0;
  const offset = (index: number): number => {
    for (let next = prose.gaps[gap]; next && next.at <= index; next = prose.gaps[++gap]) skipped += next.skip;
    return prose.start + index + skipped;
  };
  return stretches.map(({ start, end }) => {
    const from = offset(start);
    return rangeOf(from, end > start ? offset(end - 1) + 1 : from);
  });
}
