import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { backUp, backupsOf } from './backup';
import { schemaVersion } from './guards';
import { migrate, NewerDatabaseError } from './migrate';
import { migrations } from './migrations/index';

export type Connection = Database.Database;

/** How long another program may hold the library at the start. */
const BUSY_MS = 2000;

/** The library could not be copied before its schema was to change, so it was left as it is. */
export class BackupFailedError extends Error {
  constructor(message: string) {
    super(`资料库要升级，但升级前的${message}；资料库没有改动`);
    this.name = 'BackupFailedError';
  }
}

/**
 * Opens (and makes, and migrates) the library's database. A library of an older version is copied first. Throws
 * `NewerDatabaseError` for one from the future, `ForeignDatabaseError`, `BackupFailedError`, and what SQLite throws.
 */
export function openDatabase(file: string, { gouji = '' }: { readonly gouji?: string } = {}): Connection {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file, { timeout: BUSY_MS });
  try {
    const version = schemaVersion(connection);
    if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length);
    connection.pragma('journal_mode = WAL');
    // An acknowledged act must survive a power cut, so each commit reaches the disk.
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    // What is deleted is overwritten: a report deleted for good must not stay readable in the file.
    connection.pragma('secure_delete = ON');
    if (version > 0 && version < migrations.length) keepOlder(connection, file, gouji);
    migrate(connection);
    return connection;
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}

function keepOlder(connection: Connection, file: string, gouji: string): void {
  const kept = backUp(connection, backupsOf(file), { reason: 'migration', now: new Date(), gouji });
  if (!kept.ok) throw new BackupFailedError(kept.error.message);
}
