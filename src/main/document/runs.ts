/*
 * What a list has in common with the one of the text before an edit. Whoever takes entries over says so here, so that the
 * two lists need not be compared entry by entry. Lists are known by numbers: a note keeps no earlier list alive.
 */

/** Entries from `now` on are those from `old` on of the earlier list, moved as the edit moved them. */
export interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** A list, or a part of one: begins at `at`, was made from the list numbered `from`. */
interface Part {
  readonly list: number;
  readonly from: number;
  readonly at: number;
  readonly runs: readonly Run[];
}

const NONE = 0;
const known = new WeakMap<readonly unknown[], readonly Part[]>();
let lists = NONE;

/** Says that a list was made from an earlier one. */
export function noteRuns(list: readonly unknown[], before: readonly unknown[], runs: readonly Run[]): void {
  known.set(list, [{ list: ++lists, from: numberOf(before), at: 0, runs }]);
}

function numberOf(list: readonly unknown[]): number {
  const parts = known.get(list);
  if (parts) return parts.length === 1 ? (parts[0]?.list ?? NONE) : NONE;
  known.set(list, [{ list: ++lists, from: NONE, at: 0, runs: [] }]);
  return lists;
}

/** The lists one behind the other. */
export function concatenated<T>(all: readonly (readonly T[])[]): readonly T[] {
  const result: T[] = [];
  const parts: Part[] = [];
  for (const list of all) {
    numberOf(list);
    for (const part of known.get(list) ?? []) parts.push({ ...part, at: part.at + result.length });
    for (const one of list) result.push(one);
  }
  known.set(result, parts);
  return result;
}

/** What is known of two lists to be the same, moved. Ascending in both. */
export function runsBetween(before: readonly unknown[], after: readonly unknown[]): readonly Run[] {
  const earlier = known.get(before) ?? [];
  const result: Run[] = [];
  let least = 0;
  for (const { from, at, runs } of known.get(after) ?? []) {
    const origin = from === NONE ? undefined : earlier.find(({ list }) => list === from);
    // In another order they would not ascend.
    if (!origin || origin.at < least) continue;
    least = origin.at;
    for (const { old, now, length } of runs)
      if (length > 0) result.push({ old: old + origin.at, now: now + at, length });
  }
  return result;
}
