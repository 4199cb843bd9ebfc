import type { Table } from '../../../../../shared/model/document';
import type { TieInput } from '../../input';
import { type Lattice, type LatticeName, latticesOf } from '../../tables/lattice';

/** A table as columns over rows; null where it cannot be read so. */
export const gridOf = (table: Table, input: TieInput): Lattice | null =>
  latticesOf(table, input).find(({ turned }) => !turned) ?? null;

export const columnAt = (grid: Lattice, column: number): LatticeName | undefined =>
  grid.fields.find(({ at }) => at === column);

export const lineAt = (grid: Lattice, row: number): LatticeName | undefined =>
  grid.lines.find(({ at }) => at === row);
