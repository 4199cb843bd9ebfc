/** What a stamp says, and where each line stands in it. Pure; the verifier lays it out again and compares. */

/** Of the stamp, in points: 50 × 18 mm. */
export const STAMP = { width: 142, height: 52 } as const;

export interface StampText {
  readonly name: string;
  readonly reason: string;
  readonly signedAt: Date;
}

export interface StampLine {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

const INNER_WIDTH = 130;
const NAME = { size: 10.5, least: 8 } as const;
/** A name too long for one line of a readable size. */
const NAME_SMALL = { size: 8, least: 5.5 } as const;
const REST = { size: 7.5, least: 6.25 } as const;
const REST_SMALL = { size: 6, least: 5 } as const;
const LEADING = 1.35;
/** From the middle of a line to its baseline, in em. */
const MIDDLE_TO_BASELINE = 0.38;
const ELLIPSIS = '…';
const HOURS_8 = 8 * 3_600_000;

/** The parts of the text, each for a line of its own: name, reason if any, time in China. */
export function stampTexts({ name, reason, signedAt }: StampText): readonly string[] {
  const china = new Date(signedAt.getTime() + HOURS_8).toISOString().slice(0, 19).replace('T', ' ');
  return [name, ...(reason === '' ? [] : [`事由：${reason}`]), `时间：${china}（UTC+8）`].map(drawable);
}

/** The characters that a stamp's font must have, in the order of their codes, from 1. */
export const stampCharacters = (text: StampText): readonly string[] => [
  ...new Set([...stampTexts(text).join(''), ELLIPSIS]),
];

/** `widthOf`: advance width of a character in thousandths of an em. */
export function stampLines(text: StampText, widthOf: (character: string) => number): readonly StampLine[] {
  const [name = '', ...rest] = stampTexts(text);
  const width = (line: string): number => [...line].reduce((sum, one) => sum + widthOf(one), 0) / 1000;
  const lines = [
    ...wrapped(name, NAME, NAME_SMALL, width),
    ...rest.flatMap((line) => wrapped(line, REST, REST_SMALL, width)),
  ];
  const height = lines.reduce((sum, { size }) => sum + size * LEADING, 0);
  let top = (STAMP.height + height) / 2;
  return lines.map(({ text: line, size }) => {
    const middle = top - (size * LEADING) / 2;
    top -= size * LEADING;
    const x = (STAMP.width - width(line) * size) / 2;
    return { text: line, size, x: rounded(x), y: rounded(middle - size * MIDDLE_TO_BASELINE) };
  });
}

type Width = (line: string) => number;
type Sizes = { readonly size: number; readonly least: number };
type Sized = Pick<StampLine, 'text' | 'size'>;

/** As large as it goes, cut off where even the least size is too large. */
function fitted(line: string, { size, least }: Sizes, width: Width): Sized {
  const fits = Math.floor((INNER_WIDTH / Math.max(width(line), 0.001)) * 4) / 4;
  if (fits >= least) return { text: line, size: Math.min(size, fits) };
  const kept = [...line];
  while (kept.length > 0 && width(kept.join('') + ELLIPSIS) * least > INNER_WIDTH) kept.pop();
  return { text: kept.join('') + ELLIPSIS, size: least };
}

/** On one line where it stays readable, else on two of a smaller size. */
function wrapped(line: string, one: Sizes, two: Sizes, width: Width): readonly Sized[] {
  if (width(line) * one.least <= INNER_WIDTH) return [fitted(line, one, width)];
  const characters = [...line];
  let at = 1;
  while (at < characters.length && width(characters.slice(0, at).join('')) < width(line) / 2) at++;
  const halves = [characters.slice(0, at), characters.slice(at)].map((half) => half.join('').trim());
  const lines = halves.map((half) => fitted(half, two, width));
  const size = Math.min(...lines.map((made) => made.size));
  return lines.map((made) => ({ ...made, size }));
}

/** Line breaks and control characters have no place in a stamp. */
const drawable = (text: string): string => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();

const rounded = (value: number): number => Math.round(value * 100) / 100;
