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
  const tableAt = (start: number, end: number): number | null => {
    let low = 0;
    let high = tables.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tables[middle]?.range.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const table = tables[low];
    return table && table.range.start <= start && end <= table.range.end ? table.index : null;
  };
  const tableOf = (terms: readonly TieTerm[], quantity: number, at: number): number | null => {
    if (quantity < quantities.length) return Number.isNaN(rowOf(quantity)) ? null : blockOf(quantity);
    const { range } = terms[at] as TieTerm;
    return tableAt(range.start, range.end);
  };
  const rows = ties.flatMap((tie, index): QuoteRow[] => {
    const found = firstOfEach(tie.terms, tableOf);
    if (!found) return [];
    return [{ tie: index, kind: tie.kind, status: tie.status, ...found }];
  });
  return rows.sort(
    (a, b) => a.cell.range.start - b.cell.range.start || a.prose.range.start - b.prose.range.start,
  );
}

/** The first term that stands in a table and the first that does not. Terms of a very long tie are not made for it. */
function firstOfEach(
  terms: readonly TieTerm[],
  tableOf: (terms: readonly TieTerm[], quantity: number, at: number) => number | null,
): Pick<QuoteRow, 'cell' | 'prose' | 'table'> | null {
  const quantityOf = numberReader(terms, 'quantity');
  let cell: TieTerm | undefined;
  let prose: TieTerm | undefined;
  let table = -1;
  for (let at = 0; at < terms.length && !(cell && prose); at++) {
    const stands = tableOf(terms, quantityOf(at), at);
    if (stands === null) prose ??= terms[at];
    else if (!cell) {
      cell = terms[at];
      table = stands;
    }
  }
  return cell && prose ? { cell, prose, table } : null;
}
