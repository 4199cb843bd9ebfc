import type { Severity } from '../../shared/model/finding';
import type { QuantityState } from '../../shared/model/quantity';
import type { Range } from '../../shared/model/range';
import { numberReader } from '../../shared/packed/leaves';

export type FindingTone = Severity | 'waived';

interface MarkBase {
  readonly range: Range;
}

export interface FindingMark extends MarkBase {
  readonly kind: 'finding';
  readonly fingerprint: string;
  readonly tone: FindingTone;
  readonly label: string;
}

export interface FigureMark extends MarkBase {
  readonly kind: 'figure';
  /** Index into `Analysis.quantities`. */
  readonly figure: number;
  readonly state: QuantityState;
}

/** The place that was jumped to: a related place, a term of a tie, a cell. */
export interface SpotMark extends MarkBase {
  readonly kind: 'spot';
}

/** A passage that somebody said something about, and that is not settled. */
export interface CommentMark extends MarkBase {
  readonly kind: 'comment';
  readonly thread: number;
  readonly label: string;
}

export type Mark = FindingMark | FigureMark | CommentMark | SpotMark;

export const NO_MARKS: readonly Mark[] = Object.freeze([]);

const touches = (block: Range, mark: Range): boolean =>
  mark.start === mark.end
    ? block.start <= mark.start && mark.start <= block.end
    : block.start < mark.end && mark.start < block.end;

/**
 * Marks by the stretch (block, row) they touch. A mark that touches none, say one on an empty line, goes to the
 * stretch before it, so that no mark is lost. `stretches` ascend and do not overlap.
 */
export function distribute(
  stretches: readonly { readonly range: Range }[],
  marks: readonly Mark[],
): ReadonlyMap<number, readonly Mark[]> {
  const result = new Map<number, Mark[]>();
  const put = (index: number, mark: Mark): void => {
    const known = result.get(index);
    if (known) known.push(mark);
    else result.set(index, [mark]);
  };
  const firstOf = endingFinder(stretches);
  for (const mark of marks) {
    const first = firstOf(mark.range.start);
    let placed = false;
    for (let index = first; index < stretches.length; index++) {
      const stretch = stretches[index];
      if (!stretch || stretch.range.start > mark.range.end) break;
      if (!touches(stretch.range, mark.range)) continue;
      put(index, mark);
      placed = true;
    }
    if (!placed && stretches.length > 0) put(Math.max(0, first - 1), mark);
  }
  return result;
}

/** Finds the index of the first of ascending stretches that ends at or behind an offset, by binary search. */
export function endingFinder(stretches: readonly { readonly range: Range }[]): (offset: number) => number {
  const endOf = numberReader(stretches, 'range.end');
  return (offset) => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** As `endingFinder`, for a single offset. */
export const firstEndingAtOrAfter = (
  stretches: readonly { readonly range: Range }[],
  offset: number,
): number => endingFinder(stretches)(offset);

const sameMark = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a === b ||
  (a?.kind === 'spot' && b?.kind === 'spot' && a.range === b.range) ||
  (a?.kind === 'comment' && b?.kind === 'comment' && a.thread === b.thread && sameRange(a.range, b.range));

const sameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

/** True for lists of the very same marks: cheap enough to ask for every block on every change. */
export const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a === b || (a.length === b.length && a.every((mark, index) => sameMark(mark, b[index])));

/** `next`, with the lists of `before` kept where they hold the same marks, so that what they paint stays. */
export function keepSame(
  before: ReadonlyMap<number, readonly Mark[]>,
  next: ReadonlyMap<number, readonly Mark[]>,
): ReadonlyMap<number, readonly Mark[]> {
  const kept = new Map<number, readonly Mark[]>();
  for (const [index, marks] of next) {
    const known = before.get(index);
    kept.set(index, known && sameMarks(known, marks) ? known : marks);
  }
  return kept;
}
