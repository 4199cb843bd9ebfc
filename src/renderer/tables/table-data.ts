import type { Column } from './column';
import type { Facts, Filters } from './filter';

/** A column, and when it is there. */
export interface DataColumn<R> extends Column<R> {
  readonly shown?: (facets: Filters['facets']) => boolean;
}

/** All rows of one table, with what they are shown, found and sorted by. */
export interface TableData<R> {
  readonly rows: readonly R[];
  readonly columns: readonly DataColumn<R>[];
  readonly facts: Facts;
}

interface Parts<R> {
  readonly rows: readonly R[];
  readonly columns: readonly DataColumn<R>[];
  /** Of a row by its index, so that long tables need not make all rows to be filtered. */
  readonly facets: Readonly<Record<string, (index: number) => string>>;
  readonly section: (index: number) => number;
  /** What a search looks through in a row, by its index. */
  readonly searched: (index: number) => string;
}

/** What a function makes of 0, 1, 2 …: of hundreds of thousands several times as fast as `Array.from`. */
export function eachIndex<T>(count: number, of: (index: number) => T): T[] {
  const all: T[] = [];
  for (let index = 0; index < count; index++) all.push(of(index));
  return all;
}

/** The texts of longer tables are not kept. */
const MANY_ROWS = 200_000;

export function tableData<R>({ rows, columns, facets, section, searched }: Parts<R>): TableData<R> {
  let texts: readonly string[] | null = null;
  const each = <T>(of: (index: number) => T): T[] => eachIndex(rows.length, of);
  return {
    rows,
    columns,
    facts: {
      count: rows.length,
      facets: Object.fromEntries(Object.entries(facets).map(([name, of]) => [name, each(of)])),
      sections: each(section),
      searched: (index) => {
        const lower = (at: number): string => searched(at).toLowerCase();
        if (rows.length > MANY_ROWS) return lower(index);
        texts ??= each(lower);
        return texts[index] ?? '';
      },
    },
  };
}
