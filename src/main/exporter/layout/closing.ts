import type { Block, Paragraph } from '../../../shared/model/document';
import { type Box, gap } from './boxes';
import { LINE_PITCH } from './page';

export const isSignature = (block: Block): block is Paragraph & { readonly role: 'signatory' | 'date' } =>
  block.kind === 'paragraph' && (block.role === 'signatory' || block.role === 'date');

const isAnnexList = (block: Block): boolean => block.kind === 'paragraph' && block.role === 'annex-list';

/** Index just after the signatories and dates that begin at `start`. */
export function signatureEnd(blocks: readonly Block[], start: number): number {
  const end = blocks.findIndex((block, index) => index > start && !isSignature(block));
  return end === -1 ? blocks.length : end;
}

/** GB/T 9704-2012 §7.3.4: one empty line before the annex list; §7.3.5: two before the signatory. */
export function spaceBefore(blocks: readonly Block[], index: number): readonly Box[] {
  const block = blocks[index];
  const before = blocks[index - 1]?.kind === 'divider' ? blocks[index - 2] : blocks[index - 1];
  if (!block || !before) return [];
  if (isSignature(block)) return [gap(2 * LINE_PITCH)];
  return isAnnexList(block) && !isAnnexList(before) ? [gap(LINE_PITCH)] : [];
}
