import type { Shift, Splice } from '../../shared/analysis-change';
import type { Block, Cell, Gap, Row } from '../../shared/model/document';
import type { Range } from '../../shared/model/range';

/** Shorter tables are told whole. */
const LEAST_ROWS = 24;

/** The rows that an edit within one table changed; null where it is no table, or short. All others have moved, no more. */
export function rowsBetween(
  before: readonly Block[],
  after: readonly Block[],
  shift: Shift,
): Splice<Row> | null {
  const [[old], [now]] = [before, after];
  if (before.length !== 1 || after.length !== 1 || old?.kind !== 'table' || now?.kind !== 'table')
    return null;
  const [rows, nowRows] = [old.rows, now.rows];
  const least = Math.min(rows.length, nowRows.length);
  if (least < LEAST_ROWS) return null;
  let head = 0;
  while (head < least && sameRow(rows[head], nowRows[head], shift)) head++;
  let tail = 0;
  while (tail < least - head && sameRow(rows.at(-1 - tail), nowRows.at(-1 - tail), shift)) tail++;
  return { at: head, removed: rows.length - tail - head, items: nowRows.slice(head, nowRows.length - tail) };
}

/** Whether a row, moved as `rowAfter` moves it, is that of the later table. */
function sameRow(a: Row | undefined, b: Row | undefined, { start, oldEnd, units }: Shift): boolean {
  if (!a || !b || a.cells.length !== b.cells.length) return false;
  const isBefore = a.range.end <= start;
  if (!isBefore && a.range.start < oldEnd) return false;
  const by = isBefore ? 0 : units;
  if (a === b) return by === 0;
  return stands(a.range, b.range, by) && a.cells.every((cell, at) => sameCell(cell, b.cells[at] as Cell, by));
}

const stands = (a: Range, b: Range, by: number): boolean => a.start + by === b.start && a.end + by === b.end;

const sameCell = (a: Cell, b: Cell, by: number): boolean =>
  stands(a.range, b.range, by) &&
  stands(a.outer, b.outer, by) &&
  a.covered === b.covered &&
  a.prose.start + by === b.prose.start &&
  a.prose.text === b.prose.text &&
  a.prose.gaps.length === b.prose.gaps.length &&
  a.prose.gaps.every((gap, at) => sameGap(gap, b.prose.gaps[at]));

const sameGap = (a: Gap, b: Gap | undefined): boolean => a.at === b?.at && a.skip === b.skip;
