import type { LedgerTable, Sheet } from '../../../shared/model/ledger';
import { type HeaderRows, headerPaths, headerRowsAt } from './header';
import { proposeMapping, type UnmappedTable } from './mapping';
import { type GridRow, hasFigure, isBanner, isBlankRow, isNoteRow, ownCells } from './rows';
import { signatureOf } from './signature';
import { type Columns, columnKinds, splitColumns } from './split';
import { unitAbove } from './units';
import { shorten, tidy } from './words';

const SAMPLE_ROWS = 5;
/** So many lines above a header can be its title. */
const MOST_LINES = 10;
/** More tables than any workbook has; the rest of such a sheet is no ledger. */
const MOST_TABLES = 500;

/**
 * The tables of all sheets, in order, with a proposed mapping each. A table has an optional title and 单位 rows, a
 * header of one to four rows, and data up to a blank row or a line of notes. Rows behind a blank row that have no
 * header of their own belong to the table above them.
 */
export function findLedgerTables(sheets: readonly Sheet[]): readonly LedgerTable[] {
  return sheets.flatMap((sheet) =>
    findTables(sheet.rows).flatMap((found) => {
      const table = { ...found, sheet: sheet.name, sample: sampleOf(sheet, found) };
      return { ...table, mapping: proposeMapping(table, sheet), remembered: false };
    }),
  );
}

type FoundTable = Omit<UnmappedTable, 'sheet' | 'sample'>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function findTables(rows: readonly GridRow[]): readonly FoundTable[] {
  const tables: FoundTable[] = [];
  let above: readonly string[] = [];
  let waiting: { readonly header: HeaderRows; readonly lines: readonly string[] } | null = null;
  for (const stretch of stretchesOf(rows)) {
    if (tables.length >= MOST_TABLES) break;
    const banners = bannersAt(rows, stretch);
    const from = stretch.from + banners.length;
    const lines = [...above, ...banners].slice(-MOST_LINES);
    if (from === stretch.to) {
      above = lines;
      continue;
    }
    const header = headerRowsAt(rows, from, stretch.to);
    const isHeadless = header.from === header.to;
    const data = { from: header.to, to: stretch.to };
    if (isHeadless && waiting) tables.push(...tablesAt(rows, waiting.header, stretch, waiting.lines));
    else if (isHeadless && !banners.some(isUnitLine) && extend(rows, tables, stretch)) continue;
    else if (hasFigures(rows, data)) tables.push(...tablesAt(rows, header, data, lines));
    // A header may be parted from its data by a blank row.
    waiting = data.from === data.to ? { header, lines } : null;
    above = [];
  }
  return tables;
}

const isUnitLine = (line: string): boolean => unitAbove([line]) !== '';

/** Rows between blank rows and lines of notes. */
function stretchesOf(rows: readonly GridRow[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let isInNotes = false;
  rows.forEach((row, at) => {
    const isBlank = isBlankRow(row);
    isInNotes = !isBlank && (isNoteRow(row) || (isInNotes && ownCells(row).length === 1));
    if (!isBlank && !isInNotes) return;
    if (at > from) stretches.push({ from, to: at });
    from = at + 1;
  });
  if (rows.length > from) stretches.push({ from, to: rows.length });
  return stretches;
}

function bannersAt(rows: readonly GridRow[], { from, to }: Stretch): readonly string[] {
  const columns = usedColumns(rows, from, to);
  const isTitleOnly = columns.to - columns.from === 1 && !hasFigures(rows, { from, to });
  const banners: string[] = [];
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? [];
    if (!isTitleOnly && !isBanner(row, rows[at + 1], columns.from, columns.to)) break;
    banners.push(
      ownCells(row)
        .map(({ text }) => tidy(text))
        .join(' '),
    );
  }
  return banners;
}

function usedColumns(rows: readonly GridRow[], from: number, to: number): Columns {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (let at = from; at < to; at++) {
    const own = ownCells(rows[at]);
    first = Math.min(first, own[0]?.column ?? first);
    last = Math.max(last, own.at(-1)?.column ?? last);
  }
  return last < 0 ? { from: 0, to: 0 } : { from: first, to: last + 1 };
}

function hasFigures(rows: readonly GridRow[], { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (hasFigure(rows[at])) return true;
  return false;
}

/** Lets the tables above go on through rows without a header; false when none of them reaches over all columns. */
function extend(rows: readonly GridRow[], tables: FoundTable[], { from, to }: Stretch): boolean {
  const last = tables.at(-1);
  if (!last) return false;
  const first = tables.findLastIndex(({ headerFrom }) => headerFrom !== last.headerFrom) + 1;
  const beside = tables.slice(first);
  const used = usedColumns(rows, from, to);
  const left = Math.min(...beside.map(({ columnFrom }) => columnFrom));
  const right = Math.max(...beside.map(({ columnFrom, headers }) => columnFrom + headers.length));
  if (used.from < left || used.to > right) return false;
  beside.forEach((table, index) => {
    tables[first + index] = { ...table, dataTo: to };
  });
  return true;
}

function tablesAt(
  rows: readonly GridRow[],
  header: HeaderRows,
  data: Stretch,
  lines: readonly string[],
): readonly FoundTable[] {
  const used = usedColumns(rows, header.from, data.to);
  const headers = headerPaths(rows, header, used.from, used.to);
  const kinds = columnKinds(rows, data.from, data.to);
  // 单位：万元 may stand in the corner of a header.
  const corners = headers.flatMap((path) => path.slice(0, 1));
  const unit = unitAbove([...lines].reverse()) || unitAbove(corners);
  return splitColumns(used, kinds, headers).map(({ from, to }): FoundTable => {
    const own = headers.slice(from - used.from, to - used.from);
    return {
      title: shorten(lines.join(' ')),
      unit,
      headerFrom: header.from,
      dataFrom: data.from,
      dataTo: data.to,
      columnFrom: from,
      headers: own,
      signature: signatureOf(own),
    };
  });
}

function sampleOf(sheet: Sheet, table: FoundTable): readonly (readonly string[])[] {
  const to = Math.min(table.dataTo, table.dataFrom + SAMPLE_ROWS);
  return sheet.rows
    .slice(table.dataFrom, to)
    .map((row) =>
      row
        .slice(table.columnFrom, table.columnFrom + table.headers.length)
        .map((cell) => shorten(cell.text.trim())),
    );
}
