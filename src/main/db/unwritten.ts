import type { Connection } from './open';

interface Known {
  readonly stamp: string;
  readonly values: Map<string, unknown>;
}

const known = new WeakMap<Connection, Known>();

/**
 * What was read from the database, remembered until anything is written to it, by this connection or another. For what is
 * read on each stroke.
 */
export function untilWritten<T>(connection: Connection, what: string, read: () => T): T {
  const stamp = stampOf(connection);
  const own = known.get(connection);
  const { values } = own?.stamp === stamp ? own : { values: new Map<string, unknown>() };
  if (values.has(what)) return values.get(what) as T;
  const value = read();
  values.set(what, value);
  known.set(connection, { stamp, values });
  return value;
}

/** Changes with each row that is written. */
function stampOf(connection: Connection): string {
  const own = connection.prepare('SELECT total_changes()').pluck().get();
  return `${own} ${connection.pragma('data_version', { simple: true })}`;
}
