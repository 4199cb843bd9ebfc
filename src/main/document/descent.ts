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
  /** Title, headings and captions read as before, in the same order. */
  readonly sameFrame: boolean;
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
    sameFrame: first.sameFrame && second.sameFrame,
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

/**
 * Searches block by block, and of an edited document only the blocks that the edit touched. `find` may look at its block, at three neighbours
 * and 200 units of text on either side of it, and, where `framed`, at the title, the headings and the captions. `move` says what a thing that was
 * found is in its new place.
 */
export function blockwise<T, I = undefined>(
  find: (block: Block, document: ReportDocument, input: I) => readonly T[],
  move: (one: T, by: Move) => T,
  { framed = false }: { readonly framed?: boolean } = {},
): Blockwise<T, I> {
  const known = new WeakMap<ReportDocument, Found<T>>();
  return (document, input, frame = '') => {
    const own = known.get(document);
    if (own && own.frame === frame) return own.items;
    const line = lines.get(document);
    const descent = [line?.last, line?.settled].find(
      (one) => one !== undefined && (!framed || one.sameFrame) && known.get(one.before)?.frame === frame,
    );
    const old = descent && known.get(descent.before);
    const found: { items: T[]; blocks: number[]; frame: string } = { items: [], blocks: [], frame };
    const search = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const block = document.blocks[at];
        if (!block) continue;
        for (const item of find(block, document, input)) {
          found.items.push(item);
          found.blocks.push(at);
        }
      }
    };
    if (!descent || !old) search(0, document.blocks.length);
    else {
      const head = firstAt(old.blocks, descent.from);
      found.items = old.items.slice(0, head);
      found.blocks = old.blocks.slice(0, head);
      search(descent.from, descent.to);
      takeTail(found, old, descent, figuresBetween(descent.before, document), move);
    }
    known.set(document, found);
    return found.items;
  };
}

const figuresBetween = (before: ReportDocument, document: ReportDocument): number =>
  (figureCounts.get(document) ?? 0) - (figureCounts.get(before) ?? 0);

function takeTail<T>(
  found: { items: T[]; blocks: number[] },
  old: Found<T>,
  { to, oldTo, units }: Descent,
  figures: number,
  move: (one: T, by: Move) => T,
): void {
  const by = { units, blocks: to - oldTo, figures };
  const isStill = units === 0 && by.blocks === 0 && figures === 0;
  for (let at = firstAt(old.blocks, oldTo); at < old.items.length; at++) {
    const item = old.items[at] as T;
    found.items.push(isStill ? item : move(item, by));
    found.blocks.push((old.blocks[at] ?? 0) + by.blocks);
  }
}

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
