import type { SheetCell } from '../../../shared/model/ledger';
import { type GridRow, isHeaderLike, isNumbering, ownCells } from './rows';
import { distinct, isBlankCell, tidy } from './words';

const MOST_LEVELS = 4;

export interface HeaderRows {
  readonly from: number;
  /** First row of data. */
  readonly to: number;
}

/** How far the header that begins at `from` reaches: `to` equals `from` when there is none. */
export function headerRowsAt(rows: readonly GridRow[], from: number, end: number): HeaderRows {
  if (from >= end || !isHeaderLike(rows[from])) return { from, to: from };
  let to = from + 1;
  while (to < end && to - from < MOST_LEVELS && goesOn(rows[to - 1], rows[to])) to++;
  // Figures may happen to be 1, 2, 3; the last row of a table is no numbering of its columns.
  if (to + 1 < end && isNumbering(rows[to])) to++;
  return { from, to };
}

/** A row carries on a header whose cells reach down into it, or group the texts that stand in it. */
function goesOn(upper: GridRow = [], lower: GridRow = []): boolean {
  if (!isHeaderLike(lower)) return false;
  if (lower.some((cell) => cell.covered === 'up')) return true;
  const first = ownCells(lower)[0];
  const grouped = upper.filter(
    (cell, column) => cell.covered === 'left' && !isBlankCell(lower[column]),
  ).length;
  if (grouped > 0) return true;
  // Groups written without merging: 2024年 over the first of its columns, nothing over the others.
  const head = upper.findIndex((cell) => !isBlankCell(cell));
  const isUnderLabels = first !== undefined && first.column > head;
  return isUnderLabels && continuedColumns(upper, lower).includes(true);
}

/** Blank cells that belong to the text on their left: below both stand texts that tell them apart. */
function continuedColumns(upper: GridRow, lower: GridRow): readonly boolean[] {
  let isOpen = false;
  return upper.map((cell, column) => {
    const isNamed = !isBlankCell(cell);
    isOpen = !isBlankCell(lower[column]) && (isOpen || isNamed);
    return isOpen && !isNamed;
  });
}

/** Header texts of each column of `[left, right)` from the top down. */
export function headerPaths(
  rows: readonly GridRow[],
  header: HeaderRows,
  left: number,
  right: number,
): readonly (readonly string[])[] {
  const levels: string[][] = [];
  for (let at = header.from; at < header.to; at++) {
    const row = rows[at] ?? [];
    if (at > header.from && isNumbering(row)) continue;
    const lower = at + 1 < header.to ? (rows[at + 1] ?? []) : [];
    levels.push(levelOf(row, lower, levels.at(-1), left, right));
  }
  return Array.from({ length: right - left }, (_, column) =>
    distinct(levels.map((level) => level[column] ?? '')),
  );
}

function levelOf(
  row: GridRow,
  lower: GridRow,
  above: readonly string[] | undefined,
  left: number,
  right: number,
): string[] {
  const isMerged = row.some((cell) => cell.covered === 'left');
  const continued = isMerged ? [] : continuedColumns(row, lower);
  const level: string[] = [];
  for (let column = left; column < right; column++) {
    const cell = row[column];
    const at = column - left;
    if (cell?.covered === 'left') level.push(level[at - 1] ?? textLeftOf(row, column));
    else if (cell?.covered === 'up') level.push(above?.[at] ?? '');
    else if (!isBlankCell(cell)) level.push(headerText(cell));
    else level.push(continued[column] ? (level[at - 1] ?? '') : '');
  }
  return level;
}

/** The text of a merged cell that begins left of the table's own columns. */
function textLeftOf(row: GridRow, column: number): string {
  let at = column;
  while (at > 0 && row[at]?.covered === 'left') at--;
  return headerText(row[at]);
}

/** A date in a header is a month or a day, whatever way the program shows it. */
function headerText(cell: SheetCell | undefined): string {
  if (!cell) return '';
  return cell.date !== '' && /^[A-Z][a-z]{2}-\d{2}$/.test(cell.text)
    ? cell.date.slice(0, 7)
    : tidy(cell.text);
}
