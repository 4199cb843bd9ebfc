import { type Box, gap } from './boxes';
import type { FontChooser } from './fonts';
import { glyphsOf } from './glyphs';
import { linesOf } from './lines';
import { LINE_PITCH, TEXT_AREA } from './page';
import type { Part } from './parts';
import { STYLES } from './styles';

/** What the importers write where a picture was: `〔图片〕`, `〔图片：流程〕`. Returns what it shows, '' when unknown, null otherwise. */
export function figureText(text: string): string | null {
  const found = /^\s*〔图片(?:：([^〕]*))?〕\s*$/.exec(text);
  return found ? (found[1] ?? '').trim() : null;
}

/** The frame is this many lines of body text high. */
const FRAME_LINES = 5;

/** A frame where the picture belongs, `text` in its middle; its caption follows. */
export function figureBoxes(text: string | null, part: Part, fonts: FontChooser): readonly Box[] {
  const style = STYLES.caption;
  const lines = linesOf(glyphsOf((text ?? '').trim(), style, fonts), style, {
    width: TEXT_AREA.width - 2 * style.size,
  });
  const height = FRAME_LINES * LINE_PITCH + Math.max(0, lines.length - FRAME_LINES) * style.pitch;
  return [gap(LINE_PITCH / 4), { kind: 'frame', height, lines, style, part }, gap(LINE_PITCH / 4)];
}
