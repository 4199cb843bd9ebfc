import { extname } from 'node:path';
import { failure, type Result, success } from '../../shared/result';
import { recordOf } from '../casefile/record';
import { readFileBounded, writeFileWhole } from '../files';
import { openCase, writeRecord } from '../jobs/cases';

import type { Outcome } from './main';
import { write } from './output';
import { fontsDirectory } from './resources';

const MAX_CASE_BYTES = 300 * 1024 * 1024;

/** `gouji record`: the review record of a case file, as PDF or workbook by the name of `--out`. */
export async function record(
  file: string,
  { out, passphraseFile }: { readonly out: string | undefined; readonly passphraseFile: string | undefined },
): Promise<Outcome> {
  const format = formatOf(out);
  if (out === undefined || format === null)
    return failure('no-out', '请用 --out 指定输出的 .pdf 或 .xlsx 文件');
  const bytes = await readFileBounded(file, MAX_CASE_BYTES);
  if (!bytes.ok) return bytes;
  const passphrase = await readPassphrase(passphraseFile);
  if (!passphrase.ok) return passphrase;
  const read = await openCase({ bytes: bytes.value, passphrase: passphrase.value });
  if (!read.ok) return read;
  const { contents, entries, manifest } = read.value;
  const made = await writeRecord({
    record: recordOf(contents, entries),
    format,
    createdAt: new Date(manifest.madeAt),
    fontsDirectory: await fontsDirectory(),
  });
  const written = await writeFileWhole(out, made);
  if (!written.ok) return written;
  await write(`已导出审核记录 ${out}（${made.length} 字节）\n`);
  return success(0);
}

function formatOf(out: string | undefined): 'pdf' | 'xlsx' | null {
  const extension = extname(out ?? '').toLowerCase();
  return extension === '.pdf' ? 'pdf' : extension === '.xlsx' ? 'xlsx' : null;
}

/** Null without a file. Editors end a file with a line break, which is no part of the passphrase. */
export async function readPassphrase(file: string | undefined): Promise<Result<string | null>> {
  if (file === undefined) return success(null);
  const bytes = await readFileBounded(file, 4096);
  return bytes.ok ? success(new TextDecoder().decode(bytes.value).replace(/\r?\n$/, '')) : bytes;
}
