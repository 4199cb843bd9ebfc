import { defaultRangeExtractor, type Range as Indices, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import type { Block } from '../../../../shared/model/document';
import { estimateHeight } from './heights';

const OVERSCAN = 3;
/** Room above and below the text on its sheet, in pixels. */
const MARGIN = { top: 56, bottom: 72 };

/**
 * The blocks of a document of which only those in view exist, and the pinned ones: the block that has the focus or is
 * being changed stays, wherever one scrolls.
 */
export function useVirtualBlocks(
  scroll: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  pinned: readonly number[],
) {
  const rangeExtractor = useCallback(
    (range: Indices) => {
      const shown = defaultRangeExtractor(range);
      const more = pinned.filter((index) => index < blocks.length && !shown.includes(index));
      return more.length === 0 ? shown : [...shown, ...more].sort((a, b) => a - b);
    },
    [pinned, blocks.length],
  );
  return useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => {
      const block = blocks[index];
      return block ? estimateHeight(block) : 0;
    },
    overscan: OVERSCAN,
    paddingStart: MARGIN.top,
    paddingEnd: MARGIN.bottom,
    rangeExtractor,
    useFlushSync: false,
  });
}
