import { type Decimal, decimal } from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { ReportDocument, Row, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';
import { sequenceColumn } from '../tables/sequence';
import { momentColumns } from '../time/cell-moments';

/** A column whose values can be ranked; one value for each entry, null where a cell has none. */
export interface RankedColumn {
  readonly column: number;
  /** The header without its unit. */
  readonly name: string;
  readonly kind: 'number' | 'moment';
  readonly values: readonly (Decimal | null)[];
  readonly ranges: readonly (Range | undefined)[];
}

/** A table with what sentences may call its entries by. */
export interface RankedTable {
  readonly table: Table;
  readonly columns: readonly RankedColumn[];
  /** Texts of cells, by entry and column; empty for what no sentence would call an entry by. */
  readonly texts: readonly (readonly string[])[];
  /** Number of each entry, as its table counts them; null where it does not. */
  readonly numbers: readonly (number | null)[];
}

const FEWEST = 3;
const MOST = 80;
const NUMBER = /^[-+−]?\d[\d,]*(?:\.\d+)?[%％‰]?$/;
/** A word, or a span of the day (10:26—10:48). */
const TEXT = /\p{L}|\d[:：]\d{2}\D/u;
const LONGEST = 20;

/** The tables with few enough entries to be told apart in a sentence. */
export const rankedTables = remembered((document: ReportDocument): readonly RankedTable[] =>
  tablesOf(document).flatMap((table) => {
    const rows = rowsOf(table);
    return table.broken || rows.length < FEWEST || rows.length > MOST ? [] : [readTable(table, rows)];
  }),
);

/** 全年 and 全行 stand for all others. */
const WHOLE = /^(?:全[年部市省国行司辖体区]|合计|总计|小计|总体|平均|[上下]半年)/;

const rowsOf = (table: Table): readonly Row[] =>
  entriesOf(table).flatMap(({ row }) =>
    row.cells.slice(0, 2).some((cell) => WHOLE.test(compactText(cell))) ? [] : [row],
  );

function readTable(table: Table, rows: readonly Row[]): RankedTable {
  const sequence = sequenceColumn(table);
  const moments = momentColumns(table, rows).map(
    ({ column, moments: own }): RankedColumn => ({
      column,
      name: headerName(table, column),
      kind: 'moment',
      values: own.map((one) => one && decimal(String(one.minutes))),
      ranges: rows.map((row) => row.cells[column]?.range),
    }),
  );
  const numbers = table.header.cells.flatMap((_, column): RankedColumn[] => {
    if (column === sequence || moments.some((one) => one.column === column)) return [];
    const values = rows.map((row) => valueIn(compactText(row.cells[column])));
    const ranges = rows.map((row) => row.cells[column]?.range);
    return values.filter((value) => value !== null).length < FEWEST
      ? []
      : [{ column, name: headerName(table, column), kind: 'number', values, ranges }];
  });
  return {
    table,
    columns: [...numbers, ...moments],
    texts: rows.map((row) =>
      row.cells.map((cell) => {
        const text = compactText(cell);
        return text.length > 1 && text.length <= LONGEST && TEXT.test(text) ? text : '';
      }),
    ),
    numbers: rows.map((row) => {
      const text = sequence < 0 ? '' : compactText(row.cells[sequence]);
      return /^\d{1,3}$/.test(text) ? Number(text) : null;
    }),
  };
}

/** The number that a cell is; null where it is none, or more. */
export const valueIn = (text: string): Decimal | null =>
  NUMBER.test(text) ? decimal(text.replace(/[,%％‰+]/g, '').replace('−', '-')) : null;

const headerName = (table: Table, column: number): string =>
  compactText(table.header.cells[column]).replace(/[（(][^）)]*[）)]/g, '');
