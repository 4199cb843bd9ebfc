import type { XmlElement } from '../xml';
import type { Reading } from './reading';

/** Characters of the symbol fonts that Chinese forms use, as near as the PDF's faces have them; codes are of the font, F000 taken off. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    109: '○',
    110: '■',
    111: '□',
    113: '□',
    114: '□',
    116: '◆',
    117: '◆',
    118: '❖',
    159: '•',
    161: '○',
    167: '▪',
    168: '□',
    216: '➢',
    224: '→',
    251: '×',
    252: '√',
    253: '☒',
    254: '☑',
    82: '☑',
    81: '☒',
  },
  'wingdings 2': { 80: '√', 79: '×', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '□', 48: '☑' },
  symbol: {
    183: '•',
    176: '°',
    177: '±',
    180: '×',
    184: '÷',
    163: '≤',
    179: '≥',
    185: '≠',
    187: '≈',
    37: '%',
  },
};

/** The Greek letters of the font Symbol, from 0x41 and 0x61 on; variants as the letters that Chinese fonts have. */
const GREEK = ['ΑΒΧΔΕΦΓΗΙθΚΛΜΝΟΠΘΡΣΤΥσΩΞΨΖ', 'αβχδεφγηιφκλμνοπθρστυπωξψζ'] as const;

/** Where the font Symbol is laid out as ASCII: digits and the signs beside them. */
function symbolLetter(code: number): string | undefined {
  if (code >= 0x28 && code <= 0x3f && code !== 0x2a && code !== 0x2d) return String.fromCharCode(code);
  return GREEK[0][code - 0x41] ?? GREEK[1][code - 0x61];
}

/** What a `w:sym` shows, as near as Unicode has it. */
export function symbolOf(reading: Reading, label: string, { attributes }: XmlElement): string {
  const font = (attributes['w:font'] ?? '').toLowerCase();
  const code = Number.parseInt(attributes['w:char'] ?? '', 16) & 0xff;
  const symbol = SYMBOLS[font]?.[code] ?? (font === 'symbol' ? symbolLetter(code) : undefined);
  if (symbol !== undefined) return symbol;
  reading.notes.add('symbol', label);
  return '□';
}
