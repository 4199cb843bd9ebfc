import type { Prose } from '../../shared/model/document';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';
import { sourceOffset } from '../document/prose';

/** What of a text is replaced by what, without the units that stay the same at both ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The shortest stretch of `before` whose replacement makes it `after`; null when they are the same. */
export function changedStretch(before: string, after: string): Stretch | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  while (head > 0 && (isLowSurrogate(before.charCodeAt(head)) || isLowSurrogate(after.charCodeAt(head))))
    head--;
  let tail = 0;
  const most = shortest - head;
  while (
    tail < most &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  while (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { from: head, to: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** The stretch of prose as an edit of the working text. Markup at its ends stays outside. */
export function editOf(prose: Prose, { from, to }: Stretch, text: string): Edit {
  const start = sourceOffset(prose, from);
  return { range: rangeOf(start, to > from ? sourceOffset(prose, to - 1) + 1 : start), text };
}
