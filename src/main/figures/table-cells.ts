import type { Table } from '../../shared/model/document';
import type { Quantity } from '../../shared/model/quantity';

/** For a row of a table, the index of the one claim that each cell holds; undefined for cells of none or several. */
export function firstFigures(
  quantities: readonly Quantity[],
): (table: Table, row: number) => readonly (number | undefined)[] {
  const rows = new Map<string, (number | undefined)[]>();
  const several = new Set<string>();
  quantities.forEach(({ place: { block, row, column }, exempt }, index) => {
    if (row === undefined || column === undefined || exempt !== null) return;
    const key = `${block} ${row}`;
    const cells = rows.get(key) ?? [];
    if (cells[column] !== undefined) several.add(`${key} ${column}`);
    cells[column] = several.has(`${key} ${column}`) ? undefined : index;
    rows.set(key, cells);
  });
  return (table, row) => Array.from(rows.get(`${table.index} ${row}`) ?? []);
}
