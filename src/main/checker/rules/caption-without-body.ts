import type { Block, ReportDocument } from '../../../shared/model/document';
import { defineRule, type Problem } from '../rule';

type MessageId = 'table' | 'figure';

/** What stands for a picture in the working text: an image of Markdown, a placeholder of an import. */
const PICTURE = /!\[[^\]]*\]\(|〔(?:图片|图表|公式|嵌入对象)/;
const NOTE = /^[（(]?(?:金额)?单位[：:]/;

/** A caption with no table or picture next to it. */
export const captionWithoutBody = defineRule<MessageId>({
  code: 'S405',
  name: 'caption-without-body',
  severity: 'doubt',
  looks: 'near',
  messages: {
    table: '“{label}”只有表题，旁边没有表格',
    figure: '“{label}”只有图题，旁边没有图',
  },
  applies: ({ document }) => document.blocks.some((block) => block.kind === 'caption'),
  check({ document }) {
    const owners = captionsOfBodies(document);
    return document.blocks.flatMap((block): Problem<MessageId>[] => {
      if (block.kind !== 'caption' || owners.has(block.index)) return [];
      // A chart may be set as a table, and a table as a picture.
      if (PICTURE.test(document.text.slice(block.range.start, block.range.end))) return [];
      const { noun, range } = block.label;
      const data = { label: document.text.slice(range.start, range.end) };
      const message = noun === '图' || noun === '附图' ? 'figure' : 'table';
      return [{ message, data, range: block.range }];
    });
  },
});

/** Each table and picture belongs to the caption next above it, else to the one next below. */
function captionsOfBodies(document: ReportDocument): ReadonlySet<number> {
  const owners = new Set<number>();
  for (const block of document.blocks) {
    if (!isBody(document, block)) continue;
    const above = captionBeside(document, block.index, -1);
    const owner = above !== null && !owners.has(above) ? above : captionBeside(document, block.index, 1);
    if (owner !== null) owners.add(owner);
  }
  return owners;
}

const isBody = ({ text }: ReportDocument, block: Block): boolean =>
  block.kind === 'table' ||
  block.kind === 'code' ||
  (block.kind === 'paragraph' && PICTURE.test(text.slice(block.range.start, block.range.end)));

function captionBeside({ blocks }: ReportDocument, from: number, step: 1 | -1): number | null {
  for (let at = from + step; ; at += step) {
    const block = blocks[at];
    if (block?.kind === 'caption') return at;
    const skips =
      block?.kind === 'page-break' || (block?.kind === 'paragraph' && NOTE.test(block.prose.text));
    if (!skips) return null;
  }
}
