import type { Table } from '../../shared/model/document';
import { sampledRows } from '../text/table-rows';

const AMOUNT = /^[-+−]?[\d,，]+(?:\.\d+)?[%％]?$/;
const PLAIN_NUMBER = /^\d+$/;

/** Columns of amounts stand flush right; row numbers and dates written as digits stay centred like text. */
export function amountColumns(table: Table): ReadonlySet<number> {
  const columns = new Set<number>();
  const rows = [...sampledRows(table)];
  table.header.cells.forEach((_, column) => {
    let isPlain = true;
    for (const { cells } of rows) {
      const text = cells[column]?.prose.text ?? '';
      if (!/\d/.test(text)) continue;
      if (!AMOUNT.test(text)) return;
      isPlain &&= PLAIN_NUMBER.test(text);
    }
    if (!isPlain) columns.add(column);
  });
  return columns;
}
