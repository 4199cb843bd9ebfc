import { remembered } from '../../../shared/memo';
import type { ReportDocument, Row, Table } from '../../../shared/model/document';
import { isSpecialRow } from './cell-text';
import { numbersColumns } from './column-numbers';

export const tablesOf = remembered(({ blocks }: ReportDocument): readonly Table[] =>
  blocks.filter((block): block is Table => block.kind === 'table'),
);

/** A row that is an entry of its table, with its index in `Table.rows`. */
export interface Entry {
  readonly row: Row;
  readonly index: number;
}

/** Rows below the header that are entries: no totals, notes, group headings, column numbers or blank rows. */
export const entriesOf = remembered((table: Table): readonly Entry[] =>
  table.rows.flatMap((row, index) => (isEntry(table, row, index) ? [{ row, index }] : [])),
);

const isEntry = ({ headerRows }: Table, row: Row, index: number): boolean =>
  index >= headerRows && !isSpecialRow(row) && !numbersColumns(row, index - headerRows);
