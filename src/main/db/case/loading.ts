import type { TableRows } from './dump';
import type { PlainRow } from './rows';

/** The file and this library know one person under two keys, or the file does not hang together. */
export class CaseClash extends Error {}

/** What a case file brings, read and told to be whole; the other load-… files of this folder put it into the library. */
export interface Loading {
  readonly tables: TableRows;
  /** By SHA-256. */
  readonly texts: ReadonlyMap<string, string>;
  /** By `sources/sha256` and `ledgers/sha256`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Row numbers of the file → those here. */
export type Numbers = Map<number, number>;

export const rowsOf = ({ tables }: Loading, table: string): readonly PlainRow[] => tables[table] ?? [];
export const textIn = (row: PlainRow, name: string): string => String(row[name] ?? '');
export const numberIn = (row: PlainRow, name: string): number => Number(row[name]);
