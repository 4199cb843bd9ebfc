import type { Failure } from '../../shared/result';
import { sqliteCode } from './inspect';

/** What keeps the library's file from being read or written, by what SQLite (or, of a full disk, the system) says of it. */
export type StoreTrouble = 'damaged' | 'busy' | 'unwritable' | 'full';

/**
 * The order matters: SQLite calls a full disk an error of reading and writing where it cannot make the index of its log
 * (SQLITE_IOERR_SHMSIZE and relatives), and a library on a full disk is not damaged.
 */
const TROUBLES: readonly (readonly [trouble: StoreTrouble, codes: RegExp])[] = [
  ['full', /^(?:SQLITE_FULL|SQLITE_IOERR_SHM\w+|ENOSPC|EDQUOT)$/],
  ['busy', /^(?:SQLITE_BUSY|SQLITE_LOCKED|SQLITE_IOERR_LOCK)/],
  ['unwritable', /^(?:SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH)/],
  ['damaged', /^SQLITE_(?:NOTADB|CORRUPT|IOERR)/],
];

/** Null: a bug, not the store's trouble. */
export function storeTrouble(thrown: unknown): StoreTrouble | null {
  const code = sqliteCode(thrown) || String((thrown as NodeJS.ErrnoException | null)?.code ?? '');
  return TROUBLES.find(([, codes]) => codes.test(code))?.[0] ?? null;
}

const ACT_REFUSED: Readonly<Record<StoreTrouble, string>> = {
  full: '磁盘已满，操作没有完成，资料库没有改动；请腾出空间后再试',
  busy: '资料库正被另一个程序使用，操作没有完成，资料库没有改动；请关闭它后再试',
  unwritable: '资料库所在的文件夹不能写入，操作没有完成，资料库没有改动；请检查权限或磁盘后再试',
  damaged: '资料库已损坏，操作没有完成；请到“设置”里核对资料库，并恢复最近的备份',
};

/** What a person is told when an act could not be written. Every act is one transaction, so nothing of it is left. */
export const storeFailure = (trouble: StoreTrouble): Failure => ({
  code: `store-${trouble}`,
  message: ACT_REFUSED[trouble],
});

const WHY: Readonly<Record<StoreTrouble, string>> = {
  full: '磁盘已满',
  busy: '资料库正被另一个程序使用',
  unwritable: '那里不能写入',
  damaged: '资料库已损坏',
};

/** Why a copy could not be made, in words for a person where it is the disk's doing. */
export function whyNotCopied(thrown: unknown): string {
  const trouble = isDenied(thrown) ? 'unwritable' : storeTrouble(thrown);
  if (trouble !== null) return WHY[trouble];
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system refuses to write there. */
export const isDenied = (thrown: unknown): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes((thrown as NodeJS.ErrnoException | null)?.code ?? '');
