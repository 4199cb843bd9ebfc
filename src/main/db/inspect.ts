import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Anchor, AuditReport } from '../../shared/model/audit';
import { failure, type Result, success } from '../../shared/result';
import { ForeignDatabaseError, schemaVersion } from './guards';
import { NewerDatabaseError } from './migrate';
import { migrations } from './migrations/index';
import type { Connection } from './open';
import { emptyReport, verifyLibrary } from './verify';

const COPY_ATTEMPTS = 3;

/**
 * Works on a copy of a database, so that nothing can touch the file itself: even a read-only connection may write beside a
 * file in WAL mode. Errors: `newer-library`, `not-library`, `unreadable`.
 */
export function withCopy<T>(file: string, work: (connection: Connection) => T): Result<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-audit-'));
  try {
    const copy = join(folder, 'library.sqlite');
    if (!copyWhole(file, copy)) return failure('busy', '资料库正被改写，请稍后再试');
    const connection = new Database(copy);
    try {
      connection.pragma('trusted_schema = OFF');
      const version = Number(connection.pragma('user_version', { simple: true }));
      if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length);
      return success(work(connection));
    } finally {
      connection.close();
    }
  } catch (thrown) {
    return refusal(thrown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusal(thrown: unknown): { readonly ok: false; readonly error: { code: string; message: string } } {
  if (thrown instanceof NewerDatabaseError) return failure('newer-library', thrown.message);
  if (thrown instanceof ForeignDatabaseError) return failure('not-library', thrown.message);
  if (sqliteCode(thrown).startsWith('SQLITE_'))
    return failure('damaged-library', '资料库文件已损坏，无法读取');
  if ((thrown as NodeJS.ErrnoException | null)?.code) return failure('unreadable', '资料库文件无法读取');
  throw thrown;
}

export const sqliteCode = (thrown: unknown): string =>
  thrown instanceof Database.SqliteError ? thrown.code : '';

/** The file with its log of changes; false when it was written to all the while. */
function copyWhole(file: string, copy: string): boolean {
  for (let attempt = 0; attempt < COPY_ATTEMPTS; attempt++) {
    const before = fingerprint(file);
    copyFileSync(file, copy);
    rmSync(`${copy}-wal`, { force: true });
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    if (fingerprint(file) === before) return true;
  }
  return false;
}

const fingerprint = (file: string): string =>
  [file, `${file}-wal`]
    .map((one) => statSync(one, { throwIfNoEntry: false }))
    .map((stat) => `${stat?.size ?? 0} ${stat?.mtimeMs ?? 0}`)
    .join(' ');

/** Verifies a library's or a backup's file. A damaged one is a finding, not a failure. Errors: as `withCopy`. */
export function auditDatabase(
  file: string,
  kind: 'library' | 'backup',
  anchors: readonly Anchor[],
): Result<AuditReport> {
  const report = withCopy(file, (connection) => verifyLibrary(connection, kind, anchors));
  if (report.ok || report.error.code !== 'damaged-library') return report;
  const problem = { code: 'damaged' as const, sequence: null, message: report.error.message };
  return success({ ...emptyReport(kind), problems: [problem] });
}

/** The log's newest entry. Errors: as `withCopy`; `not-library` for an empty log. */
export function headOfDatabase(file: string): Result<{ readonly sequence: number; readonly hash: string }> {
  const head = withCopy(file, (connection) => {
    schemaVersion(connection);
    const sql = 'SELECT sequence, hash FROM audit_log ORDER BY sequence DESC LIMIT 1';
    return connection.prepare(sql).get() as { sequence: number; hash: string } | undefined;
  });
  if (!head.ok) return head;
  return head.value ? success(head.value) : failure('not-library', '资料库的日志是空的');
}

/**
 * Works on a library that this app has open, through a connection of its own that cannot write to it. Others may go on
 * writing: it sees one moment.
 */
export function withReader<T>(file: string, work: (connection: Connection) => T): T {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    connection.pragma('trusted_schema = OFF');
    return work(connection);
  } finally {
    connection.close();
  }
}
