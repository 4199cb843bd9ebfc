import type { Sheet } from '../../../shared/model/ledger';
import type { ImportNote } from '../../../shared/model/source';
import { failure, type Result, success } from '../../../shared/result';
import { ImportError } from '../bounds';
import { decode } from '../decode';
import { detectKind, looksLikeHtml, packageKind, refusedText } from '../detect';
import { openPackage } from '../package';
import { readCsv } from './csv';
import { readXlsx, type Sheets } from './xlsx';

/** A workbook or a delimited text file as sheets. */
export interface SheetFile {
  readonly sheets: readonly Sheet[];
  readonly kind: 'xlsx' | 'csv';
  readonly notes: readonly ImportNote[];
}

const WANTED = '请提供 Excel 工作簿（.xlsx）或 CSV 格式的台账';

const NOT_EXCEL: Readonly<Record<string, string>> = {
  word: `这是 Word 文档，${WANTED}`,
  slides: `这是演示文稿，${WANTED}`,
  'open-document': '这是 OpenDocument 文件，请在 Excel 或 WPS 里另存为 .xlsx 再导入',
  archive: '这是压缩文件，请先解压，再导入里面的台账',
};

/**
 * A ledger file's bytes → sheets. Errors: `empty`, `wrong-format`, `not-text`, `encrypted`, `legacy-office`,
 * `broken-workbook`, `broken-csv`, and the codes of `ImportError`.
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Result<SheetFile>> {
  if (bytes.length === 0) return failure('empty', '文件是空的，没有可读取的内容');
  const kind = detectKind(bytes);
  if (!kind.ok) {
    return kind.error.code === 'wrong-format' ? failure('wrong-format', `这不是表格文件，${WANTED}`) : kind;
  }
  try {
    return kind.value === 'package' ? await fromPackage(bytes, fileName) : fromText(bytes, fileName);
  } catch (thrown) {
    if (thrown instanceof ImportError) return failure(thrown.code, thrown.message);
    throw thrown;
  }
}

async function fromPackage(bytes: Uint8Array, fileName: string): Promise<Result<SheetFile>> {
  const pack = await openPackage(bytes);
  const refused = NOT_EXCEL[packageKind(pack.names)];
  if (refused) return failure('wrong-format', refused);
  const isNamed = /\.(?:xlsx|xlsm|xltx|xltm|et)$/i.test(fileName);
  return finished('xlsx', await readXlsx(pack), isNamed ? [] : [extensionNote(fileName, 'Excel 工作簿')]);
}

function fromText(bytes: Uint8Array, fileName: string): Result<SheetFile> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (text.trim() === '') return failure('empty', '文件里只有空白，没有可读取的内容');
  if (looksLikeHtml(text)) {
    return failure('wrong-format', '这是网页格式的表格，请在 Excel 或 WPS 里另存为 .xlsx 再导入');
  }
  if (!refusedText(text).ok) {
    return failure('wrong-format', '这是 XML 格式的 Office 文件，请在 Excel 或 WPS 里另存为 .xlsx 再导入');
  }
  const name = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '') || '台账';
  const isNamed = /\.(?:csv|tsv|txt|text|tab)$/i.test(fileName);
  return finished('csv', readCsv(text, name), isNamed ? [] : [extensionNote(fileName, 'CSV 文本')]);
}

function finished(
  kind: SheetFile['kind'],
  { sheets, notes }: Sheets,
  first: readonly ImportNote[],
): Result<SheetFile> {
  if (sheets.length === 0) return failure('empty', '文件里没有带内容的工作表');
  return success({ sheets, kind, notes: [...first, ...notes] });
}

const extensionNote = (fileName: string, what: string): ImportNote => ({
  code: 'extension',
  message: `“${fileName}”的扩展名与内容不符，内容是${what}，已按${what}读取`,
  places: [],
});
