import type { Block, Row } from '../../shared/model/document';
import type { Change, SharedRows } from './descent';

/** Of a table that was edited below its header: the rows whose lines the edit left alone. */
export function rowsShared(
  old: readonly Block[],
  now: Block | undefined,
  fresh: number,
  { start, oldEnd, newEnd }: Change,
): SharedRows | null {
  const [table] = old;
  if (old.length !== 1 || fresh !== 1 || table?.kind !== 'table' || now?.kind !== 'table') return null;
  if (table.range.start !== now.range.start || table.headerRows !== now.headerRows) return null;
  if (Math.max(table.header.range.end, table.delimiter.range.end) >= start) return null;
  const [rows, nowRows] = [table.rows, now.rows];
  const isAt = (a: Row | undefined, b: Row | undefined, by: number): boolean =>
    a !== undefined && b?.range.start === a.range.start + by && b.range.end === a.range.end + by;
  let head = 0;
  while ((rows[head]?.range.end ?? start) < start && isAt(rows[head], nowRows[head], 0)) head++;
  let tail = 0;
  const least = Math.min(rows.length, nowRows.length) - head;
  while (
    tail < least &&
    (rows.at(-1 - tail)?.range.start ?? 0) > oldEnd &&
    isAt(rows.at(-1 - tail), nowRows.at(-1 - tail), newEnd - oldEnd)
  )
    tail++;
  return { head, tail };
}

/** The rows that did not move are those of before: what is remembered of them holds. */
export function withRows(
  blocks: readonly Block[],
  old: readonly Block[],
  at: number,
  { head, tail }: SharedRows,
  units: number,
): readonly Block[] {
  const [before, now] = [old[at], blocks[at]];
  if (before?.kind !== 'table' || now?.kind !== 'table') return blocks;
  const from = now.rows.length - (units === 0 ? tail : 0);
  const rows = [
    ...before.rows.slice(0, head),
    ...now.rows.slice(head, from),
    ...before.rows.slice(before.rows.length - (now.rows.length - from)),
  ];
  return blocks.with(at, { ...now, rows });
}
