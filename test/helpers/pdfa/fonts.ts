import { cffWidths } from './cff';
import { type Dictionary, type PdfObjects, textOf, type Value } from './objects';
import type { Breaches } from './report';

/** Clause 6.2.11. `used`: of each font, by reference, the codes that the pages show. */
export function checkFonts(
  pdf: PdfObjects,
  used: ReadonlyMap<string, ReadonlySet<number>>,
  breaches: Breaches,
): void {
  for (const [reference, codes] of used) {
    const font = pdf.dict(reference);
    const descendant = pdf.dict(pdf.list(font['/DescendantFonts'])[0]);
    checkDictionaries(pdf, font, descendant, breaches);
    checkUnicode(pdf, font, codes, breaches);
    checkProgram(pdf, descendant, codes, breaches);
  }
}

function checkDictionaries(
  pdf: PdfObjects,
  font: Dictionary,
  descendant: Dictionary,
  breaches: Breaches,
): void {
  const is = breaches.check.bind(breaches);
  const name = String(font['/BaseFont']);
  is('6.2.11.2', font['/Subtype'] === '/Type0' && descendant['/Type'] === '/Font', `${name}: composite font`);
  is('6.2.11.3.3', font['/Encoding'] === '/Identity-H', `${name}: predefined CMap`);
  const isTrueType = descendant['/Subtype'] === '/CIDFontType2';
  is('6.2.11.3.2', !isTrueType || descendant['/CIDToGIDMap'] === '/Identity', `${name}: CIDToGIDMap`);
  const system = pdf.dict(descendant['/CIDSystemInfo']);
  is(
    '6.2.11.3.1',
    textOf(system['/Registry']) === 'Adobe' && textOf(system['/Ordering']) === 'Identity',
    `${name}: CIDSystemInfo`,
  );
  const descriptor = pdf.dict(descendant['/FontDescriptor']);
  is(
    '6.2.11.4.1',
    descriptor[isTrueType ? '/FontFile2' : '/FontFile3'] !== undefined,
    `${name}: font program`,
  );
  is(
    '6.2.11.4.1',
    /^\/[A-Z]{6}\+/.test(name) && descriptor['/FontName'] === name,
    `${name}: name of a subset`,
  );
  is('6.2.11.4.2', descriptor['/CIDSet'] === undefined, `${name}: no CIDSet, or a true one`);
}

function checkUnicode(
  pdf: PdfObjects,
  font: Dictionary,
  codes: ReadonlySet<number>,
  breaches: Breaches,
): void {
  const name = String(font['/BaseFont']);
  const characters = charactersOf(pdf.data(font['/ToUnicode']).toString('latin1'));
  for (const code of codes) {
    const character = characters.get(code) ?? '';
    breaches.check(
      '6.2.11.7.2',
      character !== '' && !['\0', '\ufeff', '\ufffe'].some((bad) => character.includes(bad)),
      `${name}: code ${code} without a character`,
    );
    breaches.check(
      '6.2.11.7.3',
      !/[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u.test(character),
      `${name}: code ${code} in private use`,
    );
  }
}

/** A ToUnicode map: single codes, and ranges with a list of values each. */
export function charactersOf(cmap: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const put = (code: number, hex: string): void => {
    const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16();
    characters.set(code, bytes.toString('utf16le'));
  };
  for (const [, entries = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of entries.matchAll(/<([\da-f]{4})>\s*<([\da-f\s]*)>/gi))
      put(Number.parseInt(code, 16), hex);
  for (const [, first = '', list = ''] of cmap.matchAll(/<([\da-f]{4})>\s*<[\da-f]{4}>\s*\[([^\]]*)\]/gi)) {
    const values = [...list.matchAll(/<([\da-f\s]*)>/gi)];
    for (const [index, [, hex = '']] of values.entries()) put(Number.parseInt(first, 16) + index, hex);
  }
  return characters;
}

function checkProgram(
  pdf: PdfObjects,
  descendant: Dictionary,
  codes: ReadonlySet<number>,
  breaches: Breaches,
): void {
  const name = String(descendant['/BaseFont']);
  const descriptor = pdf.dict(descendant['/FontDescriptor']);
  const program = pdf.data(descriptor['/FontFile2'] ?? descriptor['/FontFile3']);
  const stated = widthsOf(pdf, descendant['/W'] ?? null);
  const real = programWidths(program, descriptor['/FontFile2'] !== undefined, [...codes]);
  breaches.check('6.2.11.4.1', real !== null, `${name}: font program cannot be read`);
  if (!real) return;
  for (const code of codes) {
    breaches.check('6.2.11.8', code !== 0, `${name}: .notdef shown`);
    const [given = Number.NaN, own = Number.NaN] = [stated.get(code), real.get(code)];
    breaches.check(
      '6.2.11.5',
      Math.abs(given - own) <= 1,
      `${name}: width ${given} of code ${code}, ${own} in the program`,
    );
  }
}

function widthsOf(pdf: PdfObjects, value: Value): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = pdf.list(value);
  for (let at = 0; at + 1 < list.length; at += 2) {
    const first = Number(list[at]);
    for (const [index, width] of pdf.list(list[at + 1]).entries()) widths.set(first + index, Number(width));
  }
  return widths;
}

/** Advance widths of glyphs in thousandths of an em; null when the program cannot be read. */
function programWidths(
  program: Buffer,
  isTrueType: boolean,
  glyphs: readonly number[],
): ReadonlyMap<number, number> | null {
  try {
    return isTrueType ? trueTypeWidths(program, glyphs) : cffWidths(program, glyphs);
  } catch {
    return null;
  }
}

function trueTypeWidths(font: Buffer, glyphs: readonly number[]): ReadonlyMap<number, number> {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  const table = (tag: string): number => tables.get(tag) ?? font.length;
  const scale = 1000 / font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const count = font.readUInt16BE(table('maxp') + 4);
  return new Map(
    glyphs
      .filter((glyph) => glyph < count)
      .map((glyph) => [glyph, font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1)) * scale]),
  );
}
