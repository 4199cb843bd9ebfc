import { remembered } from '../../../../shared/memo';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { prosesIn, prosesOf } from '../../../document/proses';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const SLOTS = 2 ** 20;
const MOST = 255;

/** How often two Han characters stand side by side in a report, up to 255. Slots are shared now and then: at least so often. */
export interface PairCounts {
  of(a: number, b: number): number;
}

export const pairCounts = remembered((document: ReportDocument): PairCounts => {
  const { counts } = pairsOf(document);
  return { of: (a, b) => counts[slotOf(a, b)] ?? 0 };
});

interface Pairs {
  readonly counts: Uint8Array;
  /** Where the first pair of each slot stands: what stands nowhere else is among them. */
  readonly firsts: readonly RarePairs[];
}

const pairsOf = remembered((document: ReportDocument): Pairs => {
  const counts = new Uint8Array(SLOTS);
  const firsts = document.blocks.flatMap((block) => {
    const isCell = block.kind === 'table';
    return prosesIn(block).flatMap((prose): readonly RarePairs[] => {
      const at = countPairs(prose.text, counts);
      return at.length === 0 ? NONE : [{ prose, isCell, at }];
    });
  });
  return { counts, firsts };
});

const NONE: readonly never[] = [];

/** Counts two different Han characters side by side; where one stands whose slot was empty. */
function countPairs(text: string, counts: Uint8Array): readonly number[] {
  let firsts: number[] | null = null;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const own = text.charCodeAt(at);
    const isHan = own >= FIRST_HAN && own <= LAST_HAN;
    if (isHan && before !== 0 && before !== own) {
      const slot = slotOf(before, own);
      const count = counts[slot] ?? 0;
      if (count < MOST) counts[slot] = count + 1;
      if (count === 0) {
        firsts ??= [];
        firsts.push(at - 1);
      }
    }
    before = isHan ? own : 0;
  }
  return firsts ?? NONE;
}

const TRIPLE_SLOTS = 2 ** 22;

/** How often three characters stand in a row, up to 255; at least so often, as above. */
export interface TripleCounts {
  of(text: string): number;
}

/** Made where somebody asks: most reports need no look at three. */
export const tripleCounts = remembered((document: ReportDocument): TripleCounts => {
  const counts = new Uint8Array(TRIPLE_SLOTS);
  for (const { text } of prosesOf(document)) {
    for (let at = 0; at + 3 <= text.length; at++) {
      const slot = tripleSlot(text, at);
      const count = counts[slot] ?? 0;
      if (count < MOST) counts[slot] = count + 1;
    }
  }
  return { of: (text) => counts[tripleSlot(text, 0)] ?? 0 };
});

function tripleSlot(text: string, at: number): number {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  return (Math.imul(a, 2_654_435) ^ Math.imul(b, 40_503) ^ Math.imul(c, 805_459)) & (TRIPLE_SLOTS - 1);
}

/** A stretch of prose with pairs that stand nowhere else in the report; where each begins, ascending. */
export interface RarePairs {
  readonly prose: Prose;
  readonly isCell: boolean;
  readonly at: readonly number[];
}

/** Shorter cells hold names and labels, which are cut short and put together freely. */
const CELL = 15;
export const isLabel = ({ prose: { text }, isCell }: RarePairs): boolean =>
  isCell && (text.length < CELL || !/[，。；]/.test(text));

/** What a slip of the pen leaves behind: two characters side by side that are so nowhere else. */
export const rarePairs = remembered((document: ReportDocument): readonly RarePairs[] => {
  const { counts, firsts } = pairsOf(document);
  return firsts.flatMap(({ prose, isCell, at }) => {
    const { text } = prose;
    const rare = at.filter((one) => counts[slotOf(text.charCodeAt(one), text.charCodeAt(one + 1))] === 1);
    return rare.length === 0 ? [] : [{ prose, isCell, at: rare }];
  });
});

const slotOf = (a: number, b: number): number =>
  (Math.imul(a, 40_503) ^ Math.imul(b, 2_654_435)) & (SLOTS - 1);
