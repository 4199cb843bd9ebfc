import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, auditHead, verifyAudit } from '../../../src/main/db/audit-log';
import { backUp, backupsOf, listBackups } from '../../../src/main/db/backup';
import { manifestOf } from '../../../src/main/db/backup-manifest';
import { auditDatabase } from '../../../src/main/db/inspect';
import { Library } from '../../../src/main/db/library';
import { migrations } from '../../../src/main/db/migrations/index';
import { openDatabase } from '../../../src/main/db/open';
import { auditLibrary, backUpLibrary, backupDue } from '../../../src/main/desk/safekeeping';
import { testDesk } from '../../helpers/desk';
import { act, addReport, day, order, titles } from '../../helpers/scratch-library';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-backup-'));
  file = join(folder, 'library.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const backups = (): string => backupsOf(file);
describe('a backup', () => {
  it('is one file with its manifest, verified, and leaves nothing else', () => {
    const connection = openDatabase(file);
    act(connection, '一');
    const made = backUp(connection, backups(), order());
    expect(made).toMatchObject({ ok: true, value: { reason: 'daily', auditEntries: 1, intact: true } });
    const [name = ''] = readdirSync(backups());
    expect(readdirSync(backups()).sort()).toEqual([name, `${name}.json`]);
    expect(manifestOf(join(backups(), name))).toMatchObject({ auditHead: auditHead(connection) });
    expect(auditDatabase(join(backups(), name), 'backup', [])).toMatchObject({ value: { intact: true } });
    connection.close();
  });

  it('is taken while another connection writes, as of one moment', () => {
    const connection = openDatabase(file);
    act(connection, '一');
    const reader = new Database(file, { readonly: true });
    reader.prepare('BEGIN').run();
    reader.prepare('SELECT count(*) FROM audit_log').get();
    act(connection, '二');
    reader.prepare('COMMIT').run();
    expect(backUp(reader, backups(), order())).toMatchObject({ ok: true, value: { auditEntries: 2 } });
    reader.close();
    connection.close();
  });

  it('is rotated, a person’s own are not, and what a crash left is cleared away', () => {
    const connection = openDatabase(file);
    act(connection, '一');
    backUp(connection, backups(), order(1, 'person'));
    writeFileSync(join(backups(), 'library-20260101T090000000Z-daily.sqlite.part'), 'half');
    for (let n = 2; n < 20; n++) backUp(connection, backups(), order(n));
    const listed = listBackups(backups());
    expect(listed.filter(({ reason }) => reason === 'daily')).toHaveLength(14);
    expect(listed.filter(({ reason }) => reason === 'person')).toHaveLength(1);
    expect(readdirSync(backups())).toHaveLength(30);
    expect(listed[0]?.madeAt).toBe(day(19).toISOString());
    connection.close();
  });

  it('says when the log lost its tail since the one before', () => {
    const connection = openDatabase(file);
    act(connection, '一');
    act(connection, '二');
    backUp(connection, backups(), order(10));
    connection.exec('DROP TRIGGER audit_log_no_delete; DELETE FROM audit_log WHERE sequence = 2');
    expect(backUp(connection, backups(), order(11))).toMatchObject({ ok: true, value: { intact: false } });
    connection.close();
  });

  it('that cannot be written is a sentence', () => {
    const connection = openDatabase(file);
    act(connection, '一');
    writeFileSync(backups(), 'a file where the folder should be');
    expect(backUp(connection, backups(), order())).toMatchObject({
      ok: false,
      error: { code: 'backup-failed' },
    });
    connection.close();
  });

  it('is due a day after the last, and compared with when the log is verified', async () => {
    const desk = testDesk(file);
    expect(backupDue(desk)).toBe(false);
    appendAudit(desk.connection, {
      reportId: null,
      at: day(1).toISOString(),
      actor: '甲',
      action: 'x',
      summary: '一',
      detail: 1,
    });
    expect(backupDue(desk)).toBe(true);
    expect(await backUpLibrary(desk, 'daily')).toMatchObject({ ok: true });
    expect(backupDue(desk)).toBe(false);
    expect(await auditLibrary(desk)).toMatchObject({
      value: { intact: true, anchors: { compared: 2, agreed: 2 } },
    });
    desk.connection.exec('DROP TRIGGER audit_log_no_delete; DELETE FROM audit_log');
    const audited = await auditLibrary(desk);
    const codes = audited.ok ? audited.value.problems.map(({ code }) => code) : [];
    expect(codes).toEqual(expect.arrayContaining(['cut', 'guard']));
    desk.connection.close();
  });
});

describe('restoring', () => {
  it('puts the backup in the library’s place and keeps the replaced one', () => {
    const library = new Library(file, '0.0.0');
    addReport(library.connection, '先');
    const made = backUp(library.connection, backups(), order());
    addReport(library.connection, '后');
    expect(titles(library.connection)).toEqual(['后', '先']);
    const name = made.ok ? made.value.name : '';
    const restored = library.restore({ backup: join(backups(), name), actor: '甲', now: day(12) });
    expect(titles(library.connection)).toEqual(['先']);
    const aside = restored.ok ? restored.value : '';
    const kept = openDatabase(join(folder, aside));
    expect(titles(kept)).toEqual(['后', '先']);
    kept.close();
    expect(verifyAudit(library.connection)).toBeNull();
    const last = library.connection
      .prepare('SELECT action FROM audit_log ORDER BY sequence DESC')
      .pluck()
      .get();
    expect(last).toBe('library.restored');
    library.close();
  });

  it.each([
    [
      'changed after it was made',
      (backup: string) => writeFileSync(backup, Buffer.concat([readFileSync(backup), Buffer.alloc(1)])),
    ],
    ['without its manifest', (backup: string) => rmSync(`${backup}.json`)],
    ['that is gone', (backup: string) => rmSync(backup)],
  ])('refuses a backup %s and leaves the library as it is', (_, spoil) => {
    const library = new Library(file, '0.0.0');
    addReport(library.connection, '先');
    const made = backUp(library.connection, backups(), order());
    const backup = join(backups(), made.ok ? made.value.name : '');
    spoil(backup);
    expect(library.restore({ backup, actor: '甲', now: day(12) })).toMatchObject({ ok: false });
    expect(titles(library.connection)).toEqual(['先']);
    expect(readdirSync(folder).filter((name) => name.includes('replaced'))).toEqual([]);
    library.close();
  });
});

describe('a library of an older version', () => {
  const older = (): void => {
    const connection = new Database(file);
    for (const sql of migrations.slice(0, 4)) connection.exec(sql);
    connection.pragma('user_version = 4');
    connection.exec(
      `INSERT INTO report (title, file_name, created_at, changed_at) VALUES ('旧', '旧.md', '', '')`,
    );
    connection.close();
  };

  it('is copied before it is migrated', () => {
    older();
    openDatabase(file, { gouji: '1' }).close();
    const [kept] = listBackups(backups());
    expect(kept).toMatchObject({ reason: 'migration', reports: 1 });
    const copy = new Database(join(backups(), kept?.name ?? ''), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(4);
    copy.close();
  });

  it('is left as it is when it cannot be copied', () => {
    older();
    writeFileSync(backups(), '');
    expect(() => openDatabase(file)).toThrow(/升级前的备份没有完成/);
    const same = new Database(file, { readonly: true });
    expect(same.pragma('user_version', { simple: true })).toBe(4);
    same.close();
  });
});
