import { COVERED_LEFT, COVERED_UP } from '../../document/spans';
import { isDelimiterLine } from '../../document/tables';
import type { SourceCell, SourceTable } from '../source-document';
import { escapedCell } from './escape';
import { linesOf, stretchOf } from './stretch';
import { noteMarks, separate, WHOLE, type Writer, write, writeStretch } from './writer';

/** Writes a pipe table, its first row as the header. False for a table without cells, of which nothing is written. */
export function writeTable(writer: Writer, { rows }: SourceTable): boolean {
  const [header] = rows;
  if (!header || header.length === 0) return false;
  separate(writer);
  // A header of dashes alone would be taken for the delimiter line.
  const text = `|${header.map(({ spans }) => stretchOf(spans, ' ').text).join('|')}|`;
  writeRow(writer, header, isDelimiterLine(text));
  write(writer, `\n|${' --- |'.repeat(header.length)}`);
  for (const row of rows.slice(1)) {
    write(writer, '\n');
    writeRow(writer, row, false);
  }
  return true;
}

function writeRow(writer: Writer, cells: readonly SourceCell[], dashed: boolean): void {
  write(writer, '|');
  for (const cell of cells) {
    write(writer, ' ');
    writeCell(writer, cell, dashed);
    write(writer, ' |');
  }
}

function writeCell(writer: Writer, { spans, covered, label }: SourceCell, dashed: boolean): void {
  if (covered) {
    noteMarks(writer, stretchOf(spans));
    write(writer, covered === 'left' ? COVERED_LEFT : COVERED_UP);
    return;
  }
  const stretch = stretchOf(spans, ' ');
  writeStretch(writer, stretch, WHOLE, escapedCell(stretch, linesOf(stretch), dashed), label);
}
