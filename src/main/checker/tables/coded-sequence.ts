import type { Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from './cell-text';
import { entriesOf } from './each-table';

/** A code that is not the one due in its row, while those of all other rows count up. */
export interface WrongCode {
  readonly stated: string;
  readonly expected: string;
  readonly range: Range;
}

const CODE = /^(?<head>[A-Za-z]{1,6}[-_—]?|\p{Script=Han}{1,3}[-_—])(?<number>\d{1,4})$/u;
/** Codes stand in one of the first columns. */
const WIDTH = 2;
const FEWEST = 5;

/** YC-05, YC-06, YC-06, YC-08: one code of a column that counts up row by row otherwise. */
export function wrongCodes(table: Table): readonly WrongCode[] {
  for (let column = 0; column < Math.min(WIDTH, table.header.cells.length); column++) {
    const first = entriesOf(table)[0]?.row.cells[column];
    if (!first || !CODE.test(compactText(first))) continue;
    return wrongIn(table, column);
  }
  return [];
}

function wrongIn(table: Table, column: number): readonly WrongCode[] {
  const codes = entriesOf(table).flatMap(({ row }, at) => {
    const cell = row.cells[column];
    const stated = compactText(cell);
    const { head = '', number = '' } = CODE.exec(stated)?.groups ?? {};
    return cell && number !== '' ? [{ at, stated, head, number, range: cell.range }] : [];
  });
  const [first, second] = codes;
  if (codes.length < FEWEST || codes.length < entriesOf(table).length || !first || !second) return [];
  if (codes.some(({ head, number }) => head !== first.head || number.length !== first.number.length))
    return [];
  const bases = [Number(first.number), Number(second.number) - 1];
  const readings = bases.map((base) => codes.filter(({ at, number }) => Number(number) !== base + at));
  const wrong = readings.find((found) => found.length === 1)?.[0];
  if (!wrong || readings.some((found) => found.length === 0)) return [];
  const base = Number((wrong === first ? second : first).number) - (wrong === first ? 1 : 0);
  const due = String(base + wrong.at).padStart(wrong.number.length, '0');
  return [{ stated: wrong.stated, expected: `${wrong.head}${due}`, range: wrong.range }];
}
