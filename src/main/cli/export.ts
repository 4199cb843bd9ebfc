import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../../package.json';
import { failure, type Result, success } from '../../shared/result';
import { readFileBounded, writeFileWhole } from '../files';
import { exportAndSeal } from '../jobs/perform';
import { GENESIS } from '../review/audit';
import { releaseRefusal } from '../review/release';
import type { Outcome } from './main';
import { write } from './output';
import { checkFile, type ReadOptions } from './read-report';

export interface ExportArguments extends ReadOptions {
  readonly out: string | undefined;
  readonly p12: string | undefined;
  readonly passphraseFile: string | undefined;
  readonly draft: boolean;
}

const MAX_KEY_BYTES = 1024 * 1024;
/** Of the bundle: out/main/…; the resources lie beside out. */
const bundleDirectory = dirname(fileURLToPath(import.meta.url));

/** `gouji export`: 1 when error-level findings are open and it is no draft. */
export async function exportReport(file: string, given: ExportArguments): Promise<Outcome> {
  const { out } = given;
  if (!out) return failure('no-out', '请用 --out 指定输出的 PDF 文件');
  if (resolve(out) === resolve(file)) return failure('same-file', '输出文件不能就是原文件');
  const key = await readKey(given);
  if (!key.ok) return key;
  const checked = await checkFile(file, given);
  if (!checked.ok) return checked;
  const { analysis, sha256, policy } = checked.value;
  const refusal = given.draft ? null : releaseRefusal(analysis);
  if (refusal) {
    process.stderr.write(`gouji: ${refusal.error.message}\n`);
    return success(1);
  }
  const pdf = await exportAndSeal(
    {
      analysis,
      policy,
      dispositions: [],
      draft: given.draft,
      sha256,
      auditHead: GENESIS,
      version: packageJson.version,
      fontsDirectory: await fontsDirectory(),
      // The draft's own time: the same file gives the same bytes before the seal.
      createdAt: (await stat(file)).mtime,
      seal: key.value && { ...key.value, signedAt: new Date() },
    },
    () => {},
  );
  if (!pdf.ok) return pdf;
  const written = await writeFileWhole(out, pdf.value);
  if (!written.ok) return written;
  await write(
    `已导出 ${out}（${given.draft ? '草稿' : '正式件'}${key.value ? '，已签章' : ''}，${pdf.value.length} 字节）\n`,
  );
  return success(0);
}

async function readKey(
  given: ExportArguments,
): Promise<Result<{ p12: Uint8Array; passphrase: string } | null>> {
  if (!given.p12 && !given.passphraseFile) return success(null);
  if (!given.p12 || !given.passphraseFile)
    return failure('bad-key', '签章需要同时给出 --p12 和 --passphrase-file');
  const p12 = await readFileBounded(given.p12, MAX_KEY_BYTES);
  if (!p12.ok) return p12;
  const passphrase = await readFileBounded(given.passphraseFile, MAX_KEY_BYTES);
  if (!passphrase.ok) return passphrase;
  // Editors end a file with a line break, which is no part of the passphrase.
  return success({
    p12: p12.value,
    passphrase: new TextDecoder().decode(passphrase.value).replace(/\r?\n$/, ''),
  });
}

async function fontsDirectory(): Promise<string> {
  for (const up of ['../../resources', '../../../resources']) {
    const candidate = join(bundleDirectory, up, 'fonts');
    if (await stat(candidate).catch(() => null)) return candidate;
  }
  return join(bundleDirectory, '../../resources/fonts');
}
