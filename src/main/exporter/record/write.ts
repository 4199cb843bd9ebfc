import { createHash } from 'node:crypto';
import type { ReviewRecord } from '../../../shared/model/record';
import { parseDocument } from '../../document/parse';
import { type FontFolders, fontSet, loadFonts } from '../fonts';
import { layoutReport } from '../layout';
import { renderPdf } from '../render';
import { recordText } from './document';
import { recordSheets } from './sheets';

export interface RecordInput extends FontFolders {
  readonly record: ReviewRecord;
  readonly format: 'pdf' | 'xlsx';
  /** Goes into the PDF: the same record and date give the same bytes. */
  readonly createdAt: Date;
}

/** The review record as PDF or workbook. */
export const writeRecord = (input: RecordInput): Promise<Uint8Array> =>
  input.format === 'pdf' ? asPdf(input) : asXlsx(input.record);

async function asPdf(input: RecordInput): Promise<Uint8Array> {
  const fonts = loadFonts(input);
  const text = recordText(input.record);
  const placed = layoutReport(parseDocument(text), {
    // What no font has is spelt out; the record itself is no draft.
    draft: false,
    title: `${input.record.title}审核记录`,
    summary: null,
    fonts: fontSet(fonts),
  });
  const id = createHash('sha256').update(text).digest().subarray(0, 16);
  return renderPdf(placed, { fonts, createdAt: input.createdAt, id });
}

async function asXlsx(record: ReviewRecord): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const sheets = recordSheets(record).map(({ name, header, widths, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [
      header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
    ],
  }));
  const file = writeExcelFile(sheets);
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
