import { allMatches } from '../../../shared/matches';
import type { Cell, ReportDocument, Row, Table } from '../../../shared/model/document';
import type { Edit } from '../../../shared/model/finding';
import { defineRule, type Problem } from '../rule';
import { nearTableSearch } from '../search';
import { tablesOf } from '../tables/each-table';

type MessageId = 'break' | 'markup' | 'mark' | 'header' | 'no-rows';

const BREAKS_AT_EDGE = /^(?:\s*<br\s*\/?>\s*)+|(?:\s*<br\s*\/?>\s*)+$/gi;
/** Markup that a conversion left; `<br>` between two values is meant, `<5%` is none. */
const MARKUP =
  /<\/?(?:span|p|div|td|tr|th|table|font|b|i|u|em|strong|sup|sub|a|o:p|ol|ul|li|colgroup|col)(?:\s[^<>]*)?\/?>|&(?:nbsp|amp|lt|gt|quot|ensp|emsp|#\d{2,5});/gi;
/** A mark that no value begins or ends with; a leading `-` before a digit may be a minus. */
const STRAY = /^[、，；：,;|]+\s*|\s*[、，,|]+$/g;

/** What a conversion leaves in cells: `<br>` at an edge, tags, entities, stray marks. */
export const tableResidue = defineRule<MessageId>({
  code: 'T112',
  name: 'table-residue',
  severity: 'doubt',
  looks: 'near',
  messages: {
    break: '单元格开头或末尾有多余的换行标记',
    markup: '单元格里有转换残留的标记“{text}”',
    mark: '单元格开头或末尾有多余的“{text}”',
    header: '表头在表中重复了一次，像是分页残留',
    'no-rows': '这张表只有表头，与上一张表的表头相同，像是分页残留',
  },
  applies: ({ document }) => tablesOf(document).length > 0,
  check: ({ document }) => [...cellProblems(document, undefined), ...emptyAgain(tablesOf(document))],
});

const cellProblems = nearTableSearch((table, document) => [
  ...[table.header, ...table.rows].flatMap((row) => row.cells.flatMap((cell) => problemsIn(document, cell))),
  ...headersAgain(document, table),
]);

/** Of a table that a page break cut in two nothing but its header: the rest of it is the table before. */
const emptyAgain = (tables: readonly Table[]): Problem<MessageId>[] =>
  tables.flatMap((table, at) => {
    const before = tables[at - 1];
    const isAgain =
      table.rows.length === 0 &&
      before !== undefined &&
      wordsOf(before.header) === wordsOf(table.header) &&
      wordsOf(table.header).replaceAll('|', '').length >= 2;
    return isAgain ? [{ message: 'no-rows', range: table.range }] : [];
  });

/** The header of a table once more among its rows. */
function headersAgain({ text }: ReportDocument, table: Table): Problem<MessageId>[] {
  const header = wordsOf(table.header);
  if (header.replaceAll('|', '').length < 2) return [];
  const rows = table.rows.filter((row) => wordsOf(row) === header);
  return rows.map(({ range }): Problem<MessageId> => {
    const end = text.charAt(range.end) === '\n' ? range.end + 1 : range.end;
    return {
      message: 'header',
      range,
      related: [{ range: table.header.range, note: '表头' }],
      fixes: [{ title: '删去这一行', edits: [{ range: { start: range.start, end }, text: '' }] }],
    };
  });
}

const wordsOf = ({ cells }: Row): string =>
  cells.map(({ prose }) => prose.text.replace(/\s+/g, '')).join('|');

/** One finding a cell, with one fix that cleans it. */
function problemsIn({ text }: ReportDocument, cell: Cell): Problem<MessageId>[] {
  if (cell.covered) return [];
  const { start, end } = cell.range;
  const raw = text.slice(start, end);
  if (!/[<&、，；：,;|]/.test(raw)) return [];
  const found = [
    ...hits(raw, BREAKS_AT_EDGE, 'break'),
    ...hits(raw, MARKUP, 'markup'),
    ...hits(raw, STRAY, 'mark'),
  ];
  const first = found[0];
  if (!first) return [];
  const edits: Edit[] = [];
  for (const { at, length, text: put } of [...found].sort((a, b) => a.at - b.at)) {
    const range = { start: start + at, end: start + at + length };
    if (range.start >= (edits.at(-1)?.range.end ?? 0)) edits.push({ range, text: put });
  }
  const data = { text: raw.slice(first.at, first.at + first.length).trim() };
  return [{ message: first.message, data, range: cell.range, fixes: [{ title: '清除残留', edits }] }];
}

interface Hit {
  readonly message: MessageId;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const hits = (raw: string, pattern: RegExp, message: MessageId): Hit[] =>
  allMatches(raw, pattern)
    .map(({ 0: match, index }) => ({
      message,
      at: index,
      length: match.length,
      text: ENTITIES[match.toLowerCase()] ?? (match.startsWith('&') ? ' ' : ''),
    }))
    .filter(
      ({ at, length }) =>
        length > 0 && !(message === 'mark' && raw.charAt(at - 1) === '\\') && length < raw.length,
    );
