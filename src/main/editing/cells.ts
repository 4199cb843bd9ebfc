import type { Row, Table } from '../../shared/model/document';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';
import { applyEdits, movedRanges } from '../checker/edits';
import { changedStretch, editOf } from './stretch';
import { cellAnew, withBackslashes } from './write';

/** Ways to write a cell, the one that keeps most of its markup first; the last writes the row with all its pipes. */
export function cellSources(text: string, row: Row, column: number, wanted: string): readonly Edit[] {
  const cell = row.cells[column];
  if (!cell) return [];
  const anew = cellAnew(wanted);
  const edits: Edit[] = [];
  const stretch = cell.prose.text === '' ? null : changedStretch(cell.prose.text, wanted);
  if (stretch && wanted !== '') {
    for (const typed of [stretch.text.replaceAll('|', '\\|'), withBackslashes(stretch.text)])
      edits.push(editOf(cell.prose, stretch, typed.replaceAll('\n', '<br>')));
  }
  edits.push({ range: cell.outer, text: wanted === '' ? ' ' : ` ${anew} ` });
  const contents = row.cells.map((one, index) =>
    index === column ? anew : text.slice(one.range.start, one.range.end),
  );
  const first = row.cells[0]?.outer.start ?? row.range.start;
  const line = text.slice(row.range.start, row.range.end);
  const indent =
    line.startsWith('|') || /^[ \t>]*\|/.test(line) ? line.indexOf('|') : first - row.range.start;
  const range = rangeOf(row.range.start + Math.max(0, indent), row.range.end);
  edits.push({ range, text: `| ${contents.join(' | ')} |` });
  return edits;
}

/** Rows from here on are not needed to read one of them. */
const WHOLE = 200;

interface Alone {
  readonly source: string;
  /** Where the row stands in the table of that source; -1: its header. */
  readonly row: number;
}

/** The row with the edit, in as much of its table as it needs to be read. */
export function rowAlone(text: string, table: Table, row: number, edit: Edit): Alone {
  const { range } = table;
  if (table.rows.length <= WHOLE || row < table.headerRows)
    return { source: applyEdits(text.slice(0, range.end), [edit]).slice(range.start), row };
  const line = table.rows[row];
  const [first] = table.rows;
  if (!line || !first) return { source: '', row };
  const head = text.slice(range.start, first.range.start);
  const [moved = line.range] = movedRanges([line.range], [edit]);
  const after = applyEdits(text.slice(0, line.range.end), [edit]);
  return { source: head + after.slice(moved.start), row: 0 };
}
