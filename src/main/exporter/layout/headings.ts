import type { Heading } from '../../../shared/model/document';
import { type Bookmark, type Box, gap, type LineBox, lineBox, pageBreak } from './boxes';
import type { FontChooser } from './fonts';
import { type Glyph, glyphsOf, type TextStyle, widthOf } from './glyphs';
import { type Line, linesOf } from './lines';
import { CHARACTER_PITCH, LINE_PITCH, TEXT_AREA } from './page';
import { STYLES } from './styles';

/** §7.3.1: 二号小标宋, centred, in lines of even length, an empty line between it and what follows. */
export function titleBoxes(text: string, fonts: FontChooser, bookmark: Bookmark | null): readonly Box[] {
  return [...centredTitle(text, fonts, bookmark), gap(LINE_PITCH)];
}

function centredTitle(text: string, fonts: FontChooser, bookmark: Bookmark | null): readonly LineBox[] {
  const lines = titleLines(glyphsOf(text, STYLES.title, fonts));
  return lines.map((line, index) =>
    lineBox(line, STYLES.title, { align: 'center', keep: true, bookmark: index === 0 ? bookmark : null }),
  );
}

/** The issuer's name and what the report is about go on lines of their own when that costs no more than one line. */
function titleLines(glyphs: readonly Glyph[]): readonly Line[] {
  const plain = evenLines(glyphs);
  if (plain.length < 2) return plain;
  const subject = glyphs.findIndex(
    (glyph, index) => index >= 4 && glyph.character === '关' && glyphs[index + 1]?.character === '于',
  );
  if (subject === -1) return plain;
  const parted = [...evenLines(glyphs.slice(0, subject)), ...evenLines(glyphs.slice(subject))];
  return parted.length <= Math.max(plain.length, 3) ? parted : plain;
}

/** The narrowest measure that needs no more lines than the full one. */
function evenLines(glyphs: readonly Glyph[]): readonly Line[] {
  const set = (width: number) => linesOf(glyphs, STYLES.title, { width });
  const full = set(TEXT_AREA.width);
  if (full.length < 2) return full;
  let narrow = widthOf(glyphs, STYLES.title.spacing) / full.length;
  for (let best = full; narrow < TEXT_AREA.width; narrow += STYLES.title.size / 4) {
    best = set(narrow);
    if (best.length === full.length) return best;
  }
  return full;
}

const BY_SCHEME = {
  'han-comma': STYLES.first,
  chapter: STYLES.first,
  'han-paren': STYLES.second,
  'arabic-dot': STYLES.body,
  'arabic-paren': STYLES.body,
} as const;

/** §7.3.3: 一、 HeiTi, （一） KaiTi, 1. and （1） FangSong. Without such a number the level decides. */
function headingStyle(heading: Heading): TextStyle {
  const scheme = heading.number?.scheme;
  if (scheme !== undefined && scheme !== 'decimal') return BY_SCHEME[scheme];
  if (heading.level <= 2) return STYLES.first;
  return heading.level === 3 ? STYLES.second : STYLES.body;
}

/** A heading inside the text: indented two characters, never the last line of a page. */
export function headingBoxes(heading: Heading, fonts: FontChooser, bookmark: Bookmark): readonly Box[] {
  const style = headingStyle(heading);
  const indent = 2 * CHARACTER_PITCH;
  const options = { width: TEXT_AREA.width, firstIndent: indent, justify: true };
  return linesOf(glyphsOf(heading.prose.text, style, fonts), style, options).map((line, index) =>
    lineBox(line, style, {
      indent: index === 0 ? indent : 0,
      keep: true,
      bookmark: index === 0 ? bookmark : null,
    }),
  );
}

/** §7.3.4: on a page of its own; `附件1` in HeiTi at the top left, its title centred on the third line. */
export function annexBoxes(heading: Heading, fonts: FontChooser, bookmark: Bookmark): readonly Box[] {
  const { label, title } = splitAnnex(heading);
  const [first] = linesOf(glyphsOf(label, STYLES.annexLabel, fonts), STYLES.annexLabel, {
    width: TEXT_AREA.width,
  });
  const top = first ? [lineBox(first, STYLES.annexLabel, { keep: true, bookmark })] : [];
  if (title === '') return [pageBreak, ...top, gap(LINE_PITCH)];
  return [pageBreak, ...top, gap(LINE_PITCH), ...titleBoxes(title, fonts, null)];
}

/** `附件1：名单` → the label as written, and the name that stands under it. */
function splitAnnex(heading: Heading): { readonly label: string; readonly title: string } {
  const text = heading.prose.text.trim();
  const { noun = '', number = '' } = heading.annex ?? {};
  const numberEnd = number === '' ? 0 : text.indexOf(number) + number.length;
  const labelEnd = Math.max(text.indexOf(noun) + noun.length, numberEnd);
  const mark = /^\s*[：:、.．]?/.exec(text.slice(labelEnd))?.[0] ?? '';
  const end = labelEnd + mark.length;
  return { label: text.slice(0, end), title: text.slice(end).trim() };
}
