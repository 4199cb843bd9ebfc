import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import { isValidDate, type NamedDate, namedDates } from './calendar';

/** A day with another weekday than its own. Indices into the text. */
export interface WrongWeekday {
  readonly date: NamedDate;
  /** Behind the weekday. */
  readonly end: number;
  readonly own: string;
  /** Empty where several years may be meant, of which none has it. */
  readonly right: string;
}

const SAID = /星期|周[一二三四五六日天]/;
const WEEKDAY = /^[（(]?(?:星期|周)([一二三四五六日天])/;
const DAYS = '日一二三四五六';

/** 2025年4月10日（星期三）, which was a Thursday; without a year, where no year that may be meant has it. */
export function wrongWeekdays(
  { text }: Prose,
  dates: readonly NamedDate[],
  years: readonly number[],
): readonly WrongWeekday[] {
  if (dates.length === 0 || !SAID.test(text)) return [];
  return dates.flatMap((date, at): WrongWeekday[] => {
    const match = WEEKDAY.exec(text.slice(date.end, date.end + 6));
    if (!match || date.month === null || date.day === null || !isValidDate(date)) return [];
    const own = (match[1] ?? '').replace('天', '日');
    const meant = date.year === null ? meantYears(text, dates.slice(0, at), date, years) : [date.year];
    const right = new Set(meant.map((year) => weekdayOf(year, date)));
    if (right.size === 0 || right.has(own)) return [];
    const [first = '', ...others] = right;
    return [{ date, end: date.end + match[0].length, own, right: others.length > 0 ? '' : first }];
  });
}

/** The last character of a day's name: 一 … 六, 日. */
export const weekdayOf = (year: number, { month, day }: NamedDate): string =>
  DAYS.charAt(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)).getUTCDay());

const RELATIVE = /(?:上年|去年|前年|次年|翌年|明年|来年|上一年)[^。；，]{0,8}$/;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年)/g;

/** The years that a day without one may be of: that of the day before it in its sentence; else the text's and the report's. */
function meantYears(
  text: string,
  before: readonly NamedDate[],
  { start, end, month }: NamedDate,
  years: readonly number[],
): readonly number[] {
  if (RELATIVE.test(text.slice(Math.max(0, start - 16), start))) return [];
  const from = text.lastIndexOf('。', start) + 1;
  const inSentence = before.filter((date) => date.start >= from && date.year !== null).at(-1);
  if (inSentence?.year && inSentence.month !== null && inSentence.day !== null) {
    const isBack = (month ?? 12) < inSentence.month;
    return isBack ? [inSentence.year, inSentence.year + 1] : [inSentence.year];
  }
  const stop = text.slice(end).search(/[。\n]/);
  const sentence = text.slice(from, stop < 0 ? text.length : end + stop);
  const own = [text.slice(0, from), sentence].flatMap((part) =>
    allMatches(part, YEAR).map(([year]) => Number(year)),
  );
  return years.length === 0 ? [] : [...new Set([...own, ...years])];
}

const HEAD = 8;
const LATE_HEAD = 3;

/** The years that a report is on and of: those of its title, its first lines, its closing date. */
export function reportYears({ blocks, title }: ReportDocument): readonly number[] {
  const proses = blocks.flatMap((block, at) =>
    'prose' in block && (at < HEAD || (block.kind === 'paragraph' && block.role === 'date'))
      ? [block.prose.text]
      : [],
  );
  const named = allMatches(title, YEAR).map(([year]) => Number(year));
  // 自2021年9月30日起: since when a thing goes on is no day of a report on 2023.
  const oldest = named.length > 0 ? Math.min(...named) - 1 : 0;
  const days = proses.flatMap((text) =>
    namedDates(text).filter(
      ({ day, year, end }) =>
        day !== null && year !== null && !(year < oldest) && !/^(?:起|以来)/.test(text.slice(end)),
    ),
  );
  // A report of spring may still speak of the winter before.
  const early = days.flatMap(({ year, month }) => (year && (month ?? 12) <= LATE_HEAD ? [year - 1] : []));
  return [...new Set([...named, ...days.flatMap(({ year }) => year ?? []), ...early])].sort();
}
