/**
 * A TrueType font with chosen glyphs only (ISO/IEC 14496-22): what a stamp embeds. Glyph n of the result is the n-th one
 * wanted, even when one glyph serves two characters, so that character codes need no table of their own.
 */

/** Tables that a program embedded with CIDFontType2 must have (ISO 32000-1 §9.9, table 126). */
const HINTING = ['cvt ', 'fpgm', 'prep'] as const;
const GLYPH_HEADER_BYTES = 10;
/** Flags of a composite glyph's part. */
const ARGUMENTS_ARE_WORDS = 0x0001;
const SCALE = 0x0008;
const MORE_PARTS = 0x0020;
const SCALE_X_Y = 0x0040;
const TWO_BY_TWO = 0x0080;
const MAX_GLYPHS = 65_535;
const CHECKSUM_MAGIC = 0xb1b0afba;

interface Source {
  readonly view: DataView;
  table(tag: string): Uint8Array | null;
}

export interface FontSubset {
  readonly program: Uint8Array;
  /** Advance widths of the wanted glyphs, in thousandths of an em. */
  readonly widths: readonly number[];
}

/** `wanted`: glyph numbers of the font; glyph 0 stays what it is. Throws for a font without TrueType outlines. */
export function subsetFont(font: Uint8Array, wanted: readonly number[]): FontSubset {
  const source = openFont(font);
  const head = need(source, 'head');
  const hhea = need(source, 'hhea');
  const glyphs = collect(source, [0, ...wanted]);
  const longMetrics = read16(hhea, 34);
  const unitsPerEm = read16(head, 18);
  const metrics = need(source, 'hmtx');
  const advance = (glyph: number): number => read16(metrics, Math.min(glyph, longMetrics - 1) * 4);
  const bearing = (glyph: number): number =>
    glyph < longMetrics
      ? read16(metrics, glyph * 4 + 2)
      : read16(metrics, longMetrics * 4 + (glyph - longMetrics) * 2);
  const { glyf, loca } = glyphTables(glyphs.map((one) => one.data));
  const tables: [string, Uint8Array][] = [
    ['glyf', glyf],
    [
      'head',
      changed(head, [
        [8, 4, 0],
        [50, 2, 1],
      ]),
    ],
    ['hhea', changed(hhea, [[34, 2, glyphs.length]])],
    ['hmtx', words(glyphs.flatMap(({ from }) => [advance(from), bearing(from)]))],
    ['loca', loca],
    ['maxp', changed(need(source, 'maxp'), [[4, 2, glyphs.length]])],
  ];
  for (const tag of HINTING) {
    const table = source.table(tag);
    if (table) tables.push([tag, table]);
  }
  const widths = wanted.map((glyph) => Math.round((advance(glyph) * 1000) / unitsPerEm));
  return { program: writeFont(tables), widths };
}

interface Glyph {
  /** Its number in the font it comes from. */
  readonly from: number;
  data: Uint8Array;
}

/** The wanted glyphs in their order, and behind them the parts of the composite ones. */
function collect(source: Source, wanted: readonly number[]): readonly Glyph[] {
  const glyphs: Glyph[] = wanted.map((from) => ({ from, data: glyphData(source, from) }));
  const parts = new Map<number, number>();
  for (let index = 0; index < glyphs.length && glyphs.length < MAX_GLYPHS; index++) {
    const glyph = glyphs[index];
    if (!glyph || glyph.data.length === 0 || (read16(glyph.data, 0) & 0x8000) === 0) continue;
    const data = new Uint8Array(glyph.data);
    for (const at of partOffsets(data)) {
      const from = read16(data, at + 2);
      const known = parts.get(from);
      const number = known ?? glyphs.length;
      if (known === undefined) {
        parts.set(from, number);
        glyphs.push({ from, data: glyphData(source, from) });
      }
      write16(data, at + 2, number);
    }
    glyph.data = data;
  }
  return glyphs;
}

function partOffsets(data: Uint8Array): readonly number[] {
  const offsets: number[] = [];
  for (let at = GLYPH_HEADER_BYTES; at + 4 <= data.length; ) {
    offsets.push(at);
    const flags = read16(data, at);
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    at += flags & TWO_BY_TWO ? 8 : flags & SCALE_X_Y ? 4 : flags & SCALE ? 2 : 0;
    if ((flags & MORE_PARTS) === 0) break;
  }
  return offsets;
}

function glyphData(source: Source, glyph: number): Uint8Array {
  const loca = need(source, 'loca');
  const long = read16(need(source, 'head'), 50) === 1;
  const offset = (index: number): number =>
    long ? read16(loca, index * 4) * 65_536 + read16(loca, index * 4 + 2) : read16(loca, index * 2) * 2;
  return need(source, 'glyf').subarray(offset(glyph), offset(glyph + 1));
}

function glyphTables(glyphs: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const padded = glyphs.map((data) => Buffer.concat([data, Buffer.alloc(-data.length & 3)]));
  const offsets = [0];
  for (const data of padded) offsets.push((offsets.at(-1) ?? 0) + data.length);
  return { glyf: Buffer.concat(padded), loca: words(offsets.flatMap((at) => [at >>> 16, at & 0xffff])) };
}

function openFont(font: Uint8Array): Source {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const found = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    const tag = Buffer.from(font.subarray(at, at + 4)).toString('latin1');
    const from = view.getUint32(at + 8);
    found.set(tag, font.subarray(from, from + view.getUint32(at + 12)));
  }
  return { view, table: (tag) => found.get(tag) ?? null };
}

function need(source: Source, tag: string): Uint8Array {
  const table = source.table(tag);
  if (!table) throw new Error(`font without ${tag} table`);
  return table;
}

/** The font file: directory sorted by tag, tables at multiples of four, checksums. */
function writeFont(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + sorted.length * 16;
  const size = sorted.reduce((sum, [, data]) => sum + data.length + (-data.length & 3), start);
  const font = Buffer.alloc(size);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  font.writeUInt32BE(0x00010000, 0);
  const search = [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16];
  for (const [index, value] of search.entries()) font.writeUInt16BE(value, 4 + index * 2);
  let at = start;
  let headAt = 0;
  for (const [index, [tag, data]] of sorted.entries()) {
    font.set(data, at);
    const entry = 12 + index * 16;
    font.write(tag, entry, 'latin1');
    font.writeUInt32BE(checksum(font.subarray(at, at + data.length + (-data.length & 3))), entry + 4);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(data.length, entry + 12);
    if (tag === 'head') headAt = at;
    at += data.length + (-data.length & 3);
  }
  font.writeUInt32BE((CHECKSUM_MAGIC - checksum(font)) >>> 0, headAt + 8);
  return new Uint8Array(font);
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 4 <= data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A copy with numbers of two or four bytes written into it: offset, size, value. */
function changed(table: Uint8Array, numbers: readonly (readonly [number, 2 | 4, number])[]): Uint8Array {
  const copy = Buffer.from(table);
  for (const [at, size, value] of numbers) copy.writeUIntBE(value, at, size);
  return copy;
}

const words = (values: readonly number[]): Uint8Array => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2);
  return bytes;
};

const read16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function write16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value & 0xff;
}
