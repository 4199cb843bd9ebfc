import type { KeyboardEvent } from 'react';
import type { TableList } from '../../stores/table-list';

/** What a key does in a data table, or null. Ctrl C is the browser's own: see `copyRows`. */
export function tableKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  list: TableList<unknown>,
  page: number,
  open: () => void,
): (() => void) | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? list.chooseAll : null;
  if (key === 'Enter') return open;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
  };
  const step = steps[key];
  if (step !== undefined) return () => list.move(step, shiftKey);
  if (key === 'Home') return () => list.moveTo(0, shiftKey);
  if (key === 'End') return () => list.moveTo(list.listed.length - 1, shiftKey);
  return null;
}
