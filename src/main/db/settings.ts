import type { Connection } from './open';

export function readSetting(connection: Connection, name: string): string | null {
  const value = connection.prepare('SELECT value FROM setting WHERE name = ?').pluck().get(name);
  return value === undefined ? null : String(value);
}

export function writeSetting(connection: Connection, name: string, value: string): void {
  connection
    .prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value);
}
