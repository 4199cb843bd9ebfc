import { isSum, type ShareLine, type ShareLines } from './lines';

/** Of a table with more sums than this, only lines nearby are looked at. */
const MANY = 20;
const NEAR = 200;

/** The lines that a whole may be made of: either all of them, or each section of them anew (分行业, 分产品). */
export interface PartLists {
  /** The first that adds up is meant. */
  readonly whole: readonly (readonly ShareLine[])[];
  readonly sections: readonly (readonly ShareLine[])[];
}

/** `isHeading`: a line without figures, that only groups what follows. */
export function partLists(
  whole: ShareLine,
  { all, sums, measureOf }: ShareLines,
  isHeading: (line: ShareLine) => boolean,
): PartLists {
  const reach = sums.length > MANY ? NEAR : all.length;
  const measure = measureOf(whole);
  const isLong =
    measure !== '' &&
    sums.length < all.length &&
    all.some((line) => line !== whole && !isSum(line) && measureOf(line) === measure);
  const suits = (line: ShareLine): boolean => !isLong || measureOf(line) === measure;
  const { order } = whole;
  const above = all.slice(Math.max(0, order - reach), order).filter(suits);
  const below = all.slice(order + 1, order + 1 + reach).filter(suits);
  const isEdge = (line: ShareLine): boolean => isSum(line) || isHeading(line);
  const near = [above.slice(above.findLastIndex(isEdge) + 1), until(below, isEdge)];
  const lists = [above, below, ...near].flatMap((side) => listsIn(side.filter((line) => !isHeading(line))));
  return {
    whole: lists.filter((list) => list.length > 1),
    sections: [above, below].flatMap((side) => sectionsOf(side, isEdge)),
  };
}

function listsIn(side: readonly ShareLine[]): readonly (readonly ShareLine[])[] {
  const items = side.filter(({ kind }) => kind === 'item');
  const numbered = items.filter(({ level }) => level > 0);
  const last = side.findLastIndex(({ kind }) => kind === 'subtotal');
  const sums = side.filter(({ kind }, at) => kind === 'subtotal' || (kind === 'item' && at > last));
  return [items, last < 0 ? [] : sums, outermost(items), outermost(numbered)];
}

function outermost(lines: readonly ShareLine[]): readonly ShareLine[] {
  const least = lines.reduce((low, { level }) => Math.min(low, level), Number.POSITIVE_INFINITY);
  return lines.filter(({ level }) => level === least);
}

function sectionsOf(
  side: readonly ShareLine[],
  isEdge: (line: ShareLine) => boolean,
): readonly (readonly ShareLine[])[] {
  const sections: ShareLine[][] = [[]];
  for (const line of side) {
    if (isEdge(line)) sections.push([]);
    else if (line.kind === 'item') sections.at(-1)?.push(line);
  }
  return sections.filter((section) => section.length > 1);
}

function until<T>(list: readonly T[], isEnd: (one: T) => boolean): readonly T[] {
  const end = list.findIndex(isEnd);
  return end < 0 ? list : list.slice(0, end);
}
