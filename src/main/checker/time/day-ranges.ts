import { allMatches } from '../../../shared/matches';
import { daysIn } from './calendar';

/** Two days with a word between them that makes them the ends of one stretch. Indices into the text. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
  /** Days from the first to the last, the last not counted in: the one or, where a leap day may lie between, two. */
  readonly spans: readonly number[];
  /** The first day as written, for comparing ranges: year (or null), month and day. */
  readonly first: Day;
  readonly last: Day;
}

export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const ASIDE = '(?:[（(](?:星期|周)[^）)]{1,3}[）)])?';
const RANGE = new RegExp(
  `(?<!\\d)(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(\\d{1,2})日${ASIDE}(?:正式)?(?:开始|启动|起|开展|实施)?[，、]?\\s?(?:至|到|——|[-—–~～])\\s?(?:((?:19|20)\\d{2})年|(次年|翌年))?(?:(\\d{1,2})月)?(\\d{1,2})日${ASIDE}`,
  'g',
);

export const dayRanges = (text: string): readonly DayRange[] =>
  allMatches(text, RANGE).flatMap((match): DayRange[] => {
    const [raw, year1, month1, day1, year2, next, month2, day2] = match;
    const first = dayOf(year1, month1, day1);
    const own = year2 === undefined && next !== undefined && first.year !== null ? first.year + 1 : null;
    const given = dayOf(year2, month2 ?? month1, day2);
    const isBack = given.month * 40 + given.day < first.month * 40 + first.day;
    const last = { ...given, year: given.year ?? own ?? (isBack || next ? null : first.year) };
    if (!isDay(first) || !isDay(last)) return [];
    const spans = spansOf(first, last, isBack || next !== undefined);
    return spans.length === 0
      ? []
      : [{ from: match.index, to: match.index + raw.length, spans, first, last }];
  });

const dayOf = (year: string | undefined, month: string | undefined, day: string | undefined): Day => ({
  year: year === undefined ? null : Number(year),
  month: Number(month),
  day: Number(day),
});

const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);

/** A leap year and one before it; a common one. */
const YEARS = [2023, 2024, 2025];
const DAY = 86_400_000;

/** Days since an era. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY;

/** Of days without a year in each kind of year; over the turn of a year where the last is before the first. */
function spansOf(first: Day, last: Day, overTurn: boolean): readonly number[] {
  const years =
    first.year !== null ? [first.year] : last.year !== null ? [last.year - Number(overTurn)] : YEARS;
  const spans = years.map((year) => {
    const end = last.year !== null && first.year !== null ? last.year : year + Number(overTurn);
    return dayNumber(end, last.month, last.day) - dayNumber(year, first.month, first.day);
  });
  return [...new Set(spans)].filter((span) => span >= 0);
}
