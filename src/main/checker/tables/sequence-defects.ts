import type { Row, Table } from '../../../shared/model/document';
import { bodyRows, cellText, compactText, isMerged, isSpecialRow } from './cell-text';
import { hanNumber, sequenceCell } from './sequence';

/** One defect of a 序号 column; after it the walk goes on from the stated number, so that it is told once. */
export interface SequenceDefect {
  readonly kind: 'wrong' | 'not-a-number' | 'skipped' | 'repeated' | 'swapped';
  readonly row: Row;
  /** The row before, whose number this one should follow. */
  readonly before: Row | null;
  readonly stated: string;
  readonly expected: number;
  /** True when the neighbours on both sides determine the number. */
  readonly determined: boolean;
  readonly plain: boolean;
}

interface Entry {
  readonly row: Row;
  readonly text: string;
  /** Null for a cell that is no number. */
  readonly value: number | null;
  readonly plain: boolean;
  /** A group heading, a total or a note stands just above: numbering may begin anew. */
  readonly afterGroup: boolean;
}

/** All defects of the column that numbers the rows. */
export function sequenceDefects(table: Table, column: number): readonly SequenceDefect[] {
  const entries = entriesOf(table, column);
  const defects: SequenceDefect[] = [];
  let last: number | null = null;
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (!entry) break;
    const next = entries[at + 1];
    if (last === null || (entry.afterGroup && entry.value === 1)) {
      last = firstNumber(entries, at, defects);
      continue;
    }
    const expected: number = last + 1;
    if (entry.value === expected) {
      last = expected;
      continue;
    }
    const found = defectOf(entry, entries[at - 1] ?? null, next, last);
    if (found) defects.push(found);
    if (found?.kind === 'swapped') at++;
    last = nextLast(entry, found, expected);
  }
  return defects;
}

function nextLast(entry: Entry, found: SequenceDefect | null, expected: number): number {
  if (!found) return entry.value ?? expected;
  if (found.kind === 'swapped') return expected + 1;
  if (found.determined || entry.value === null) return expected;
  return entry.value;
}

function defectOf(
  entry: Entry,
  before: Entry | null,
  next: Entry | undefined,
  last: number,
): SequenceDefect | null {
  const expected = last + 1;
  const { value } = entry;
  const follows = next !== undefined && !next.afterGroup;
  const determined = follows && next.value === expected + 1;
  const base = {
    row: entry.row,
    before: before?.row ?? null,
    stated: entry.text,
    expected,
    determined,
    plain: entry.plain,
  };
  if (value === null) return determined ? { ...base, kind: 'not-a-number' } : null;
  if (determined) return { ...base, kind: 'wrong' };
  const goesOn = !follows || next.value === value + 1 || next.value === null;
  if (value === 1 && follows && next.value === 2) return null;
  if (follows && value === expected + 1 && next.value === expected) return { ...base, kind: 'swapped' };
  if (value > expected) return { ...base, kind: goesOn ? 'skipped' : 'wrong' };
  return { ...base, kind: value === last ? 'repeated' : goesOn ? 'repeated' : 'wrong' };
}

/** Where numbering begins: the number itself, unless the next two show that this one is wrong. */
function firstNumber(entries: readonly Entry[], at: number, defects: SequenceDefect[]): number | null {
  const entry = entries[at];
  const [second, third] = [entries[at + 1], entries[at + 2]];
  if (!entry) return null;
  const begun = second?.value === 2 && third?.value === 3 && !second.afterGroup && !third.afterGroup;
  if (begun && entry.value !== 1) {
    defects.push({
      kind: entry.value === null ? 'not-a-number' : 'wrong',
      row: entry.row,
      before: null,
      stated: entry.text,
      expected: 1,
      determined: true,
      plain: entry.plain,
    });
    return 1;
  }
  return entry.value;
}

/** The rows that bear (or should bear) a number: no totals, notes, group headings, blanks or sub-numbers. */
function entriesOf(table: Table, column: number): Entry[] {
  const entries: Entry[] = [];
  const han = mostlyHan(table, column);
  let afterGroup = false;
  for (const row of bodyRows(table)) {
    // A number merged downwards numbers all its rows at once.
    if (row.cells[column]?.covered) continue;
    const text = cellText(row.cells[column]);
    const numbered = sequenceCell(text).kind === 'number' || (han && hanNumber(text) !== null);
    if (isSpecialRow(row) && !numbered) {
      afterGroup = true;
      continue;
    }
    const entry = entryOf(row, column, han, afterGroup);
    if (entry === 'group') afterGroup = true;
    if (typeof entry === 'string') continue;
    entries.push(entry);
    afterGroup = false;
  }
  return entries;
}

function entryOf(row: Row, column: number, han: boolean, afterGroup: boolean): Entry | 'group' | 'none' {
  const text = cellText(row.cells[column]);
  if (han) {
    const value = hanNumber(text);
    return value === null ? 'none' : { row, text, value, plain: false, afterGroup };
  }
  const cell = sequenceCell(text);
  if (cell.kind === 'number') return { row, text, value: cell.value, plain: cell.plain, afterGroup };
  if (cell.kind === 'odd') return { row, text, value: null, plain: false, afterGroup };
  if (cell.kind === 'text') {
    if (isMerged(row, column)) return 'group';
    const alone = row.cells.filter((other) => compactText(other) !== '').length <= 1;
    return alone || hanNumber(text) !== null ? 'group' : { row, text, value: null, plain: false, afterGroup };
  }
  // A row without a number under which others begin with 1 is a group's heading.
  return cell.kind === 'blank' ? 'group' : 'none';
}

function mostlyHan(table: Table, column: number): boolean {
  let han = 0;
  let arabic = 0;
  for (const row of bodyRows(table)) {
    const text = cellText(row.cells[column]);
    if (hanNumber(text) !== null) han++;
    else if (sequenceCell(text).kind === 'number') arabic++;
  }
  return han > arabic;
}
