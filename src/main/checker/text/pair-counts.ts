import { remembered } from '../../../shared/memo';
import type { ReportDocument } from '../../../shared/model/document';
import { prosesOf } from '../../document/proses';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const SLOTS = 2 ** 20;
const MOST = 255;

/** How often two Han characters stand side by side in a report, up to 255. Slots are shared now and then: at least so often. */
export interface PairCounts {
  of(a: number, b: number): number;
}

export const pairCounts = remembered((document: ReportDocument): PairCounts => {
  const counts = new Uint8Array(SLOTS);
  for (const { text } of prosesOf(document))
    eachPair(text, (a, b) => {
      const slot = slotOf(a, b);
      const count = counts[slot] ?? 0;
      if (count < MOST) counts[slot] = count + 1;
    });
  return { of: (a, b) => counts[slotOf(a, b)] ?? 0 };
});

/** Two different Han characters side by side, by their codes, and where the first stands. */
export function eachPair(text: string, see: (a: number, b: number, at: number) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const own = text.charCodeAt(at);
    const isHan = own >= FIRST_HAN && own <= LAST_HAN;
    if (isHan && before !== 0 && before !== own) see(before, own, at - 1);
    before = isHan ? own : 0;
  }
}

const slotOf = (a: number, b: number): number =>
  (Math.imul(a, 40_503) ^ Math.imul(b, 2_654_435)) & (SLOTS - 1);
