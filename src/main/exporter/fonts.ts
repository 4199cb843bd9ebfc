import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSpace, printable } from './layout/clean';
import type { FontName, FontSet } from './layout/fonts';
import { readOwnFonts } from './own-fonts';
import { type FontMetrics, readFontMetrics } from './sfnt';

/** The faces that are shipped: all but the one that steps in behind a company's own. */
export type ShippedFace = Exclude<FontName, 'Rest'>;

/** The file of each face in the fonts directory. */
export const FONT_FILES: Readonly<Record<ShippedFace, string>> = {
  FangSong: 'FangSong.otf',
  HeiTi: 'HeiTi.ttf',
  KaiTi: 'KaiTi.ttf',
  Song: 'Song.ttf',
  TitleSong: 'TitleSong.ttf',
  Mono: 'Mono.ttf',
  Signs: 'Signs.ttf',
};

export const FONT_NAMES = Object.keys(FONT_FILES) as readonly ShippedFace[];

export interface LoadedFont {
  /** The same for the same bytes. */
  readonly key: string;
  readonly bytes: Buffer;
  readonly metrics: FontMetrics;
}

export type LoadedFonts = Readonly<Record<FontName, LoadedFont>>;

/** Where fonts come from. */
export interface FontFolders {
  readonly fontsDirectory: string;
  /** A company's own fonts, which stand in front of the shipped ones of the same face. */
  readonly ownFonts?: string | null;
}

/** Shipped fonts never change while the program runs; one directory is read once. */
const loaded = new Map<string, LoadedFonts>();

const NOTHING: LoadedFont = {
  key: '',
  bytes: Buffer.alloc(0),
  metrics: { glyph: () => 0, advance: () => 0 },
};

/** Reads all fonts. Throws, naming the file or folder, when a shipped one is damaged or the folder cannot be read. */
export function loadFonts({ fontsDirectory, ownFonts }: FontFolders): LoadedFonts {
  const shipped = shippedFonts(fontsDirectory);
  if (!ownFonts) return shipped;
  const { faces } = readOwnFonts(ownFonts);
  return { ...shipped, ...faces, Rest: faces.Song ? shipped.Song : NOTHING };
}

function shippedFonts(fontsDirectory: string): LoadedFonts {
  const known = loaded.get(fontsDirectory);
  if (known) return known;
  const load = (name: ShippedFace): LoadedFont => {
    const path = join(fontsDirectory, FONT_FILES[name]);
    try {
      const bytes = readFileSync(path);
      return { key: path, bytes, metrics: readFontMetrics(bytes) };
    } catch (cause) {
      throw new Error(`字体文件无法读取：${path}`, { cause });
    }
  };
  const faces = Object.fromEntries(FONT_NAMES.map((name) => [name, load(name)]));
  const fonts = { ...faces, Rest: NOTHING } as LoadedFonts;
  loaded.set(fontsDirectory, fonts);
  return fonts;
}

export const fontSet = (fonts: LoadedFonts): FontSet =>
  Object.fromEntries(Object.entries(fonts).map(([name, font]) => [name, font.metrics])) as unknown as FontSet;

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
export function missingGlyphs(text: string, loadedFonts: LoadedFonts): readonly MissingGlyph[] {
  const fonts = Object.values(loadedFonts);
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
