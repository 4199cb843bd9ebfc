import { remembered } from '../../../../shared/memo';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { prosesOf } from '../../../document/proses';

/** All prose of a report in one text, and where two characters stand side by side in it. */
export interface TextPlaces {
  /** The proses one behind the other, each between line ends. */
  readonly text: string;
  startOf(prose: Prose): number;
  /** Where the two stand, from the end backwards; of those that stand everywhere only the last ones. */
  of(a: number, b: number): readonly number[];
}

const SLOTS = 2 ** 16;
const MOST_STEPS = 400;
const MOST_PLACES = 60;

export const textPlaces = remembered((document: ReportDocument): TextPlaces => {
  const proses = prosesOf(document);
  const starts = new Map<Prose, number>();
  let length = 1;
  for (const prose of proses) {
    starts.set(prose, length);
    length += prose.text.length + 1;
  }
  const text = `\n${proses.map((prose) => prose.text).join('\n')}\n`;
  const heads = new Int32Array(SLOTS);
  const next = new Int32Array(text.length);
  for (let at = 1, before = text.charCodeAt(0); at < text.length; at++) {
    const own = text.charCodeAt(at);
    const slot = slotOf(before, own);
    next[at - 1] = heads[slot] ?? 0;
    heads[slot] = at - 1;
    before = own;
  }
  return {
    text,
    startOf: (prose) => starts.get(prose) ?? 0,
    of(a, b) {
      const found: number[] = [];
      let at = heads[slotOf(a, b)] ?? 0;
      for (let steps = 0; at > 0 && steps < MOST_STEPS && found.length < MOST_PLACES; steps++) {
        if (text.charCodeAt(at) === a && text.charCodeAt(at + 1) === b) found.push(at);
        at = next[at] ?? 0;
      }
      return found;
    },
  };
});

const slotOf = (a: number, b: number): number =>
  (Math.imul(a, 40_503) ^ Math.imul(b, 2_654_435)) & (SLOTS - 1);
