import type { Pdf } from './open';

/** A piece of text as the page has it, in points from the page's top left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a match is on its page: one box for each piece that it lies in. */
export interface Match {
  /** From 1. */
  readonly page: number;
  readonly boxes: readonly Omit<Piece, 'text'>[];
}

export async function piecesOf(pdf: Pdf, number: number): Promise<readonly Piece[]> {
  const page = await pdf.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str === '') return [];
    const [left, baseline] = placed(transform, item.transform);
    return [
      { text: item.str, left, top: baseline - item.height * 0.88, width: item.width, height: item.height },
    ];
  });
}

/** Where the origin of a text's own matrix comes to lie on the page. */
function placed(page: readonly number[], text: readonly number[]): readonly [number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page;
  const [, , , , x = 0, y = 0] = text;
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Every place of the words on a page; spaces and line ends between characters do not count. */
export function matchesIn(pieces: readonly Piece[], page: number, words: string): readonly Match[] {
  const wanted = squeezed(words);
  if (wanted === '') return [];
  const signs = pieces.flatMap((piece, at) =>
    [...piece.text].flatMap((sign, index) => (sign.trim() === '' ? [] : [{ sign, at, index }])),
  );
  const text = squeezed(signs.map(({ sign }) => sign).join(''));
  const matches: Match[] = [];
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
    const found = signs.slice(from, from + [...wanted].length);
    const boxes = [...new Set(found.map(({ at }) => at))].flatMap((at) => {
      const piece = pieces[at];
      const own = found.filter((sign) => sign.at === at);
      const first = own[0]?.index ?? 0;
      const last = own.at(-1)?.index ?? first;
      return piece ? [boxOf(piece, first, last)] : [];
    });
    matches.push({ page, boxes });
  }
  return matches;
}

const squeezed = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** A Chinese character is twice as wide as a digit; nearer than this the box need not be. */
const weight = (sign: string): number => (sign.charCodeAt(0) < 0x2000 ? 1 : 2);
const weightOf = (signs: readonly string[]): number => signs.reduce((sum, sign) => sum + weight(sign), 0);

function boxOf(
  { text, left, top, width, height }: Piece,
  first: number,
  last: number,
): Match['boxes'][number] {
  const signs = [...text];
  const unit = width / Math.max(1, weightOf(signs));
  const start = weightOf(signs.slice(0, first));
  const length = weightOf(signs.slice(first, last + 1));
  return { left: left + start * unit, top, width: length * unit, height: height * 1.12 };
}
