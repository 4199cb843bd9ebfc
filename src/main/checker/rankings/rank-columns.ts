import { compare, type Decimal, formatDecimal } from '../../../shared/decimal';
import type { ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { type RankedColumn, rankedTables } from './entries';

/** A rank that does not follow from the column that all other ranks of its table follow from. */
export interface WrongRankCell {
  readonly shown: string;
  readonly right: string;
  /** Header of the column that is ranked. */
  readonly by: string;
  readonly range: Range;
  /** The value that is ranked. */
  readonly cell: Range;
}

const RANKS = /^(?:[\p{Script=Han}]{0,6})(?:排名|名次|位次|排序)$/u;
const FEWEST = 4;
/** Of so many entries two ranks may be wrong, as when they were exchanged. */
const FEWEST_FOR_TWO = 6;

/** Columns 排名, 名次 of all tables against the column whose order they tell. */
export const wrongRankCells = (document: ReportDocument): readonly WrongRankCell[] =>
  rankedTables(document).flatMap(({ columns }) => {
    const ranks = columns.filter(({ name, kind }) => kind === 'number' && RANKS.test(name));
    const others = columns.filter(({ name, kind }) => kind === 'number' && !RANKS.test(name));
    return ranks.length === 1 && ranks[0] ? wrongIn(ranks[0], others) : [];
  });

/** Silent where one column bears all ranks out, and where more than one could be the one that all but a few follow. */
function wrongIn(ranks: RankedColumn, others: readonly RankedColumn[]): readonly WrongRankCell[] {
  const stated = ranks.values.map((value) => (value ? Number(formatDecimal(value)) : Number.NaN));
  if (stated.length < FEWEST || !stated.every((one) => one >= 1 && one <= stated.length && one % 1 === 0))
    return [];
  const most = stated.length >= FEWEST_FOR_TWO ? 2 : 1;
  const readings = others.flatMap((by) =>
    [1, -1].flatMap((sign) => {
      const right = ranksOf(by.values, sign);
      return right
        ? [{ by, right, wrong: stated.flatMap((one, at) => (one === right[at] ? [] : [at])) }]
        : [];
    }),
  );
  if (readings.some(({ wrong }) => wrong.length === 0)) return [];
  const [only, other] = readings.filter(({ wrong }) => wrong.length <= most);
  if (!only || other) return [];
  return only.wrong.flatMap((at) => {
    const [range, cell] = [ranks.ranges[at], only.by.ranges[at]];
    const right = String(only.right[at]);
    return range && cell ? [{ shown: String(stated[at]), right, by: only.by.name, range, cell }] : [];
  });
}

/** 1 for the greatest (`sign` 1) or the least (-1), equal values sharing the better rank; null where a value is missing. */
function ranksOf(values: readonly (Decimal | null)[], sign: number): readonly number[] | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  return known.map((own) => 1 + known.filter((other) => compare(other, own) * sign > 0).length);
}
