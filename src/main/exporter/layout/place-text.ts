import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import { BASELINE } from './page';
import type { Part } from './parts';
import type { PlacedText } from './placed';

/** The square of a line's characters stands in the middle of its pitch. `x`, `top`: of the line. */
export const placeText = (
  line: Line,
  style: TextStyle,
  x: number,
  top: number,
  part: Part | null,
): PlacedText => ({
  kind: 'text',
  x,
  y: top + (style.pitch - style.size) / 2 + BASELINE * style.size,
  width: line.width,
  size: style.size,
  runs: line.runs,
  part,
});
