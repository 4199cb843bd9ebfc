import { allMatches } from '../../shared/matches';
/** A period named at a place of a text; it holds until the next one. */
export interface PeriodAt {
  readonly at: number;
  readonly value: string;
}

/** A calendar period as told: months of a year, a day, or all up to the end of it. */
export interface CalendarPeriod {
  readonly year: number;
  /** First and last month. */
  readonly months: readonly [number, number];
  readonly day: number | null;
  /** 截至…, …末: all up to the last day. */
  readonly edge: 'end' | 'start' | null;
}

const DASH = '\\s?[-–—~～至到、]\\s?';
/** What may stand behind a year: months, a day, a quarter, a half. Named groups; each may be used once in a pattern. */
export const WITHIN_YEAR = [
  `(?:(?<first>\\d{1,2})\\s?月?${DASH}(?:\\d{1,2}\\s?月?${DASH}){0,10})?(?<month>\\d{1,2})\\s?月(?:份)?(?:\\s?(?<day>\\d{1,2})\\s?[日号])?`,
  '第?(?<quarter>[一二三四1-4])季度',
  '前(?<quarters>[二三两])个?季度',
  '(?<half>[上下])半年',
].join('|');
export const HAN_YEAR = '[一二][九〇零○][〇零○一二三四五六七八九]{2}';
const YEAR = `(?<![\\d.,])(?<year>(?:19|20)\\d{2}|${HAN_YEAR})`;
const HAN_MONTH = '(?<hanMonth>十[一二]?|[一二三四五六七八九])月份?';
/** `2025年`, `2025年12月末`, `2021—2025年`, `2025Q4`, `2025-12-31`. */
export const DATED = `(?:(?:${YEAR}\\s?年?\\s?[-–—~～至到]\\s?)?(?<last>(?<![\\d.,])(?:19|20)\\d{2}|${HAN_YEAR})\\s?年(?:度)?(?:\\s?(?:${WITHIN_YEAR}|${HAN_MONTH}))?(?<edge>年?[末底初](?![步级次创]))?|(?<![\\d.,A-Za-z])(?<iso>(?:19|20)\\d{2})(?:-(?<isoMonth>0[1-9]|1[0-2])(?:-(?<isoDay>0[1-9]|[12]\\d|3[01]))?(?!\\d)|-?[Qq](?<letter>[1-4])(?!\\d)|-?[Hh](?<halfLetter>[12])(?!\\d)))`;

const PERIOD = new RegExp(`(?<until>截至|截止|到)?\\s?${DATED}`, 'g');
const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 两: 2 };
const HAN_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const pad = (value: string | number): string => String(value).padStart(2, '0');

/** Last day of a month, Gregorian. */
export const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Periods in the order of the text: `2025-12`, `2025`, `2025Q4`, `2025H1`, `2025-12-31`, `2025-01..2025-09` for months
 * that are no quarter, `..2025-12-31` for 截至… and …末, and `..2025-01-01` for 年初.
 */
export function periodsOf(text: string): readonly PeriodAt[] {
  if (!/[年\d]/.test(text)) return [];
  return allMatches(text, PERIOD).flatMap((match) => {
    const value = datedPeriod(match.groups ?? {});
    return value === '' ? [] : [{ at: match.index, value }];
  });
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** The period of a match of `DATED`, with `until` where 截至 stands before; empty for impossible dates. */
export function datedPeriod(groups: Groups): string {
  const year = yearOf(groups['last'] ?? groups['iso'] ?? '');
  if (groups['year'] !== undefined) return yearsOf(yearOf(groups['year']), year);
  return periodOf(groups, year);
}

const yearsOf = (first: number, last: number): string => (first < last ? `${first}..${last}` : String(last));

/** The same of the words behind a year (`WITHIN_YEAR`), the year being known. */
export function periodOf(groups: Groups, year: number): string {
  const months = monthsOf(groups);
  const dayText = groups['day'] ?? groups['isoDay'];
  const day = dayText === undefined ? null : Number(dayText);
  if (months && (months[0] < 1 || months[1] > 12 || months[0] > months[1])) return '';
  if (day !== null && (day < 1 || day > lastDay(year, months?.[1] ?? 1))) return '';
  return formatCalendar({ year, months: months ?? [1, 12], day, edge: edgeOf(groups) });
}

function edgeOf(groups: Groups): CalendarPeriod['edge'] {
  if (groups['edge']?.endsWith('初')) return 'start';
  return groups['until'] !== undefined || groups['edge'] !== undefined ? 'end' : null;
}

function monthsOf(groups: Groups): readonly [number, number] | null {
  const hanMonth = groups['hanMonth'];
  if (hanMonth !== undefined) return [HAN_MONTHS.indexOf(hanMonth) + 1, HAN_MONTHS.indexOf(hanMonth) + 1];
  const month = groups['month'] ?? groups['isoMonth'];
  if (month !== undefined) return [Number(groups['first'] ?? month), Number(month)];
  const quarter = groups['quarter'] ?? groups['letter'];
  if (quarter !== undefined) {
    const last = (DIGITS[quarter] ?? Number(quarter)) * 3;
    return [last - 2, last];
  }
  const quarters = groups['quarters'];
  if (quarters !== undefined) return [1, (DIGITS[quarters] ?? 2) * 3];
  const half = groups['half'] ?? groups['halfLetter'];
  if (half === undefined) return null;
  return half === '上' || half === '1' ? [1, 6] : [7, 12];
}

export function formatCalendar({ year, months: [first, last], day, edge }: CalendarPeriod): string {
  if (edge === 'start') return `..${year}-${pad(first)}-${pad(day ?? 1)}`;
  if (edge === 'end') return `..${year}-${pad(last)}-${pad(day ?? lastDay(year, last))}`;
  if (day !== null) return `${year}-${pad(last)}-${pad(day)}`;
  if (first === last) return `${year}-${pad(last)}`;
  if (last - first === 11) return String(year);
  if (last - first === 5 && last % 6 === 0) return `${year}H${last / 6}`;
  if (last - first === 2 && last % 3 === 0) return `${year}Q${last / 3}`;
  return `${year}-${pad(first)}..${year}-${pad(last)}`;
}

/** `2025` and `二〇二五` as a number. */
export function yearOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digits = Array.from(text, (char) => Math.max(0, '零一二三四五六七八九'.indexOf(char)));
  return Number(digits.join(''));
}
