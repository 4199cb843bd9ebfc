import Papa from 'papaparse';
import type { Sheet, SheetCell } from '../../../shared/model/ledger';
import type { ImportNote } from '../../../shared/model/source';
import { ImportError } from '../bounds';
import { plainDate } from './dates';
import { delimiterOf } from './delimiter';
import { EMPTY_CELL, newBudget, spendCells, spendText } from './grid';
import { plainNumber } from './plain-number';
import type { Sheets } from './xlsx';

const MOST_PLACES = 20;

/** Text with delimiters → one sheet. Throws `ImportError`: `broken-csv`, `too-large`. */
export function readCsv(text: string, name: string): Sheets {
  const { delimiter, from } = delimiterOf(text);
  // One kind of line end: the parser goes by the first it finds.
  const records = recordsOf(text.slice(from).replace(/\r\n?/g, '\n'), delimiter);
  const widths = records.map((record) => record.length);
  const width = widths.reduce((most, count) => Math.max(most, count), 0);
  spendCells(newBudget(), width * records.length);
  const rows = records.map((record) => {
    const cells = new Array<SheetCell>(width).fill(EMPTY_CELL);
    record.forEach((field, column) => {
      if (field !== '') cells[column] = cellOf(field);
    });
    return cells;
  });
  const sheet = { name, top: 0, left: 0, rows, widths };
  return { sheets: rows.length > 0 ? [sheet] : [], notes: raggedNote(sheet, width) };
}

/**
 * The fields of each record. A quotation mark that is never closed would swallow all that follows: such a file is
 * refused rather than read.
 */
function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  const budget = newBudget();
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    skipEmptyLines: false,
    step({ data, errors }) {
      const [slip] = errors.filter(({ type }) => type === 'Quotes');
      if (slip) {
        throw new ImportError(
          'broken-csv',
          `第 ${records.length + 1} 行的引号没有成对，无法确定各格的位置；请改正后再导入`,
        );
      }
      spendCells(budget, data.length);
      for (const field of data) spendText(budget, field);
      records.push(data);
    },
  });
  while (records.length > 0 && isBlank(records.at(-1))) records.pop();
  return records;
}

const isBlank = (record: readonly string[] = []): boolean => record.every((field) => field.trim() === '');

function cellOf(text: string): SheetCell {
  const number = plainNumber(text);
  return { text, number, date: number === '' ? plainDate(text) : '' };
}

/** Lines of one cell are titles and notes, and no concern. */
function raggedNote({ name, widths }: Required<Sheet>, width: number): readonly ImportNote[] {
  const short = widths.flatMap((count, row) => (count > 1 && count < width ? [`${name}!A${row + 1}`] : []));
  if (short.length === 0) return [];
  const message = `有 ${short.length} 行的格数比其他行少，已在行末补上空格`;
  return [{ code: 'ragged-row', message, places: short.slice(0, MOST_PLACES) }];
}
