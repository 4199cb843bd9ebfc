import { remembered } from '../../shared/memo';
import type { Block, ReportDocument } from '../../shared/model/document';
import { type Descent, descentsOf, figuresOf, type Move, type Placed } from './descent';
import { noteRuns, type Run } from './runs';

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

/** What a search looks at beside its block. */
export interface Outlook {
  /** Whether it looks at nothing around this block. Without it: at two blocks and 200 units of text on either side. */
  readonly alone?: (block: Block) => boolean;
  /**
   * What the title and the headings above tell of a block, in one string; the document alone must determine it. Where it
   * has changed, the block is searched again.
   */
  readonly above?: (document: ReportDocument) => (block: Block) => string;
  /** The blocks of a document in which something may be found at all, by their indexes, ascending; all of them if not said. */
  readonly where?: (document: ReportDocument) => readonly number[];
  /** What is found holds no place of the text, only positions in the list of quantities. */
  readonly onlyFigures?: true;
}

const tablesIn = remembered(({ blocks }: ReportDocument): readonly number[] =>
  blocks.flatMap(({ kind }, at) => (kind === 'table' ? [at] : [])),
);

/** Nothing around a block is looked at. */
export const ALONE: Outlook = { alone: () => true };

/** Nothing is found but in tables. */
export const ONLY_TABLES: Outlook = { alone: ({ kind }) => kind !== 'table', where: tablesIn };

/** In tables, and nothing around them is looked at. */
export const TABLES_ALONE: Outlook = { ...ALONE, where: tablesIn };

/**
 * Searches block by block, and of an edited document only the blocks whose outlook the edit touched. `move` says what a
 * thing that was found is in its new place. `at` is the index of the block.
 */
export function blockwise<T, I = undefined>(
  find: (block: Block, document: ReportDocument, input: I, at: number) => readonly T[],
  move: (one: T, by: Move) => T,
  outlook: Outlook = {},
): Blockwise<T, I> {
  const known = new WeakMap<ReportDocument, Found<T>>();
  return (document, input, frame = '') => {
    const own = known.get(document);
    if (own && own.frame === frame) return own.items;
    const descent = descentsOf(document).find(({ before }) => known.get(before)?.frame === frame);
    const old = descent && known.get(descent.before);
    const found = new Collected<T>(frame);
    const { blocks } = document;
    let at = 0;
    const moves = descent && movesOf(descent, document, move, outlook);
    const again = descent
      ? touched(descent, document, outlook)
      : (outlook.where?.(document) ?? blocks.keys());
    for (const next of again) {
      if (old && moves) found.takeOver(old, moves, at, next);
      found.add(find(blocks[next] as Block, document, input, next), next);
      at = next + 1;
    }
    if (old && moves) found.takeOver(old, moves, at, blocks.length);
    known.set(document, found);
    if (old && found.items.length >= WORTH_A_NOTE) noteRuns(found.items, old.items, found.runs);
    return found.items;
  };
}

/** Shorter lists are compared as quickly as a note of them is made. */
const WORTH_A_NOTE = 100;

/** The blocks that must be searched again; ascending, with all of `descent.own`. */
function touched(
  { before, own, near, sameHeadings }: Descent,
  document: ReportDocument,
  { alone, above }: Outlook,
): readonly number[] {
  const told = above && !sameHeadings ? { before: above(before), now: above(document) } : null;
  const [from, to] = told ? [0, document.blocks.length] : [near.from, near.to];
  const result: number[] = [];
  for (let at = from; at < to; at++) {
    const block = document.blocks[at] as Block;
    if (at >= own.from && at < own.to) result.push(at);
    else if (at >= near.from && at < near.to && !alone?.(block)) result.push(at);
    else if (told) {
      const old = before.blocks[at < own.from ? at : at - own.to + own.oldTo];
      if (!old || told.before(old) !== told.now(block)) result.push(at);
    }
  }
  return result;
}

class Collected<T> implements Found<T> {
  items: T[] = [];
  blocks: number[] = [];
  readonly frame: string;
  /** What was taken over from blocks apart from the edit; ascending. */
  readonly runs: Run[] = [];

  constructor(frame: string) {
    this.frame = frame;
  }

  add(items: readonly T[], block: number): void {
    for (const item of items) {
      this.items.push(item);
      this.blocks.push(block);
    }
  }

