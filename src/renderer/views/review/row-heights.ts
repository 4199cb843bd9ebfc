import type { FindingItem } from '../../stores/finding-list';
import { textWidth } from '../../tables/text-width';

/** Pixels of a finding's row, at the usual size of letters: with a message of one line, and of two. */
export const ROW_HEIGHTS = { short: 48, tall: 65 } as const;

/** Pixels beside a message: the badge, which grows with the letters, and gaps and a scroll bar, which do not. */
const BADGE = 20;
const BESIDE = 46;
/** A message's letters are of 12 px, those that `textWidth` measures of 13. */
const LETTERS = 12 / 13;
/** Widths are estimates: a message that nearly fills its line is given two. */
const CAUTION = 0.96;

/** How high each row is in a pane of `width` pixels; a function of the row's index. */
export function rowHeights(
  items: readonly Pick<FindingItem, 'finding'>[],
  width: number,
  scale: number,
): (index: number) => number {
  const room = ((width - BESIDE - BADGE * scale) / (LETTERS * scale)) * CAUTION;
  const { short, tall } = ROW_HEIGHTS;
  return (index) => (textWidth(items[index]?.finding.message ?? '') > room ? tall : short) * scale;
}
