/** Which item of the source is which of the working text; one of both is missing where there is none. */
export interface Pair {
  readonly source?: number;
  readonly working?: number;
}

/** How far ahead a changed item is looked for. */
const WINDOW = 12;

/**
 * Pairs two lists in order, so that one lost item does not shift all that follow: first what is equal by `keys`, then,
 * between those, what is `alike`, then what stands at the same place. Takes time in proportion to the lists.
 */
export function align(
  source: readonly string[],
  working: readonly string[],
  alike: (source: number, working: number) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  const last = { source: -1, working: -1 };
  const upTo = (ends: { readonly source: number; readonly working: number }): void => {
    pairs.push(...between(last, ends, alike));
    Object.assign(last, ends);
  };
  for (const anchor of anchorsOf(source, working)) {
    upTo(anchor);
    pairs.push(anchor);
  }
  upTo({ source: source.length, working: working.length });
  return pairs;
}

type Anchor = Required<Pair>;

/** The longest ascending run of equal items. The n-th of several equal ones is taken for the n-th of the others. */
function anchorsOf(source: readonly string[], working: readonly string[]): readonly Anchor[] {
  const places = new Map(numbered(working).map((key, index) => [key, index]));
  const matches = numbered(source).flatMap((key, index): readonly Anchor[] => {
    const place = places.get(key);
    return place === undefined ? [] : [{ source: index, working: place }];
  });
  return longestAscending(matches);
}

function numbered(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return `${times} ${key}`;
  });
}

/** By patience sorting; `source` ascends already. */
function longestAscending(matches: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const before: number[] = [];
  matches.forEach(({ working }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((matches[tails[middle] ?? 0]?.working ?? 0) < working) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const run: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const match = matches[index];
    if (match) run.push(match);
  }
  return run.reverse();
}

/** Pairs what lies between two anchors. */
function between(
  start: Anchor,
  end: Anchor,
  alike: (source: number, working: number) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let last: Anchor = start;
  for (let source = start.source + 1; source < end.source; source++) {
    const stop = Math.min(end.working, last.working + 1 + WINDOW);
    for (let working = last.working + 1; working < stop; working++) {
      if (!alike(source, working)) continue;
      pairs.push(...byPlace(last, { source, working }), { source, working });
      last = { source, working };
      break;
    }
  }
  return [...pairs, ...byPlace(last, end)];
}

/** As many on both sides: each is what stands at its place. Else nobody can tell which is which. */
function byPlace(start: Anchor, end: Anchor): readonly Pair[] {
  const left = Array.from({ length: end.source - start.source - 1 }, (_, at) => start.source + 1 + at);
  const right = Array.from({ length: end.working - start.working - 1 }, (_, at) => start.working + 1 + at);
  if (left.length === right.length) {
    return left.flatMap((source, at) => {
      const working = right[at];
      return working === undefined ? [] : [{ source, working }];
    });
  }
  return [...left.map((source) => ({ source })), ...right.map((working) => ({ working }))];
}
