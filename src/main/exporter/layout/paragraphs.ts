import type { Code, ListItem, Paragraph } from '../../../shared/model/document';
import { type Box, gap, type LineBox, lineBox } from './boxes';
import { printable } from './clean';
import type { FontChooser } from './fonts';
import { glyphsOf, widthOf } from './glyphs';
import { type Line, linesOf } from './lines';
import { CHARACTER_PITCH, LINE_PITCH, TEXT_AREA } from './page';
import type { Part } from './parts';
import { STYLES } from './styles';

/** §7.3.3: two characters in, full measure. A line break of the source begins a new indented line. */
export function paragraphBoxes(text: string, fonts: FontChooser): readonly LineBox[] {
  return text.split('\n').flatMap((part) => indented(part, 2 * CHARACTER_PITCH, 0, fonts));
}

/** `first` and `rest`: indents of the first and of the other lines, in points. */
function indented(text: string, first: number, rest: number, fonts: FontChooser): readonly LineBox[] {
  const style = STYLES.body;
  const options = { width: TEXT_AREA.width - rest, firstIndent: first - rest, justify: true };
  return linesOf(glyphsOf(text, style, fonts), style, options).map((line, index) =>
    lineBox(line, style, { indent: index === 0 ? first : rest }),
  );
}

/** §7.3.2: flush left; continuation lines too. */
export function addresseeBoxes(paragraph: Paragraph, fonts: FontChooser): readonly Box[] {
  return paragraph.prose.text.split('\n').flatMap((part) => indented(part, 0, 0, fonts));
}

/** §7.3.4: names that run over begin below the name, not below `附件`. */
export function annexListBoxes(paragraph: Paragraph, fonts: FontChooser): readonly Box[] {
  const indent = 2 * CHARACTER_PITCH;
  return paragraph.prose.text.split('\n').flatMap((part) => {
    const text = part.trim();
    const lead = /^(?:附件|附录)?\s*[：:]?\s*/.exec(text)?.[0] ?? '';
    const number = /^\d+\s*[.．、]\s*/.exec(text.slice(lead.length))?.[0] ?? '';
    const first = lead === '' && number !== '' ? indent + 3 * CHARACTER_PITCH : indent;
    const hang = first + widthOf(glyphsOf(lead + number, STYLES.body, fonts), STYLES.body.spacing);
    return indented(text, first, hang, fonts);
  });
}

/** An item of a list: its number as written, or a drawn dot; the text hangs beside it. */
export function listItemBoxes(item: ListItem, fonts: FontChooser): readonly Box[] {
  const indent = (2 + 2 * Math.min(item.depth, 4)) * CHARACTER_PITCH;
  if (item.ordered)
    return indented(`${item.marker} ${item.prose.text.replaceAll('\n', ' ')}`, indent, 0, fonts);
  const parts = item.prose.text
    .split('\n')
    .flatMap((part) => indented(part, indent + CHARACTER_PITCH, 0, fonts));
  return parts.map((box, index) => ({ ...box, bullet: index === 0 }));
}

/** Centred. A table's caption stays with its table. */
export function captionBoxes(text: string, keep: boolean, width: number, fonts: FontChooser): readonly Box[] {
  const style = STYLES.caption;
  return linesOf(glyphsOf(text, style, fonts), style, { width }).map((line) =>
    lineBox(line, style, { align: 'center', keep }),
  );
}

/**
 * §7.3.5: the closing date four characters from the right edge, the signatory centred above it; both on one page.
 * `newPart` makes the node of each paragraph.
 */
export function signatureBoxes(
  paragraphs: readonly Paragraph[],
  fonts: FontChooser,
  newPart: () => Part,
): readonly Box[] {
  const set = paragraphs.map((paragraph) => ({
    role: paragraph.role,
    part: newPart(),
    line: wholeLines(paragraph.prose.text, fonts),
  }));
  const date = set.findLast((part) => part.role === 'date')?.line[0];
  const centre = 4 * CHARACTER_PITCH + (date ? date.width / 2 : 0);
  const boxes = set.flatMap(({ role, part, line: lines }) =>
    lines.map((line) => {
      const indent = role === 'date' || !date ? 4 * CHARACTER_PITCH : Math.max(0, centre - line.width / 2);
      return lineBox(line, STYLES.body, { align: 'right', indent, keep: true, part, closing: true });
    }),
  );
  return boxes.map((box, index) => ({ ...box, keep: index < boxes.length - 1 }));
}

const wholeLines = (text: string, fonts: FontChooser): readonly Line[] =>
  linesOf(glyphsOf(text, STYLES.body, fonts), STYLES.body, { width: TEXT_AREA.width });

/** Fenced code: as it stands, line by line, in one width for all characters. */
export function codeBoxes(code: Code, text: string, fonts: FontChooser): readonly Box[] {
  const style = STYLES.code;
  const lines = printable(text.slice(code.content.start, code.content.end)).replace(/\n$/, '').split('\n');
  const boxes = lines.flatMap((line): readonly Box[] => {
    const spaces = /^[ \u3000]*/.exec(line)?.[0] ?? '';
    const indent = Math.min(widthOf(glyphsOf(spaces, style, fonts), 0), TEXT_AREA.width / 2);
    const set = linesOf(glyphsOf(line, style, fonts), style, { width: TEXT_AREA.width - indent });
    if (set.length === 0) return [gap(style.pitch)];
    return set.map((part) => lineBox(part, style, { indent }));
  });
  return [gap(LINE_PITCH / 4), ...boxes, gap(LINE_PITCH / 4)];
}
