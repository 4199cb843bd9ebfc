import type { FontMetrics } from '../sfnt';

/** The faces of GB/T 9704-2012 by their role; see resources/fonts/README.md for the files. */
export type FontName =
  | 'FangSong'
  | 'HeiTi'
  | 'KaiTi'
  | 'Song'
  | 'TitleSong'
  | 'Mono'
  | 'Signs'
  // The shipped Song, where a company has its own, which may lack characters.
  | 'Rest';

export type FontSet = Readonly<Record<FontName, FontMetrics>>;

/** Which face stands in for which when a glyph is missing. Song has the most characters. */
const FALLBACK: Readonly<Record<FontName, readonly FontName[]>> = {
  FangSong: ['FangSong', 'Song', 'KaiTi', 'HeiTi', 'Mono', 'Signs', 'Rest'],
  HeiTi: ['HeiTi', 'Song', 'FangSong', 'KaiTi', 'Mono', 'Signs', 'Rest'],
  KaiTi: ['KaiTi', 'FangSong', 'Song', 'HeiTi', 'Mono', 'Signs', 'Rest'],
  Song: ['Song', 'FangSong', 'KaiTi', 'HeiTi', 'Mono', 'Signs', 'Rest'],
  TitleSong: ['TitleSong', 'Song', 'FangSong', 'KaiTi', 'HeiTi', 'Mono', 'Signs', 'Rest'],
  Mono: ['Mono', 'KaiTi', 'HeiTi', 'Song', 'FangSong', 'Signs', 'Rest'],
  Rest: ['Rest'],
  Signs: ['Signs', 'Song', 'KaiTi', 'HeiTi', 'FangSong', 'Mono', 'Rest'],
};

/** Marks that Chinese shares with Latin: here they take a full square, as GB/T 15834 has it. */
const SQUARE_MARKS = new Set([...'“”—…'].map((mark) => mark.codePointAt(0)));

const REPLACEMENT = 0xfffd;

/** Radicals and compatibility ideographs: drawn like an ordinary character, but not the same one. */
const isLookalike = (codePoint: number): boolean =>
  (codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
  (codePoint >= 0x2f800 && codePoint <= 0x2fa1f);

/** Raised and lowered digits: ¹ and ⁰ from two faces would differ in size, and one face has them all. */
const isScript = (codePoint: number): boolean =>
  codePoint === 0xb9 ||
  codePoint === 0xb2 ||
  codePoint === 0xb3 ||
  (codePoint >= 0x2070 && codePoint <= 0x209c);

/** Picks the face of each character. Null: no face has a glyph for it. */
export interface FontChooser {
  fontOf(role: FontName, codePoint: number): FontName | null;
  advance(font: FontName, codePoint: number): number;
}

/**
 * Makes a chooser for one PDF. In a PDF a glyph stands for one character only: where a font draws two characters with one glyph
 * (一 and the radical ⼀), the second comes from another font, so that text copied from the PDF is the text put in.
 */
export function fontChooser(fonts: FontSet): FontChooser {
  const claims = new Map<FontName, Map<number, number>>();
  const chosen = new Map<FontName, Map<number, FontName | null>>();
  const claim = (font: FontName, codePoint: number): boolean => {
    const owners = childMap(claims, font);
    const glyph = fonts[font].glyph(codePoint);
    const owner = owners.get(glyph);
    if (owner === undefined) owners.set(glyph, codePoint);
    return owner === undefined || owner === codePoint;
  };
  const choose = (role: FontName, codePoint: number): FontName | null => {
    if (codePoint === REPLACEMENT) return null;
    // The ordinary character has the role's face to itself, even when its lookalike comes first.
    const order = isLookalike(codePoint)
      ? FALLBACK.Song
      : isScript(codePoint)
        ? FALLBACK.KaiTi
        : FALLBACK[role];
    const having = order.filter((font) => fonts[font].glyph(codePoint) !== 0);
    const square = SQUARE_MARKS.has(codePoint) && role !== 'Mono';
    const wide = square ? having.filter((font) => fonts[font].advance(codePoint) > 0.8) : having;
    const candidates = wide.length > 0 ? wide : having;
    return candidates.find((font) => claim(font, codePoint)) ?? candidates[0] ?? null;
  };
  return {
    fontOf(role, codePoint) {
      const known = childMap(chosen, role);
      const before = known.get(codePoint);
      if (before !== undefined) return before;
      const font = choose(role, codePoint);
      known.set(codePoint, font);
      return font;
    },
    advance: (font, codePoint) => fonts[font].advance(codePoint),
  };
}

function childMap<K, A, B>(parent: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const found = parent.get(key);
  if (found) return found;
  const made = new Map<A, B>();
  parent.set(key, made);
  return made;
}
