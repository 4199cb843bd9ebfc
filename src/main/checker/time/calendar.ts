import { allMatches } from '../../../shared/matches';
/** A day, month or year as the text names it. */
export interface NamedDate {
  readonly start: number;
  readonly end: number;
  /** Four digits, or null where the text leaves the year out. */
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; February of an unknown year has 29. */
export function daysIn(month: number, year: number | null): number {
  if (month !== 2 || year === null) return DAYS[month - 1] ?? 0;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : 28;
}

const NAMED =
  /(?<![\dA-Za-z.])(?:((?:19|20)\d{2})\s?年\s?(?:(\d{1,2})\s?月\s?(?:(\d{1,2})\s?(?:日|号(?!楼|线|院|机|台|门|厅|桌|店|库|仓|车|舱)))?)?|(\d{1,2})\s?月\s?(\d{1,2})\s?日|((?:19|20)\d{2})([-./])(\d{1,2})\7(\d{1,2})(?![\d.]))/g;

/** Dates in running text, in Han or with marks. A lone month is none: it may be a length of time. */
export const namedDates = (text: string): readonly NamedDate[] =>
  allMatches(text, NAMED).map((match) => {
    const [raw, year, month, day, month2, day2, year3, , month3, day3] = match;
    const number = (one: string | undefined) => (one === undefined ? null : Number(one));
    return {
      start: match.index,
      end: match.index + raw.length,
      year: number(year ?? year3),
      month: number(month ?? month2 ?? month3),
      day: number(day ?? day2 ?? day3),
    };
  });

/** False for a month or day that no calendar has. */
export const isValidDate = ({ year, month, day }: NamedDate): boolean =>
  (month === null || (month >= 1 && month <= 12)) &&
  (day === null || (day >= 1 && day <= daysIn(month ?? 1, year)));

/** Comparable as far as both name their parts: -1, 0, 1; null where a year or month is missing on one side. */
export function compareDates(a: NamedDate, b: NamedDate): number | null {
  const year = b.year ?? a.year;
  if (a.year === null || year === null) return null;
  if (a.year !== year) return Math.sign(a.year - year);
  if (a.month === null || b.month === null) return a.month === b.month ? 0 : null;
  if (a.month !== b.month) return Math.sign(a.month - b.month);
  return a.day === null || b.day === null ? 0 : Math.sign(a.day - b.day);
}
