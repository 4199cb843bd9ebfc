import { resolve } from 'node:path';
import { failure, success } from '../../shared/result';
import { readFileBounded, writeFileWhole } from '../files';
import { addSeal } from '../jobs/sealing';
import type { Outcome } from './main';
import { write } from './output';
import { readSealOrder, type SealArguments } from './seal-key';

const MAX_PDF_BYTES = 512 * 1024 * 1024;

/** `gouji seal`: adds a signature to a PDF, whose earlier ones stay valid. */
export async function seal(file: string, out: string | undefined, given: SealArguments): Promise<Outcome> {
  if (!out) return failure('no-out', '请用 --out 指定输出的 PDF 文件');
  if (resolve(out) === resolve(file)) return failure('same-file', '输出文件不能就是原文件');
  const order = await readSealOrder(given);
  if (!order.ok) return order;
  if (!order.value)
    return failure(
      'bad-key',
      '请用 --p12 和 --passphrase-file 给出签章证书，或用 --pkcs11 和 --pin-file 给出令牌',
    );
  const pdf = await readFileBounded(file, MAX_PDF_BYTES);
  if (!pdf.ok) return pdf;
  const sealed = await addSeal(pdf.value, order.value);
  if (!sealed.ok) return sealed;
  const written = await writeFileWhole(out, sealed.value);
  if (!written.ok) return written;
  await write(`已签章 ${out}（${sealed.value.length} 字节）\n`);
  return success(0);
}
