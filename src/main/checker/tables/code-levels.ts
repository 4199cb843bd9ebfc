import type { Table } from '../../../shared/model/document';
import { compactText } from './cell-text';

const CODE = /^\d{2,14}$/;
/** Codes stand in one of the first columns. */
const WIDTH = 3;
const LEAST = 4;

/**
 * Depth of each row by its classification code, 1 for the outermost: 201, 20103, 2010301 (政府收支分类科目: 类, 款, 项). Null
 * where a row has none; null for all where no column holds codes that begin with one another.
 */
export function codeLevels(table: Table): readonly (number | null)[] | null {
  for (let column = 0; column < Math.min(WIDTH, table.header.cells.length); column++) {
    const codes = table.rows.map((row) => {
      const text = compactText(row.cells[column]);
      return CODE.test(text) ? text : null;
    });
    const found = codes.filter((code) => code !== null);
    const lengths = [...new Set(found.map((code) => code.length))].sort((a, b) => a - b);
    if (found.length < LEAST || lengths.length < 2) continue;
    const known = new Set(found);
    const [shortest = 0] = lengths;
    const below = found.filter((code) => code.length > shortest);
    if (
      !below.every((code) =>
        lengths.some((length) => length < code.length && known.has(code.slice(0, length))),
      )
    )
      continue;
    return codes.map((code) => (code === null ? null : lengths.indexOf(code.length) + 1));
  }
  return null;
}
