import { arrayOf, dictionaryOf, type PdfFile, streamOf } from '../pdf-file';
import { entryOf } from '../pdf-names';
import { pageNumbers } from '../pdf-pages';
import { referenceOf } from '../pdf-syntax';

/** The pages are not written as this program writes them: their text cannot be told for sure. */
export class NotComparable extends Error {}

const MAX_DECODED = 512 * 1024 * 1024;
/** Font, shown text, marked content: of the operators in pages that this program writes, those that matter. */
const OPERATOR =
  /\/([^\s/<>[\]()]+)\s+[\d.]+\s+Tf\b|<([0-9a-fA-F]*)>\s*Tj\b|\/([A-Za-z0-9]+)\s*(?:<<[^<>]*>>\s*)?(?:BDC|BMC)\b|\b(EMC)\b|(\)\s*(?:Tj|'|")|\]\s*TJ)|\/[^\s/<>[\]()]+\s+(Do)\b/g;
const PAIR = /<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>/g;
const RANGE = /<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>\s*(?:\[([^\]]*)\]|<([0-9a-fA-F]+)>)/g;
const ARTIFACT = 'Artifact';

type Codes = ReadonlyMap<string, string>;

/**
 * What each page says, in the order of their content, without page numbers and other artifacts. Throws `NotComparable` for
 * pages with operators that this program does not write, `UnsupportedPdf` for damaged ones.
 */
export function pageTexts(file: PdfFile): readonly string[] {
  const reader = new Reader(file);
  return pageNumbers(file).map((page) => reader.page(page));
}

class Reader {
  private left = MAX_DECODED;
  private readonly fonts = new Map<number, Codes>();

  constructor(private readonly file: PdfFile) {}

  page(number: number): string {
    const page = dictionaryOf(this.file, number);
    const resources = page.get('Resources') ?? '<< >>';
    const fonts = entryOf(this.file, resources, 'Font') ?? '<< >>';
    const contents = page.get('Contents');
    if (contents === undefined) return '';
    const single = referenceOf(contents);
    const streams = contents.startsWith('[') ? arrayOf(this.file, contents).map(referenceOf) : [single];
    return streams.map((one) => this.content(this.decoded(one), fonts)).join('');
  }

  private content(operators: string, fonts: string): string {
    const open: string[] = [];
    let text = '';
    let codes: Codes | null = null;
    for (const [, font, hex, tag, end, other, drawing] of operators.matchAll(OPERATOR)) {
      if (font !== undefined) codes = this.codes(fonts, font);
      else if (tag !== undefined) open.push(tag);
      else if (end !== undefined) open.pop();
      else if (open.includes(ARTIFACT)) continue;
      else if (other !== undefined || drawing !== undefined || codes === null) throw new NotComparable();
      else text += decode(hex ?? '', codes);
    }
    return text;
  }

  private codes(fonts: string, name: string): Codes {
    const number = referenceOf(entryOf(this.file, fonts, name) ?? undefined);
    if (number === null) throw new NotComparable();
    const known = this.fonts.get(number);
    if (known) return known;
    const map = referenceOf(dictionaryOf(this.file, number).get('ToUnicode'));
    const codes = readCharacterMap(this.decoded(map));
    this.fonts.set(number, codes);
    return codes;
  }

  private decoded(number: number | null): string {
    if (number === null) throw new NotComparable();
    const { bytes } = streamOf(this.file, number, this.left);
    this.left -= bytes.length;
    return bytes.toString('latin1');
  }
}

function decode(hex: string, codes: Codes): string {
  let text = '';
  for (let at = 0; at < hex.length; at += 4) {
    const character = codes.get(hex.slice(at, at + 4).toLowerCase());
    if (character === undefined) throw new NotComparable();
    text += character;
  }
  return text;
}

/** ISO 32000-1 §9.10.3: bfchar and bfrange, with codes of two bytes. */
function readCharacterMap(map: string): Codes {
  const codes = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', units = ''] of block.matchAll(PAIR))
      codes.set(code.toLowerCase(), unitsOf(units));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', list, start] of block.matchAll(RANGE)) {
      const items = list?.match(/[0-9a-fA-F]+/g) ?? null;
      const count = Math.min(Number.parseInt(last, 16), 0xffff) - Number.parseInt(first, 16) + 1;
      for (let index = 0; index < count; index++) {
        const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
        const units = items ? items[index] : shifted(start ?? '', index);
        if (units !== undefined) codes.set(code, unitsOf(units));
      }
    }
  }
  return codes;
}

const shifted = (units: string, by: number): string =>
  units.slice(0, -4) + ((Number.parseInt(units.slice(-4), 16) + by) & 0xffff).toString(16).padStart(4, '0');

const unitsOf = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
