import { allMatches } from '../../../shared/matches';
import type { CountedCell } from './ordered';

/** A line such as `| --- | :-: |`. */
export const isRule = (line: string): boolean =>
  /^[|\-:\s]+$/.test(line) && /\|/.test(line) && /-/.test(line);

const MARK = /\\.|`+|\|/g;

/** Places of the pipes of a line that part cells: not escaped, not in code. */
function pipesIn(line: string): readonly number[] {
  if (!/[\\`]/.test(line)) {
    const plain: number[] = [];
    for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) plain.push(at);
    return plain;
  }
  const marks = allMatches(line, MARK);
  const lastOf = new Map(marks.map((mark) => [mark[0], mark.index]));
  const pipes: number[] = [];
  let code = '';
  for (const { 0: mark, index } of marks) {
    if (mark.startsWith('`')) {
      if (code === mark) code = '';
      else if (code === '' && (lastOf.get(mark) ?? 0) > index) code = mark;
    } else if (mark === '|' && code === '') pipes.push(index);
  }
  return pipes;
}

export const hasPipes = (line: string): boolean => line.includes('|') && pipesIn(line).length > 0;

export const isFramed = (line: string): boolean => /^\|.+\|$/.test(line);

/** The cells of a line, as they are written. */
export function pipeCells(line: string): readonly string[] {
  const content = line.trim();
  const pipes = pipesIn(content);
  const ends = [...pipes, content.length];
  const cells = ends.map((end, index) =>
    content.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end).trim(),
  );
  const from = pipes[0] === 0 ? 1 : 0;
  return cells.slice(from, cells.at(-1) === '' ? -1 : undefined);
}

/** Cells with their texts. `<<` and `^^` are what a cell to the left or above reaches over. */
export function mergedRows(
  rows: readonly (readonly string[])[],
  textOf: (cell: string) => string,
): readonly (readonly CountedCell[])[] {
  const merged: (readonly CountedCell[])[] = [];
  for (const cells of rows) {
    const above = merged.at(-1);
    const row: CountedCell[] = [];
    cells.forEach((cell, column) => {
      const isCovered = cell === '<<' || cell === '^^';
      const origin = cell === '<<' ? row.at(-1) : cell === '^^' ? above?.[column] : undefined;
      row.push(origin ?? { paragraphs: [isCovered ? '' : textOf(cell)] });
    });
    merged.push(row);
  }
  return merged;
}
