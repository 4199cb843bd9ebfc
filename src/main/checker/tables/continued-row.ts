import { isMergedRow } from '../../../shared/merged-cells';
import type { Row, Table } from '../../../shared/model/document';
import { bodyRows, cellText, isMerged, isSpecialRow } from './cell-text';
import type { ColumnPattern } from './column-pattern';
import { matches } from './misfits';
import { sequenceCell } from './sequence';
import type { Joins } from './torn-rows';

const OPEN_END = /[、，（(《“\-—~～]$/;
const CLOSING_START = /^[、，。；：）)》”\-—~～]/;

/** The cells of row `index` and the next one put together, when the next holds nothing but their rests; else null. */
export function continuedRow(
  table: Table,
  index: number,
  patterns: readonly ColumnPattern[],
  joins: () => Joins,
): readonly string[] | null {
  const upper = table.rows[index];
  const lower = table.rows[index + 1];
  if (!upper || !lower || isSpecialRow(lower) || !canJoin(upper, lower, table.rows[index + 2])) return null;
  const tops = patterns.map((_, column) => cellText(upper.cells[column]));
  const rests = patterns.map((_, column) => cellText(lower.cells[column]));
  if (!almostEmpty(rests, patterns) || (tops[keyColumn(patterns)] ?? '') === '') return null;
  const merged = tops.map((top, column) => joined(top, rests[column] ?? '', patterns[column]));
  const typed = patterns.flatMap((pattern, column) => (pattern.grammars.length > 0 ? [column] : []));
  const reads = (column: number, text: string): boolean => {
    const pattern = patterns[column];
    return pattern !== undefined && (matches(text, pattern) || (text === '' && pattern.blank > 1));
  };
  if (!typed.every((column) => reads(column, merged[column] ?? ''))) return null;
  if (typed.some((column) => completed(tops[column] ?? '', rests[column] ?? '', patterns[column])))
    return merged;
  const lone =
    rests.filter((rest) => rest !== '').length === 1 && blankKeys(table, keyColumn(patterns)) === 1;
  if (lone && typed.some((column) => (rests[column] ?? '') !== '')) return merged;
  const textOnly = rests.every((rest, column) => rest === '' || patterns[column]?.grammars.length === 0);
  if (!textOnly || blankKeys(table, keyColumn(patterns)) > 1) return null;
  return rests.some((rest, column) => continues(tops[column] ?? '', rest, joins)) ? merged : null;
}

/** Rows that merged cells hold apart are no pieces of one row. */
function canJoin(upper: Row, lower: Row, next: Row | undefined): boolean {
  return (
    !isMergedRow(lower) &&
    !next?.cells.some((cell) => cell.covered === 'up') &&
    lower.cells.every((cell, column) => cellText(cell) === '' || !isMerged(upper, column))
  );
}

function keyColumn(patterns: readonly ColumnPattern[]): number {
  const sequence = patterns.findIndex((pattern) => pattern.kind === 'sequence');
  return Math.max(0, sequence);
}

function almostEmpty(rests: readonly string[], patterns: readonly ColumnPattern[]): boolean {
  if ((rests[keyColumn(patterns)] ?? '') !== '') return false;
  const filled = rests.filter((rest) => rest !== '').length;
  return filled >= 1 && filled <= Math.max(1, Math.floor(rests.length / 2));
}

function joined(top: string, rest: string, pattern: ColumnPattern | undefined): string {
  if (top === '' || rest === '') return top + rest;
  const weekdays = pattern?.kind === 'date' && /^每?(?:周|星期)/.test(rest);
  const plain = `${top}${rest}`;
  return weekdays && pattern && !matches(plain, pattern) ? `${top}\n${rest}` : plain;
}

/** The upper cell is no value of its column, and becomes one by the rest. */
const completed = (top: string, rest: string, pattern: ColumnPattern | undefined): boolean =>
  pattern !== undefined && rest !== '' && top !== '' && (!matches(top, pattern) || !matches(rest, pattern));

/** Signs that one sentence was cut: open or closing marks at the edge, or a pair of units known from elsewhere. */
function continues(top: string, rest: string, joins: () => Joins): boolean {
  if (top === '' || rest === '') return false;
  if (OPEN_END.test(top) || CLOSING_START.test(rest)) return true;
  if (/[A-Za-z]$/.test(top) && /^[a-z]/.test(rest)) return true;
  if (/\d$/.test(top) && /^\d/.test(rest)) return true;
  return joins()(top.at(-1) ?? '', rest[0] ?? '');
}

/** Rows without a number or name of their own; more than one means that the table is grouped. */
function blankKeys(table: Table, key: number): number {
  let blank = 0;
  for (const row of bodyRows(table)) {
    if (row.cells[key]?.covered) continue;
    if (!isSpecialRow(row) && sequenceCell(cellText(row.cells[key])).kind === 'blank') blank++;
  }
  return blank;
}
