import { halfWidth } from './match';
import { parseHanNumeral } from './numerals';
import { lastDay, yearOf } from './periods';

/** Year, month and day of one end of a date; the last two as far as they are written. */
interface Parts {
  readonly year: number | null;
  readonly month?: number;
  readonly day?: number;
  /** `Q4`, `H1`. */
  readonly part?: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * A date as written in ISO 8601, as far as it is written (see `Quantity.date`): 年末 and 月底 are the last day, 上旬 and 初
 * only the month or year. Of an enumeration (`2022年3月、5月、7月`) the first and the last. `year`: of the date before in
 * the same enumeration. Empty for what is no date of the calendar.
 */
export function isoDate(raw: string, year: number | null = null): string {
  const text = halfWidth(raw)
    .replace(/[ \u00a0\t]+/g, '')
    .replace(/号/g, '日');
  const [first, last] = endsOf(text, year) ?? [];
  if (!first || !isValid(first) || (last && !isValid(last))) return '';
  const from = format(first);
  return last ? `${from}/${format(last)}` : from;
}

function endsOf(text: string, year: number | null): readonly [Parts, Parts?] | null {
  return compact(text) ?? dashed(text) ?? lettered(text) ?? years(text) ?? written(text, year);
}

const COMPACT = /^(\d{4})(\d\d)(\d\d)?(?:\D{1,2}(\d{4})(\d\d)(\d\d)?)?(?:至今)?$/;

function compact(text: string): readonly [Parts, Parts?] | null {
  const match = COMPACT.exec(text);
  if (!match) return null;
  const [, year, month, day, lastYear, lastMonth, lastDate] = match;
  const first = partsOf(year, month, day);
  return lastYear ? [first, partsOf(lastYear, lastMonth, lastDate)] : [first];
}

const partsOf = (year?: string, month?: string, day?: string): Parts => ({
  year: year === undefined ? null : Number(year),
  ...(month === undefined ? {} : { month: Number(month) }),
  ...(day === undefined ? {} : { day: Number(day) }),
});

const DASHED =
  /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:T?\d{1,2}:.*)?(?:(?:[-–—~～至到]|——)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))?$/;

function dashed(text: string): readonly [Parts, Parts?] | null {
  const match = DASHED.exec(text);
  if (!match) return null;
  const first = partsOf(match[1], match[2], match[3]);
  return match[4] ? [first, partsOf(match[4], match[5], match[6])] : [first];
}

const LETTERED = /^(?:FY|CY)?(\d{4})?-?([QH][1-4])?(?:-?(\d{4}))?$/i;

function lettered(text: string): readonly [Parts, Parts?] | null {
  const match = LETTERED.exec(text);
  if (!match || text === '') return null;
  const year = match[1] ?? match[3];
  const part = match[2]?.toUpperCase();
  if (part === undefined && year !== undefined && /^\d{8}$/.test(text)) return null;
  return [{ year: year === undefined ? null : Number(year), ...(part ? { part } : {}) }];
}

const YEARS = /^(\d{4})年?(?:[-–—~～至到]|——)(\d{4})(?:年(?:度|[末底初])?)?$/;

function years(text: string): readonly [Parts, Parts?] | null {
  const match = YEARS.exec(text);
  return match && [partsOf(match[1]), partsOf(match[2])];
}

const YEAR = /^(\d{4}|\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})年/;

function written(text: string, inherited: number | null): readonly [Parts, Parts?] | null {
  const own = YEAR.exec(text);
  const told = own ? yearOf(own[1] ?? '') : inherited;
  const year = told !== null && told < 100 ? 2000 + told : told;
  const rest = text.slice(own?.[0].length ?? 0);
  if (own && (rest === '' || /^(?:度|[初中]|全年)/.test(rest))) return [{ year }];
  if (/^年?[末底]/.test(rest)) return [{ year, month: 12, day: 31 }];
  const part = yearPart(rest);
  if (part !== null) return [{ year, part }];
  return months(rest, year);
}

const HAN: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };

function yearPart(rest: string): string | null {
  const quarter = /^第?([一二三四1-4])个?季度/.exec(rest)?.[1];
  if (quarter) return `Q${HAN[quarter] ?? quarter}`;
  const half = /^([上下])半年/.exec(rest)?.[1];
  return half ? `H${half === '上' ? 1 : 2}` : null;
}

/** `3月5日至6月30日`, `1-11月`, `3月、5月、6月`, `8月底`, `十二月三十一日`. */
function months(rest: string, year: number | null): readonly [Parts, Parts?] | null {
  const quarters = /^前([二三两])个?季度/.exec(rest)?.[1];
  if (quarters)
    return [
      { year, month: 1 },
      { year, month: quarters === '三' ? 9 : 6 },
    ];
  const pieces = rest.split(/、|——|[-–—~～至到]/).filter((piece) => piece !== '');
  const first = monthPiece(pieces[0] ?? '', year, null);
  if (!first) return null;
  if (pieces.length === 1) return [first];
  const last = monthPiece(pieces.at(-1) ?? '', year, first.month ?? null);
  if (!last) return null;
  // 3月5日至8日 ends in the month that it begins in; 12月至次年… is none of one year.
  return (last.month ?? 0) < (first.month ?? 0) ? [first] : [first, last];
}

const MONTH_PIECE =
  /^(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?)?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})日)?([末底])?/;

function monthPiece(piece: string, year: number | null, month: number | null): Parts | null {
  if (/^\d{1,2}$/.test(piece)) return { year, month: Number(piece) };
  const [, monthText, dayText, end] = MONTH_PIECE.exec(piece) ?? [];
  const own = monthText === undefined ? month : numberOf(monthText);
  if (own === null) return dayText === undefined ? null : { year: null, day: numberOf(dayText) };
  if (end !== undefined)
    return year === null ? { year, month: own } : { year, month: own, day: lastDay(year, own) };
  return { year, month: own, ...(dayText === undefined ? {} : { day: numberOf(dayText) }) };
}

const numberOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : Number(parseHanNumeral(text)?.units ?? 0n);

function isValid({ year, month, day }: Parts): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= lastDay(year ?? 2000, month ?? 1));
}

function format({ year, month, day, part }: Parts): string {
  if (part !== undefined) return year === null ? '' : `${year}-${part}`;
  const head = year === null ? '-' : String(year);
  if (month === undefined) return day === undefined ? (year === null ? '' : head) : '';
  return `${head}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
}

export const yearOfDate = (iso: string): number | null =>
  /^\d{4}/.test(iso) ? Number(iso.slice(0, 4)) : null;
