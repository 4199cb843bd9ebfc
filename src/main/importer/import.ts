import { failure, type Result, success } from '../../shared/result';
import { decode, type Encoding } from './decode';

export interface Imported {
  /** Working text: LF line ends, no byte-order mark. */
  readonly text: string;
  readonly format: 'markdown' | 'text';
  readonly encoding: Encoding;
}

/** Files known by their first bytes that are no text; each gets its own sentence. */
const SIGNATURES: readonly { readonly bytes: string; readonly what: string }[] = [
  { bytes: '%PDF-', what: 'PDF文件' },
  { bytes: 'PK\u0003\u0004', what: 'Word、Excel或压缩文件' },
  { bytes: '\u00d0\u00cf\u0011\u00e0', what: '旧版Office文件' },
  { bytes: '\u0089PNG', what: '图片' },
  { bytes: '\u00ff\u00d8\u00ff', what: '图片' },
  { bytes: '{\\rtf', what: 'RTF文件' },
];

/** A draft's bytes → working text. Errors: `empty`, `wrong-format`, `not-text`. */
export function importReport(bytes: Uint8Array, fileName: string): Result<Imported> {
  if (bytes.length === 0) return failure('empty', '文件是空的，没有可检查的内容');
  const head = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
  const known = SIGNATURES.find((signature) => head.startsWith(signature.bytes));
  if (known)
    return failure('wrong-format', `这是${known.what}，请提供 Markdown 或纯文本（.md、.txt）格式的报告`);
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return failure('empty', '文件里只有空白，没有可检查的内容');
  const format = /\.(txt|text)$/i.test(fileName) ? 'text' : 'markdown';
  return success({ text, format, encoding: decoded.value.encoding });
}
