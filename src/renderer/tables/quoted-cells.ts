import type { Table } from '../../shared/model/document';
import { overlaps } from '../../shared/model/range';
import type { TieStatus } from '../../shared/model/tie';
import type { QuoteRow } from '../../shared/tables/quote-rows';
import { rowOf } from './excerpt';
import { tieStatuses } from './tie-mark';

/** A cell that the text quotes. */
export interface QuotedCell {
  /** The worst of its ties. */
  readonly status: TieStatus;
  /** Index of that tie's row among all quotes. */
  readonly quote: number;
}

/** A table with what quotes it. */
export interface QuotedTable {
  readonly quotes: readonly QuoteRow[];
  /** By the start of the cell (`Cell.outer`). */
  readonly cells: ReadonlyMap<number, QuotedCell>;
}

export function quotedTable(table: Table, all: readonly QuoteRow[]): QuotedTable {
  const quotes: QuoteRow[] = [];
  const cells = new Map<number, QuotedCell>();
  all.forEach((row, quote) => {
    if (row.table !== table.index) return;
    quotes.push(row);
    const cell = rowOf(table, row.cell.range)?.cells.find(({ outer }) => overlaps(outer, row.cell.range));
    if (!cell) return;
    const known = cells.get(cell.outer.start);
    if (known && tieStatuses.indexOf(known.status) <= tieStatuses.indexOf(row.status)) return;
    cells.set(cell.outer.start, { status: row.status, quote });
  });
  return { quotes, cells };
}
