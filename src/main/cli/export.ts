import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import packageJson from '../../../package.json';
import { failure, success } from '../../shared/result';
import { writeFileWhole } from '../files';
import { inspectFonts } from '../jobs/fonts';
import { exportAndSeal } from '../jobs/perform';
import { GENESIS } from '../review/audit';
import { releaseRefusal } from '../review/release';
import { fontProblems } from './fonts';
import type { Outcome } from './main';
import { write } from './output';
import { checkFile, type ReadOptions } from './read-report';
import { fontsDirectory } from './resources';
import { readSealOrder, type SealArguments } from './seal-key';

export interface ExportArguments extends ReadOptions, SealArguments {
  readonly out: string | undefined;
  readonly draft: boolean;
  /** A folder of the company's own fonts. */
  readonly fonts: string | undefined;
  /** Whose report it is: the author that the PDF names. */
  readonly organisation: string | undefined;
}

/** `gouji export`: 1 when error-level findings are open and it is no draft. */
export async function exportReport(file: string, given: ExportArguments): Promise<Outcome> {
  const { out } = given;
  if (!out) return failure('no-out', '请用 --out 指定输出的 PDF 文件');
  if (resolve(out) === resolve(file)) return failure('same-file', '输出文件不能就是原文件');
  const key = await readSealOrder(given);
  if (!key.ok) return key;
  const inspected = given.fonts === undefined ? null : await inspectFonts(given.fonts);
  if (inspected && !inspected.ok) return inspected;
  for (const problem of fontProblems(inspected?.value ?? [])) process.stderr.write(`gouji: ${problem}\n`);
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
      ownFonts: given.fonts ?? null,
      ...(given.organisation === undefined ? {} : { organisation: given.organisation }),
      // The draft's own time: the same file gives the same bytes before the seal.
      createdAt: (await stat(file)).mtime,
      seal: key.value,
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
