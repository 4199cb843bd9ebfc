import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Block } from '../../../../shared/model/document';
import type { Reveal } from '../../../stores/review-store';
import type { TextPlace } from '../../../text/document-steps';
import { firstEndingAtOrAfter } from '../../../text/marks';
import { useRoot } from '../../context';
import type { RowsShown } from './shown-rows';

/** Frames in which what is looked for must come into being, and in which its place may still move. */
const WAIT_FRAMES = 30;
const SETTLE_FRAMES = 4;

interface Pane {
  readonly scroll: RefObject<HTMLElement | null>;
  readonly blocks: readonly Block[];
  readonly virtual: Virtualizer<HTMLElement, Element>;
  readonly rows: RowsShown;
}

/** What to bring into view: a place, and which elements of it. */
interface Sought {
  readonly place: TextPlace;
  readonly selector: string | null;
  readonly focus: boolean;
}

/** Brings places into view that may not exist yet: what the store reveals, and where the cursor goes. */
export function useReveal(pane: Pane): { readonly focus: (place: TextPlace) => void } {
  const { review } = useRoot();
  const { reveal } = review;
  const frame = useRef(0);
  const latest = useRef(pane);
  latest.current = pane;
  const seek = useCallback((sought: Sought) => {
    cancelAnimationFrame(frame.current);
    const wait = (left: number): void => {
      const targets = elementsOf(latest.current, sought);
      if (targets.length === 0 && left > 0) {
        approach(latest.current, sought.place);
        frame.current = requestAnimationFrame(() => wait(left - 1));
        return;
      }
      const [target] = targets;
      if (!target) return;
      if (sought.focus) {
        target.focus({ preventScroll: true });
        target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        return;
      }
      flash(latest.current.scroll.current, targets);
      settle(target, SETTLE_FRAMES);
    };
    // Blocks get their real heights only once they are there: the place may still move after the first jump.
    const settle = (target: HTMLElement, left: number): void => {
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (left > 0) frame.current = requestAnimationFrame(() => settle(target, left - 1));
    };
    // After the paint, so that the mark of a new spot is there to scroll to.
    frame.current = requestAnimationFrame(() => wait(WAIT_FRAMES));
  }, []);

  useEffect(() => {
    const place = reveal && placeAt(latest.current.blocks, reveal.range.start);
    if (reveal && place) seek({ place, selector: selectorOf(reveal), focus: false });
    return () => cancelAnimationFrame(frame.current);
  }, [reveal, seek]);

  return useMemo(() => ({ focus: (place) => seek({ place, selector: null, focus: true }) }), [seek]);
}

const selectorOf = ({ fingerprint }: Reveal): string =>
  fingerprint ? `[data-fingerprints~="${fingerprint}"]` : '.spot';

/** Block, and row of a table, that hold an offset; the block before it when none does. */
function placeAt(blocks: readonly Block[], offset: number): TextPlace | null {
  const at = firstEndingAtOrAfter(blocks, offset);
  const block = blocks[Math.min(at, blocks.length - 1)];
  if (!block) return null;
  if (block.kind !== 'table') return { block: block.index, cell: null };
  const row = firstEndingAtOrAfter(block.rows, offset);
  const inHeader = offset <= block.header.range.end;
  return {
    block: block.index,
    cell: { row: inHeader ? -1 : Math.min(row, block.rows.length - 1), column: 0 },
  };
}

/** The elements looked for; without any of the marks, the row or block itself once it is there. */
function elementsOf({ scroll }: Pane, { place, selector }: Sought): readonly HTMLElement[] {
  const block = scroll.current?.querySelector<HTMLElement>(`[data-block="${place.block}"]`);
  if (!block) return [];
  const { cell } = place;
  const row = cell && block.querySelector<HTMLElement>(`[data-row="${cell.row}"]`);
  if (cell && !row) return [];
  if (selector === null)
    return [
      (cell && block.querySelector<HTMLElement>(`[data-row="${cell.row}"][data-column="${cell.column}"]`)) ??
        row ??
        block,
    ];
  const marks = [...block.querySelectorAll<HTMLElement>(selector)];
  return marks.length > 0 ? marks : [row ?? block];
}

/** Scrolls to where the place will be. */
function approach({ scroll, virtual, rows }: Pane, { block, cell }: TextPlace): void {
  const exists = scroll.current?.querySelector(`[data-block="${block}"]`);
  const showRow = rows.get(block);
  if (!exists) virtual.scrollToIndex(block, { align: cell && cell.row > 0 ? 'start' : 'center' });
  else if (cell && showRow) showRow(cell.row);
}

function flash(pane: HTMLElement | null, targets: readonly HTMLElement[]): void {
  if (!pane || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const color = getComputedStyle(pane).getPropertyValue('--flash');
  for (const target of targets)
    target.animate([{ backgroundColor: color }, {}], { duration: 900, easing: 'ease-out' });
}
