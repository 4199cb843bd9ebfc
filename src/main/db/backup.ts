import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Anchor, AuditProblem } from '../../shared/model/audit';
import type { BackupSummary } from '../../shared/model/backup';
import { failure, type Result, success } from '../../shared/result';
import { type BackupManifest, manifestName, manifestOf } from './backup-manifest';
import type { Connection } from './open';
import { whyNotCopied } from './store-trouble';
import { verifyLibrary } from './verify';

export interface BackupOrder {
  readonly reason: BackupManifest['reason'];
  readonly now: Date;
  /** Version of the program. */
  readonly gouji: string;
}

/** How many are kept of those that the app makes on its own. A person's own are all kept. */
const KEPT: Partial<Record<BackupManifest['reason'], number>> = { daily: 14, migration: 3, restore: 3 };
const BACKUP = /^library-\d{8}T\d{9}Z-(?:daily|migration|restore|person)\.sqlite$/;

/** Where the backups of a library lie. */
export const backupsOf = (library: string): string => join(dirname(library), 'backups');

/**
 * Copies a library as it stands at one moment, reads the copy back, and only then gives it its name; older ones are taken away.
 * Other connections may go on writing. Errors: `backup-failed`, `backup-broken`.
 */
export function backUp(connection: Connection, folder: string, order: BackupOrder): Result<BackupSummary> {
  const stamp = order.now.toISOString().replace(/[-:.]/g, '');
  const file = join(folder, `library-${stamp}-${order.reason}.sqlite`);
  const part = `${file}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const left of readdirSync(folder)) if (left.endsWith('.part')) rmSync(join(folder, left));
    connection.prepare('VACUUM INTO ?').run(part);
    const manifest = readBack(part, folder, order);
    if (!('format' in manifest)) {
      clearAway(part);
      return failure('backup-broken', `备份没有保留：核对时发现${manifest.message}`);
    }
    writeFileSync(`${part}.json`, `${JSON.stringify(manifest, null, 2)}\n`);
    for (const written of [part, `${part}.json`]) flush(written);
    // The manifest first: a backup without one is not listed.
    renameSync(`${part}.json`, manifestName(file));
    renameSync(part, file);
    flushFolder(folder);
    // Good ones are not taken away for one whose log is broken.
    if (manifest.intact) rotate(folder);
    return success(summaryOf(file, manifest));
  } catch (thrown) {
    clearAway(part);
    return failure('backup-failed', `备份没有完成：${whyNotCopied(thrown)}`);
  }
}

function clearAway(part: string): void {
  try {
    rmSync(part, { force: true });
    rmSync(`${part}.json`, { force: true });
  } catch {
    // What is left is cleared away at the next backup.
  }
}

/** What the copy holds; a damaged one is no backup. One with a broken log is kept, and says so. */
function readBack(file: string, folder: string, order: BackupOrder): BackupManifest | AuditProblem {
  const copy = new Database(file);
  try {
    copy.pragma('trusted_schema = OFF');
    const report = verifyLibrary(copy, 'backup', lastAnchor(copy, folder));
    const damaged = report.problems.find(({ code }) => code === 'damaged');
    if (damaged) return damaged;
    const count = (table: string): number =>
      Number(copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    return {
      format: 'gouji-backup',
      version: 1,
      madeAt: order.now.toISOString(),
      reason: order.reason,
      gouji: order.gouji,
      schema: Number(copy.pragma('user_version', { simple: true })),
      ...digestOf(file),
      intact: report.intact,
      auditHead: report.head || '0'.repeat(64),
      auditEntries: report.entries,
      reports: count('report'),
      revisions: count('revision'),
    };
  } finally {
    copy.close();
  }
}

/** The head in the newest backup, if no older library was put in its place since. */
function lastAnchor(copy: Connection, folder: string): readonly Anchor[] {
  const [newest] = listBackups(folder);
  if (!newest || newest.auditEntries === 0) return [];
  const sql = `SELECT max(logged_at) FROM audit_log WHERE action = 'library.restored'`;
  const restored = String(copy.prepare(sql).pluck().get() ?? '');
  if (newest.madeAt <= restored) return [];
  return [{ where: newest.name, hash: newest.auditHead, sequence: newest.auditEntries, chain: 'library' }];
}

const CHUNK = 1 << 20;

/** Size and SHA-256 of a file, without holding it. */
export function digestOf(file: string): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  const handle = openSync(file, 'r');
  let bytes = 0;
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
  return { bytes, sha256: hash.digest('hex') };
}

export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** So that the names are on the disk too; not every system can. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows has no such thing; the rename itself is atomic there.
  }
}

/** Backups with a manifest, newest first. */
export function listBackups(folder: string): readonly BackupSummary[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => BACKUP.test(name))
    .sort()
    .reverse()
    .flatMap((name) => {
      const file = join(folder, name);
      const manifest = manifestOf(file);
      return manifest ? [summaryOf(file, manifest)] : [];
    });
}

const summaryOf = (file: string, manifest: BackupManifest): BackupSummary => {
  const { madeAt, reason, bytes, reports, revisions, auditEntries, auditHead, intact } = manifest;
  return { name: basename(file), madeAt, reason, bytes, reports, revisions, auditEntries, auditHead, intact };
};

function rotate(folder: string): void {
  const listed = listBackups(folder);
  for (const [reason, most] of Object.entries(KEPT)) {
    for (const { name } of listed.filter((one) => one.reason === reason).slice(most)) {
      rmSync(join(folder, name), { force: true });
      rmSync(manifestName(join(folder, name)), { force: true });
    }
  }
}
