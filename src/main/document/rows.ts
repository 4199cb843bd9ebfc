import type { Row, Table } from '../../shared/model/document';
import { type TableDescent, tableDescentOf } from './descent';

/** In shorter tables all rows are read as quickly as it is told which have changed. */
const LONG = 200;
/** What the first rows say depends on where they stand. */
const FIRST = 16;

/** How far a row of the earlier table has moved. */
export interface RowMove {
  readonly units: number;
  readonly rows: number;
}

/**
 * What is found in each row of a table, in the row alone: of a long table that was edited only in the rows that the edit touched. `move`
 * says what it is for the row in its new place. `frame`: whatever else it depends on; null: on other rows, and nothing is taken over.
 */
export function rowwise<T, C>(
  find: (row: Row, index: number, context: C) => T,
  move: (one: T, by: RowMove, row: Row) => T,
) {
  const known = new WeakMap<Table, Map<string, readonly T[]>>();
  return (table: Table, context: C, frame: string | null): readonly T[] => {
    const { rows } = table;
    const findIn = (row: Row, index: number): T => find(row, index, context);
    if (frame === null || rows.length < LONG) return rows.map(findIn);
    const own = known.get(table) ?? new Map<string, readonly T[]>();
    known.set(table, own);
    const found = own.get(frame);
    if (found) return found;
    const descent = tableDescentOf(table);
    const earlier = descent && known.get(descent.before)?.get(frame);
    const made =
      descent && earlier && descent.head >= FIRST
        ? takenOver(rows, descent, earlier, findIn, move)
        : rows.map(findIn);
    own.set(frame, made);
    return made;
  };
}

function takenOver<T>(
  rows: readonly Row[],
  { head, tail, units, before }: TableDescent,
  earlier: readonly T[],
  find: (row: Row, index: number) => T,
  move: (one: T, by: RowMove, row: Row) => T,
): readonly T[] {
  const by = { units, rows: rows.length - before.rows.length };
  const from = rows.length - tail;
  return rows.map((row, index) => {
    if (index >= head && index < from) return find(row, index);
    return index < head
      ? move(earlier[index] as T, STILL, row)
      : move(earlier[index - by.rows] as T, by, row);
  });
}

const STILL: RowMove = { units: 0, rows: 0 };

/** What says nothing of places stays as it is. */
export const unmoved = <T>(one: T): T => one;
