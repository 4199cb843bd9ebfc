import { remembered } from '../../../shared/memo';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import { FUNCTION_WORDS } from '../language/lexicon';
import { type Word, wordsOf } from '../language/segment';
import { insideAny, quotedSpans } from './quoted-spans';

/** Words that stand side by side with no mark, figure or function word between: what terms are cut from. */
export interface Chunk {
  readonly prose: Prose;
  readonly words: readonly Word[];
}

/** So few words are no term that could be written otherwise. */
const LEAST_WORDS = 2;

/** The chunks of a report's headings, paragraphs and list items, outside titles and quotations, in the order of the text. */
export const chunksOf = remembered((document: ReportDocument): readonly Chunk[] =>
  document.blocks.flatMap((block) =>
    block.kind !== 'table' && 'prose' in block ? chunksIn(block.prose) : [],
  ),
);

function chunksIn(prose: Prose): Chunk[] {
  const spans = quotedSpans(prose.text);
  const chunks: Chunk[] = [];
  let words: Word[] = [];
  let end = -1;
  const close = (): void => {
    if (words.length >= LEAST_WORDS) chunks.push({ prose, words });
    words = [];
  };
  for (const word of wordsOf(prose.text)) {
    const next = word.start + word.text.length;
    const isOut = FUNCTION_WORDS.has(word.text) || insideAny(spans, word.start, next);
    if (isOut || word.start !== end) close();
    if (!isOut) words.push(word);
    end = next;
  }
  close();
  return chunks;
}
