import type { Row, Table } from '../../../shared/model/document';
import { rangeOf } from '../../../shared/model/range';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { cellText, toMarkdownCell } from '../tables/cell-text';
import type { TornRow } from '../tables/torn-rows';
import { tornTables } from '../tables/torn-tables';

type MessageId = 'torn' | 'ambiguous' | 'unrepaired' | 'split';

/** A row whose cells hold fragments of their neighbours, as a wrapped cell leaves them when it is pasted. */
export const rowTorn = defineRule<MessageId>({
  code: 'T101',
  name: 'row-torn',
  severity: 'error',
  looks: 'near',
  messages: {
    torn: '本行单元格内容被拆散错位，应为“{repaired}”',
    ambiguous: '本行单元格内容被拆散错位，可能为“{repaired}”等 {count} 种写法之一',
    unrepaired: '本行单元格内容被拆散错位，与本列其他各行的写法不符，请对照原件核实',
    split: '本行内容被拆成两行，应合并为“{repaired}”',
  },
  absorbs: ['T102', 'T104', 'T105', 'T112'],
  applies: (report) => report.document.blocks.some((block) => block.kind === 'table'),
  check: (report) =>
    tornTables(report.document).flatMap(({ table, torn }) =>
      torn.flatMap((one) => problemOf(report, table, one)),
    ),
});

function problemOf(report: CheckedReport, table: Table, torn: TornRow): Problem<MessageId>[] {
  const first = table.rows[torn.first];
  const last = table.rows[torn.last];
  if (!first || !last) return [];
  const range = rangeOf(first.range.start, last.range.end);
  const source = table.rows
    .slice(torn.first, torn.last + 1)
    .flatMap((row) => row.cells.map(cellText))
    .join('');
  const lines = [...torn.repairs]
    .sort((a, b) => moved(a, source) - moved(b, source))
    .map((cells) => rowLine(cells, first, report.document.text));
  const repaired = lines[0];
  if (repaired === undefined) return [{ message: 'unrepaired', range }];
  const message = torn.last > torn.first ? 'split' : lines.length > 1 ? 'ambiguous' : 'torn';
  const fixes = lines.map((line) => ({ title: `改为“${readable(line)}”`, edits: [{ range, text: line }] }));
  return [{ message, data: { repaired: readable(repaired), count: lines.length }, range, fixes }];
}

/** A row for a person, who knows no markup: a line break in a cell as a blank. */
const readable = (line: string): string => line.slice(2, -2).replaceAll('<br>', ' ');

/** Cells that stand before one that the torn row has first: of two repairs the one that moves less is likelier. */
function moved(cells: readonly string[], source: string): number {
  let count = 0;
  let last = -1;
  for (const content of cells) {
    const at =
      content === '' ? -1 : source.replace(/\s+/g, '').indexOf(content.replace(/\s+/g, '').slice(0, 4));
    if (at < 0) continue;
    if (at < last) count++;
    last = at;
  }
  return count;
}

/** The row in Markdown. Cells that stay as they are keep their source, markup included. */
function rowLine(cells: readonly string[], row: Row, text: string): string {
  const parts = cells.map((content, column) => {
    const cell = row.cells[column];
    if (cell && cellText(cell) === content) return text.slice(cell.range.start, cell.range.end);
    return toMarkdownCell(content);
  });
  return `| ${parts.join(' | ')} |`;
}
