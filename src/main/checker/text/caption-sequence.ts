import { groupBy } from '../../../shared/group-by';
import type { Caption, ReportDocument } from '../../../shared/model/document';
import { annexes } from '../../document/labels';
import { labelNumber } from './references';

export interface CaptionDefect {
  readonly kind: 'gap' | 'repeated';
  readonly caption: Caption;
  /** The number that should follow; for a repeat the one that stands there already. */
  readonly expected: string;
  readonly previous: Caption | null;
}

interface Numbered {
  readonly caption: Caption;
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
  const captions = document.blocks.flatMap((block) => (block.kind === 'caption' ? numbered(block) : []));
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

function numbered(caption: Caption): Numbered[] {
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
  const seen = new Map<number, Caption>();
  let highest = 0;
  let previous: Caption | null = null;
  for (const { caption, family, value } of all) {
    const earlier = seen.get(value);
    const prefix = family.replace(/^\D+/, '');
    if (earlier)
      found.push({ kind: 'repeated', caption, expected: `${prefix}${highest + 1}`, previous: earlier });
    else if (value > highest + 1)
      found.push({ kind: 'gap', caption, expected: `${prefix}${highest + 1}`, previous });
    seen.set(value, caption);
    highest = Math.max(highest, value);
    previous = caption;
  }
  return found;
}
