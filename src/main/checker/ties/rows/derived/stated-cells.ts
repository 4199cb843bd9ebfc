import type { Table } from '../../../../../shared/model/document';
import type { Quantity } from '../../../../../shared/model/quantity';
import type { TieInput } from '../../input';

/** A cell of a table that states one figure. */
export interface Cell {
  readonly table: Table;
  readonly row: number;
  readonly column: number;
  /** Index into all quantities. */
  readonly index: number;
}

const MOST_ROWS = 60;
/** Figures that so many cells state lead to none of them. */
const MOST_BEARERS = 6;

/** Where a report states a figure: by its value and unit. Read when first asked. */
export class StatedFigures {
  private places: Map<string, number[]> | null = null;
  private readonly input: TieInput;

  constructor(input: TieInput) {
    this.input = input;
  }

  /** How often a figure is stated, in prose and tables, whatever its sign. */
  countOf(quantity: Quantity): number {
    return this.placesOf(quantity).length;
  }

  /** The cells of tables of a common size that state it; none where there are too many. */
  cellsOf(quantity: Quantity): readonly Cell[] {
    const { document, quantities } = this.input;
    const cells: Cell[] = [];
    for (const index of this.placesOf(quantity)) {
      const { block, row, column } = quantities[index]?.place ?? {};
      const table = document.blocks[block ?? -1];
      if (table?.kind !== 'table' || row === undefined || column === undefined || !isCommon(table, row))
        continue;
      cells.push({ table, row, column, index });
      if (cells.length > MOST_BEARERS) return [];
    }
    return cells;
  }

  private placesOf(quantity: Quantity): readonly number[] {
    this.places ??= placesIn(this.input.quantities);
    return this.places.get(keyOf(quantity)) ?? [];
  }
}

const isCommon = (table: Table, row: number): boolean =>
  !table.broken && table.rows.length <= MOST_ROWS && row >= table.headerRows;

const keyOf = ({ value, unit }: Quantity): string => `${value.replace(/^-/, '')} ${unit}`;

function placesIn(quantities: readonly Quantity[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  quantities.forEach((quantity, index) => {
    if (quantity.exempt !== null) return;
    const key = keyOf(quantity);
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  return places;
}
