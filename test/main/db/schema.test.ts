import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { appendAudit, auditHead, listAudit, verifyAudit } from '../../../src/main/db/audit-log';
import { migrate, NewerDatabaseError } from '../../../src/main/db/migrate';
import { migrations } from '../../../src/main/db/migrations/index';
import { openDatabase } from '../../../src/main/db/open';

const folders: string[] = [];
const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-db-'));
  folders.push(folder);
  return join(folder, 'library.sqlite');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const schemaOf = (file: string): string => {
  const connection = openDatabase(file);
  const rows = connection
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
    .pluck()
    .all();
  connection.close();
  return `${rows.join(';\n\n')};\n`;
};

describe('the schema', () => {
  it('is the one in git (a change here needs a new migration)', async () => {
    await expect(schemaOf(scratch())).toMatchFileSnapshot('../../fixtures/schema.sql');
  });

  it('is strict in every table', () => {
    const connection = openDatabase(':memory:');
    const tables = connection.pragma('table_list') as {
      schema: string;
      name: string;
      type: string;
      strict: number;
    }[];
    const own = tables.filter(
      ({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((table) => table.strict !== 1)).toEqual([]);
  });

  it('opens with WAL, foreign keys and full synchronisation', () => {
    const connection = openDatabase(scratch());
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    connection.close();
  });

  it('is not migrated twice', () => {
    const file = scratch();
    expect(schemaOf(file)).toBe(schemaOf(file));
  });

  it('refuses a database from the future, and leaves it as it is', () => {
    const file = scratch();
    const connection = openDatabase(file);
    connection.pragma(`user_version = ${migrations.length + 1}`);
    expect(() => migrate(connection)).toThrow(NewerDatabaseError);
    connection.close();
    expect(() => openDatabase(file)).toThrow(/更新版本/);
  });
});

describe('the audit log', () => {
  const entry = (summary: string) => ({
    reportId: 7,
    at: '2026-01-01T00:00:00.000Z',
    actor: '甲',
    action: 'report.imported',
    summary,
    detail: { b: 1, a: [1, '二'] },
  });

  it('chains what is appended and refuses change', () => {
    const connection = openDatabase(':memory:');
    for (const summary of ['一', '二', '三']) appendAudit(connection, entry(summary));
    expect(listAudit(connection, 7).map((row) => row.summary)).toEqual(['一', '二', '三']);
    expect(auditHead(connection)).toBe(listAudit(connection, 7).at(-1)?.hash);
    expect(verifyAudit(connection)).toBeNull();
    expect(() => connection.exec("UPDATE audit_log SET summary = '改'")).toThrow(/append-only/);
    expect(() => connection.exec('DELETE FROM audit_log')).toThrow(/append-only/);
  });

  it('names the first bad row when the triggers were taken away', () => {
    const connection = openDatabase(':memory:');
    for (const summary of ['一', '二', '三']) appendAudit(connection, entry(summary));
    connection.exec(
      "DROP TRIGGER audit_log_no_update; UPDATE audit_log SET summary = '改' WHERE sequence = 2",
    );
    expect(verifyAudit(connection)).toBe(2);
  });
});
