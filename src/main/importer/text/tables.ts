import { cellCount, hasPipe, isDelimiterLine, rowOf } from '../../document/tables';
import { BOUNDS, ImportError } from '../bounds';
import type { SourceCell, SourceTable } from '../source-document';
import type { TextLine } from './lines';

const TOO_LARGE = `表格过大，已停止读取：一张表最多 ${BOUNDS.tableCells / 10_000} 万格，请把它分成几张`;

/** Lines that are a table. */
export interface TableLines {
  readonly kind: 'tabbed' | 'piped';
  /** Index just behind its last line. */
  readonly end: number;
}

type Row = readonly Pick<SourceCell, 'spans' | 'covered'>[];

/** For each line the table that begins there if none goes on: a Markdown table, or parted by tabs. Linear. */
export function tablesIn(lines: readonly TextLine[]): readonly (TableLines | null)[] {
  const tables: (TableLines | null)[] = lines.map(() => null);
  for (let at = 0; at < lines.length; at++) {
    const end = pipedEnd(lines, at);
    if (end === at) continue;
    tables[at] = { kind: 'piped', end };
    at = end - 1;
  }
  let end = lines.length;
  let columns = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    if (tables[at + 1]?.kind === 'piped' || !goesOn(lines[at], lines[at + 1])) {
      end = at + 1;
      columns = false;
    }
    // Tabs that only indent make no columns.
    columns ||= lines[at]?.content.includes('\t') ?? false;
    if (columns && end > at + 1) tables[at] ??= { kind: 'tabbed', end };
  }
  return tables;
}

const tabsIn = (text: string): number => text.split('\t').length - 1;

/** Whether two lines have as many tabs, at least one. */
function goesOn(line: TextLine | undefined, next: TextLine | undefined): boolean {
  if (!line?.content || !next?.content || next.newPage) return false;
  const tabs = tabsIn(line.text);
  return tabs > 0 && tabs === tabsIn(next.text);
}

function pipedEnd(lines: readonly TextLine[], at: number): number {
  const header = lines[at]?.content ?? '';
  const below = lines[at + 1];
  const delimiter = below && !below.newPage ? below.content : '';
  if (!hasPipe(header) || !isDelimiterLine(delimiter) || cellCount(header) !== cellCount(delimiter))
    return at;
  let end = at + 2;
  while (hasPipe(lines[end]?.content ?? '') && !lines[end]?.newPage) end++;
  return end;
}

const tabbedRow = ({ text }: TextLine): Row =>
  text.split('\t').map((cell) => ({ spans: [{ text: cell.trim() }] }));

function pipedRow({ content }: TextLine): Row {
  const { cells } = rowOf(content, { start: 0, from: 0, end: content.length });
  return cells.map(({ range, covered }) =>
    covered
      ? { spans: [], covered }
      : { spans: [{ text: content.slice(range.start, range.end).replaceAll('\\|', '|') }] },
  );
}

/** The table of `lines`, and the labels of the rows that had to be filled up with empty cells. */
export function readTable(
  lines: readonly TextLine[],
  kind: TableLines['kind'],
): { readonly table: SourceTable; readonly ragged: readonly string[] } {
  const kept = kind === 'piped' ? lines.filter((_, index) => index !== 1) : lines;
  const rows = kept.map(kind === 'piped' ? pipedRow : tabbedRow);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width * rows.length > BOUNDS.tableCells) throw new ImportError('too-large', TOO_LARGE);
  const labels = kept.map(({ number }) => `第${number}行`);
  const grid = rows.map((row, index) =>
    Array.from({ length: width }, (_, column) => ({
      spans: [],
      ...row[column],
      label: `${labels[index]}第${column + 1}格`,
    })),
  );
  const ragged = labels.filter((_, index) => (rows[index]?.length ?? 0) < width);
  return { table: { kind: 'table', label: labels[0] ?? '', rows: grid }, ragged };
}
