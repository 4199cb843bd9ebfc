import { compare, negate, shift, zero } from '../../shared/decimal';
import type { ReportDocument, Row, Table } from '../../shared/model/document';
import type { Place } from '../../shared/model/quantity';
import { isMergedTable, originsOf } from '../document/spans';
import { exemptFound, type Found } from './found';
import { scanText } from './scan';
import { type ColumnContext, headerUnit, tableContext } from './table-columns';
import type { StatedUnit } from './units';

/** What was found in one cell. */
export interface CellFound {
  readonly place: Required<Place>;
  readonly found: readonly Found[];
}

const HAS_FIGURE = /[\d０-９〇零一二两三四五六七八九十百千万亿数几]/;

/** Reads the quantities of a table row by row. */
export interface TableReader {
  /** Of the header, at -1, or a row, from the left. */
  readonly read: (row: Row, index: number) => readonly CellFound[];
  /** All that the reading of a row depends on beside the row; null where other rows are looked at. */
  readonly frame: string | null;
}

export function tableReader(document: ReportDocument, table: Table): TableReader {
  const { columns, headerRows } = tableContext(document, table);
  const origins = mergedOrigins(table);
  const read = (row: Row, index: number): readonly CellFound[] => {
    const header = index < headerRows;
    if (!header && index <= headerRows + 1 && isColumnNumbers(row)) return columnNumbers(table, row, index);
    const label = header ? null : rowUnit(textsShown(table, origins, row, index), columns);
    const cells: CellFound[] = [];
    for (const [column, cell] of row.cells.entries()) {
      const { text } = cell.prose;
      if (!HAS_FIGURE.test(text)) continue;
      const context = header ? undefined : columns[column];
      const found = header ? headerFound(text) : cellFound(text, context, context?.unit ?? label);
      if (found.length > 0) cells.push({ place: { block: table.index, row: index, column }, found });
    }
    return cells;
  };
  return { read, frame: origins.length > 0 ? null : JSON.stringify([columns, headerRows]) };
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const LETTERS = 'ABCDEFGHIJ';

/** A row that numbers the columns under a header: 甲 | 乙 | 1 | 2 | 3=1+2. */
function isColumnNumbers(row: Row): boolean {
  const texts = row.cells.map((cell) => cell.prose.text.replace(/\s+/g, '')).filter((text) => text !== '');
  const words = texts.findIndex((text) => !STEMS.includes(text) && !LETTERS.includes(text));
  const numbers = words < 0 ? [] : texts.slice(words);
  return (
    numbers.length >= 2 &&
    (words > 0 || numbers.length >= 3) &&
    numbers.every((text, at) =>
      new RegExp(`^[（(]?${at + 1}[）)]?(?:[=＝][\\d+\\-−×÷*/（()）%]+)?$`).test(text),
    )
  );
}

function columnNumbers(table: Table, row: Row, index: number): readonly CellFound[] {
  return row.cells.flatMap((cell, column) => {
    const { text } = cell.prose;
    if (!/\d/.test(text)) return [];
    const place = { block: table.index, row: index, column };
    return [{ place, found: [exemptFound(0, text.length, 'sequence-number')] }];
  });
}

type Origins = ReturnType<typeof originsOf>;

/** Which cell each cell belongs to; empty where none is merged. */
const mergedOrigins = (table: Table): Origins =>
  isMergedTable(table) ? originsOf([table.header, ...table.rows]) : [];

/** What the cells of a row show: a covered cell shows what the cell that covers it says. */
const textsShown = ({ header, rows }: Table, origins: Origins, row: Row, index: number): readonly string[] =>
  row.cells.map((cell, column) => {
    const origin = cell.covered && origins[index + 1]?.[column];
    if (!origin) return cell.prose.text;
    return (origin.row < 0 ? header : rows[origin.row])?.cells[origin.column]?.prose.text ?? '';
  });

/** `交易笔数（万笔）` as the label of a row gives its bare numbers their unit. */
function rowUnit(texts: readonly string[], columns: readonly ColumnContext[]): StatedUnit | null {
  const text =
    texts.find((shown, column) => columns[column]?.kind !== 'sequence' && /[^\d\s.,%％-]/.test(shown)) ?? '';
  return text.length <= 40 ? headerUnit(text.replace(/\s+/g, '')) : null;
}

/** A header's numbers are dates, names or counts in words: `2025年`, `前10名`. */
const headerFound = (text: string): readonly Found[] => scanText(text, { cell: true });

function cellFound(
  text: string,
  column: ColumnContext | undefined,
  unit: StatedUnit | null,
): readonly Found[] {
  if (column && column.kind !== 'plain') return wholeCell(text, column.kind);
  const measured =
    (unit !== null || column?.measured === true) && /^[（(]?[-+−－△▲]?[\d０-９.,，．]+[）)]?$/.test(text);
  const found = scanText(text, { cell: true, measured });
  const [only] = found;
  if (!only || only.exempt || found.length !== 1) return found;
  const signed = bookkeeping(text, only);
  return [signed.bare && unit && fills(text, signed) ? inUnit(signed, unit) : signed];
}

function wholeCell(text: string, kind: 'sequence' | 'code'): readonly Found[] {
  if (!/[\d０-９]/.test(text)) return [];
  return [exemptFound(0, text.length, kind === 'sequence' ? 'sequence-number' : 'code')];
}

/** `(1,234)` and `△5` are negative in an account. */
function bookkeeping(text: string, found: Found): Found {
  const around = `${text.slice(0, found.start)}…${text.slice(found.end)}`;
  if (!/^(?:[（(]…[）)]|[△▲]…)$/.test(around) || compare(found.value, zero) <= 0) return found;
  return { ...found, start: 0, end: text.length, value: negate(found.value) };
}

/** Whether the figure is all that the cell says, but for a note such as `（约）`. */
const fills = (text: string, found: Found): boolean =>
  !/[\p{L}\p{N}]/u.test(
    (text.slice(0, found.start) + text.slice(found.end)).replace(/约|近|超过?|以上|左右|\*/g, ''),
  );

const inUnit = (found: Found, { unit, power }: StatedUnit): Found => ({
  ...found,
  value: shift(found.value, power),
  unit,
  precision: found.precision + power,
  bare: false,
});
