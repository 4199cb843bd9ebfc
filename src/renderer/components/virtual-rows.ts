import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

const OVERSCAN = 12;

/**
 * Rows of a scrolling list of which only those in view exist. `height` is the usual one, in pixels; `header` that of a
 * header which scrolls with them and stays on top. `before` and `after` are the pixels of the rows that do not exist.
 */
export function useVirtualRows<E extends HTMLElement>(count: number, height: number, header = 0) {
  const scroll = useRef<E>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin: header,
    scrollPaddingStart: header,
  });
  // Rows grow with the letters.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured holds only for the old height
  useEffect(() => rows.measure(), [height]);
  const shown = rows.getVirtualItems();
  const before = (shown[0]?.start ?? header) - header;
  const after = rows.getTotalSize() + header - (shown.at(-1)?.end ?? header);
  return { scroll, rows, shown, before, after };
}
