import type { GridRow } from './rows';
import { isBlankCell } from './words';

export interface Columns {
  readonly from: number;
  readonly to: number;
}

export interface ColumnKind {
  readonly hasFigures: boolean;
  readonly hasWords: boolean;
}

/** What the cells of each column of some rows are, in one pass. */
export function columnKinds(rows: readonly GridRow[], from: number, to: number): readonly ColumnKind[] {
  const width = rows[from]?.length ?? 0;
  const figures = new Array<boolean>(width).fill(false);
  const words = new Array<boolean>(width).fill(false);
  for (let at = from; at < to; at++) {
    rows[at]?.forEach((cell, column) => {
      if (cell.number !== '') figures[column] = true;
      else if (!isBlankCell(cell) && /\p{L}/u.test(cell.text)) words[column] = true;
    });
  }
  return figures.map((hasFigures, column) => ({ hasFigures, hasWords: words[column] === true }));
}

/**
 * Tables that stand side by side: parted by a blank column, or two halves with the same headers as in a balance
 * sheet (资产 … 负债 …). Each has labels and figures of its own.
 */
export function splitColumns(
  columns: Columns,
  kinds: readonly ColumnKind[],
  headers: readonly (readonly string[])[],
): readonly Columns[] {
  const pathOf = (column: number): readonly string[] => headers[column - columns.from] ?? [];
  const tables: Columns[] = [];
  let known = new Set<string>();
  for (const part of partsOf(columns, kinds)) {
    const names = figureNames(part, kinds, pathOf);
    const before = part.from - 1;
    const isParted = !kinds[before]?.hasFigures && !kinds[before]?.hasWords && pathOf(before).length === 0;
    const repeats = names.some((name) => known.has(name)) && pathOf(part.from).length <= 1;
    const last = tables.at(-1);
    if (last && !isParted && !repeats) tables[tables.length - 1] = { from: last.from, to: part.to };
    else {
      tables.push(part);
      known = new Set();
    }
    for (const name of names) known.add(name);
  }
  return tables;
}

/** Stretches of columns that begin with words and end with figures; the last takes in what is left. */
function partsOf({ from, to }: Columns, kinds: readonly ColumnKind[]): readonly Columns[] {
  const starts = [from];
  let hasFigures = false;
  for (let column = from; column < to; column++) {
    const kind = kinds[column];
    if (hasFigures && kind?.hasWords && !kind.hasFigures) {
      starts.push(column);
      hasFigures = false;
    }
    hasFigures ||= kind?.hasFigures === true;
  }
  // Words behind the last figures are remarks.
  if (!hasFigures && starts.length > 1) starts.pop();
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
}

function figureNames(
  { from, to }: Columns,
  kinds: readonly ColumnKind[],
  pathOf: (column: number) => readonly string[],
): readonly string[] {
  const names: string[] = [];
  for (let column = from; column < to; column++) {
    const name = pathOf(column).at(-1);
    if (name !== undefined && kinds[column]?.hasFigures) names.push(name);
  }
  return names;
}
