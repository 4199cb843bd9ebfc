import type { SealReport } from '../../shared/model/seal';
import { failure, success } from '../../shared/result';
import { readFileBounded } from '../files';
import type { Outcome } from './main';
import { write } from './output';

const MAX_PDF_BYTES = 512 * 1024 * 1024;
const MAX_CERTIFICATE_BYTES = 1024 * 1024;

const VERDICTS: Readonly<Record<SealReport['status'], string>> = {
  valid: '签章有效，签章后没有改动',
  invalid: '签章无效',
  unsigned: '没有签章',
  unreadable: '文件已损坏，无法验证',
};

/** `gouji verify`: 0 only for a seal that holds over the whole file. */
export async function verify(file: string, trust: string | undefined, format: string): Promise<Outcome> {
  if (format !== 'text' && format !== 'json')
    return failure('bad-format', `--format 只能是 text 或 json，不能是 ${format}`);
  const pdf = await readFileBounded(file, MAX_PDF_BYTES);
  if (!pdf.ok) return pdf;
  if (!resemblesPdf(pdf.value)) return failure('not-pdf', '这不是 PDF 文件');
  const certificate = trust === undefined ? null : await readFileBounded(trust, MAX_CERTIFICATE_BYTES);
  if (certificate && !certificate.ok) return certificate;
  const { verifyPdf } = await import('../seal/verify');
  const report = await verifyPdf(pdf.value, certificate ? { trust: [certificate.value] } : {});
  await write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : asText(report));
  return success(report.status === 'valid' ? 0 : 1);
}

/** A PDF with a damaged header or a damaged end is still one (and fails verification); other files are bad usage. */
function resemblesPdf(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  const head = latin1.decode(bytes.subarray(0, 1024));
  const tail = latin1.decode(bytes.subarray(-1024));
  return head.includes('%PDF-') || tail.includes('startxref');
}

function asText(report: SealReport): string {
  const signatures = report.signatures.flatMap((one, index) => [
    `签章 ${index + 1}：${one.signer}（颁发者 ${one.issuer}），${one.signedAt || '时间不明'}，${one.algorithm}`,
    `    完整性：${one.integrity ? '通过' : '未通过'}；覆盖全文：${one.coversWholeDocument ? '是' : '否'}；证书：${one.trust}`,
    ...one.problems.map((problem) => `    ✗ ${problem}`),
  ]);
  const problems = report.problems.map((problem) => `✗ ${problem}`);
  return `${[VERDICTS[report.status], ...signatures, ...problems].join('\n')}\n`;
}
