import type { ClipboardEvent } from 'react';
import type { TableList } from '../../stores/table-list';

/**
 * The window has no permissions, the clipboard's neither: text is handed over in the browser's own copy command. The
 * answer is false when it refused.
 */
export function copyTable(text: string): boolean {
  const hand = (event: globalThis.ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', hand, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', hand, { capture: true });
  return done;
}

/** Ctrl C in a data table takes the rows chosen; in a field, or with text selected, it stays what it is. */
export function copyRows(event: ClipboardEvent, list: TableList<unknown>): void {
  const inGrid = event.target instanceof Element && event.target.closest('[role="grid"]') !== null;
  const textIsSelected = document.getSelection()?.isCollapsed === false;
  if (!inGrid || textIsSelected || !list.chosen) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', list.tsv(false));
}
