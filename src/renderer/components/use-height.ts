import { type RefObject, useEffect, useState } from 'react';

/** Pixels of an element's height, whenever it changes; 0 before it is there. */
export function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const watch = new ResizeObserver(([entry]) => entry && setHeight(Math.round(entry.contentRect.height)));
    watch.observe(current);
    return () => watch.disconnect();
  }, [element]);
  return height;
}
