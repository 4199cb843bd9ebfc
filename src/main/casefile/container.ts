import { unzipSync, type Zippable, zipSync } from 'fflate';
import { failure, type Result, success } from '../../shared/result';

/** Largest case file, and most parts: beyond that it is no case but an attack. */
export const MAX_CASE_BYTES = 256 * 1024 * 1024;
const MAX_PARTS = 20_000;
const NAME = /^(?:[a-z]+\.json|(?:texts|sources|ledgers)\/[0-9a-f]{64})$/;
/** One time for all entries: the same parts give the same bytes. Zip knows no time before 1980, and no time zone. */
const MTIME = new Date(1980, 0, 1);

export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Parts → a zip file without compression, in the order of their names. There is exactly one such file for the same parts, so a
 * reader can tell every byte that does not belong.
 */
export function packParts(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...parts.keys()].sort()) {
    entries[name] = [parts.get(name) ?? new Uint8Array(), { level: 0, mtime: MTIME, os: 0 }];
  }
  return zipSync(entries);
}

/** Errors: `too-large`, `broken-case`. */
export function unpackParts(bytes: Uint8Array): Result<Parts> {
  if (bytes.length > MAX_CASE_BYTES) return failure('too-large', '案卷文件太大');
  const parts = new Map<string, Uint8Array>();
  try {
    let count = 0;
    const found = unzipSync(bytes, {
      filter: ({ name, compression, size, originalSize }) => {
        // Stored only: nothing can expand, and no name can lead out of the case.
        if (++count > MAX_PARTS || compression !== 0 || size !== originalSize || !NAME.test(name))
          throw new Error(name);
        return true;
      },
    });
    for (const [name, data] of Object.entries(found)) parts.set(name, data);
  } catch {
    return broken('压缩包损坏，或者含有案卷以外的内容');
  }
  if (!same(packParts(parts), bytes)) return broken('压缩包里有多余的、重复的或被改过的字节');
  return success(parts);
}

const broken = (why: string) => failure('broken-case', `案卷文件已损坏或被改动：${why}`);

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0;
