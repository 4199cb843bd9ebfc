import type {
  ImportNote,
  LosslessProof,
  SourceFormat,
  SourceMap,
  SourceMark,
} from '../../shared/model/source';
import { failure, type Result, success } from '../../shared/result';
import { type Parse, parseOnce } from '../document/parse';
import { BOUNDS, ImportError } from './bounds';
import { censusMarkdown } from './census/markdown';
import { decode, type Encoding } from './decode';
import { detectKind, looksLikeHtml, packageKind, refusedText } from './detect';
import { htmlCharset } from './html/charset';
import { markdownMap } from './markdown';
import { proveLossless } from './proof';
import type { Census, SourceDocument } from './source-document';

/** A draft as imported. */
export interface Imported {
  /** Working text: LF line ends, no byte-order mark. */
  readonly text: string;
  readonly format: SourceFormat;
  /** Of the text, or of the XML inside a package. */
  readonly encoding: Encoding;
  readonly map: SourceMap;
  readonly marks: readonly SourceMark[];
  readonly notes: readonly ImportNote[];
  /** With differences, the import must not go on unless a person says so. */
  readonly proof: LosslessProof;
}

type Progress = (done: number) => void;

// Each format's reader is loaded when a file of it comes: a Markdown report must not wait for Word's.

/**
 * A draft's bytes → working text, proved against the source. Errors: `empty`, `wrong-format`, `not-text`,
 * `encrypted`, `legacy-office`, `not-a-report`, and the codes of `ImportError`. `parse` reads the
 * working text; whoever checks it afterwards hands in a `parseOnce`.
 */
export async function importReport(
  bytes: Uint8Array,
  fileName: string,
  onProgress: Progress = () => {},
  parse: Parse = parseOnce(),
): Promise<Result<Imported>> {
  const kind = detectKind(bytes);
  if (!kind.ok) return kind;
  try {
    return kind.value === 'package'
      ? await importPackage(bytes, fileName, onProgress, parse)
      : await importText(bytes, fileName, onProgress, parse);
  } catch (thrown) {
    if (thrown instanceof ImportError) return failure(thrown.code, thrown.message);
    // What the engine says when a string, an array or the stack would grow beyond its limits.
    if (thrown instanceof RangeError) {
      return failure('too-large', '文件内容过多或嵌套过深，超出可处理的范围，已停止读取');
    }
    throw thrown;
  }
}

const NOT_WORD: Readonly<Record<string, readonly [string, string]>> = {
  excel: ['not-a-report', '这是 Excel 表格，不是报告；台账请在“台账”里导入'],
  slides: ['wrong-format', '这是演示文稿，请提供 Word（.docx）、HTML、Markdown 或纯文本格式的报告'],
  'open-document': ['wrong-format', '这是 OpenDocument 文件，请在 Word 或 WPS 里另存为 .docx 再导入'],
  archive: ['wrong-format', '这是压缩文件，请先解压，再导入里面的报告'],
};

async function importPackage(
  bytes: Uint8Array,
  fileName: string,
  onProgress: Progress,
  parse: Parse,
): Promise<Result<Imported>> {
  const [{ openPackage }, { readDocx }, { censusDocx }] = await Promise.all([
    import('./package'),
    import('./docx/read'),
    import('./census/docx'),
  ]);
  const pack = await openPackage(bytes);
  const refused = NOT_WORD[packageKind(pack.names)];
  if (refused) return failure(refused[0], refused[1]);
  const source = await readDocx(pack);
  onProgress(0.4);
  const census = await censusDocx(pack);
  onProgress(0.7);
  const notes = /\.(?:docx|docm|dotx|dotm|wps)$/i.test(fileName)
    ? []
    : [extensionNote(fileName, 'Word 文档')];
  const imported = await composed(source, census, 'word', 'utf-8', notes, parse);
  onProgress(1);
  return imported;
}

async function importText(
  bytes: Uint8Array,
  fileName: string,
  onProgress: Progress,
  parse: Parse,
): Promise<Result<Imported>> {
  const decoded = decode(bytes, htmlCharset(bytes));
  if (!decoded.ok) return decoded;
  const { encoding } = decoded.value;
  const text = decoded.value.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return failure('empty', '文件里只有空白，没有可检查的内容');
  if (text.length > BOUNDS.characters) return failure('too-large', '文件内容过多，超出可处理的范围');
  const accepted = refusedText(text);
  if (!accepted.ok) return accepted;
  const extension = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (looksLikeHtml(text) || /^x?html?$/.test(extension)) {
    const notes = /^x?html?$/.test(extension) ? [] : [extensionNote(fileName, '网页')];
    const [{ readHtml }, { censusHtml }] = await Promise.all([
      import('./html/read'),
      import('./census/html'),
    ]);
    const source = readHtml(text);
    onProgress(0.5);
    return composed(source, censusHtml(text), 'html', encoding, notes, parse);
  }
  if (/^(?:csv|tsv)$/.test(extension)) {
    return failure('not-a-report', '这是 CSV 表格，不是报告；台账请在“台账”里导入');
  }
  if (/^(?:docx?|docm|dotx?|wps|xlsx?|xlsm|pdf|rtf|odt|pptx?)$/.test(extension)) {
    return failure(
      'wrong-format',
      `文件的扩展名是 .${extension}，内容却是纯文本；请核对文件，或把扩展名改为 .txt 再导入`,
    );
  }
  if (/^(?:txt|text)$/.test(extension)) {
    const [{ readText }, { censusText }] = await Promise.all([
      import('./text/read'),
      import('./census/text'),
    ]);
    return composed(readText(text), censusText(text), 'text', encoding, [], parse);
  }
  const proof = proveLossless(censusMarkdown(text), text, [], { verbatim: true, parse });
  onProgress(1);
  return success({
    text,
    format: 'markdown',
    encoding,
    map: markdownMap(text, parse),
    marks: [],
    notes: [],
    proof,
  });
}

async function composed(
  source: SourceDocument,
  census: Census,
  format: SourceFormat,
  encoding: Encoding,
  notes: readonly ImportNote[],
  parse: Parse,
): Promise<Result<Imported>> {
  const { compose } = await import('./compose');
  const { text, map, marks, generated } = compose(source);
  if (text.trim() === '') return failure('empty', '文件里没有可检查的文字');
  if (text.length > BOUNDS.characters) return failure('too-large', '文件内容过多，超出可处理的范围');
  const proof = proveLossless(census, text, generated, { parse });
  return success({ text, format, encoding, map, marks, notes: [...notes, ...source.notes], proof });
}

const extensionNote = (fileName: string, what: string): ImportNote => ({
  code: 'extension',
  message: `“${fileName}”的扩展名与内容不符，内容是${what}，已按${what}读取`,
  places: [],
});
