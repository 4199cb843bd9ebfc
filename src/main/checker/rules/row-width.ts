import type { ReportDocument, Row, Table } from '../../../shared/model/document';
import { rangeOf } from '../../../shared/model/range';
import { defineRule, type Problem } from '../rule';
import { nearTableSearch } from '../search';
import { cellText, repairText, toMarkdownCell } from '../tables/cell-text';
import type { ColumnPattern } from '../tables/column-pattern';
import { patternsOfHealthy, widthRepairs } from '../tables/width-repair';

type MessageId = 'fewer' | 'more' | 'delimiter' | 'noDelimiter';

/** Every row has as many cells as the header, and the delimiter row too, or Markdown sees no table. */
export const rowWidth = defineRule<MessageId>({
  code: 'T102',
  name: 'row-width',
  severity: 'error',
  looks: 'near',
  messages: {
    fewer: '本行只有 {cells} 个单元格，表头有 {width} 个',
    more: '本行有 {cells} 个单元格，表头只有 {width} 个，多出的内容将不显示',
    delimiter: '分隔行有 {cells} 列，表头有 {width} 列，整个表格将不被识别',
    noDelimiter: '表头下缺分隔行，整个表格将不被识别',
  },
  applies: (report) => report.document.blocks.some((block) => block.kind === 'table'),
  check: ({ document }) => problemsIn(document, undefined),
});

const problemsIn = nearTableSearch(inTable);

function inTable(table: Table, document: ReportDocument): Problem<MessageId>[] {
  if (table.broken) return brokenTable(document, table);
  const width = table.header.cells.length;
  const odd = table.rows.filter((row) => row.cells.length !== width && row.cells.length > 0);
  if (odd.length === 0) return [];
  const patterns = patternsOfHealthy(table);
  return odd.map((row) => ({
    message: row.cells.length < width ? 'fewer' : 'more',
    data: { cells: row.cells.length, width },
    range: row.range,
    related: [{ range: table.header.range, note: '表头' }],
    fixes: repairsOf(table, row, patterns)
      .slice(0, 4)
      .map((cells) => ({
        title: `改为 ${rowLine(cells, row, document.text)}`,
        edits: [{ range: row.range, text: rowLine(cells, row, document.text) }],
      })),
  }));
}

/**
 * The repairs, those first whose cells stand where other rows have the same word, or one with the same ending (…市). Where
 * a cell is missing and several places are as likely, none: its column is not determined.
 */
function repairsOf(
  table: Table,
  row: Row,
  patterns: readonly ColumnPattern[],
): readonly (readonly string[])[] {
  const columns = table.header.cells.map((_, column) =>
    table.rows.map((one) => repairText(one.cells[column])),
  );
  const words = columns.map((cells) => new Set(cells));
  const endings = columns.map((cells) => new Set(cells.map((text) => text.slice(-1))));
  const score = (cells: readonly string[]): number =>
    cells.reduce((sum, text, column) => {
      if (text === '') return sum;
      return sum + (words[column]?.has(text) ? 2 : endings[column]?.has(text.slice(-1)) ? 1 : 0);
    }, 0);
  const repairs = [...widthRepairs(row, patterns)].sort((a, b) => score(b) - score(a));
  const [first, second] = repairs;
  const isOpen = first !== undefined && second !== undefined && score(first) === score(second);
  const merged = row.cells.some(({ covered }) => covered);
  return isOpen && !merged && row.cells.length < patterns.length ? [] : repairs;
}

/** Cells keep their source, markup included, wherever their text is unchanged. */
function rowLine(cells: readonly string[], row: Row, text: string): string {
  let at = 0;
  const parts = cells.map((content) => {
    const found = row.cells.findIndex(
      (cell, index) => index >= at && content !== '' && cellText(cell) === content,
    );
    const cell = row.cells[found];
    if (!cell) return toMarkdownCell(content);
    at = found + 1;
    return text.slice(cell.range.start, cell.range.end);
  });
  return `| ${parts.join(' | ')} |`.replaceAll('|  |', '| |').replaceAll('|  |', '| |');
}

function brokenTable(document: ReportDocument, table: Table): Problem<MessageId>[] {
  const width = table.header.cells.length;
  const cells = table.delimiter.cells.length;
  if (width === 0) return [];
  const agreeing = table.rows.filter((row) => row.cells.length === width).length;
  const settled = table.rows.length === 0 || agreeing * 2 > table.rows.length;
  if (cells === 0) {
    if (table.rows.length < 2 || agreeing < table.rows.length) return [];
    const at = rangeOf(table.header.range.end, table.header.range.end);
    const fixes = [{ title: '补上分隔行', edits: [{ range: at, text: `\n${delimiterLine(width, '')}` }] }];
    return [{ message: 'noDelimiter', range: table.header.range, fixes }];
  }
  const line = delimiterLine(
    width,
    document.text.slice(table.delimiter.range.start, table.delimiter.range.end),
  );
  const fixes = [{ title: `分隔行改为 ${line}`, edits: [{ range: table.delimiter.range, text: line }] }];
  return [
    {
      message: 'delimiter',
      data: { cells, width },
      range: table.delimiter.range,
      related: [{ range: table.header.range, note: '表头' }],
      fixes: settled ? fixes : [],
    },
  ];
}

/** A delimiter row of `width` cells that keeps the alignments already written. */
function delimiterLine(width: number, old: string): string {
  const marks = old
    .split('|')
    .map((mark) => mark.trim())
    .filter((mark) => mark !== '');
  return `|${Array.from({ length: width }, (_, at) => marks[at] ?? '---').join('|')}|`;
}
