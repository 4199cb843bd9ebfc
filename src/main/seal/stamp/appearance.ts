import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type Latin1, latin1 } from '../pdf-syntax';
import { subsetFont } from './font-subset';
import { STAMP, type StampText, stampCharacters, stampLines } from './text';

/** A font whose glyphs a stamp is drawn with. */
export interface StampFont {
  readonly bytes: Uint8Array;
  /** Glyph number of a code point; 0 when the font has none. */
  glyph(codePoint: number): number;
}

/**
 * The look of a stamp's characters. All the rest of a stamp follows from what it says; so the verifier can write it
 * again from this and compare.
 */
export interface StampFace {
  /** Deflated TrueType program; glyph n is the n-th of `stampCharacters`. */
  readonly program: Latin1;
  /** Bytes of the program before compression. */
  readonly programBytes: number;
  /** In thousandths of an em. */
  readonly widths: readonly number[];
}

/** How many objects a stamp takes: form, font, its descendant, descriptor, program, character map. */
export const STAMP_OBJECTS = 6;

/** The official red of seals. DeviceRGB: PDF/A wants an RGB output intent with it, as the exported reports have. */
const RED = '0.8 0.06 0.06';
const FRAME = `1 1 ${STAMP.width - 2} ${STAMP.height - 2} re`;
const DEFLATE_LEVEL = 9;

/** The face of a text in the first font that has all its characters; the characters that are missing when none has. */
export function stampFace(text: StampText, fonts: readonly StampFont[]): StampFace | readonly string[] {
  const characters = stampCharacters(text);
  let fewest: readonly string[] = characters;
  for (const font of fonts) {
    const glyphs = characters.map((one) => font.glyph(one.codePointAt(0) ?? 0));
    const missing = characters.filter((one, index) => glyphs[index] === 0 && one !== ' ');
    if (missing.length < fewest.length) fewest = missing;
    if (missing.length > 0) continue;
    const { program, widths } = subsetFont(font.bytes, glyphs);
    const packed = latin1(deflateSync(program, { level: DEFLATE_LEVEL }));
    return { program: packed, programBytes: program.length, widths };
  }
  return fewest;
}

/** The objects of a stamp, numbered from `first`; the first one is the appearance. */
export function stampObjects(text: StampText, face: StampFace, first: number): ReadonlyMap<number, string> {
  const characters = stampCharacters(text);
  const codes = new Map(characters.map((one, index) => [one, index + 1]));
  const [form, font, descendant, descriptor, program, map] = Array.from(
    { length: STAMP_OBJECTS },
    (_, index) => first + index,
  );
  const name = `/${subsetTag(face.program)}+GoujiSeal`;
  const widths = face.widths.join(' ');
  return new Map<number, string>([
    [
      form ?? 0,
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 ${STAMP.width} ${STAMP.height}] /Resources << /Font << /F ${font} 0 R >> >>`,
        content(text, face, codes),
      ),
    ],
    [
      font ?? 0,
      `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
    ],
    [
      descendant ?? 0,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [1 [${widths}]] /CIDToGIDMap /Identity >>`,
    ],
    [
      descriptor ?? 0,
      `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [-1000 -400 2000 1200] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 /FontFile2 ${program} 0 R >>`,
    ],
    [program ?? 0, stream(`/Length1 ${face.programBytes} /Filter /FlateDecode`, face.program)],
    [map ?? 0, stream('', characterMap(characters))],
  ]);
}

const stream = (entries: string, data: Latin1): string =>
  `<< ${entries}${entries === '' ? '' : ' '}/Length ${data.length} >>\nstream\n${data}\nendstream`;

function content(text: StampText, face: StampFace, codes: ReadonlyMap<string, number>): Latin1 {
  const widthOf = (one: string): number => face.widths[(codes.get(one) ?? 0) - 1] ?? 0;
  const lines = stampLines(text, widthOf).map(({ text: line, size, x, y }) => {
    const hex = [...line].map((one) => hex4(codes.get(one) ?? 0)).join('');
    return `BT /F ${size} Tf ${x} ${y} Td <${hex}> Tj ET`;
  });
  return ['q', `${RED} RG ${RED} rg 1 w ${FRAME} S`, ...lines, 'Q'].join('\n');
}

/** ISO 32000-1 §9.10.3: from codes to characters, so that a stamp can be searched and read aloud. */
function characterMap(characters: readonly string[]): Latin1 {
  const rows = characters.map((one, index) => {
    const units = Array.from({ length: one.length }, (_, at) => hex4(one.charCodeAt(at))).join('');
    return `<${hex4(index + 1)}> <${units}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += MAX_ROWS) {
    const block = rows.slice(at, at + MAX_ROWS);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

/** No more in one block (Adobe technical note 5014). */
const MAX_ROWS = 100;

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

/** Six capitals before the name of a subset (ISO 32000-1 §9.6.4). */
function subsetTag(program: Latin1): string {
  const hash = createHash('sha256').update(program, 'latin1').digest();
  return Array.from(hash.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
