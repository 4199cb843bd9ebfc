import { plainDate } from '../../../../src/main/importer/sheets/dates';
import { plainNumber } from '../../../../src/main/importer/sheets/plain-number';
import type { Sheet, SheetCell } from '../../../../src/shared/model/ledger';

/** A cell that shows a text: `<` and `^` are covered from the left and from above. */
export function cellOf(text: string): SheetCell {
  if (text === '<') return { text: '', number: '', date: '', covered: 'left' };
  if (text === '^') return { text: '', number: '', date: '', covered: 'up' };
  return { text, number: plainNumber(text), date: plainDate(text) };
}

/** A sheet from lines whose cells are parted by `|`. */
export function sheetOf(lines: string, place: { readonly top?: number; readonly left?: number } = {}): Sheet {
  const rows = lines
    .replace(/^\n|\n *$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((text) => text.trim()));
  const width = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => cellOf(row[column] ?? '')));
  return { name: '台账', top: place.top ?? 0, left: place.left ?? 0, rows: full };
}
