import type { ReportDocument } from '../../shared/model/document';
import { descentOf } from './descent';
import { runsBetween } from './runs';

/** Bits of each entry of a list. */
export type Marks = Uint8Array;

/**
 * Tells bits of each entry of a list that was found in a document; of entries that an edit left alone those of before. `markOf` may look at
 * nothing that moves: what an entry says, and where in its own table or paragraph its figures stand.
 */
export function marking<T, I>(markOf: (entry: T, input: I) => number) {
  const known = new WeakMap<ReportDocument, { readonly list: readonly T[]; readonly marks: Marks }>();
  return (document: ReportDocument, list: readonly T[], input: I): Marks => {
    const own = known.get(document);
    if (own?.list === list) return own.marks;
    const before = descentOf(document)?.before;
    const earlier = before && known.get(before);
    const marks = new Uint8Array(list.length);
    let at = 0;
    const tell = (until: number): void => {
      for (; at < until; at++) marks[at] = markOf(list[at] as T, input);
    };
    for (const { old, now, length } of earlier ? runsBetween(earlier.list, list) : []) {
      tell(now);
      marks.set(earlier?.marks.subarray(old, old + length) ?? [], now);
      at = now + length;
    }
    tell(list.length);
    known.set(document, { list, marks });
    return marks;
  };
}

/** The entries of a list whose marks have one of these bits. */
export function marked<T>(list: readonly T[], marks: Marks, bits: number): T[] {
  const found: T[] = [];
  for (let at = 0; at < marks.length; at++) if ((marks[at] ?? 0) & bits) found.push(list[at] as T);
  return found;
}
