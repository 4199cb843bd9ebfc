import type { Heading, ReportDocument } from '../../shared/model/document';
import { endingFinder } from './marks';

const NONE: readonly number[] = Object.freeze([]);

/** For an offset: the headings that it stands under, by their block, outermost first. */
export function sectionPaths({
  blocks,
}: Pick<ReportDocument, 'blocks'>): (offset: number) => readonly number[] {
  const paths = new Map<number, readonly number[]>();
  const open: Heading[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    open.push(block);
    paths.set(
      block.index,
      open.map(({ index }) => index),
    );
  }
  const firstOf = endingFinder(blocks);
  return (offset) => {
    const block = blocks[Math.min(blocks.length - 1, firstOf(offset))];
    return (block && paths.get(block.section)) ?? NONE;
  };
}
