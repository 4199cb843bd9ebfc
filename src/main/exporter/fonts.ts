import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpace, printable } from './layout/clean';
import type { FontName, FontSet } from './layout/fonts';
import { type FontMetrics, readFontMetrics } from './sfnt';

/** The file of each face in the fonts directory. */
export const FONT_FILES: Readonly<Record<FontName, string>> = {
  FangSong: 'FangSong.otf',
  HeiTi: 'HeiTi.ttf',
  KaiTi: 'KaiTi.ttf',
  Song: 'Song.ttf',
  TitleSong: 'TitleSong.ttf',
  Mono: 'Mono.ttf',
  Signs: 'Signs.ttf',
};

export const FONT_NAMES = Object.keys(FONT_FILES) as readonly FontName[];

export interface LoadedFont {
  readonly bytes: Buffer;
  readonly metrics: FontMetrics;
}

export type LoadedFonts = Readonly<Record<FontName, LoadedFont>>;

/** Fonts never change while the program runs; one directory is read once. */
const loaded = new Map<string, LoadedFonts>();

/** Reads all fonts. Throws, naming the file, when one is missing or damaged. */
export function loadFonts(fontsDirectory: string): LoadedFonts {
  const known = loaded.get(fontsDirectory);
  if (known) return known;
  const load = (name: FontName): LoadedFont => {
    const path = join(fontsDirectory, FONT_FILES[name]);
    try {
      const bytes = readFileSync(path);
      return { bytes, metrics: readFontMetrics(bytes) };
    } catch (cause) {
      throw new Error(`字体文件无法读取：${path}`, { cause });
    }
  };
  const fonts = Object.fromEntries(FONT_NAMES.map((name) => [name, load(name)])) as LoadedFonts;
  loaded.set(fontsDirectory, fonts);
  return fonts;
}

export const fontSet = (fonts: LoadedFonts): FontSet =>
  Object.fromEntries(FONT_NAMES.map((name) => [name, fonts[name].metrics])) as FontSet;

export interface MissingGlyph {
  readonly character: string;
  /** `U+1F600`. */
  readonly codePoint: string;
  readonly count: number;
  /** UTF-16 offset of the first one. */
  readonly offset: number;
}

const REPLACEMENT = 0xfffd;

/** The characters of a text that no font can draw, in order of appearance. Spaces and invisible marks need no glyph. */
export function missingGlyphs(text: string, fontsDirectory: string): readonly MissingGlyph[] {
  const fonts = Object.values(loadFonts(fontsDirectory));
  const drawn = new Map<string, boolean>();
  const missing = new Map<string, { character: string; codePoint: string; count: number; offset: number }>();
  let offset = 0;
  for (const character of text) {
    let known = drawn.get(character);
    if (known === undefined) {
      known = canDraw(character, fonts);
      drawn.set(character, known);
    }
    if (!known) {
      const codePoint = character.codePointAt(0) ?? 0;
      const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      const entry = missing.get(character) ?? { character, codePoint: name, count: 0, offset };
      entry.count += 1;
      missing.set(character, entry);
    }
    offset += character.length;
  }
  return [...missing.values()];
}

function canDraw(character: string, fonts: readonly LoadedFont[]): boolean {
  const shown = printable(character);
  if (shown === '' || shown === '\n' || isSpace(shown)) return true;
  const codePoint = shown.codePointAt(0) ?? 0;
  return codePoint !== REPLACEMENT && fonts.some((font) => font.metrics.glyph(codePoint) !== 0);
}
