import type { Block, ReportDocument } from '../../shared/model/document';
import { movedBlock } from '../../shared/moved';
import { ownText } from '../../shared/own-text';
import { firstAt } from './blockwise';
import { type Change, noteDescent } from './descent';
import { lineStartsOf } from './lines';
import { blocksIn, documentOf } from './parse';
import { assignRoles } from './roles';
import { rowsShared, withRows } from './shared-rows';

export type { Change } from './descent';

/** A window of blocks that is parsed anew: from `first` up to, without, `last`. */
interface Window {
  readonly first: number;
  readonly last: number;
}

/** A fence may pair with another anywhere below. */
const FENCE = /```|~~~/;
/** How far `blockwise` searches may look; see there. */
const NEAR_BLOCKS = 2;
const NEAR_UNITS = 200;

/**
 * As `parseDocument(text)`, made from the document before the change: only what stands between two places at which the
 * parser begins anew is parsed. Remembers what the two have in common, for `blockwise`.
 */
export function reparse(before: ReportDocument, text: string, change: Change): ReportDocument | null {
  const window = windowAround(before, change);
  const units = change.newEnd - change.oldEnd;
  const start = window.first === 0 ? 0 : (before.blocks[window.first]?.range.start ?? 0);
  const oldEnd = before.blocks[window.last]?.range.start ?? before.text.length;
  // What is read from it outlives this text.
  const source = ownText(text.slice(start, oldEnd + units));
  if (FENCE.test(source) || FENCE.test(before.text.slice(start, oldEnd))) return null;
  const fresh = blocksIn(source);
  const kept = joined(before.blocks, window, fresh, start, units);
  const rows = rowsShared(
    before.blocks.slice(window.first, window.last),
    kept[window.first],
    fresh.length,
    change,
  );
  const blocks = withRoles(
    rows ? withRows(kept, before.blocks, window.first, rows, units) : kept,
    (index) => index >= window.first && index < window.first + fresh.length,
  );
  if (!blocks) return null;
  const document = documentOf(text, blocks, lineStartsAfter(before.lineStarts, text, start, oldEnd, units));
  noteDescent(document, {
    before,
    own: { from: window.first, to: window.first + fresh.length, oldTo: window.last },
    near: nearby(before.blocks, blocks, window, fresh.length),
    units,
    rows,
    sameHeadings:
      document.title === before.title &&
      headingsOf(before.text, before.blocks.slice(window.first, window.last)) ===
        headingsOf(text, blocks.slice(window.first, window.first + fresh.length)),
  });
  return document;
}

/** The smallest window whose ends lie apart from the change. */
function windowAround({ text, blocks }: ReportDocument, { start, oldEnd }: Change): Window {
  let first = blockBefore(blocks, start);
  while (first > 0 && !beginsAnew(text, blocks[first])) first--;
  let last = blockBefore(blocks, oldEnd) + 1;
  while (last < blocks.length && (!beginsAnew(text, blocks[last]) || startOf(blocks[last]) - 2 < oldEnd))
    last++;
  return { first: Math.max(0, first), last };
}

const startOf = (block: Block | undefined): number => block?.range.start ?? 0;

/** Index of the last block that begins before `at`; -1 when none does. */
function blockBefore(blocks: readonly Block[], at: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(blocks[middle]) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Behind an empty line and not indented: no list, quote or paragraph before goes on here. */
const beginsAnew = (text: string, block: Block | undefined): boolean =>
  block !== undefined &&
  text.startsWith('\n\n', block.range.start - 2) &&
  /\S/.test(text.charAt(block.range.start));

/** Blocks before the window, the new ones, and those behind it in their new places. Roles are as they were. */
function joined(
  old: readonly Block[],
  { first, last }: Window,
  fresh: readonly Block[],
  start: number,
  units: number,
): readonly Block[] {
  const blocks = old.slice(0, first);
  let section = blocks.at(-1)?.section ?? -1;
  for (const block of fresh) {
    const index = blocks.length;
    if (block.kind === 'heading') section = index;
    blocks.push(movedBlock(block, start, index, section));
  }
  for (let at = last; at < old.length; at++) {
    const block = old[at];
    if (!block) continue;
    const index = blocks.length;
    if (block.kind === 'heading') section = index;
    blocks.push(movedBlock(block, units, index, section));
  }
  return blocks;
}

/** With the roles that places in the whole give. Null where the change gave a block elsewhere another one: too much depends on it. */
function withRoles(blocks: readonly Block[], isFresh: (index: number) => boolean): readonly Block[] | null {
  const bare = blocks.map(
    (block): Block =>
      block.kind === 'paragraph' && block.role !== 'body' ? { ...block, role: 'body' } : block,
  );
  const assigned = assignRoles(bare);
  const isKept = (block: Block, index: number): boolean => {
    const now = assigned[index];
    return block.kind !== 'paragraph' || now?.kind !== 'paragraph' || block.role === now.role;
  };
  if (!blocks.every((block, index) => isFresh(index) || isKept(block, index))) return null;
  return blocks.map((block, index) => (isFresh(index) ? (assigned[index] ?? block) : block));
}

function lineStartsAfter(
  old: readonly number[],
  text: string,
  start: number,
  oldEnd: number,
  units: number,
): readonly number[] {
  const result = old.slice(0, firstAt(old, start));
  for (const at of lineStartsOf(text.slice(start, oldEnd + units))) result.push(at + start);
  for (let at = firstAt(old, oldEnd + 1); at < old.length; at++) result.push((old[at] ?? 0) + units);
  return result;
}

/** The window, widened by what a search may see of it. */
function nearby(old: readonly Block[], blocks: readonly Block[], { first, last }: Window, fresh: number) {
  const left = startOf(old[first]);
  let from = first;
  while (from > 0 && (first - from < NEAR_BLOCKS || left - (old[from - 1]?.range.end ?? 0) < NEAR_UNITS))
    from--;
  const right = old[last - 1]?.range.end ?? 0;
  let oldTo = last;
  while (oldTo < old.length && (oldTo - last < NEAR_BLOCKS || startOf(old[oldTo]) - right < NEAR_UNITS))
    oldTo++;
  return { from, oldTo, to: Math.min(blocks.length, oldTo + first + fresh - last) };
}

const headingsOf = (text: string, blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === 'heading' ? [`${block.level} ${text.slice(block.range.start, block.range.end)}`] : [],
    )
    .join('\n');
