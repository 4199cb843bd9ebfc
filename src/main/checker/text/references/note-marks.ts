import { allMatches } from '../../../../shared/matches';
import type { Block, ReportDocument } from '../../../../shared/model/document';
import { sourceRange } from '../../../document/prose';
import type { SectionDefect } from './section-references';

const NOTE = /^\s*\[(\d{1,2})\](?!\()\s*[\p{Script=Han}“《\d]/u;
/** Behind a word or a mark; `[3](address)` and `a[3]` are something else. */
const MARK = /(?<=[\p{Script=Han}%％）”。，；])\[(\d{1,2})\](?![([])/gu;
/** With fewer notes, brackets are a matter of the text. */
const LEAST = 2;

/** 同比增长5%。[6] in a report whose notes end with [5]. */
export function noteDefects({ blocks }: ReportDocument): readonly SectionDefect[] {
  const notes = new Set(blocks.flatMap((block) => numberOf(block) ?? []));
  if (notes.size < LEAST) return [];
  return blocks.flatMap((block) => {
    if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || !block.prose.text.includes('['))
      return [];
    return allMatches(block.prose.text, MARK).flatMap(({ 0: raw, 1: number = '', index }): SectionDefect[] =>
      notes.has(Number(number))
        ? []
        : [{ label: `注${raw}`, range: sourceRange(block.prose, index, index + raw.length) }],
    );
  });
}

const numberOf = (block: Block): number | null => {
  if (block.kind !== 'paragraph' || !block.prose.text.includes('[')) return null;
  const number = NOTE.exec(block.prose.text)?.[1];
  return number === undefined ? null : Number(number);
};
