import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { BOUNDS, ImportError } from './bounds';

const BROKEN = '文件已损坏，压缩结构不完整，无法读取；请在 Word、WPS 或 Excel 里重新保存一次';
const ENCRYPTED = '文件有密码保护，请先取消密码再导入';
const BOMB = '文件解压后异常庞大，可能是恶意文件，已停止读取';

const MEGABYTE = 1024 * 1024;
const tooLong = (size: number): string =>
  `文件的一个部分解压后有 ${Math.ceil(size / MEGABYTE)} MB，一个部分最多 ${BOUNDS.partBytes / MEGABYTE} MB，合计最多 ${BOUNDS.packageBytes / MEGABYTE} MB，已停止读取；很长的明细表请分成几份，或另存为纯文本再导入`;

/** The parts of an Office package. Nothing is written to disk. */
export interface Package {
  /** Names of all parts, as written. */
  readonly names: readonly string[];
  /** Unpacked text of a part; null when there is none. Throws `ImportError` when broken or too large. */
  read(name: string): Promise<string | null>;
}

/** Opens a zip of Office parts. Throws `ImportError`: `broken-zip`, `encrypted`, `bomb`. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await guarded(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false }),
  );
  if (zip.entryCount > BOUNDS.entries) throw new ImportError('bomb', BOMB);
  const entries = new Map<string, Entry>();
  await guarded(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.size > BOUNDS.entries) throw new ImportError('bomb', BOMB);
      // A second part of the same name is how a reader and a checker are made to see different texts.
      if (entries.has(entry.fileName)) throw new ImportError('broken-zip', BROKEN);
      entries.set(entry.fileName, entry);
    }
  });
  const budget = { left: BOUNDS.packageBytes };
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      return entry ? decodeXml(await unpack(zip, entry, budget)) : null;
    },
  };
}

async function unpack(zip: ZipFile, entry: Entry, budget: { left: number }): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new ImportError('encrypted', ENCRYPTED);
  const limit = Math.min(BOUNDS.partBytes, budget.left, limitByRatio(entry.compressedSize));
  if (entry.uncompressedSize > limit) {
    const isHonest = entry.uncompressedSize <= limitByRatio(entry.compressedSize);
    throw new ImportError('bomb', isHonest ? tooLong(entry.uncompressedSize) : BOMB);
  }
  return guarded(async () => {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) throw new ImportError('bomb', BOMB);
      chunks.push(chunk);
    }
    budget.left -= size;
    const whole = Buffer.concat(chunks);
    if (crc32(whole) !== entry.crc32) throw new ImportError('broken-zip', BROKEN);
    return whole;
  });
}

const limitByRatio = (packed: number): number => Math.max(1024 * 1024, packed * BOUNDS.ratio);

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ImportError) throw thrown;
    throw new ImportError('broken-zip', BROKEN);
  }
}

/** Office writes UTF-8; UTF-16 is allowed too (ECMA-376 part 2, §8.1.2). */
function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError('broken-xml', '文件内容已损坏，文字编码有误，无法读取');
  }
}
