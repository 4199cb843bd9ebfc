/**
 * Signs: kinds of characters that occur in a stretch of prose, one bit each. A search says which signs it cannot do
 * without, and is not begun where they are missing: one pass over the characters serves all searches. A sign may be there
 * in vain, but must never be missing where a pattern that asks for it would match: full-width forms and the like count.
 */
const CHARACTERS = {
  digit: '0123456789０１２３４５６７８９',
  latin: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  /** Marks in half width, as well as their half-width East Asian forms. */
  half: ',;:?!().､｡｢｣',
  /** Marks in full width; letters and digits in it are added below. */
  wide: '，．；：？！（）。',
  /** Brackets and quotation marks of all kinds. */
  pair: '（）()[]［］【】〔〕「」『』《》〈〉“”‘’{}"',
  /** What titles and quotations begin with. */
  quote: '《“"「‘',
  list: '、',
  comma: '，',
  stop: '。！？；',
  /** Within dates. */
  date: '年月日-./',
  clock: ':：时',
  at: '@',
  /** What stands for a figure that nobody has filled in. */
  blank: 'XxＸ×_＿?？!！#待',
  /** Each connective of rule connective-comma holds one of these. */
  connective: '此外综体方',
  is: '是',
  /** The last character of what a part of an organisation is called. */
  office: '部处科心会',
} as const;

export type Sign = keyof typeof CHARACTERS | 'again';

const NAMES = [...(Object.keys(CHARACTERS) as (keyof typeof CHARACTERS)[]), 'again'] as const;
const bitOf = (sign: Sign): number => 1 << NAMES.indexOf(sign);
const AGAIN = bitOf('again');

const table = new Int32Array(0x10000);
for (const [name, characters] of Object.entries(CHARACTERS))
  for (const character of characters) enter(character.charCodeAt(0), name as Sign);
for (let unit = 0xff10; unit <= 0xff5a; unit++)
  if (/[０-９Ａ-Ｚａ-ｚ]/.test(String.fromCharCode(unit))) enter(unit, 'wide');

function enter(unit: number, sign: Sign): void {
  table[unit] = (table[unit] ?? 0) | bitOf(sign);
}

/** In a text longer than this some character surely occurs twice. */
const SHORT = 12;

/** The signs of a text, as a set of bits. `again`: a character occurs twice. */
export function signsOf(text: string): number {
  let signs = text.length > SHORT || hasAgain(text) ? AGAIN : 0;
  for (let at = 0; at < text.length; at++) signs |= table[text.charCodeAt(at)] ?? 0;
  return signs;
}

function hasAgain(text: string): boolean {
  for (let at = 1; at < text.length; at++) if (text.indexOf(text.charAt(at)) < at) return true;
  return false;
}

/** Sets of signs, of which a text must have one with all its signs: `[['digit', 'date'], ['at']]`. */
export type Needs = readonly (readonly Sign[])[];

/** Whether a text with these signs may hold what is looked for. */
export function meets(needs: Needs): (signs: number) => boolean {
  const sets = needs.map((all) => all.reduce((bits, sign) => bits | bitOf(sign), 0));
  const [only = 0] = sets;
  if (sets.length === 1) return (signs) => (signs & only) === only;
  return (signs) => sets.some((bits) => (signs & bits) === bits);
}
