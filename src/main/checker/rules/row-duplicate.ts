import { originsOf } from '../../../shared/merged-cells';
import type { Row, Table } from '../../../shared/model/document';
import { lineColumn } from '../../document/lines';
import { defineRule, type Problem } from '../rule';
import { compactText, isBlank } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';
import { sequenceColumn } from '../tables/sequence';

type MessageId = 'duplicate';

/** Cells that must be filled before two equal rows are worth a word. */
const LEAST = 2;

/** Two rows alike in all but the sequence number. */
export const rowDuplicate = defineRule<MessageId>({
  code: 'T107',
  name: 'row-duplicate',
  severity: 'doubt',
  looks: 'across',
  messages: { duplicate: '本行与第{line}行内容完全相同' },
  applies: ({ document }) => tablesOf(document).length > 0,
  check({ document }) {
    return tablesOf(document).flatMap((table) =>
      duplicatesIn(table, (row) => lineColumn(document.lineStarts, row.range.start).line),
    );
  },
});

function duplicatesIn(table: Table, lineOfRow: (row: Row) => number): Problem<MessageId>[] {
  const sequence = sequenceColumn(table);
  const shown = shownTexts(table);
  const seen = new Map<string, Row>();
  return entriesOf(table).flatMap(({ row, index }): Problem<MessageId>[] => {
    const texts = (shown[index] ?? []).filter((_, column) => column !== sequence);
    const filled = texts.filter((text) => !isBlank(text) && !/^0+(?:\.0+)?%?$/.test(text));
    // A row of figures alone may well occur twice.
    if (filled.length < LEAST || !filled.some((text) => /\p{L}/u.test(text))) return [];
    const key = texts.join('\u0000');
    const first = seen.get(key);
    if (!first) {
      seen.set(key, row);
      return [];
    }
    const related = [{ range: first.range, note: '相同的行' }];
    return [{ message: 'duplicate', data: { line: lineOfRow(first) }, range: row.range, related }];
  });
}

/** What each body row shows: a cell covered by a merged one shows what covers it. */
function shownTexts(table: Table): readonly (readonly string[])[] {
  const rows = [table.header, ...table.rows];
  const origins = rows.some((row) => row.cells.some((cell) => cell.covered)) ? originsOf(rows) : null;
  return table.rows.map((row, index) =>
    row.cells.map((cell, column) => {
      const origin = cell.covered ? origins?.[index + 1]?.[column] : undefined;
      return compactText(origin ? rows[origin.row + 1]?.cells[origin.column] : cell);
    }),
  );
}
