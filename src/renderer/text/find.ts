import type { Block, Prose, ReportDocument, Table } from '../../shared/model/document';
import { type Range, rangeOf } from '../../shared/model/range';
import { mayHaveKey } from '../../shared/packed/leaves';
import { firstEndingAtOrAfter } from './marks';
import { sourceOffset } from './prose-map';
import { isPacked } from './table-rows';

/** More places than this are not told apart any more. */
export const MOST_FOUND = 10_000;

/** As a person means it: full-width letters and digits as half-width ones, capitals as small ones; same length. */
export const folded = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (unit) => unit.toLowerCase());

/** The prose of a block in which words may stand; all of it but for very long tables. */
export function* prosesWith(block: Block, document: ReportDocument, wanted: string): Generator<Prose> {
  if ('prose' in block) yield block.prose;
  if (block.kind !== 'table') return;
  for (const { prose } of block.header.cells) yield prose;
  const rows = isPacked(block) && isPlain(block, document) ? rowsWith(block, document, wanted) : block.rows;
  for (const row of rows) for (const cell of row.cells) yield cell.prose;
}

/** Nothing is written in a table but what it reads: no markup, no merged cells. */
const isPlain = ({ rows, range }: Table, { text }: ReportDocument): boolean =>
  mayHaveKey(rows, 'skip') === false && !text.slice(range.start, range.end).includes('\\|');

/** The rows of a very long table in whose lines the words stand. */
function* rowsWith({ rows, range, delimiter }: Table, { text }: ReportDocument, wanted: string) {
  const start = delimiter.range.end;
  const lines = folded(text.slice(start, range.end));
  for (let at = lines.indexOf(wanted); at >= 0; ) {
    const row = rows[firstEndingAtOrAfter(rows, start + at)];
    if (row) yield row;
    at = lines.indexOf(wanted, Math.max(at + 1, (row?.range.end ?? 0) - start));
  }
}

/** Where a text reads so, markup aside, in the order of the document; whether it is on the screen or not. */
export function findInDocument(document: ReportDocument, query: string): readonly Range[] {
  const { blocks, text } = document;
  const wanted = folded(query);
  const found: Range[] = [];
  if (wanted === '') return found;
  for (const block of blocks) {
    for (const prose of prosesWith(block, document, wanted)) {
      const reads = folded(prose.text);
      for (let at = reads.indexOf(wanted); at >= 0; at = reads.indexOf(wanted, at + wanted.length)) {
        const last = at + wanted.length - 1;
        found.push(rangeOf(sourceOffset(prose, at), sourceOffset(prose, last) + 1));
        if (found.length >= MOST_FOUND) return found;
      }
    }
    if (block.kind === 'code') {
      const code = folded(text.slice(block.content.start, block.content.end));
      for (let at = code.indexOf(wanted); at >= 0; at = code.indexOf(wanted, at + wanted.length))
        found.push(rangeOf(block.content.start + at, block.content.start + at + wanted.length));
    }
  }
  return found;
}
