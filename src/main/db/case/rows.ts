import type { Connection } from '../open';

/** A row as a case file carries it: bytes as base64. */
export type PlainRow = Readonly<Record<string, string | number | null | { readonly base64: string }>>;

/** Rows with their bytes made plain. */
export const plainRows = (connection: Connection, sql: string, ...params: unknown[]): PlainRow[] =>
  (connection.prepare(sql).all(...params) as Record<string, unknown>[]).map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value,
        ]),
      ) as PlainRow,
  );

const columnsOf = (connection: Connection, table: string): ReadonlySet<string> =>
  new Set((connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name));

/** Inserts a row by the names of its columns; those that this schema does not know are left out. → its row number. */
export function insertPlain(connection: Connection, table: string, row: PlainRow): number {
  const known = columnsOf(connection, table);
  const names = Object.keys(row).filter((name) => known.has(name));
  const values = names.map((name) => {
    const value = row[name];
    return typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value;
  });
  const places = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`;
  return Number(connection.prepare(sql).run(...values).lastInsertRowid);
}

/**
 * Runs with the triggers that refuse taken away and puts them back: what came with a case file was guarded where it was made, and its
 * order is not that of acts made here. Call inside a transaction, so that nobody ever sees the tables without them.
 */
export function withoutGuards<T>(connection: Connection, work: () => T): T {
  if (!connection.inTransaction) throw new Error('only inside a transaction');
  const triggers = connection
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%' ORDER BY name`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
  const done = work();
  for (const { sql } of triggers) connection.exec(sql);
  return done;
}
