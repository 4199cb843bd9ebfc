import { remembered, rememberedText } from '../../../shared/memo';
import type { Table } from '../../../shared/model/document';
import { rowwise, unmoved } from '../../document/rows';
import { headerCells } from '../../document/spans';
import { cellText, compactText, isBlank, isSpecialRow } from './cell-text';

/** What a sequence cell holds. `text`: words without a number, as a group heading has. */
export type SequenceCell =
  | { readonly kind: 'number'; readonly value: number; readonly plain: boolean }
  | { readonly kind: 'sub' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }
  | { readonly kind: 'odd' };

const NUMBER = /^(?:No\.?|NO\.?|第)?[（(]?(\d{1,5})[）)]?[.、．]?[*＊※]?$/;
const SUB_NUMBER = /^[（(]?\d{1,3}(?:\.0?[1-9]\d?|[-－_][1-9]\d?){1,3}[）)]?[.、]?$/;
const MARKED = /^(\d{1,4})(?:[（(［[【〔]|[*＊※+])/;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const HAN = /^[（(]?([一二三四五六七八九十]{1,3})[）)]?[、.．]?$/;
const HAN_DIGITS = '一二三四五六七八九';

/** Reads a cell of a 序号 column; `text` as `cellText` gives it. */
export const sequenceCell = rememberedText((text): SequenceCell => {
  if (isBlank(text)) return { kind: 'blank' };
  const number = NUMBER.exec(text);
  if (number) return { kind: 'number', value: Number(number[1]), plain: /^\d+$/.test(text) };
  const marked = MARKED.exec(text);
  if (marked) return { kind: 'number', value: Number(marked[1]), plain: false };
  if (text.length === 1 && CIRCLED.includes(text)) {
    return { kind: 'number', value: CIRCLED.indexOf(text) + 1, plain: false };
  }
  if (SUB_NUMBER.test(text)) return { kind: 'sub' };
  return /\d/.test(text) ? { kind: 'odd' } : { kind: 'text' };
});

/** `十二` → 12; null for anything else. */
export function hanNumber(text: string): number | null {
  const match = HAN.exec(text);
  if (!match) return null;
  const digits = match[1] ?? '';
  if (!digits.includes('十')) return digits.length === 1 ? HAN_DIGITS.indexOf(digits) + 1 : null;
  const [tens = '', ones = ''] = digits.split('十');
  return (tens ? HAN_DIGITS.indexOf(tens) + 1 : 1) * 10 + (ones ? HAN_DIGITS.indexOf(ones) + 1 : 0);
}

const SEQUENCE_HEADER = /^(?:序号|编号|序|项次|项目序号|行次|次序|顺序号?|No\.?|NO\.?|no\.?|#|№)$/;

/** The index of the column that numbers the rows 1, 2, 3 …, or -1. */
export const sequenceColumn = remembered((table: Table): number => {
  const headers = headerCells(table).map((cells) => compactText(cells.at(-1)));
  const width = Math.min(headers.length, 4);
  for (let column = 0; column < width; column++) {
    const header = headers[column] ?? '';
    if (SEQUENCE_HEADER.test(header) && countsUp(table, column, 3, 0.5)) return column;
  }
  return (headers[0] ?? '') === '' && countsUp(table, 0, 5, 0.8) ? 0 : -1;
});

/** Whether at least `least` cells are numbers that rise by one: from cell to cell, or counted from the top. */
function countsUp(table: Table, column: number, least: number, share: number): boolean {
  const values = numbersDown(table, column);
  const numbers = values.filter((value) => value !== null);
  if (numbers.length < least || numbers.length < values.length * 0.6) return false;
  const pairs = values.slice(1).flatMap((value, at) => {
    const before = values[at];
    return value === null || before === null || before === undefined
      ? []
      : [value === before + 1 || value === 1];
  });
  const steps = pairs.filter((rises) => rises).length;
  if (steps >= Math.max(1, pairs.length * share)) return true;
  const offsets = new Map<number, number>();
  values.forEach((value, at) => {
    if (value !== null) offsets.set(value - at, (offsets.get(value - at) ?? 0) + 1);
  });
  const most = [...offsets.values()].reduce((high, one) => Math.max(high, one), 0);
  return most >= Math.max(3, values.length * 0.6);
}

/** The column's numbers from top to bottom; null for a cell that should be one and is not. */
const numbersDown = (table: Table, column: number): readonly (number | null)[] =>
  numbersInRows(table, column, String(column)).slice(table.headerRows).flat();

const numbersInRows = rowwise((row, _, column: number): readonly (number | null)[] => {
  if (row.cells[column]?.covered) return [];
  const text = cellText(row.cells[column]);
  const han = hanNumber(text);
  if (han !== null) return [han];
  if (isSpecialRow(row)) return [];
  const cell = sequenceCell(text);
  if (cell.kind === 'blank' || cell.kind === 'text' || cell.kind === 'sub') return [];
  return [cell.kind === 'number' ? cell.value : null];
}, unmoved);

/** The number that row `index` must bear, from its nearest numbered neighbours; null when they do not agree. */
export function expectedNumber(table: Table, column: number, index: number): number | null {
  const before = neighbour(table, column, index, -1);
  const after = neighbour(table, column, index, 1);
  const isFirst = index - table.headerRows <= 1;
  if (before === null) return after !== null && after > 1 && isFirst ? after - 1 : null;
  if (after === null || after === before + 2) return before + 1;
  return null;
}

/** A neighbour is looked for in this many rows, those that a merged number covers included. */
const FARTHEST = 60;

function neighbour(table: Table, column: number, index: number, step: 1 | -1): number | null {
  for (let at = index + step, seen = 0, far = 0; seen < 3 && far < FARTHEST; at += step, far++) {
    const row = table.rows[at];
    if (!row || at < table.headerRows) return null;
    if (row.cells[column]?.covered) continue;
    seen++;
    const cell = sequenceCell(cellText(row.cells[column]));
    if (cell.kind === 'number') return cell.value;
    if (cell.kind === 'odd') return null;
  }
  return null;
}
