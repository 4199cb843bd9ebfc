import type { Table } from '../../../shared/model/document';
import { cellText, compactText, isBlank, isSpecialRow } from './cell-text';

/** What a sequence cell holds. `text`: words without a number, as a group heading has. */
export type SequenceCell =
  | { readonly kind: 'number'; readonly value: number; readonly plain: boolean }
  | { readonly kind: 'sub' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }
  | { readonly kind: 'odd' };

const NUMBER = /^(?:No\.?|NO\.?|第)?[（(]?(\d{1,5})[）)]?[.、．]?[*＊※]?$/;
const SUB_NUMBER = /^[（(]?\d{1,3}(?:[.\-－_]\d{1,3}){1,3}[）)]?[.、]?$/;
const MARKED = /^(\d{1,4})(?:[（(［[【〔]|[*＊※+])/;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const HAN = /^[（(]?([一二三四五六七八九十]{1,3})[）)]?[、.．]?$/;
const HAN_DIGITS = '一二三四五六七八九';

/** Reads a cell of a 序号 column; `text` as `cellText` gives it. */
export function sequenceCell(text: string): SequenceCell {
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
}

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
export function sequenceColumn(table: Table): number {
  const width = Math.min(table.header.cells.length, 4);
  for (let column = 0; column < width; column++) {
    const header = compactText(table.header.cells[column]);
    if (SEQUENCE_HEADER.test(header) && countsUp(table, column, 3, 0.5)) return column;
  }
  const first = compactText(table.header.cells[0]);
  return first === '' && countsUp(table, 0, 5, 0.8) ? 0 : -1;
}

/** Whether at least `least` cells are numbers and a `share` of the neighbours differ by one. */
function countsUp(table: Table, column: number, least: number, share: number): boolean {
  let numbers = 0;
  let cells = 0;
  let pairs = 0;
  let steps = 0;
  let before: number | null = null;
  for (const row of table.rows) {
    if (isSpecialRow(row)) continue;
    const cell = sequenceCell(cellText(row.cells[column]));
    if (cell.kind === 'blank' || cell.kind === 'text' || cell.kind === 'sub') continue;
    cells++;
    if (cell.kind !== 'number') {
      before = null;
      continue;
    }
    numbers++;
    if (before !== null) {
      pairs++;
      if (cell.value === before + 1 || cell.value === 1) steps++;
    }
    before = cell.value;
  }
  return numbers >= least && numbers >= cells * 0.6 && steps >= Math.max(1, pairs * share);
}

/** The number that row `index` must bear, from its nearest numbered neighbours; null when they do not agree. */
export function expectedNumber(table: Table, column: number, index: number): number | null {
  const before = neighbour(table, column, index, -1);
  const after = neighbour(table, column, index, 1);
  if (before === null) return after !== null && after > 1 && index <= 1 ? after - 1 : null;
  if (after === null || after === before + 2) return before + 1;
  return null;
}

function neighbour(table: Table, column: number, index: number, step: 1 | -1): number | null {
  for (let at = index + step, seen = 0; seen < 3; at += step, seen++) {
    const row = table.rows[at];
    if (!row) return null;
    const cell = sequenceCell(cellText(row.cells[column]));
    if (cell.kind === 'number') return cell.value;
    if (cell.kind === 'odd') return null;
  }
  return null;
}
