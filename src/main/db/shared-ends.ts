/** What two lists have in common at both ends; entries of the later one's tail have all moved alike. */
export interface SharedEnds<M> {
  /** Entries at the beginning. */
  readonly head: number;
  /** Entries at the end. */
  readonly tail: number;
  /** Where the tail begins in the earlier list, and in the later. */
  readonly from: number;
  readonly to: number;
  /** How far its entries have moved; undefined where a list is empty. */
  readonly move: M | undefined;
}

/** `same` without a move: in the same place. The move is that of the last entries. */
export function sharedEnds<T, M>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T, move?: M) => boolean,
  moveOf: (a: T, b: T) => M,
): SharedEnds<M> {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && same(before[head] as T, after[head] as T)) head++;
  const [last, lastNow] = [before.at(-1), after.at(-1)];
  const move = last !== undefined && lastNow !== undefined ? moveOf(last, lastNow) : undefined;
  let [from, to] = [before.length, after.length];
  while (from > head && to > head && same(before[from - 1] as T, after[to - 1] as T, move)) {
    from--;
    to--;
  }
  return { head, tail: after.length - to, from, to, move };
}
