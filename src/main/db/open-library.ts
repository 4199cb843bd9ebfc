import { basename, join } from 'node:path';
import type { BackupSummary } from '../../shared/model/backup';
import { backupsOf, listBackups } from './backup';
import { ForeignDatabaseError } from './guards';
import { sqliteCode } from './inspect';
import { Library } from './library';
import { NewerDatabaseError } from './migrate';
import { BackupFailedError } from './open';
import { restoreFile } from './restore';

/** Why a library cannot be opened, and the backup that could take its place. */
export interface RescueQuestion {
  /** One sentence for a person, in Chinese. */
  readonly message: string;
  /** Null where a backup would not help, or there is none. */
  readonly backup: BackupSummary | null;
}

export interface Opening {
  readonly file: string;
  readonly version: string;
  readonly now: () => Date;
  /** True: put the backup in the library's place. */
  readonly ask: (question: RescueQuestion) => Promise<boolean>;
}

/** Opens the library; one that cannot be opened is told in a sentence, with the newest backup offered. Null: the person left it. */
export async function openLibrary({ file, version, now, ask }: Opening): Promise<Library | null> {
  const tried = new Set<string>();
  for (let failed = ''; ; ) {
    try {
      return new Library(file, version);
    } catch (thrown) {
      const { sentence, restorable } = refusalOf(thrown, basename(file));
      const backups = listBackups(backupsOf(file)).filter(({ name }) => !tried.has(name));
      const backup = restorable ? (backups[0] ?? null) : null;
      const message = [failed, sentence].filter((part) => part !== '').join('\n');
      if (!(await ask({ message, backup })) || !backup) return null;
      tried.add(backup.name);
      const restored = restoreFile(file, join(backupsOf(file), backup.name), now());
      failed = restored.ok ? '' : restored.error.message;
    }
  }
}

/** What a person is told of what SQLite or the schema says. Anything else is a bug, and thrown on. */
function refusalOf(thrown: unknown, name: string): { sentence: string; restorable: boolean } {
  if (thrown instanceof NewerDatabaseError) return { sentence: thrown.message, restorable: true };
  if (thrown instanceof ForeignDatabaseError) {
    return { sentence: `“${name}”不是 Gouji 的资料库，没有打开`, restorable: true };
  }
  if (thrown instanceof BackupFailedError) return { sentence: thrown.message, restorable: false };
  const code = sqliteCode(thrown);
  if (/^SQLITE_(?:NOTADB|CORRUPT|IOERR|ERROR)/.test(code)) {
    return { sentence: `资料库“${name}”已损坏，无法打开`, restorable: true };
  }
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) {
    return { sentence: `资料库“${name}”正被另一个程序使用，请关闭它后再打开`, restorable: false };
  }
  if (/^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)/.test(code) || isDenied(thrown)) {
    return { sentence: `资料库“${name}”所在的文件夹不能写入，请检查权限后再打开`, restorable: false };
  }
  if (code === 'SQLITE_FULL') return { sentence: '磁盘已满，资料库无法打开', restorable: false };
  throw thrown;
}

const isDenied = (thrown: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes((thrown as NodeJS.ErrnoException | null)?.code ?? '');
