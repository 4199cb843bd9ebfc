import type { Block, Prose, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { lineIndexAt } from '../../document/lines';
import type { Parse } from '../../document/parse';
import { originsOf } from '../../document/spans';

/** What stands at one place of the working text, without what was generated. */
export interface PlacedText {
  readonly text: string;
  readonly label: string;
}

/** A table; covered cells repeat the text of the cell that covers them. */
export interface PlacedGrid {
  readonly rows: readonly (readonly string[])[];
  readonly label: string;
}

/** The working text as the checker reads it. */
export interface Working {
  readonly texts: readonly PlacedText[];
  /** Tables with more than one cell. */
  readonly grids: readonly PlacedGrid[];
}

/** `generated` ascends and does not overlap. Linear. */
export function readWorking(text: string, generated: readonly Range[], parse: Parse): Working {
  const { blocks, lineStarts } = parse(text);
  const source: Source = { text, generated, next: 0 };
  const texts: PlacedText[] = [];
  const grids: PlacedGrid[] = [];
  for (const block of blocks) {
    const label = `工作稿第${lineIndexAt(lineStarts, block.range.start) + 1}行`;
    if (block.kind === 'table') {
      const { cells, rows } = readTable(source, block);
      for (const { text: inner, at } of cells) {
        texts.push({ text: inner, label: `工作稿第${lineIndexAt(lineStarts, at) + 1}行` });
      }
      if (cells.length > 1) grids.push({ rows, label });
    } else {
      const read = readBlock(source, block);
      if (read !== '') texts.push({ text: read, label });
    }
  }
  return { texts, grids };
}

/** The tables with more than one cell of a text of which nothing was generated. */
export function readGrids(text: string, parse: Parse): readonly PlacedGrid[] {
  const { blocks, lineStarts } = parse(text);
  const source: Source = { text, generated: [], next: 0 };
  return blocks.flatMap((block): PlacedGrid[] => {
    if (block.kind !== 'table') return [];
    const { cells, rows } = readTable(source, block);
    const label = `工作稿第${lineIndexAt(lineStarts, block.range.start) + 1}行`;
    return cells.length > 1 ? [{ rows, label }] : [];
  });
}

/** The working text while it is read from its start to its end. */
interface Source {
  readonly text: string;
  readonly generated: readonly Range[];
  /** The first stretch of `generated` that may reach behind what was read. */
  next: number;
}

function readBlock(source: Source, block: Exclude<Block, Table>): string {
  if (block.kind === 'divider' || block.kind === 'page-break') return '';
  if (block.kind === 'code') {
    const { start, end } = block.content;
    return own(source, source.text.slice(start, end), start);
  }
  return `${readMarkers(source, block.range.start, block.prose.start)}${readProse(source, block.prose)}`;
}

const MARKERS = /^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))*/;

/** The list markers in front of a block's prose, several for a list that begins within an item. */
function readMarkers(source: Source, start: number, end: number): string {
  const markers = MARKERS.exec(source.text.slice(start, end))?.[0] ?? '';
  return own(source, markers.replaceAll('>', ' '), start);
}

function readProse(source: Source, { text, start, gaps }: Prose): string {
  if (source.generated.length === 0) return text;
  let read = '';
  let from = 0;
  let offset = start;
  for (const { at, skip } of gaps) {
    read += own(source, text.slice(from, at), offset + from);
    from = at;
    offset += skip;
  }
  return read + own(source, text.slice(from), offset + from);
}

/**
 * What of `text`, which stands at `start`, is the source's. A space stands for what is left out: a note sign
 * between two figures does not make one of them.
 */
function own(source: Source, text: string, start: number): string {
  const end = start + text.length;
  let read = '';
  let at = start;
  for (;;) {
    const range = source.generated[source.next];
    if (!range || range.start >= end) break;
    if (range.start > at) read += text.slice(at - start, range.start - start);
    if (range.end > range.start) read += ' ';
    at = Math.max(at, Math.min(end, range.end));
    if (range.end > end) return read;
    source.next++;
  }
  return read + text.slice(at - start);
}

interface ReadTable {
  /** Cells that no other covers. */
  readonly cells: readonly { readonly text: string; readonly at: number }[];
  readonly rows: readonly (readonly string[])[];
}

function readTable(source: Source, table: Table): ReadTable {
  const lines = [table.header, ...table.rows].filter((row) => row.cells.length > 0);
  const cells: { text: string; at: number }[] = [];
  const rows: string[][] = [];
  originsOf(lines, 0).forEach((origins, index) => {
    const row: string[] = [];
    rows.push(row);
    lines[index]?.cells.forEach((cell, column) => {
      const origin = origins[column];
      if (origin && (origin.row !== index || origin.column !== column)) {
        row.push(rows[origin.row]?.[origin.column] ?? '');
        return;
      }
      const text = readProse(source, cell.prose);
      cells.push({ text, at: cell.range.start });
      row.push(text);
    });
  });
  return { cells, rows };
}
