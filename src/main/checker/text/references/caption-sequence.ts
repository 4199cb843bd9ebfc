import { groupBy } from '../../../../shared/group-by';
import type { Block, Caption, ReportDocument } from '../../../../shared/model/document';
import { annexes, annexLabel } from '../../../document/labels';
import { labelNumber } from './references';

/** A caption, or a line 附表1-2 … that stands as one over its table. */
export type Captioned = Pick<Caption, 'index' | 'section' | 'label'>;

export interface CaptionDefect {
  readonly kind: 'gap' | 'repeated';
  readonly caption: Captioned;
  /** The number that should follow; for a repeat the one that the series lacks. */
  readonly expected: string;
  readonly previous: Captioned | null;
  /** The next one has the number after the expected: this one is wrong, and nothing is missing. */
  readonly isMiswritten: boolean;
}

interface Numbered {
  readonly caption: Captioned;
  /** 图, or 图2- for 图2-1: numbers run within it. */
  readonly family: string;
  readonly value: number;
}

/** 图1, 图2 … and 表1, 表2 … in the order of the text. An annex may number its own anew. */
export function captionDefects(document: ReportDocument): readonly CaptionDefect[] {
  const rooms = new Map<number, number>();
  annexes(document).forEach(({ blocks }, at) => {
    for (const block of blocks) rooms.set(block.index, at + 1);
  });
  const captions = document.blocks.flatMap((block) => {
    const caption = captionOf(block, document.blocks);
    return caption ? numbered(caption) : [];
  });
  const families = groupBy(captions, ({ family }) => family);
  return [...families.values()].flatMap((all) => {
    const body = all.filter(({ caption }) => !rooms.has(caption.index));
    const inAnnex = groupBy(
      all.filter(({ caption }) => rooms.has(caption.index)),
      ({ caption }) => rooms.get(caption.index),
    );
    // Tables of the annexes may go on from the body's or from one another's.
    const later = [...inAnnex.values()].flatMap((own) => (own[0]?.value === 1 ? defectsIn(own) : []));
    const goingOn = [...inAnnex.values()].filter((own) => own[0]?.value !== 1).flat();
    return [...defectsIn(body), ...later, ...repeatedIn(goingOn)];
  });
}

const LONGEST = 60;
/** 附表1-2; without the number of its annex it is an annex itself. */
const OF_ANNEX = /^附表\s*\d{1,3}[-－–.．]\d/;

export function captionOf(block: Block, blocks: readonly Block[]): Captioned | null {
  if (block.kind === 'caption') return block;
  if (block.kind !== 'paragraph' || !block.prose.text.startsWith('附表')) return null;
  const { text } = block.prose;
  if (text.length > LONGEST || /[。；，\n]|[（(]续/.test(text) || !OF_ANNEX.test(text)) return null;
  const next = blocks[block.index + 1];
  const isUnit = next?.kind === 'paragraph' && /^[（(]?(?:金额)?单位[：:]/.test(next.prose.text);
  if ((isUnit ? blocks[block.index + 2] : next)?.kind !== 'table') return null;
  const label = annexLabel(block.prose);
  return label && { index: block.index, section: block.section, label };
}

function numbered(caption: Captioned): Numbered[] {
  const { noun, number } = caption.label;
  const match = /^(.*?)(\d{1,3})$/.exec(labelNumber(number));
  return match ? [{ caption, family: `${noun}${match[1]}`, value: Number(match[2]) }] : [];
}

/** Those that go on from annex to annex may leave numbers out, but have each once. */
const repeatedIn = (all: readonly Numbered[]): readonly CaptionDefect[] =>
  defectsIn(all).filter(
    ({ kind, caption, previous }) => kind === 'repeated' && caption.section !== previous?.section,
  );

function defectsIn(all: readonly Numbered[]): CaptionDefect[] {
  const found: CaptionDefect[] = [];
  const seen = new Map<number, Captioned>();
  let highest = 0;
  let last: Captioned | null = null;
  for (const [at, { caption, family, value }] of all.entries()) {
    const earlier = seen.get(value);
    const isMiswritten = earlier !== undefined && all[at + 1]?.value === highest + 2;
    const kind = earlier ? 'repeated' : 'gap';
    const expected = `${family.replace(/^\D+/, '')}${highest + 1}`;
    if (earlier || value > highest + 1)
      found.push({ kind, caption, expected, previous: earlier ?? last, isMiswritten });
    seen.set(value, caption);
    highest = isMiswritten ? highest + 1 : Math.max(highest, value);
    last = caption;
  }
  return found;
}
