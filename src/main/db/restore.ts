import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '../../shared/result';
import { digestOf, flush, flushFolder } from './backup';
import { manifestOf } from './backup-manifest';
import { auditDatabase } from './inspect';
import { whyNotCopied } from './store-trouble';

/**
 * Puts a backup in the place of a library that nobody has open. The replaced one stays beside it under the name returned. At
 * no moment is there no library. Errors: `no-backup`, `backup-broken`, `restore-failed`.
 */
export function restoreFile(library: string, backup: string, now: Date): Result<string> {
  const manifest = existsSync(backup) ? manifestOf(backup) : null;
  if (!manifest) return failure('no-backup', '没有这份备份，或者它的清单读不了');
  if (digestOf(backup).sha256 !== manifest.sha256) {
    return failure('backup-broken', '备份与它的清单不符，没有恢复；请换一份备份');
  }
  const checked = auditDatabase(backup, 'backup', []);
  if (!checked.ok) return checked;
  const problem = checked.value.problems.find(({ code }) => code === 'damaged');
  if (problem) return failure('backup-broken', `备份没有通过核对，没有恢复：${problem.message}`);
  const stamp = now.toISOString().replace(/[-:.]/g, '');
  const aside = join(dirname(library), `library-replaced-${stamp}.sqlite`);
  try {
    return success(exchange(library, backup, aside));
  } catch (thrown) {
    rmSync(`${library}.part`, { force: true });
    return failure('restore-failed', `恢复没有完成，资料库没有改动：${whyNotCopied(thrown)}`);
  }
}

function exchange(library: string, backup: string, aside: string): string {
  const part = `${library}.part`;
  rmSync(part, { force: true });
  copyFileSync(backup, part);
  flush(part);
  if (existsSync(library)) keepAside(library, aside);
  renameSync(part, library);
  // What the replaced library had not taken in yet must not reach the restored one.
  for (const rest of ['-wal', '-shm']) {
    if (existsSync(`${library}${rest}`)) renameSync(`${library}${rest}`, `${aside}${rest}`);
  }
  flushFolder(dirname(library));
  return aside;
}

function keepAside(library: string, aside: string): void {
  try {
    linkSync(library, aside);
  } catch {
    // A stick may know no links.
    copyFileSync(library, aside);
    flush(aside);
  }
}
