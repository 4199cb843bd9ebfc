import type { TextPlace } from '../../../text/document-steps';

/** The block or cell that an element belongs to. */
export function placeIn(target: EventTarget | null): TextPlace | null {
  if (!(target instanceof Element)) return null;
  const block = target.closest<HTMLElement>('[data-block]');
  if (!block) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const { row, column } = cell?.dataset ?? {};
  const at = row !== undefined && column !== undefined ? { row: Number(row), column: Number(column) } : null;
  return { block: Number(block.dataset['block']), cell: at };
}

export type Step = 'up' | 'down' | 'left' | 'right';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key means in the document: a step from block to block or cell to cell, or a change of the text there. */
export function documentAction(event: KeyLike): Step | 'edit' | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.key === 'Enter' || event.key === 'F2') return 'edit';
  return STEPS[event.key] ?? null;
}
