import { attribute, type HtmlElement, isElement } from './tree';

/** What stands before an item: a marker that Markdown has, or words of its own; neither where a list shows none. */
export type ItemMarker =
  | { readonly kind: 'marker'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'none' };

/** A list while it is read. */
export interface OpenList {
  readonly style: Style;
  readonly step: 1 | -1;
  next: number;
}

type Style = 'bullet' | 'decimal' | 'a' | 'A' | 'i' | 'I' | 'han' | 'none';

const STYLES: Readonly<Record<string, Style>> = {
  none: 'none',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet',
  decimal: 'decimal',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  'cjk-ideographic': 'han',
  'simp-chinese-informal': 'han',
};
const TYPES: Readonly<Record<string, Style>> = { '1': 'decimal', a: 'a', A: 'A', i: 'i', I: 'I' };

/** A list of the page (HTML §4.4.5): `start`, `reversed`, `type` and `list-style-type` count. */
export function openList(list: HtmlElement): OpenList {
  const style = STYLES[cssStyle(list)] ?? TYPES[attribute(list, 'type') ?? ''];
  if (list.tagName !== 'ol') return { style: style ?? 'bullet', step: 1, next: 1 };
  const reversed = attribute(list, 'reversed') !== null;
  const first = integer(attribute(list, 'start')) ?? (reversed ? itemsOf(list) : 1);
  return { style: style ?? 'decimal', step: reversed ? -1 : 1, next: first };
}

const itemsOf = (list: HtmlElement): number =>
  list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length;

const cssStyle = (element: HtmlElement): string =>
  /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase() ?? '';

/** The marker of the next item of a list. */
export function nextMarker(list: OpenList, item: HtmlElement): ItemMarker {
  const value = integer(attribute(item, 'value')) ?? list.next;
  list.next = value + list.step;
  const style = STYLES[cssStyle(item)] ?? list.style;
  if (style === 'none') return { kind: 'none' };
  if (style === 'bullet') return { kind: 'marker', text: '-' };
  const words = wordsOf(value, style);
  if (words !== null) return { kind: 'words', text: words };
  return value < 0 ? { kind: 'words', text: `${value}. ` } : { kind: 'marker', text: `${value}.` };
}

const integer = (text: string | null): number | null => {
  const digits = /^\s*([-+]?\d{1,9})(?!\d)/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Null for numbers that a style does not reach; they are written in digits, as a browser does. */
function wordsOf(value: number, style: Style): string | null {
  switch (style) {
    case 'a':
    case 'A': {
      const letters = value > 0 ? inLetters(value) : null;
      return letters && `${style === 'a' ? letters : letters.toUpperCase()}. `;
    }
    case 'i':
    case 'I': {
      const roman = value > 0 && value < 4000 ? inRoman(value) : null;
      return roman && `${style === 'i' ? roman : roman.toUpperCase()}. `;
    }
    case 'han':
      return value > 0 && value < 100 ? `${inHan(value)}、` : null;
    default:
      return null;
  }
}

function inLetters(value: number): string {
  let letters = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return letters;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function inRoman(value: number): string {
  let rest = value;
  let roman = '';
  for (const [worth, letters] of ROMAN) {
    for (; rest >= worth; rest -= worth) roman += letters;
  }
  return roman;
}

const HAN = '〇一二三四五六七八九';

function inHan(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HAN.charAt(tens)}十`;
  return ones === 0 ? head : head + HAN.charAt(ones);
}
