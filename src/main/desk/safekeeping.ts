import type { Anchor, AuditReport } from '../../shared/model/audit';
import type { BackupSummary } from '../../shared/model/backup';
import { type Failure, type Result, success } from '../../shared/result';
import { anchorHead } from '../db/anchors';
import { backupsOf, listBackups } from '../db/backup';
import { whyNotCopied } from '../db/store-trouble';
import type { Desk } from './desk';

const DAY_MS = 24 * 60 * 60 * 1000;

const fileOf = (desk: Desk): string => desk.connection.name;
const folderOf = (desk: Desk): string => backupsOf(fileOf(desk));

/** Verifies the library that is open. Heads in backups of a library that another was put in the place of do not count. */
export async function auditLibrary(desk: Desk): Promise<Result<AuditReport>> {
  const sql = `SELECT coalesce(max(logged_at), '') FROM audit_log WHERE action = 'library.restored'`;
  const restored = String(desk.connection.prepare(sql).pluck().get());
  const anchors = listBackups(folderOf(desk))
    .filter(({ madeAt, auditEntries }) => madeAt > restored && auditEntries > 0)
    .map(
      ({ name, auditHead, auditEntries }): Anchor => ({
        where: name,
        hash: auditHead,
        sequence: auditEntries,
        chain: 'library',
      }),
    );
  return success(await desk.jobs.run('audit-library', '', { file: fileOf(desk), anchors }));
}

export const backupsOfLibrary = (desk: Desk): readonly BackupSummary[] => listBackups(folderOf(desk));

/** Copies the library, reads the copy back and notes its head. Errors: those of `backUp`. */
export async function backUpLibrary(
  desk: Desk,
  reason: BackupSummary['reason'],
): Promise<Result<readonly BackupSummary[]>> {
  const order = { reason, now: desk.now(), gouji: desk.version };
  const made = await desk.jobs.run('back-up', '', { file: fileOf(desk), folder: folderOf(desk), order });
  if (!made.ok) return made;
  const { name: target, madeAt: at } = made.value;
  desk.connection.transaction(() => {
    anchorHead(desk.connection, { kind: 'backup', target, reportId: null, at });
  })();
  return success(backupsOfLibrary(desk));
}

/** True when the newest backup is more than a day old; without any, when the library is. */
export function backupDue(desk: Desk): boolean {
  const first = desk.connection.prepare('SELECT logged_at FROM audit_log WHERE sequence = 1').pluck().get();
  const [newest] = backupsOfLibrary(desk);
  const last = newest?.madeAt ?? (first === undefined ? null : String(first));
  return last !== null && desk.now().getTime() - Date.parse(last) > DAY_MS;
}

/** A backup when one is due. One that fails is told. */
export async function backUpWhenDue(desk: Desk, tell: (failed: Failure) => void): Promise<void> {
  try {
    if (!backupDue(desk)) return;
    const kept = await backUpLibrary(desk, 'daily');
    if (!kept.ok) tell(kept.error);
  } catch (thrown) {
    tell({ code: 'backup-failed', message: `备份没有完成：${whyNotCopied(thrown)}` });
  }
}
