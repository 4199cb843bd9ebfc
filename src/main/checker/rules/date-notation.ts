import type { Cell, ReportDocument, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { cellText, compactText } from '../tables/cell-text';
import { type DateWriting, dateIn, type WrittenDate, writtenDates } from '../tables/date-writing';
import { entriesOf, tablesOf } from '../tables/each-table';

type MessageId = 'column' | 'report' | 'spoken';

/** Cells that make a column of dates, and days that make a custom of the report. */
const COLUMN = 3;
const CUSTOM = 3;

interface Placed extends WrittenDate {
  readonly range: Range;
}

/** One column, or text and annex, in several notations of dates. */
export const dateNotation = defineRule<MessageId>({
  code: 'T105',
  name: 'date-notation',
  severity: 'doubt',
  looks: 'across',
  messages: {
    column: '“{header}”一列的日期多写作“{usual}”，这里写作“{text}”',
    report: '“{header}”一列的日期写作“{text}”，报告其他地方写作“{usual}”',
    spoken: '日期“{text}”用了口语的“号”，应为“日”',
  },
  check({ document }) {
    const prose = proseDates(document);
    const tables = tablesOf(document).map((table) => dateColumns(table));
    const columns = tables.flat();
    return [
      ...columns.flatMap(oddIn),
      ...(isOwnCustom(tables) ? [] : againstReport(columns, prose)),
      ...prose.filter(({ writing }) => writing === '年月号').map(spoken),
    ];
  },
});

interface DateColumn {
  readonly header: string;
  readonly cells: readonly (readonly Placed[])[];
  readonly usual: DateWriting;
}

function dateColumns(table: Table): DateColumn[] {
  return table.header.cells.flatMap((headerCell, column): DateColumn[] => {
    const cells = entriesOf(table).flatMap(({ row }) => {
      const cell = row.cells[column];
      const dates = cell && !cell.covered ? datesIn(cell) : [];
      return dates.length > 0 ? [dates] : [];
    });
    const usual = commonest(cells.flat());
    if (cells.length < COLUMN || !usual) return [];
    return [{ header: compactText(headerCell) || `第${column + 1}列`, cells, usual }];
  });
}

const datesIn = (cell: Cell): readonly Placed[] =>
  // A longer run of words is no date column.
  cellText(cell).length > 60
    ? []
    : placed(cell.prose.text, (start, end) => sourceRange(cell.prose, start, end));

function proseDates({ blocks }: ReportDocument): readonly Placed[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { prose } = block;
    // Eight digits in running text are a code as likely as a day.
    return placed(prose.text, (start, end) => sourceRange(prose, start, end)).filter(
      ({ writing }) => writing !== '八位数字',
    );
  });
}

const placed = (text: string, rangeAt: (start: number, end: number) => Range): readonly Placed[] =>
  /\d{4}/.test(text)
    ? writtenDates(text).map((date) => ({ ...date, range: rangeAt(date.start, date.end) }))
    : [];

/** The notation of most days; null between equals. */
function commonest(dates: readonly WrittenDate[]): DateWriting | null {
  const counts = new Map<DateWriting, number>();
  for (const { writing } of dates) counts.set(writing, (counts.get(writing) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && (!second || first[1] > second[1]) ? first[0] : null;
}

function oddIn({ header, cells, usual }: DateColumn): Problem<MessageId>[] {
  const odd = cells.flat().filter(({ writing }) => writing !== usual);
  return odd.map((date) => {
    const text = dateIn(date.writing, date);
    const fixed = dateIn(usual, date);
    return {
      message: 'column',
      ...(date.writing === '年月号' ? { severity: 'error' as const } : {}),
      data: { header, usual: dateIn(usual, date), text },
      range: date.range,
      fixes: [{ title: `改为“${fixed}”`, edits: [{ range: date.range, text: fixed }] }],
    };
  });
}

/**
 * All tables with days in one notation: tables of this report are written so, whatever its text does. Eight digits without a
 * mark are hard to read, so one table is no custom of them.
 */
function isOwnCustom(tables: readonly (readonly DateColumn[])[]): boolean {
  const [first, ...more] = new Set(tables.flat().map(({ usual }) => usual));
  const count = tables.filter((columns) => columns.length > 0).length;
  return more.length === 0 && (count > 1 || first !== '八位数字');
}

/** A whole column in another notation than the text and the other tables: one finding, one click for all. */
function againstReport(columns: readonly DateColumn[], prose: readonly Placed[]): Problem<MessageId>[] {
  // What most of the report does; between equals, what the text does.
  const custom = commonest([...prose, ...columns.flatMap(({ cells }) => cells.flat())]) ?? commonest(prose);
  if (!custom || custom === '年月号') return [];
  const customary = (dates: readonly Placed[]) => dates.filter(({ writing }) => writing === custom);
  const inProse = customary(prose);
  const inColumns = columns.map(({ cells }) => customary(cells.flat()));
  const count = inColumns.reduce((sum, { length }) => sum + length, inProse.length);
  return columns.flatMap((column, at) => {
    const elsewhere = count - (inColumns[at]?.length ?? 0);
    const dates = column.cells.flat().filter(({ writing }) => writing === column.usual);
    const first = dates[0];
    if (!first || column.usual === custom || column.usual === '年月号' || elsewhere < CUSTOM) return [];
    const shown = inProse[0] ?? inColumns.find((others, index) => index !== at && others.length > 0)?.[0];
    const edits = dates.map((date) => ({ range: date.range, text: dateIn(custom, date) }));
    return [
      {
        message: 'report' as const,
        data: { header: column.header, text: dateIn(column.usual, first), usual: dateIn(custom, first) },
        range: first.range,
        related: shown ? [{ range: shown.range, note: '报告其他地方的写法' }] : [],
        fixes: [{ title: `整列改为“${dateIn(custom, first)}”的写法`, edits }],
      },
    ];
  });
}

const spoken = (date: Placed): Problem<MessageId> => ({
  message: 'spoken',
  data: { text: dateIn('年月号', date) },
  range: date.range,
  fixes: [{ title: '“号”改为“日”', edits: [{ range: date.range, text: dateIn('年月日', date) }] }],
});
