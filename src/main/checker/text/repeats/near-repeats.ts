import { allMatches } from '../../../../shared/matches';
import type { Prose, ReportDocument } from '../../../../shared/model/document';
import type { Range } from '../../../../shared/model/range';
import { sourceRange } from '../../../document/prose';

/** One item of a list, without its ordinal. */
interface Item {
  readonly text: string;
  readonly range: Range;
}

/** Two items of one list that say nearly the same. */
export interface NearRepeat {
  readonly first: Item;
  readonly second: Item;
}

const ORDINAL = /(?:第?[一二三四五六七八九十]{1,2}是|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳])[，：]?/g;
const LEADING =
  /^(?:第?[一二三四五六七八九十]{1,3}是|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳])\s*[，：]?/;
const MOST_ITEMS = 24;
/** Of longer items the beginning is compared. */
const COMPARED = 240;
const ALIKE_PAIRS = 0.7;

export interface NearRepeatLimits {
  /** Shorter items are alike by their nature. In characters. */
  readonly length: number;
  /** Common characters in order, in per cent of the longer item. */
  readonly alike: number;
}

/** Items copied into the next one and changed too little. Items that are word for word the same are W302's. */
export const nearRepeats = (document: ReportDocument, limits: NearRepeatLimits): readonly NearRepeat[] =>
  listsOf(document).flatMap((items) => pairsIn(items.slice(0, MOST_ITEMS), limits));

function listsOf({ blocks }: ReportDocument): readonly (readonly Item[])[] {
  const lists: Item[][] = [];
  let open: Item[] | null = null;
  for (const block of blocks) {
    if (block.kind !== 'list-item' && block.kind !== 'paragraph') {
      open = null;
      continue;
    }
    const inside = itemsIn(block.prose);
    if (inside.length > 1) lists.push([...inside]);
    const { text } = block.prose;
    const head = LEADING.exec(text)?.[0] ?? '';
    if (block.kind === 'paragraph' && head === '') {
      open = null;
      continue;
    }
    const item = itemOf(block.prose, head.length, text.length);
    if (open) {
      open.push(item);
    } else {
      open = [item];
      lists.push(open);
    }
  }
  return lists.filter((items) => items.length > 1);
}

function itemsIn(prose: Prose): readonly Item[] {
  const marks = allMatches(prose.text, ORDINAL);
  return marks.map((mark, at) => {
    const end = marks[at + 1]?.index ?? prose.text.length;
    return itemOf(prose, mark.index + mark[0].length, end);
  });
}

const itemOf = (prose: Prose, start: number, end: number): Item => ({
  text: prose.text.slice(start, end).replace(/[\s，。；、：]+/g, ''),
  range: sourceRange(prose, start, end),
});

function pairsIn(items: readonly Item[], { length, alike }: NearRepeatLimits): readonly NearRepeat[] {
  const long = items.filter(({ text }) => text.length >= length);
  if (long.length < 2) return [];
  const grams = new Map(long.map((item) => [item, gramsOf(item.text)]));
  return long.flatMap((second, at) => {
    const own = grams.get(second) ?? new Set<number>();
    const first = long
      .slice(0, at)
      .find(
        (item) =>
          item.text !== second.text &&
          sharesPairs(grams.get(item) ?? own, own) &&
          isAlike(item.text, second.text, alike),
      );
    return first ? [{ first, second }] : [];
  });
}

function sharesPairs(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return shared >= ALIKE_PAIRS * Math.min(left.size, right.size);
}

function isAlike(a: string, b: string, percent: number): boolean {
  const [x, y] = [a.slice(0, COMPARED), b.slice(0, COMPARED)];
  return commonLength(x, y) * 100 >= percent * Math.max(x.length, y.length);
}

/** Each two units in a row, as one number. */
function gramsOf(text: string): ReadonlySet<number> {
  const grams = new Set<number>();
  const end = Math.min(text.length, COMPARED) - 1;
  for (let at = 0; at < end; at++) grams.add((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1));
  return grams;
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = a[i] === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
