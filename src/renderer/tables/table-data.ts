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
  readonly facets: Readonly<Record<string, (row: R) => string>>;
  readonly section: (row: R) => number;
  /** What a search looks through. */
  readonly searched: (row: R) => string;
}

export function tableData<R>({ rows, columns, facets, section, searched }: Parts<R>): TableData<R> {
  let texts: readonly string[] | null = null;
  return {
    rows,
    columns,
    facts: {
      count: rows.length,
      facets: Object.fromEntries(Object.entries(facets).map(([name, of]) => [name, rows.map(of)])),
      sections: rows.map(section),
      searched: () => {
        texts ??= rows.map((row) => searched(row).toLowerCase());
        return texts;
      },
    },
  };
}
