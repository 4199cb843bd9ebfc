import { remembered } from '../../shared/memo';
import type { Block, Prose, ReportDocument } from '../../shared/model/document';
import { signsOf } from './signs';

/** The stretches of prose of a block, with the signs of each (see signs.ts) and those of all together. */
export interface Stretches {
  readonly proses: readonly Prose[];
  readonly signs: readonly number[];
  readonly together: number;
}

/** Every stretch of prose of a block: a table's cells, or its own. */
export const stretchesOf = remembered((block: Block): Stretches => {
  const proses =
    block.kind === 'table'
      ? [block.header, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.prose))
      : 'prose' in block
        ? [block.prose]
        : [];
  const signs = proses.map(({ text }) => signsOf(text));
  return { proses, signs, together: signs.reduce((all, own) => all | own, 0) };
});

/** By the index of the block: to look each up by its block takes longer than many a search. */
const inDocument = remembered(({ blocks }: ReportDocument) => {
  const stretches = blocks.map(stretchesOf);
  return { stretches, together: Int32Array.from(stretches, ({ together }) => together) };
});

const NONE: Stretches = { proses: [], signs: [], together: 0 };

export const stretchesAt = (document: ReportDocument, block: number): Stretches =>
  inDocument(document).stretches[block] ?? NONE;

/** The blocks with these signs, by their indexes. */
export function blocksWith(document: ReportDocument, mayHold: (signs: number) => boolean): readonly number[] {
  const { together } = inDocument(document);
  const found: number[] = [];
  for (let at = 0; at < together.length; at++) if (mayHold(together[at] ?? 0)) found.push(at);
  return found;
}

export const prosesIn = (block: Block): readonly Prose[] => stretchesOf(block).proses;

/** Every stretch of prose of a document, cells of tables included, in the order of the text. */
export const prosesOf = remembered(({ blocks }: ReportDocument): readonly Prose[] =>
  blocks.flatMap(prosesIn),
);

/** Those that have the signs asked for. */
export const prosesWith = (document: ReportDocument, mayHold: (signs: number) => boolean): readonly Prose[] =>
  blocksWith(document, mayHold).flatMap((at) => {
    const { proses, signs } = stretchesAt(document, at);
    return proses.filter((_, nth) => mayHold(signs[nth] ?? 0));
  });
