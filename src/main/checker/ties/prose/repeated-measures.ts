import { add, compare, type Decimal, decimal, multiply, zero } from '../../../../shared/decimal';
import { groupBy } from '../../../../shared/group-by';
import type { Claim } from './claims';

/** The name before a figure, without marks: 符合. */
const nameOf = ({ spot }: Claim): string =>
  /(?<name>\p{Script=Han}{2,})(?:了|约|为|达)?$/u.exec(spot.head)?.groups?.['name'] ?? '';

const LEAST = 2;
const ALL = /^[^。；\d]{0,8}(?:全部|均|都)/;

const sumOf = (parts: readonly Claim[]): Decimal =>
  parts.reduce((total, { value }) => add(total, value), zero);

/** From here on the first of each are parts of another whole. */
const MUCH_MORE = decimal('1.2');

/** The names that come again; none where all do, or no part has a name of its own. */
function measuresOf(parts: readonly Claim[]): ReadonlySet<string> {
  const again = [...groupBy(parts, nameOf)].filter(([name, own]) => name !== '' && own.length >= LEAST);
  const measures = new Set(again.map(([name]) => name));
  return parts.some((part) => !measures.has(nameOf(part))) ? measures : NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** Of parts with several figures each those of one measure. */
export interface OneMeasure {
  readonly parts: readonly Claim[];
  /** The first figures of all make up another whole: nothing is left out. */
  readonly isWhole: boolean;
}

/**
 * 甲抽样1,200份、符合1,131份；乙抽样800份、符合772份；丙抽样600份，全部符合: parts have names of their own, so what comes again under one
 * name is a second measure of each. Of several measures the one that the whole is told by; none where a row lacks it.
 */
export function ofOneMeasure(
  text: string,
  parts: readonly Claim[],
  whole: Claim,
  wholes: readonly Claim[],
): OneMeasure {
  const measures = measuresOf(parts);
  if (measures.size === 0) return { parts, isWhole: false };
  const first = parts.filter((part) => !measures.has(nameOf(part)));
  const sum = sumOf(first);
  const isOfOther = wholes.some((one) => one !== whole && compare(one.value, sum) === 0);
  const of = nameOf(whole);
  const own = [...measures].find((name) => of.startsWith(name) || of.endsWith(name));
  if (own !== undefined) return { parts: columnOf(text, parts, first, own), isWhole: isOfOther };
  const isTooMuch = compare(sum, multiply(whole.value, MUCH_MORE)) > 0;
  return { parts: isOfOther || isTooMuch ? [] : first, isWhole: false };
}

/** The figures that bear a name, one of each row; none where a row lacks it. */
function columnOf(
  text: string,
  parts: readonly Claim[],
  first: readonly Claim[],
  name: string,
): readonly Claim[] {
  const starts = first.map((part) => parts.indexOf(part));
  const column = starts.flatMap((at, nth) => {
    const row = parts.slice(at, starts[nth + 1]);
    const told = row.find((part) => nameOf(part) === name);
    if (told) return [told];
    const [only, another] = row;
    return only && !another && ALL.test(text.slice(only.spot.to, only.spot.to + 12)) ? [only] : [];
  });
  return column.length === first.length ? column : [];
}
