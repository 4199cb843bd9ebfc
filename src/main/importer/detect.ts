import { failure, type Result, success } from '../../shared/result';

/** What a file is by its first bytes; its name only decides where the bytes leave a choice. */
export type FileKind = 'package' | 'text';

interface Signature {
  readonly bytes: string;
  readonly code: string;
  readonly message: string;
}

const NO_REPORT = '请提供 Word（.docx）、HTML、Markdown 或纯文本格式的报告';

const SIGNATURES: readonly Signature[] = [
  { bytes: '%PDF-', code: 'wrong-format', message: `这是PDF文件，${NO_REPORT}` },
  { bytes: '\u0089PNG', code: 'wrong-format', message: `这是图片，${NO_REPORT}` },
  { bytes: '\u00ff\u00d8\u00ff', code: 'wrong-format', message: `这是图片，${NO_REPORT}` },
  { bytes: 'GIF8', code: 'wrong-format', message: `这是图片，${NO_REPORT}` },
  { bytes: '{\\rtf', code: 'wrong-format', message: `这是RTF文件，请在 Word 或 WPS 里另存为 .docx 再导入` },
  { bytes: 'Rar!', code: 'wrong-format', message: '这是压缩文件，请先解压，再导入里面的报告' },
  { bytes: '7z\u00bc\u00af', code: 'wrong-format', message: '这是压缩文件，请先解压，再导入里面的报告' },
];

const OLE = '\u00d0\u00cf\u0011\u00e0';

/** Errors: `empty`, `wrong-format`, `encrypted`, `legacy-office`. */
export function detectKind(bytes: Uint8Array): Result<FileKind> {
  if (bytes.length === 0) return failure('empty', '文件是空的，没有可检查的内容');
  const head = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
  if (head.startsWith('PK')) return success('package');
  if (head.startsWith(OLE)) return legacyFailure(bytes);
  const known = SIGNATURES.find((signature) => head.startsWith(signature.bytes));
  return known ? failure(known.code, known.message) : success('text');
}

/** Office files before 2007, and the shell that Office puts around an encrypted one ([MS-OFFCRYPTO] §2.3). */
function legacyFailure(bytes: Uint8Array): Result<never> {
  const names = new TextDecoder('latin1').decode(bytes).replaceAll('\u0000', '');
  if (names.includes('EncryptedPackage')) {
    return failure('encrypted', '文件有密码保护，请先在 Word、WPS 或 Excel 里取消密码再导入');
  }
  if (names.includes('WordDocument')) {
    return failure('legacy-office', '这是旧版 Word 文档（.doc），请在 Word 或 WPS 里另存为 .docx 再导入');
  }
  if (names.includes('Workbook') || names.includes('Book')) {
    return failure('legacy-office', '这是旧版 Excel 表格（.xls），请在 Excel 或 WPS 里另存为 .xlsx 再导入');
  }
  return failure('legacy-office', '这是旧版 Office 文件，请另存为 .docx 或 .xlsx 再导入');
}

/** What kind of document an Office package holds, told by its parts. */
export function packageKind(
  names: readonly string[],
): 'word' | 'excel' | 'slides' | 'open-document' | 'archive' {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (!has(/^\[Content_Types\]\.xml$/i)) return has(/^mimetype$/) ? 'open-document' : 'archive';
  if (has(/^xl\//i)) return 'excel';
  if (has(/^ppt\//i)) return 'slides';
  return 'word';
}

/** True for text that is a web page, whatever the file is called. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096).replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/, '');
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(head);
}

/** Text formats that look like a report and are not: each gets its own sentence. */
export function refusedText(text: string): Result<true> {
  const head = text.slice(0, 2048);
  if (/^\s*MIME-Version:/i.test(head)) {
    return failure('wrong-format', '这是单个文件网页（.mht），请在 Word 或 WPS 里另存为 .docx 再导入');
  }
  if (
    /^\uFEFF?\s*<\?xml/.test(head) &&
    /mso-application|<pkg:package|<w:wordDocument|urn:schemas-microsoft-com:office:spreadsheet/.test(head)
  ) {
    return failure('wrong-format', '这是 XML 格式的 Office 文件，请另存为 .docx 或 .xlsx 再导入');
  }
  return success(true);
}
