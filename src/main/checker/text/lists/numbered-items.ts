import type { Block, Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { stretchesOf } from '../../../document/proses';
import {
  headNumber,
  type ItemNumber,
  inlineNumbers,
  isBelow,
  numbersFromOne,
  withValue,
} from './item-numbers';

/** （三）, 3., 7.2.4, ③ or 第三， at the head of a paragraph or list item, or inside one, that does not follow the one before. */
export interface NumberDefect {
  /** The next of the list has the very number: this one is wrong, nothing is missing. */
  miswritten?: boolean;
  readonly kind: 'gap' | 'repeated';
  /** The number due after the one that is expected here. */
  readonly next: number;
  readonly own: string;
  readonly previous: string;
  readonly expected: string;
  readonly range: Range;
  readonly previousRange: Range;
}

/** The last number of each scheme. */
type Last = Map<string, ItemNumber>;

/** Numbers skipped or repeated among items of one list; a heading ends every list, 1 begins a new one. */
export function numberDefects({ blocks }: ReportDocument): readonly NumberDefect[] {
  const found: NumberDefect[] = [];
  let last: Last = new Map();
  for (const block of blocks) {
    if (block.kind === 'heading' || endsLists(block)) last = new Map();
    if (block.kind === 'table') for (const cell of stretchesOf(block).proses) inText(cell, null, found);
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    const head = headNumber(block);
    if (head) {
      step(last, head, found);
      // What was numbered below the item before does not go on below this one.
      for (const scheme of last.keys())
        if (scheme !== head.scheme && isBelow(scheme, head.scheme)) last.delete(scheme);
    }
    const end = inText(block.prose, head, found);
    if (end) last.set(end.scheme, end);
  }
  return found;
}

/** A cell shorter than this holds no list. */
const SHORT = 12;
const MAY_NUMBER = /[（(.．①第其]/;

/** The last of the items inside a text that go on from the one at its head. */
function inText(prose: Prose, head: ItemNumber | null, found: NumberDefect[]): ItemNumber | null {
  if (prose.text.length < SHORT || !MAY_NUMBER.test(prose.text)) return null;
  const bracketed: Last = new Map();
  for (const one of inlineNumbers(prose)) step(bracketed, one, found);
  const inside: Last = new Map(head ? [[head.scheme, head]] : []);
  for (const one of numbersFromOne(prose))
    if (one.value === 1 || inside.has(one.scheme)) step(inside, one, found);
  return (head && inside.get(head.scheme)) ?? null;
}

/** Addressee, signatory and date end the lists before them; the list of annexes begins its own, behind 附件：1. */
const endsLists = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  block.role !== 'body' &&
  (block.role !== 'annex-list' || block.prose.text.startsWith('附件'));

/** A list that does not begin with 1 goes on from elsewhere. */
function step(last: Last, one: ItemNumber, found: NumberDefect[]): void {
  const previous = last.get(one.scheme);
  last.set(one.scheme, one);
  if (!previous || one.value === 1 || one.value === previous.value + 1) return;
  const before = found.at(-1);
  if (before?.kind === 'gap' && before.range === previous.range && one.value === before.next) {
    before.miswritten = true;
    return;
  }
  found.push({
    kind: one.value > previous.value ? 'gap' : 'repeated',
    next: previous.value + 2,
    own: one.raw,
    previous: previous.raw,
    expected: withValue(one, previous.value + 1),
    range: one.range,
    previousRange: previous.range,
  });
}
