import type { GridRow } from './rows';
import { isBlankCell } from './words';

export interface Columns {
  readonly from: number;
  readonly to: number;
}

export interface ColumnKinds {
  readonly hasFigures: boolean;
  readonly hasWords: boolean;
  readonly isBlank: boolean;
}

/** What the cells of each column of some rows are, in one pass. */
export function columnKinds(rows: readonly GridRow[], from: number, to: number): readonly ColumnKinds[] {
  const width = rows[from]?.length ?? 0;
  const figures = new Array<boolean>(width).fill(false);
  const words = new Array<boolean>(width).fill(false);
  for (let at = from; at < to; at++) {
    rows[at]?.forEach((cell, column) => {
      if (cell.number !== '') figures[column] = true;
      else if (!isBlankCell(cell) && /\p{L}/u.test(cell.text)) words[column] = true;
    });
  }
  return figures.map((hasFigures, column) => ({
    hasFigures,
    hasWords: words[column] === true,
    isBlank: !hasFigures && !words[column],
  }));
}

/**
 * Tables that stand side by side: parted by a blank column, or two halves with the same headers as in a balance
 * sheet (资产 … 负债 …). Each must have labels and figures of its own.
 */
export function splitColumns(
  columns: Columns,
  kinds: readonly ColumnKinds[],
  headers: readonly (readonly string[])[],
): readonly Columns[] {
  const starts = [columns.from];
  for (let at = columns.from + 1; at < columns.to; at++) {
    const start = starts.at(-1) ?? columns.from;
    if (isStart(at, { from: start, to: columns.to }, kinds, headers, columns.from)) starts.push(at);
  }
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? columns.to }));
}

function isStart(
  at: number,
  { from, to }: Columns,
  kinds: readonly ColumnKinds[],
  headers: readonly (readonly string[])[],
  first: number,
): boolean {
  const kind = kinds[at];
  if (!kind?.hasWords || kind.hasFigures) return false;
  const own = figureColumns(kinds, from, at);
  const next = figureColumns(kinds, at, nextStart(kinds, at, to));
  if (own.length === 0 || next.length === 0) return false;
  const nameOf = (column: number): string => headers[column - first]?.at(-1) ?? '';
  const isParted = kinds[at - 1]?.isBlank === true && nameOf(at - 1) === '';
  const repeats = next.some(
    (column) => nameOf(column) !== '' && own.some((other) => nameOf(other) === nameOf(column)),
  );
  const isGrouped = (headers[at - first]?.length ?? 0) > 1;
  return isParted || (repeats && !isGrouped);
}

const figureColumns = (kinds: readonly ColumnKinds[], from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index).filter((column) => kinds[column]?.hasFigures);

/** Where the figures behind a label column end: at the next label column behind figures. */
function nextStart(kinds: readonly ColumnKinds[], at: number, to: number): number {
  let seen = false;
  for (let column = at + 1; column < to; column++) {
    const kind = kinds[column];
    if (kind?.hasFigures) seen = true;
    else if (seen && kind?.hasWords) return column;
  }
  return to;
}
