import type { Block, ReportDocument } from '../../shared/model/document';

/** How far a thing that was found in an earlier document has moved. */
export interface Move {
  /** Units of the text. */
  readonly units: number;
  readonly blocks: number;
  /** Positions in the list of quantities. */
  readonly figures: number;
}

/**
 * What an edited document has in common with the one before. Its blocks below `from`, and those from `to` on (there:
 * `oldTo`), read as before and so do their neighbours: what is found by looking at a block and near it is known already.
 */
export interface Descent {
  readonly before: ReportDocument;
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
  /** How far the blocks from `to` on have moved in the text. */
  readonly units: number;
  /** The title and all headings read as before, in the same order. */
  readonly sameHeadings: boolean;
}

/** From the document before the last edit, and from the last one of which all searches were made. */
interface Line {
  readonly last: Descent;
  readonly settled: Descent;
}

const lines = new WeakMap<ReportDocument, Line>();
const figureCounts = new WeakMap<ReportDocument, number>();

/** Null for a document that was parsed whole. */
export const descentOf = (document: ReportDocument): Descent | null => lines.get(document)?.last ?? null;

export function noteDescent(document: ReportDocument, last: Descent): void {
  const earlier = lines.get(last.before);
  lines.set(document, { last, settled: earlier ? joined(earlier.settled, last) : last });
  // Of the documents between, none is kept.
  lines.delete(last.before);
}

/** All searches have been made of a document: those before it need not be kept. */
export const noteSettled = (document: ReportDocument): void => {
  lines.delete(document);
};

/** Says how many quantities a document has. */
export const noteFigures = (document: ReportDocument, count: number): void => {
  figureCounts.set(document, count);
};

/** Two steps as one. */
function joined(first: Descent, second: Descent): Descent {
  const kept = Math.max(first.to, second.oldTo);
  return {
    before: first.before,
    from: Math.min(first.from, second.from),
    to: kept - second.oldTo + second.to,
    oldTo: kept - first.to + first.oldTo,
    units: first.units + second.units,
    sameHeadings: first.sameHeadings && second.sameHeadings,
  };
}

interface Found<T> {
  readonly items: readonly T[];
  /** Index of the block that each was found in; ascending. */
  readonly blocks: readonly number[];
  readonly frame: string;
}

/**
 * All that is found in a document, in the order of its blocks. `input` is made from the document; `frame` says what
 * else the result depends on: another frame, another search.
 */
export type Blockwise<T, I> = (document: ReportDocument, input: I, frame?: string) => readonly T[];

/** What the title and the headings above tell of a block, in one string; the document alone must determine it. */
export type Above = (document: ReportDocument) => (block: Block) => string;

/**
 * Searches block by block, and of an edited document only the blocks that the edit touched. `find` may look at its block, at three neighbours
 * and 200 units of text on either side of it, and at what `above` tells of it: where that has changed, the block is searched again. `move` says
 * what a thing that was found is in its new place.
 */
export function blockwise<T, I = undefined>(
  find: (block: Block, document: ReportDocument, input: I) => readonly T[],
  move: (one: T, by: Move) => T,
  above: Above | null = null,
): Blockwise<T, I> {
  const known = new WeakMap<ReportDocument, Found<T>>();
  return (document, input, frame = '') => {
    const own = known.get(document);
    if (own && own.frame === frame) return own.items;
    const line = lines.get(document);
    const descent = [line?.last, line?.settled].find(
      (one) => one !== undefined && known.get(one.before)?.frame === frame,
    );
    const old = descent && known.get(descent.before);
    const found = new Collected<T>(frame);
    const search = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const block = document.blocks[at];
        if (block) found.add(find(block, document, input), at);
      }
    };
    if (descent && old) goOn(found, old, document, descent, { search, move, above });
    else search(0, document.blocks.length);
    known.set(document, found);
    return found.items;
  };
}

interface Steps<T> {
  readonly search: (from: number, to: number) => void;
  readonly move: (one: T, by: Move) => T;
  readonly above: Above | null;
}

/** Takes what was found before and still stands, and searches the blocks between. */
function goOn<T>(
  found: Collected<T>,
  old: Found<T>,
  document: ReportDocument,
  descent: Descent,
  { search, move, above }: Steps<T>,
): void {
  const { before, from, to, oldTo, units } = descent;
  const by = { units, blocks: to - oldTo, figures: figuresBetween(before, document) };
  const isStill = units === 0 && by.blocks === 0 && by.figures === 0;
  const moved = isStill ? null : (one: T): T => move(one, by);
  const again = above && !descent.sameHeadings ? changedAbove(descent, document, above) : [];
  let at = 0;
  for (const next of again.filter((one) => one < from)) {
    found.take(old, at, next, 0, null);
    search(next, next + 1);
    at = next + 1;
  }
  found.take(old, at, from, 0, null);
  search(from, to);
  at = to;
  for (const next of again.filter((one) => one >= to)) {
    found.take(old, at - by.blocks, next - by.blocks, by.blocks, moved);
    search(next, next + 1);
    at = next + 1;
  }
  found.take(old, at - by.blocks, Number.POSITIVE_INFINITY, by.blocks, moved);
}

/** Blocks outside of the window of which the headings tell something else than before; ascending. */
function changedAbove(
  { before, from, to, oldTo }: Descent,
  document: ReportDocument,
  above: Above,
): readonly number[] {
  const [then, now] = [above(before), above(document)];
  return document.blocks.flatMap((block, at) => {
    const old = before.blocks[at < from ? at : at - to + oldTo];
    return (at >= from && at < to) || (old && then(old) === now(block)) ? [] : [at];
  });
}

class Collected<T> implements Found<T> {
  readonly items: T[] = [];
  readonly blocks: number[] = [];
  readonly frame: string;

  constructor(frame: string) {
    this.frame = frame;
  }

  add(items: readonly T[], block: number): void {
    for (const item of items) {
      this.items.push(item);
      this.blocks.push(block);
    }
  }

  /** What was found in the blocks `from … to` of an earlier document. */
  take(old: Found<T>, from: number, to: number, blocks: number, moved: ((one: T) => T) | null): void {
    const end = firstAt(old.blocks, to);
    for (let at = firstAt(old.blocks, from); at < end; at++) {
      const item = old.items[at] as T;
      this.items.push(moved ? moved(item) : item);
      this.blocks.push((old.blocks[at] ?? 0) + blocks);
    }
  }
}

const figuresBetween = (before: ReportDocument, document: ReportDocument): number =>
  (figureCounts.get(document) ?? 0) - (figureCounts.get(before) ?? 0);

/** Index of the first entry that is not below `value`, in an ascending list. */
export function firstAt(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
