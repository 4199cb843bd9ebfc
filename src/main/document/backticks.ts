import { allMatches } from '../../shared/matches';
/** Runs of backticks in one stretch of text, indexed once so that every question is answered in constant time. */
export interface RunFinder {
  /** Length of the run that begins at `at`. */
  sizeAt(at: number): number;
  /** Where the next run of the same length begins, or -1. */
  closing(at: number): number;
}

export function backtickRuns(source: string): RunFinder {
  const sizes = new Map<number, number>();
  const next = new Map<number, number>();
  const last = new Map<number, number>();
  for (const run of allMatches(source, /`+/g)) {
    const size = run[0].length;
    const before = last.get(size);
    if (before !== undefined) next.set(before, run.index);
    last.set(size, run.index);
    sizes.set(run.index, size);
  }
  return {
    // A run whose first backtick is escaped begins one later than it was indexed.
    sizeAt: (at) => sizes.get(at) ?? runLength(source, at),
    closing: (at) => next.get(at) ?? -1,
  };
}

function runLength(source: string, at: number): number {
  let end = at;
  while (source.charAt(end) === '`') end++;
  return end - at;
}
