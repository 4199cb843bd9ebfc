import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupSummary } from '../../shared/model/backup';
import { backupsOf, listBackups } from './backup';
import { ForeignDatabaseError } from './guards';
import { sqliteCode } from './inspect';
import { Library } from './library';
import { NewerDatabaseError } from './migrate';
import { BackupFailedError } from './open';
import { restoreFile } from './restore';
import { isDenied, type StoreTrouble, storeTrouble } from './store-trouble';

/** Why a library cannot be opened, and the backup that could take its place. */
export interface RescueQuestion {
  /** One sentence for a person, in Chinese. */
  readonly message: string;
  /** Null where a backup would not help, or there is none. */
  readonly backup: BackupSummary | null;
  /** The library is gone, or an empty file: a new one could be begun. */
  readonly canBegin: boolean;
}

export type RescueAnswer = 'restore' | 'begin' | 'leave';

export interface Opening {
  readonly file: string;
  readonly version: string;
  readonly now: () => Date;
  /** `restore`: put the backup in the library's place. */
  readonly ask: (question: RescueQuestion) => Promise<RescueAnswer>;
}

/** Opens the library; one that cannot be opened is told in a sentence, with the newest backup offered. Null: the person left it. */
export async function openLibrary({ file, version, now, ask }: Opening): Promise<Library | null> {
  const tried = new Set<string>();
  let begin = false;
  for (let failed = ''; ; ) {
    const lost: boolean = !begin && isLost(file);
    try {
      if (lost) throw new LostDatabaseError(basename(file));
      if (isStump(file)) throw new StumpError();
      return new Library(file, version);
    } catch (thrown) {
      const { sentence, restorable } = refusalOf(thrown, basename(file));
      const backups = listBackups(backupsOf(file)).filter(({ name }) => !tried.has(name));
      const backup = restorable ? (backups[0] ?? null) : null;
      const message = [failed, sentence].filter((part) => part !== '').join('\n');
      const answer = await ask({ message, backup, canBegin: lost });
      begin = lost && answer === 'begin';
      if (begin) continue;
      if (answer !== 'restore' || !backup) return null;
      tried.add(backup.name);
      const restored = restoreFile(file, join(backupsOf(file), backup.name), now());
      failed = restored.ok ? '' : restored.error.message;
    }
  }
}

/** Backups without a library: somebody moved or emptied it. A new one in its place would look as if nothing had ever been there. */
function isLost(file: string): boolean {
  const size = sizeOf(file);
  return size === 0 && !existsSync(`${file}-wal`) && listBackups(backupsOf(file)).length > 0;
}

/** The smallest page of SQLite, in bytes. It takes a file that ends before it for an empty one, and writes over it. */
const SMALLEST_PAGE = 512;

const isStump = (file: string): boolean => sizeOf(file) > 0 && sizeOf(file) < SMALLEST_PAGE;

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

class StumpError extends Error {}

class LostDatabaseError extends Error {
  constructor(name: string) {
    super(`资料库“${name}”不见了，或者是空的，但有它的备份`);
    this.name = 'LostDatabaseError';
  }
}

/** What a person is told of what SQLite or the schema says. Anything else is a bug, and thrown on. */
function refusalOf(thrown: unknown, name: string): Refusal {
  if (thrown instanceof NewerDatabaseError || thrown instanceof LostDatabaseError)
    return { sentence: thrown.message, restorable: true };
  if (thrown instanceof ForeignDatabaseError) {
    return { sentence: `“${name}”不是 Gouji 的资料库，没有打开`, restorable: true };
  }
  if (thrown instanceof BackupFailedError) return { sentence: thrown.message, restorable: false };
  if (thrown instanceof StumpError || sqliteCode(thrown) === 'SQLITE_ERROR') return REFUSED.damaged(name);
  const trouble = isDenied(thrown) ? 'unwritable' : storeTrouble(thrown);
  if (trouble === null) throw thrown;
  return REFUSED[trouble](name);
}

type Refusal = { readonly sentence: string; readonly restorable: boolean };

const REFUSED: Readonly<Record<StoreTrouble, (name: string) => Refusal>> = {
  damaged: (name) => ({ sentence: `资料库“${name}”已损坏，无法打开`, restorable: true }),
  busy: (name) => ({
    sentence: `资料库“${name}”正被另一个程序使用，请关闭它后再打开`,
    restorable: false,
  }),
  unwritable: (name) => ({
    sentence: `资料库“${name}”所在的文件夹不能写入，请检查权限后再打开`,
    restorable: false,
  }),
  full: (name) => ({
    sentence: `磁盘已满，资料库“${name}”无法打开；它没有损坏，请腾出空间后再打开`,
    restorable: false,
  }),
};
