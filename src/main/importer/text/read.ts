import type { ImportNote } from '../../../shared/model/source';
import { BOUNDS, ImportError } from '../bounds';
import { guessHeading } from '../headings';
import type { SourceBlock, SourceDocument } from '../source-document';
import { type TextLine, textLinesOf } from './lines';
import { readTable, type TableLines, tablesIn } from './tables';
import { titleLines } from './title';
import { type Wrapping, wrappingOf } from './wrapping';

const PLACES = 5;
const TOO_MANY = '表格过多过大，超出可处理的范围，已停止读取';

/** Reads a plain text. Labels: `第12行`, `第12行第3格`, where a block or cell begins. Throws `ImportError`: `too-large`. */
export function readText(text: string): SourceDocument {
  const lines = textLinesOf(text);
  const first = Math.max(
    0,
    lines.findIndex(({ content }) => content !== ''),
  );
  const start = first + titleLines(lines.slice(first));
  const tables = tablesIn(lines);
  const wrapping = wrappingOf(lines.slice(start));
  const blocks: SourceBlock[] = start > first ? [blockOf(lines.slice(first, start), 1)] : [];
  const ragged: string[] = [];
  let cells = 0;
  for (let at = start; at < lines.length; ) {
    const table = tables[at];
    const end = table?.end ?? paragraphEnd(lines, tables, at, wrapping);
    if (lines[at]?.newPage) blocks.push({ kind: 'page-break' });
    if (table) {
      const read = readTable(lines.slice(at, end), table.kind);
      cells += read.table.rows.length * (read.table.rows[0]?.length ?? 0);
      if (cells > BOUNDS.cells) throw new ImportError('too-large', TOO_MANY);
      blocks.push(read.table);
      for (const label of read.ragged) ragged.push(label);
    } else if (lines[at]?.content) blocks.push(paragraphOf(lines.slice(at, end)));
    at = end;
  }
  return { blocks, notes: notesOf(ragged) };
}

/** Just behind the last line of the paragraph that begins at line `at`. */
function paragraphEnd(
  lines: readonly TextLine[],
  tables: readonly (TableLines | null)[],
  at: number,
  wrapping: Wrapping,
): number {
  let end = at + 1;
  for (let line = lines[at]; line?.content; line = lines[end++]) {
    const next = lines[end];
    if (!next?.content || tables[end] || !wrapping.joins(line, next)) break;
  }
  return end;
}

function paragraphOf(lines: readonly TextLine[]): SourceBlock {
  const [first] = lines;
  return blockOf(lines, lines.length === 1 ? guessHeading(first?.content ?? '') : null);
}

function blockOf(lines: readonly TextLine[], level: 1 | 2 | 3 | 4 | 5 | null): SourceBlock {
  const label = `第${lines[0]?.number ?? 1}行`;
  const spans = [{ text: lines.map(({ content }) => content).join('\n') }];
  return level ? { kind: 'heading', level, label, spans } : { kind: 'paragraph', label, spans };
}

function notesOf(ragged: readonly string[]): readonly ImportNote[] {
  if (ragged.length === 0) return [];
  const message = `有${ragged.length}行的单元格少于所在表格的列数，行末已补空单元格`;
  return [{ code: 'ragged-row', message, places: ragged.slice(0, PLACES) }];
}
