import type { DataTable } from '../../../shared/ipc';
import type { Analysis } from '../../../shared/model/analysis';
import { figureSheet, quoteSheet, type SheetTable, type TableCell, tieSheet } from './columns';

export interface TableInput {
  readonly analysis: Analysis;
  readonly table: DataTable;
  readonly format: 'xlsx' | 'csv';
  /** Positions in the table's full list of rows, in the order wanted. */
  readonly rows: readonly number[];
}

const SHEETS: Readonly<Record<DataTable, (analysis: Analysis) => SheetTable>> = {
  figures: figureSheet,
  ties: tieSheet,
  quotes: quoteSheet,
};

/** One of the data tables as a workbook or CSV file, with the rows as they are shown. Unknown positions are left out. */
export async function writeTable({ analysis, table, format, rows }: TableInput): Promise<Uint8Array> {
  const all = SHEETS[table](analysis);
  const chosen = { ...all, rows: rows.flatMap((at) => (all.rows[at] ? [all.rows[at]] : [])) };
  return format === 'csv' ? asCsv(chosen) : asXlsx(chosen);
}

/** Excel keeps fifteen digits: a number of more is written as text, never rounded. */
const DIGITS = 15;

const digitsOf = (number: string): number => number.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;

async function asXlsx({ name, header, widths, rows }: SheetTable): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map(excelCell));
  const file = writeExcelFile([head, ...body], {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

function excelCell(cell: TableCell) {
  if ('text' in cell) return cell.text === '' ? null : { value: cell.text, type: String };
  if (digitsOf(cell.number) > DIGITS) return { value: cell.number, type: String };
  return { value: Number(cell.number), type: Number };
}

/** Excel takes these for formulas: a text that begins so gets a sign in front that keeps it a text. */
const FORMULA = /^[=+\-@\t\r]/;

function asCsv({ header, rows }: SheetTable): Uint8Array {
  const lines = [header.map((value) => quoted(value)), ...rows.map((row) => row.map(csvCell))];
  // The mark tells Excel that this is UTF-8.
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
}

function csvCell(cell: TableCell): string {
  if ('number' in cell) return cell.number;
  return quoted(FORMULA.test(cell.text) ? `'${cell.text}` : cell.text);
}

/** RFC 4180. */
const quoted = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
