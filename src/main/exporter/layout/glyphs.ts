import { isSpace, printable } from './clean';
import type { FontChooser, FontName } from './fonts';

/** How a stretch of text is set. Size and spacing in points. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  /** Added after every character. */
  readonly spacing: number;
  /** From line to line. */
  readonly pitch: number;
}

/** One character, measured. A line break has no width. */
export interface Glyph {
  readonly character: string;
  readonly font: FontName;
  /** Advance width in points, without spacing. */
  readonly width: number;
}

export const LINE_BREAK = '\n';

/** Measured characters by chooser, face and size: a report has few different ones. */
const measuredBefore = new WeakMap<FontChooser, Map<string, Map<string, readonly Glyph[]>>>();

function glyphCache(style: TextStyle, fonts: FontChooser): Map<string, readonly Glyph[]> {
  const styles = measuredBefore.get(fonts) ?? new Map<string, Map<string, readonly Glyph[]>>();
  measuredBefore.set(fonts, styles);
  const key = `${style.font} ${style.size}`;
  const known = styles.get(key) ?? new Map<string, readonly Glyph[]>();
  styles.set(key, known);
  return known;
}

/** Measures text character by character. A character that no font has is spelt out as 〔U+1F600〕, never drawn as a blank box. */
export function glyphsOf(text: string, style: TextStyle, fonts: FontChooser): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  const cache = glyphCache(style, fonts);
  for (const character of printable(text)) {
    let found = cache.get(character);
    if (!found) {
      found = measured(character, style, fonts);
      cache.set(character, found);
    }
    if (found.length === 1) glyphs.push(found[0] as Glyph);
    else glyphs.push(...found);
  }
  return glyphs;
}

function measured(character: string, style: TextStyle, fonts: FontChooser): readonly Glyph[] {
  if (character === LINE_BREAK) return [{ character, font: style.font, width: 0 }];
  const codePoint = character.codePointAt(0) ?? 0;
  const font = fonts.fontOf(style.font, codePoint);
  if (font !== null) return [{ character, font, width: fonts.advance(font, codePoint) * style.size }];
  if (isSpace(character)) return [];
  const spelt = `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  return [...spelt].flatMap((part) => {
    const at = part.codePointAt(0) ?? 0;
    const stand = fonts.fontOf('HeiTi', at);
    return stand === null
      ? []
      : [{ character: part, font: stand, width: fonts.advance(stand, at) * style.size }];
  });
}

/** Width of glyphs set in one line, in points. */
export function widthOf(glyphs: readonly Glyph[], spacing: number): number {
  let width = 0;
  for (const glyph of glyphs) width += glyph.width + spacing;
  return width;
}
