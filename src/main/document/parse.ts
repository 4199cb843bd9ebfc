import type { Block, ReportDocument } from '../../shared/model/document';
import { type Draft, draftsOf } from './drafts';
import { leavesOf } from './leaves';
import { lineStartsOf } from './lines';
import { parseBlocks } from './markdown';
import { assignRoles } from './roles';
import { withStrayLines } from './stray-lines';

/**
 * Parses a working text (LF line ends) into blocks. Every line that shows anything belongs to one. Pure and linear.
 */
export const parseDocument = (text: string): ReportDocument =>
  documentOf(text, assignRoles(blocksIn(text)), lineStartsOf(text));

export type Parse = (text: string) => ReportDocument;

/** As `parseDocument`, for several readers of one text: the proof of an import and the check after it. Keeps the last document. */
export function parseOnce(): Parse {
  let last: ReportDocument | null = null;
  return (text) => {
    if (last?.text !== text) last = parseDocument(text);
    return last;
  };
}

/** The blocks of a text, without what their place in the whole says of them: all paragraphs are body. */
export function blocksIn(text: string): readonly Block[] {
  const lines = { text, starts: lineStartsOf(text) };
  const drafts = leavesOf(parseBlocks(text), text).flatMap((leaf) => draftsOf(lines, leaf));
  return numbered(withStrayLines(lines, drafts));
}

export const documentOf = (
  text: string,
  blocks: readonly Block[],
  lineStarts: readonly number[],
): ReportDocument => ({ text, blocks, lineStarts, title: titleOf(blocks) });

function numbered(drafts: readonly Draft[]): readonly Block[] {
  let section = -1;
  return drafts.map((draft, index) => {
    if (draft.kind === 'heading') section = index;
    return { ...draft, index, section };
  });
}

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const titled = heading ?? blocks.find((block) => 'prose' in block && block.prose.text !== '');
  return titled && 'prose' in titled ? titled.prose.text.replaceAll('\n', '') : '';
}
