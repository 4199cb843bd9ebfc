import type { Row, Table } from '../../../shared/model/document';
import { isBlank, isCoveredText, isSpecialRow, repairText } from './cell-text';
import { type ColumnPattern, columnPatterns, dateCell } from './column-pattern';
import { matches } from './misfits';
import { sequenceCell } from './sequence';
import { numberShapeOf } from './values';

/** How the cells of a row of wrong width could stand under the header, each with the row's new cells. */
export function widthRepairs(row: Row, patterns: readonly ColumnPattern[]): readonly (readonly string[])[] {
  const texts = row.cells.map(repairText);
  const gap = patterns.length - texts.length;
  if (gap === 1) return fitting(insertions(texts), patterns);
  if (gap === -1) return fitting(removals(texts), patterns);
  if (gap < -1 && texts.slice(patterns.length).every(saysNothing)) return [texts.slice(0, patterns.length)];
  return [];
}

/** Patterns taught by the rows of the right width alone. */
export function patternsOfHealthy(table: Table): readonly ColumnPattern[] {
  const width = table.header.cells.length;
  return columnPatterns({
    ...table,
    rows: table.rows.filter(
      (row, index) => index < table.headerRows || (row.cells.length === width && !isSpecialRow(row)),
    ),
  });
}

const saysNothing = (text: string): boolean => text === '' || isCoveredText(text);

const insertions = (texts: readonly string[]): string[][] =>
  Array.from({ length: texts.length + 1 }, (_, at) => [...texts.slice(0, at), '', ...texts.slice(at)]);

/** One empty cell too many, or one cell broken in two by a pipe of its own. */
function removals(texts: readonly string[]): string[][] {
  const empty = texts.flatMap((text, at) =>
    saysNothing(text) ? [[...texts.slice(0, at), ...texts.slice(at + 1)]] : [],
  );
  const last = saysNothing(texts.at(-1) ?? ' ') ? [texts.slice(0, -1)] : [];
  if (last.length > 0 || empty.length > 0) return [...last, ...empty];
  // A cell written twice: nothing is lost with one of them.
  const twice = texts.flatMap((text, at) =>
    at > 0 && text === texts[at - 1] ? [[...texts.slice(0, at), ...texts.slice(at + 1)]] : [],
  );
  if (twice.length > 0) return twice;
  return texts.slice(1).flatMap((text, at) => {
    const before = texts[at] ?? '';
    const joined = (by: string) => [...texts.slice(0, at), `${before}${by}${text}`, ...texts.slice(at + 2)];
    // Chinese words have no pipe of their own: there a line was broken.
    const isWord = /\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(text);
    return isWord ? [joined(''), joined('|')] : [joined('|')];
  });
}

function fitting(candidates: readonly string[][], patterns: readonly ColumnPattern[]): string[][] {
  const seen = new Set<string>();
  return candidates.filter((cells) => {
    const name = cells.join('\u0000');
    if (seen.has(name)) return false;
    seen.add(name);
    return cells.every(
      (text, column) => isCoveredText(cells[column + 1] ?? '', 'left') || suits(text, patterns[column]),
    );
  });
}

function suits(text: string, pattern: ColumnPattern | undefined): boolean {
  if (!pattern) return false;
  if (isCoveredText(text)) return true;
  if (text === '')
    return pattern.blank > 0 || pattern.filled === 0 || pattern.kind === 'text' || pattern.kind === 'mixed';
  if (pattern.kind === 'sequence')
    return sequenceCell(text).kind !== 'odd' && sequenceCell(text).kind !== 'text';
  if (isBlank(text)) return true;
  if (pattern.grammars.length > 0) return matches(text, pattern) || isBlank(text);
  const value = numberShapeOf(text.replace(/\s+/g, '')) !== null || dateCell(text) !== null;
  return !(pattern.kind === 'text' && value);
}
