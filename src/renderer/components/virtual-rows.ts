import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

const OVERSCAN = 12;

/**
 * Rows of a scrolling list of which only those in view exist. `height` is the usual one, in pixels; `header` what a
 * header that stays on top takes of the view.
 */
export function useVirtualRows<E extends HTMLElement>(count: number, height: number, header = 0) {
  const scroll = useRef<E>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollPaddingStart: header,
  });
  return { scroll, rows };
}
