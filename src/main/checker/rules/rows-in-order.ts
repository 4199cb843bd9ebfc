import type { Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { defineRule, type Problem } from '../rule';
import { tableSearch } from '../search';
import { cellText, compacted, compactText } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';
import { sequenceCell, sequenceColumn } from '../tables/sequence';
import { dateKey, dateShapeOf } from '../tables/values';

type MessageId = 'order';

/** A column is chronological when at most one row in eight, and three at most, would have to move. */
const SHARE = 8;
const MOST = 3;

/** A column of dates that runs forward but for a few rows. */
export const rowsInOrder = defineRule<MessageId, 'rows'>({
  code: 'T106',
  name: 'rows-in-order',
  severity: 'notice',
  looks: 'near',
  messages: { order: '“{header}”一列按时间先后排列，本行的“{text}”不在其位' },
  limits: { rows: { value: 5, least: 3, most: 50 } },
  applies: ({ document }) => tablesOf(document).length > 0,
  check: ({ document }, limits) => problemsIn(document, limits.rows, String(limits.rows)),
});

const problemsIn = tableSearch((table, least: number) => inTable(table, least));

interface Dated {
  readonly key: string;
  readonly text: string;
  readonly range: Range;
}

function inTable(table: Table, least: number): Problem<MessageId>[] {
  const entries = entriesOf(table);
  const sequence = sequenceColumn(table);
  return table.header.cells.flatMap((headerCell, column): Problem<MessageId>[] => {
    const cells = entries.flatMap(({ row }): Dated[] => {
      const cell = row.cells[column];
      // A row whose number is torn has a torn date as well.
      if (!cell || cell.covered || sequenceCell(cellText(row.cells[sequence])).kind === 'odd') return [];
      const text = cellText(cell).split('\n')[0] ?? '';
      const whole = compacted(text);
      return dateShapeOf(whole) ? [{ key: dateKey(whole), text, range: cell.range }] : [];
    });
    if (cells.length < least || cells.length * 2 < entries.length) return [];
    if (ordersWithinGroups(table, column)) return [];
    const odd = outOfOrder(cells);
    if (odd.length === 0 || odd.length > MOST || odd.length * SHARE > Math.max(cells.length, SHARE))
      return [];
    const header = compactText(headerCell) || `第${column + 1}列`;
    return odd.map(({ text, range }) => ({ message: 'order', data: { header, text }, range }));
  });
}

/** Rows sorted by another column first: each run of its equal values ascends on its own. */
function ordersWithinGroups(table: Table, column: number): boolean {
  const rows = entriesOf(table).map(({ row }) => row);
  return table.header.cells.some((_, other) => {
    if (other === column) return false;
    const values = rows.map((row) => compactText(row.cells[other]));
    const runs = values.filter((value, at) => at === 0 || value !== values[at - 1]).length;
    // A column of names has as many runs as rows, a title column one.
    if (runs < 2 || runs * 2 > rows.length || new Set(values).size !== runs) return false;
    return rows.every((row, at) => {
      const before = rows[at - 1];
      if (!before || values[at] !== values[at - 1]) return true;
      return dateKey(compactText(before.cells[column])) <= dateKey(compactText(row.cells[column]));
    });
  });
}

/** The fewest cells whose removal leaves the rest ascending: all but a longest ascending run. n log n. */
function outOfOrder(cells: readonly Dated[]): readonly Dated[] {
  const tails: number[] = [];
  const before = new Array<number>(cells.length).fill(-1);
  cells.forEach(({ key }, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cells[tails[middle] ?? 0]?.key ?? '') <= key) low = middle + 1;
      else high = middle;
    }
    before[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return cells.filter((_, at) => !kept.has(at));
}