  /** What was found in the blocks that stand at `from … to` now. None of them is new. */
  takeOver(old: Found<T>, moves: Moves<T>, from: number, to: number): void {
    if (from >= to) return;
    const { still, behind, oldIndex } = moves;
    const end = firstAt(old.blocks, oldIndex(to - 1) + 1);
    const tail = to > behind ? firstAt(old.blocks, oldIndex(Math.max(from, behind))) : end;
    let at = firstAt(old.blocks, oldIndex(from));
    // At the head all is taken as it is, in one copy.
    if (from === 0) {
      at = firstAt(old.blocks, Math.min(to, still));
      this.items = old.items.slice(0, at);
      this.blocks = old.blocks.slice(0, at);
      this.runs.push({ old: 0, now: 0, length: at });
      // What stood between was taken out with nothing in its place: a first paragraph.
      if (still < to) at = firstAt(old.blocks, oldIndex(still));
    }
    for (let block = from; at < tail; at++) {
      while (oldIndex(block) < (old.blocks[at] ?? 0)) block++;
      this.items.push(moves.moved(old.items[at] as T, block));
      this.blocks.push(block);
    }
    this.#takeTail(old, moves, at, end);
  }

  /** Behind all that the edit touched everything has moved alike. */
  #takeTail(old: Found<T>, { blocks, isStill, movedBehind }: Moves<T>, from: number, to: number): void {
    if (from >= to) return;
    this.runs.push({ old: from, now: this.items.length, length: to - from });
    if (isStill) {
      // All stays as it is, in one copy.
      this.items = this.items.concat(old.items.slice(from, to));
      this.blocks = this.blocks.concat(old.blocks.slice(from, to));
      return;
    }
    for (let at = from; at < to; at++) {
      this.items.push(movedBehind(old.items[at] as T));
      this.blocks.push((old.blocks[at] as number) + blocks);
    }
  }
}

interface Moves<T> {
  /** Blocks below have not moved, nor has what was found in them. */
  readonly still: number;
  /** Blocks from here on have all moved alike: by so many `blocks`. */
  readonly behind: number;
  readonly blocks: number;
  readonly movedBehind: (one: T) => T;
  /** They have not moved at all. */
  readonly isStill: boolean;
  /** Where a block that is not new stood before. */
  readonly oldIndex: (block: number) => number;
  /** A thing that was found in the block that stands at `block` now, before `behind`. */
  readonly moved: (one: T, block: number) => T;
}

function movesOf<T>(
  { before, own, near, units }: Descent,
  document: ReportDocument,
  move: (one: T, by: Move) => T,
  { onlyFigures }: Outlook,
): Moves<T> {
  const blocks = own.to - own.oldTo;
  const oldIndex = (block: number): number => (block < own.from ? block : block - blocks);
  const then = figuresOf(before) ?? [];
  // While the quantities themselves are sought, none is known of the new document.
  const now = figuresOf(document) ?? then;
  const behind = { units, blocks, figures: now.length - then.length };
  const isStill = (units === 0 || onlyFigures === true) && blocks === 0 && behind.figures === 0;
  let last = -1;
  let by = behind;
  const moved = (one: T, block: number): T => {
    if (block < near.from) return one;
    // Of two blocks near the edit one may have more quantities now and the other none.
    if (block !== last) {
      last = block;
      const more = firstIn(now, block) - firstIn(then, oldIndex(block));
      by = block < own.from ? { units: 0, blocks: 0, figures: more } : { units, blocks, figures: more };
    }
    return by.units === 0 && by.blocks === 0 && by.figures === 0 ? one : move(one, by);
  };
  const movedBehind = isStill ? (one: T): T => one : (one: T): T => move(one, behind);
  return { still: near.from, behind: near.to, blocks, isStill, movedBehind, oldIndex, moved };
}

const firstIn = (quantities: Placed, block: number): number =>
  lowest(quantities.length, (at) => (quantities[at]?.place.block ?? 0) >= block);

/** The first of `count` positions for which `holds`, when it holds for all behind it too; else `count`. */
function lowest(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first entry that is not below `value`, in an ascending list. */
export const firstAt = (ascending: readonly number[], value: number): number =>
  lowest(ascending.length, (at) => (ascending[at] ?? 0) >= value);
