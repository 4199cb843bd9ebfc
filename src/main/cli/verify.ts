import { failure, success } from '../../shared/result';
import { readFileBounded } from '../files';
import type { Outcome } from './main';
import { write } from './output';
import { readAll } from './timestamp';
import { verifyText } from './verify-text';

const MAX_PDF_BYTES = 512 * 1024 * 1024;

/** What the person brings along to judge by. */
export interface VerifyFiles {
  /** Certificates of authorities. */
  readonly trust: readonly string[];
  /** Lists of revoked certificates. */
  readonly crl: readonly string[];
}

/** `gouji verify`: 0 only for a seal that holds over the whole file. */
export async function verify(file: string, { trust, crl }: VerifyFiles, format: string): Promise<Outcome> {
  if (format !== 'text' && format !== 'json')
    return failure('bad-format', `--format 只能是 text 或 json，不能是 ${format}`);
  const pdf = await readFileBounded(file, MAX_PDF_BYTES);
  if (!pdf.ok) return pdf;
  if (!resemblesPdf(pdf.value)) return failure('not-pdf', '这不是 PDF 文件');
  const anchors = await readAll(trust);
  if (!anchors.ok) return anchors;
  const lists = await readAll(crl);
  if (!lists.ok) return lists;
  const { verifyPdf } = await import('../seal/verify');
  const report = await verifyPdf(pdf.value, {
    ...(trust.length > 0 ? { trust: anchors.value } : {}),
    revocation: lists.value,
  });
  await write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : verifyText(report));
  return success(report.status === 'valid' ? 0 : 1);
}

/** A PDF with a damaged header or a damaged end is still one (and fails verification); other files are bad usage. */
function resemblesPdf(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  const head = latin1.decode(bytes.subarray(0, 1024));
  const tail = latin1.decode(bytes.subarray(-1024));
  return head.includes('%PDF-') || tail.includes('startxref');
}
