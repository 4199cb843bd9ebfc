import type { Block, Prose, ReportDocument } from '../../shared/model/document';
import { type Range, rangeOf } from '../../shared/model/range';
import { sourceOffset } from './prose-map';

/** More places than this are not told apart any more. */
export const MOST_FOUND = 10_000;

/** As a person means it: full-width letters and digits as half-width ones, capitals as small ones; same length. */
const folded = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (unit) => unit.toLowerCase());

function* prosesOf(block: Block): Generator<Prose> {
  if ('prose' in block) yield block.prose;
  if (block.kind !== 'table') return;
  for (const row of [block.header, ...block.rows]) for (const cell of row.cells) yield cell.prose;
}

/** Where a text reads so, markup aside, in the order of the document; whether it is on the screen or not. */
export function findInDocument({ blocks, text }: ReportDocument, query: string): readonly Range[] {
  const wanted = folded(query);
  const found: Range[] = [];
  if (wanted === '') return found;
  for (const block of blocks) {
    for (const prose of prosesOf(block)) {
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
