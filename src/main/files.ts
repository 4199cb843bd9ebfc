import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, type Result, success } from '../shared/result';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不足',
  ENOTDIR: '路径中的上级不是文件夹',
};

/** Reads a whole regular file of at most `limit` bytes. Errors: `unreadable`, `too-large`. */
export async function readFileBounded(file: string, limit: number): Promise<Result<Uint8Array>> {
  const name = basename(file);
  let handle: FileHandle | undefined;
  try {
    // Not blocking: opening a pipe that nobody writes to must not hang.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await handle.stat();
    if (stat.isDirectory()) return failure('unreadable', `无法读取“${name}”：这是文件夹，不是文件`);
    if (!stat.isFile()) return failure('unreadable', `无法读取“${name}”：不是普通文件`);
    if (stat.size > limit) return failure('too-large', tooLarge(name, stat.size, limit));
    return success(new Uint8Array(await handle.readFile()));
  } catch (thrown) {
    return failure('unreadable', `无法读取“${name}”：${sentence(thrown)}`);
  } finally {
    await handle?.close();
  }
}

/** The first bytes of a regular file. Error: `unreadable`. */
export async function readFileStart(file: string, length: number): Promise<Result<Uint8Array>> {
  const name = basename(file);
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await handle.stat();
    if (!stat.isFile()) return failure('unreadable', `无法读取“${name}”：不是普通文件`);
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
    return success(buffer.subarray(0, bytesRead));
  } catch (thrown) {
    return failure('unreadable', `无法读取“${name}”：${sentence(thrown)}`);
  } finally {
    await handle?.close();
  }
}

/** A failure that says which file it is about. */
export const about = <T>(name: string, result: Result<T>): Result<T> =>
  result.ok || result.error.message.includes(name)
    ? result
    : failure(result.error.code, `“${name}”：${result.error.message}`);

/** Bytes that came without a file behind them, held to the same bound. Error: `too-large`. */
export const withinLimit = (name: string, bytes: Uint8Array, limit: number): Result<Uint8Array> =>
  bytes.length > limit ? failure('too-large', tooLarge(name, bytes.length, limit)) : success(bytes);

/** Writes all or nothing: into a file beside it, flushed, then renamed. Error: `unwritable`. */
export async function writeFileWhole(file: string, bytes: Uint8Array): Promise<Result<true>> {
  const scratch = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    const handle = await open(scratch, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(scratch, file);
    return success(true);
  } catch (thrown) {
    await rm(scratch, { force: true });
    return failure('unwritable', `无法写入“${basename(file)}”：${sentence(thrown)}`);
  }
}

const tooLarge = (name: string, size: number, limit: number): string =>
  `“${name}”有 ${Math.ceil(size / 1_048_576)} MB，超过 ${limit / 1_048_576} MB 的上限`;

function sentence(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  return SENTENCES[code] ?? (code || '未知原因');
}
