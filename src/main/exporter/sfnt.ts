/** What layout needs to know of a font file: which glyph a character has and how wide it is. */
export interface FontMetrics {
  /** Glyph number of a code point; 0 when the font has none. */
  glyph(codePoint: number): number;
  /** Advance width of a code point in em; 0 when the font has none. */
  advance(codePoint: number): number;
}

/** Reads `cmap` and `hmtx` of a TrueType or OpenType font (ISO/IEC 14496-22). Throws on anything else. */
export function readFontMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const glyphs = readCharacterMap(view, tables('cmap'));
  const unitsPerEm = view.getUint16(tables('head') + 18);
  const longMetrics = view.getUint16(tables('hhea') + 34);
  const widths = tables('hmtx');
  const glyph = (codePoint: number) => glyphs.get(codePoint) ?? 0;
  return {
    glyph,
    advance(codePoint) {
      const index = glyph(codePoint);
      if (index === 0) return 0;
      // Glyphs beyond the long metrics share the last one's width.
      return view.getUint16(widths + Math.min(index, longMetrics - 1) * 4) / unitsPerEm;
    },
  };
}

interface Tables {
  /** Throws when there is no such table. */
  (tag: string): number;
  find(tag: string): number | null;
}

/** Where the tables of a font begin. */
export function tableOffsets(view: DataView): Tables {
  const offsets = new Map<string, number>();
  const count = view.getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
    offsets.set(tag, view.getUint32(at + 8));
  }
  const find = (tag: string): number | null => offsets.get(tag) ?? null;
  const get = (tag: string): number => {
    const offset = find(tag);
    if (offset === null) throw new Error(`font without ${tag} table`);
    return offset;
  };
  return Object.assign(get, { find });
}

function readCharacterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const subtables: number[] = [];
  const count = view.getUint16(cmap + 2);
  for (let at = cmap + 4; at < cmap + 4 + count * 8; at += 8) {
    const unicode = view.getUint16(at) === 0 || view.getUint16(at) === 3;
    if (unicode) subtables.push(cmap + view.getUint32(at + 4));
  }
  const format = (offset: number) => view.getUint16(offset);
  const full = subtables.find((offset) => format(offset) === 12);
  if (full !== undefined) return readFormat12(view, full);
  const basic = subtables.find((offset) => format(offset) === 4);
  if (basic !== undefined) return readFormat4(view, basic);
  throw new Error('font without a Unicode character map');
}

function readFormat12(view: DataView, offset: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const groups = view.getUint32(offset + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = offset + 16 + group * 12;
    const first = view.getUint32(at);
    const last = view.getUint32(at + 4);
    const glyph = view.getUint32(at + 8);
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      glyphs.set(codePoint, glyph + codePoint - first);
    }
  }
  return glyphs;
}

function readFormat4(view: DataView, offset: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + doubled * 2];
  for (let segment = 0; segment < doubled; segment += 2) {
    const first = view.getUint16(starts + segment);
    const last = view.getUint16(ends + segment);
    const delta = view.getUint16(deltas + segment);
    const range = view.getUint16(ranges + segment);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const index = range === 0 ? code : view.getUint16(ranges + segment + range + (code - first) * 2);
      if (index !== 0) glyphs.set(code, (index + delta) & 0xffff);
    }
  }
  return glyphs;
}
