import type { Analysis } from '../model/analysis';
import type { TieKind, TieStatus, TieTerm } from '../model/tie';
import { numberReader } from '../packed/leaves';

/** A figure of a table beside the sentence that states it too. */
export interface QuoteRow {
  /** Index into `Analysis.ties`. */
  readonly tie: number;
  readonly kind: TieKind;
  readonly status: TieStatus;
  /** Block of the table. */
  readonly table: number;
  readonly cell: TieTerm;
  readonly prose: TieTerm;
}

/** Ties between a table and the prose, by table and place. Of a count the table's rows stand for one cell, the first. */
export function quoteRows({ document, quantities, ties }: Analysis): readonly QuoteRow[] {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const rowOf = numberReader(quantities, 'place.row');
  const blockOf = numberReader(quantities, 'place.block');
  const tableOf = (term: TieTerm): number | null => {
    const { quantity } = term;
    if (quantity !== null && quantity < quantities.length)
      return Number.isNaN(rowOf(quantity)) ? null : blockOf(quantity);
    let low = 0;
    let high = tables.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tables[middle]?.range.end ?? 0) <= term.range.start) low = middle + 1;
      else high = middle;
    }
    const table = tables[low];
    return table && table.range.start <= term.range.start && term.range.end <= table.range.end
      ? table.index
      : null;
  };
  const rows = ties.flatMap((tie, index): QuoteRow[] => {
    const places = tie.terms.map((term) => ({ term, table: tableOf(term) }));
    const prose = places.find(({ table }) => table === null)?.term;
    const cell = places.find(({ table }) => table !== null);
    if (!prose || !cell || cell.table === null) return [];
    return [{ tie: index, kind: tie.kind, status: tie.status, table: cell.table, cell: cell.term, prose }];
  });
  return rows.sort(
    (a, b) => a.cell.range.start - b.cell.range.start || a.prose.range.start - b.prose.range.start,
  );
}
