import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from './migrate';

export type Connection = Database.Database;

/** Opens (and makes, and migrates) the library's database. Throws `NewerDatabaseError` for one from the future. */
export function openDatabase(file: string): Connection {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file);
  try {
    connection.pragma('journal_mode = WAL');
    // An acknowledged act must survive a power cut, so each commit reaches the disk.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    migrate(connection);
    return connection;
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}
