import { basename, join } from 'node:path';
import type { AuditReport } from '../../shared/model/audit';
import { type Result, success } from '../../shared/result';
import { backupsOf } from '../db/backup';
import { manifestOf } from '../db/backup-manifest';
import { auditDatabase } from '../db/inspect';
import { auditLibrary, backUpLibrary, backupsOfLibrary } from '../desk/safekeeping';
import { about, readFileBounded } from '../files';
import type { Context } from './context';
import type { Handlers } from './handle';

const LIBRARIES = [{ name: '资料库、备份、案卷', extensions: ['sqlite', 'gouji'] }];
const MAX_CASE_BYTES = 300 * 1024 * 1024;

type Channels =
  | 'library:audit'
  | 'library:audit-file'
  | 'library:backups'
  | 'library:back-up'
  | 'library:restore';

async function auditChosen(jobs: Context['jobs'], file: string): Promise<Result<AuditReport>> {
  if (!file.toLowerCase().endsWith('.gouji'))
    return auditDatabase(file, manifestOf(file) ? 'backup' : 'library', []);
  const bytes = await readFileBounded(file, MAX_CASE_BYTES);
  return bytes.ok ? jobs.run('audit-case', basename(file), { bytes: bytes.value, passphrase: null }) : bytes;
}

export const safekeepingHandlers = ({
  desk,
  session,
  jobs,
  dialogs,
  library,
}: Context): Pick<Handlers, Channels> => ({
  'library:audit': () => auditLibrary(desk),
  'library:audit-file': async () => {
    const file = await dialogs.openFile('核对审计日志', LIBRARIES);
    if (file === null) return success(null);
    const fileName = basename(file);
    const report = about(fileName, await auditChosen(jobs, file));
    return report.ok ? success({ fileName, report: report.value }) : report;
  },
  'library:backups': () => success(backupsOfLibrary(desk)),
  'library:back-up': () => backUpLibrary(desk, 'person'),
  'library:restore': ({ name }) => {
    // What runs now belongs to the library that goes.
    jobs.close();
    const backup = join(backupsOf(library.file), name);
    const restored = library.restore({ backup, actor: desk.reviewer(), now: desk.now() });
    desk.analyses.clear();
    desk.pendingImports.clear();
    desk.pendingLedgers.clear();
    // Who was at the desk may be unknown in the other library.
    if (restored.ok) session.lock();
    return restored.ok ? success({ aside: restored.value }) : restored;
  },
});
