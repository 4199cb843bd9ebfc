import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

const OVERSCAN = 12;

/**
 * Rows of a scrolling list of which only those in view exist. `height` is that of each, in pixels, or tells it by the row's index;
 * `header` that of a header which scrolls with them and stays on top. `before` and `after` are the pixels of the rows that do not exist.
 */
export function useVirtualRows<E extends HTMLElement>(
  count: number,
  height: number | ((index: number) => number),
  header = 0,
) {
  const scroll = useRef<E>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: typeof height === 'number' ? () => height : height,
    overscan: OVERSCAN,
    scrollMargin: header,
    scrollPaddingStart: header,
  });
  // Rows grow with the letters, and change with what is listed; before they are painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured holds only for the old height
  useLayoutEffect(() => rows.measure(), [height]);
  const shown = rows.getVirtualItems();
  const before = (shown[0]?.start ?? header) - header;
  const after = rows.getTotalSize() + header - (shown.at(-1)?.end ?? header);
  return { scroll, rows, shown, before, after };
}
