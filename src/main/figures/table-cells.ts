import type { Table } from '../../shared/model/document';
import type { Quantity } from '../../shared/model/quantity';
import { firstQuantity } from './quantities-of';

type Cells = readonly (number | undefined)[];

/**
 * For a row of a table, the index of the one claim that each cell holds; undefined for cells of none or several. A table is
 * read when a row of it is asked for.
 */
export function firstFigures(quantities: readonly Quantity[]): (table: Table, row: number) => Cells {
  const tables = new Map<number, readonly (Cells | undefined)[]>();
  return ({ index }, row) => {
    const rows = tables.get(index) ?? rowsOf(quantities, index);
    tables.set(index, rows);
    // The header's is -1.
    return Array.from(rows[row + 1] ?? []);
  };
}

function rowsOf(quantities: readonly Quantity[], index: number): readonly (Cells | undefined)[] {
  const rows: (number | undefined)[][] = [];
  const seen: boolean[][] = [];
  for (let at = firstQuantity(quantities, index); quantities[at]?.place.block === index; at++) {
    const { place, exempt } = quantities[at] as Quantity;
    if (place.row === undefined || place.column === undefined || exempt !== null) continue;
    const row = place.row + 1;
    rows[row] ??= [];
    seen[row] ??= [];
    const [cells, known] = [rows[row], seen[row]];
    cells[place.column] = known[place.column] ? undefined : at;
    known[place.column] = true;
  }
  return rows;
}
