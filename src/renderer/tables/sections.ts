import type { Block, Heading, ReportDocument } from '../../shared/model/document';
import { lastAtMost } from '../text/prose-map';

export interface Section {
  /** Index of its heading among the blocks. */
  readonly index: number;
  readonly level: number;
  readonly title: string;
}

const isHeading = (block: Block): block is Heading => block.kind === 'heading';

export const sectionsOf = ({ blocks }: ReportDocument): readonly Section[] =>
  blocks.filter(isHeading).map(({ index, level, prose }) => ({ index, level, title: prose.text }));

/** A section with all below it. */
export function sectionWithin(sections: readonly Section[], chosen: number): ReadonlySet<number> {
  const at = sections.findIndex(({ index }) => index === chosen);
  const found = new Set([chosen]);
  const level = sections[at]?.level ?? 0;
  for (let next = at + 1; at >= 0 && next < sections.length; next++) {
    const section = sections[next];
    if (!section || section.level <= level) break;
    found.add(section.index);
  }
  return found;
}

/** Finds the block that holds an offset, or the one before it. */
export function blockFinder({ blocks }: ReportDocument): (offset: number) => Block | null {
  const starts = blocks.map(({ range }) => range.start);
  return (offset) => blocks[Math.max(0, lastAtMost(starts, offset))] ?? null;
}
