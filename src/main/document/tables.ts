import type { Cell, Row, Table } from '../../shared/model/document';
import { rangeOf } from '../../shared/model/range';
import { backtickRuns } from './backticks';
import { type Line, skipSpace, skipSpaceBack } from './lines';
import { proseOf } from './prose-builder';
import { COVERED_LEFT, COVERED_UP, headerRowsOf } from './spans';

export type TableDraft = Omit<Table, 'index' | 'section'>;

const DELIMITER = /^[|\-:\s]+$/;

/** True for a line such as `|---|:--:|`, of whatever width. */
export function isDelimiterLine(content: string): boolean {
  return content.includes('|') && content.includes('-') && DELIMITER.test(content);
}

/** Places of the pipes that part cells: neither escaped nor inside a code span. */
function pipesOf(source: string): readonly number[] {
  const pipes: number[] = [];
  if (!/[\\`]/.test(source)) {
    for (let at = source.indexOf('|'); at >= 0; at = source.indexOf('|', at + 1)) pipes.push(at);
    return pipes;
  }
  const runs = backtickRuns(source);
  for (let at = 0; at < source.length; at++) {
    const unit = source.charAt(at);
    if (unit === '\\') at++;
    else if (unit === '|') pipes.push(at);
    else if (unit === '`') {
      const size = runs.sizeAt(at);
      const close = runs.closing(at);
      at = (close < 0 ? at : close) + size - 1;
    }
  }
  return pipes;
}

export const hasPipe = (content: string): boolean => content.includes('|') && pipesOf(content).length > 0;

/** How many cells a trimmed line has; as `rowOf`. */
export function cellCount(content: string): number {
  const pipes = pipesOf(content);
  const leading = pipes[0] === 0 ? 1 : 0;
  return pipes.length - leading + (content.endsWith('|') && pipes.at(-1) === content.length - 1 ? 0 : 1);
}

function cellOf(text: string, start: number, end: number): Cell {
  const from = skipSpace(text, start, end);
  const outer = rangeOf(start, end);
  if (from === end) {
    const middle = start + ((end - start) >> 1);
    return { range: rangeOf(middle, middle), outer, prose: proseOf(text, middle, middle) };
  }
  const to = skipSpaceBack(text, from, end);
  const covered = to - from === 2 ? coveredBy(text.slice(from, to)) : null;
  if (covered) return { range: rangeOf(from, to), outer, prose: proseOf(text, from, from), covered };
  return { range: rangeOf(from, to), outer, prose: proseOf(text, from, to, true) };
}

function coveredBy(content: string): Cell['covered'] | null {
  if (content === COVERED_LEFT) return 'left';
  return content === COVERED_UP ? 'up' : null;
}

/** The cells a line really has, whatever the header's width. */
export function rowOf(text: string, line: Line): Row {
  const from = skipSpace(text, line.from, line.end);
  const pipes = pipesOf(text.slice(from, line.end));
  const cells: Cell[] = [];
  let start = from;
  for (const pipe of pipes) {
    const at = from + pipe;
    if (pipe > 0) cells.push(cellOf(text, start, at));
    start = at + 1;
  }
  if (skipSpace(text, start, line.end) < line.end) cells.push(cellOf(text, start, line.end));
  return { range: rangeOf(line.start, line.end), cells };
}

const emptyRow = (at: number): Row => ({ range: rangeOf(at, at), cells: [] });

/** A table of consecutive lines. Header or delimiter may be missing: that row is empty, and the table broken. */
export function tableOf(text: string, lines: readonly Line[]): TableDraft {
  const content = (line: Line): string => text.slice(line.from, line.end);
  const start = lines[0]?.start ?? 0;
  const range = rangeOf(start, lines.at(-1)?.end ?? start);
  const rows = lines.map((line) => rowOf(text, line));
  const at = lines.slice(0, 2).findIndex((line) => isDelimiterLine(content(line)));
  const header = at === 0 ? emptyRow(start) : (rows[0] ?? emptyRow(start));
  const delimiter = (at < 0 ? undefined : rows[at]) ?? emptyRow(header.range.end);
  const body = rows.slice(at < 0 ? 1 : at + 1);
  const broken = at < 0 || header.cells.length !== delimiter.cells.length;
  const headerRows = broken ? 0 : headerRowsOf(header, body);
  return { kind: 'table', range, header, delimiter, rows: body, headerRows, broken };
}
