import { isAmountColumn } from '../../shared/amount-column';
import type { Table } from '../../shared/model/document';
import { sampledRows } from '../text/table-rows';

/** Columns of amounts stand flush right. */
export function amountColumns(table: Table): ReadonlySet<number> {
  const rows = [...sampledRows(table)];
  const below = Array.from({ length: table.headerRows }, (_, at) => table.rows[at]);
  const heads = [table.header, ...below];
  const columns = new Set<number>();
  table.header.cells.forEach((_, column) => {
    const header = heads.map((row) => row?.cells[column]?.prose.text ?? '').join('');
    const texts = rows.map(({ cells }) => cells[column]?.prose.text.trim() ?? '');
    if (isAmountColumn(header, texts)) columns.add(column);
  });
  return columns;
}
