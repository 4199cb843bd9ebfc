import { remembered } from '../../../../shared/memo';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { type Occurrences, occurrencesIn } from '../../../document/occurrences';
import { prosesOf } from '../../../document/proses';

/** All prose of a report in one text, and where words stand in it. */
export interface TextPlaces {
  /** The proses one behind the other, each between line ends. */
  readonly text: string;
  readonly words: Occurrences;
  startOf(prose: Prose): number;
  /** The prose that holds a place. */
  proseAt(place: number): Prose;
}

export const textPlaces = remembered((document: ReportDocument): TextPlaces => {
  const proses = prosesOf(document);
  const starts = new Map<Prose, number>();
  const ascending = new Int32Array(proses.length);
  let length = 1;
  proses.forEach((prose, at) => {
    starts.set(prose, length);
    ascending[at] = length;
    length += prose.text.length + 1;
  });
  const text = `\n${proses.map((prose) => prose.text).join('\n')}\n`;
  return {
    text,
    words: occurrencesIn(text),
    startOf: (prose) => starts.get(prose) ?? 0,
    proseAt: (place) => proses[lastBelow(ascending, place + 1)] as Prose,
  };
});

/** The index of the last number below `value`, in an ascending row whose first one is. */
function lastBelow(ascending: Int32Array, value: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
