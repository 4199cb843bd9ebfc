import { basename, join } from 'node:path';
import { success } from '../../shared/result';
import { backupsOf } from '../db/backup';
import { manifestOf } from '../db/backup-manifest';
import { auditDatabase } from '../db/inspect';
import { auditLibrary, backUpLibrary, backupsOfLibrary } from '../desk/safekeeping';
import { about } from '../files';
import type { Context } from './context';
import type { Handlers } from './handle';

const LIBRARIES = [{ name: '资料库、备份', extensions: ['sqlite'] }];

type Channels =
  | 'library:audit'
  | 'library:audit-file'
  | 'library:backups'
  | 'library:back-up'
  | 'library:restore';

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
    const report = about(fileName, auditDatabase(file, manifestOf(file) ? 'backup' : 'library', []));
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
