/** What a row must be to be listed. A facet that is absent, or has nothing picked, lets every row pass. */
export interface Filters {
  readonly facets: Readonly<Record<string, ReadonlySet<string>>>;
  /** Sections, as `Block.section` numbers them; null for all. */
  readonly sections: ReadonlySet<number> | null;
  /** Words of which each must occur, in lower case. */
  readonly words: readonly string[];
  /** Only these rows; null for all. */
  readonly only: ReadonlySet<number> | null;
}

/** What the filters look at, prepared once for all rows. */
export interface Facts {
  readonly count: number;
  /** Per facet the value of each row. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly sections: readonly number[];
  /** What is searched in a row, in lower case; asked for only while something is searched. */
  readonly searched: (row: number) => string;
}

export interface Filtered {
  /** Indices of the rows that pass, ascending. */
  readonly rows: Int32Array;
  /** Per facet how many rows have each value, among those that pass all other filters. */
  readonly counts: Readonly<Record<string, ReadonlyMap<string, number>>>;
}

export const wordsOf = (search: string): readonly string[] =>
  search.toLowerCase().split(/\s+/).filter(Boolean);

/** One pass over all rows. */
export function filtered(facts: Facts, filters: Filters): Filtered {
  const names = Object.keys(facts.facets);
  const values = names.map((name) => facts.facets[name] ?? []);
  const picked = names.map((name) => pickedOf(filters, name));
  const counts = names.map(() => new Map<string, number>());
  const rows = new Int32Array(facts.count);
  let found = 0;
  for (let row = 0; row < facts.count; row++) {
    if (filters.only && !filters.only.has(row)) continue;
    if (filters.sections && !filters.sections.has(facts.sections[row] ?? -1)) continue;
    if (filters.words.length > 0 && !hasAll(facts.searched(row), filters.words)) continue;
    const failing = failingFacet(values, picked, row);
    if (failing === NONE) rows[found++] = row;
    for (let facet = 0; facet < names.length; facet++) {
      if (failing === NONE || failing === facet) bump(counts[facet], values[facet]?.[row]);
    }
  }
  return {
    rows: rows.slice(0, found),
    counts: Object.fromEntries(names.map((name, at) => [name, counts[at] ?? new Map()])),
  };
}

const NONE = -1;
const SEVERAL = -2;

/** The one facet that keeps a row out, or NONE, or SEVERAL. */
function failingFacet(
  values: readonly (readonly string[])[],
  picked: readonly (ReadonlySet<string> | null)[],
  row: number,
): number {
  let failing = NONE;
  for (let facet = 0; facet < values.length; facet++) {
    if (picked[facet]?.has(values[facet]?.[row] ?? '') ?? true) continue;
    if (failing !== NONE) return SEVERAL;
    failing = facet;
  }
  return failing;
}

function pickedOf({ facets }: Filters, name: string): ReadonlySet<string> | null {
  const picked = facets[name];
  return picked && picked.size > 0 ? picked : null;
}

const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

function bump(counts: Map<string, number> | undefined, value: string | undefined): void {
  if (value !== undefined) counts?.set(value, (counts.get(value) ?? 0) + 1);
}
