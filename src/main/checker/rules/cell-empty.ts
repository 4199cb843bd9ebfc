import type { Row, Table } from '../../../shared/model/document';
import { defineRule, type Problem } from '../rule';
import { tableSearch } from '../search';
import { cellText, compactText, isMerged } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';

type MessageId = 'empty';

/** A column is full when at most one cell in ten is empty, and enough are not. */
const SHARE = 10;

/** An empty cell in a column that is otherwise full. */
export const cellEmpty = defineRule<MessageId, 'filled'>({
  code: 'T108',
  name: 'cell-empty',
  severity: 'doubt',
  looks: 'near',
  messages: { empty: '“{header}”一列其他各行都有内容，这一格是空的' },
  limits: { filled: { value: 4, least: 3, most: 50 } },
  applies: ({ document }) => tablesOf(document).length > 0,
  check: ({ document }, limits) => problemsIn(document, limits.filled, String(limits.filled)),
});

const problemsIn = tableSearch((table, least: number) => inTable(table, least));

function inTable(table: Table, least: number): Problem<MessageId>[] {
  const entries = entriesOf(table).filter(({ row }) => isMostlyFilled(row));
  return table.header.cells.flatMap((headerCell, column): Problem<MessageId>[] => {
    const header = compactText(headerCell);
    // Rows of one group often name it once; a column for remarks is never full.
    if (column === 0 || header === '' || /备注|说明|附注|注$/.test(header)) return [];
    const own = entries.filter(({ row }) => row.cells[column] && !isMerged(row, column));
    const empty = own.filter(({ row }) => cellText(row.cells[column]) === '');
    const filled = own.length - empty.length;
    if (empty.length === 0 || filled < least || empty.length * SHARE > Math.max(own.length, SHARE)) return [];
    return empty.flatMap(({ row }) => {
      const cell = row.cells[column];
      return cell ? [{ message: 'empty' as const, data: { header }, range: cell.outer }] : [];
    });
  });
}

const isMostlyFilled = (row: Row): boolean =>
  row.cells.filter((cell) => cell.covered || cellText(cell) !== '').length * 2 > row.cells.length;
