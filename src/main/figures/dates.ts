import { before, digitCount, isDigit, matchAt } from './match';

const YEAR = '(?:19|20)\\d{2}';
const GAP = '[ \\u00a0]?';
const TO = `${GAP}(?:[-–—~～至到]|——)${GAP}`;
const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
/** What may close a year: 2025年末, 2025年上半年, 2025年第四季度, 2025年前三季度. */
const YEAR_TAIL = `(?:度|年?[末底初中](?!旬)|上半年|下半年|全年|(?:第|前)?[一二三四1-4]${GAP}(?:个)?季度)`;
const MONTH_TAIL = '(?:份)?(?:上旬|中旬|下旬|末|底|初|中旬)?';
const CLOCK = `(?:${GAP}\\d{1,2}(?:[时点](?:\\d{1,2}分?)?|[:：]\\d{2}(?:[:：]\\d{2})?))?`;
const DAYS = `\\d{1,2}${GAP}[日号]${CLOCK}(?:${TO}(?:\\d{1,2}${GAP}月${GAP})?\\d{1,2}${GAP}[日号])?`;
const MONTHS = `\\d{1,2}${GAP}月(?:${GAP}${DAYS}|${MONTH_TAIL})`;
const COMPACT = `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`;

const sticky = (source: string): RegExp => new RegExp(source, 'y');

/** Written forms of dates, the most particular first: those that begin with a year or a whole date. */
const LONG_FORMS: readonly RegExp[] = [
  // 2022-2025年, 2021至2025年度, 2021年至2025年
  `${YEAR}年?${TO}${YEAR}${GAP}年(?:度|末|底|初)?(?!\\d{1,2}月)`,
  `${YEAR}${GAP}年${GAP}(?:\\d{1,2}${GAP}(?:[-–—~～至到、]${GAP}\\d{1,2}${GAP}){1,11}月(?:份|末|底)?(?!\\d)|${MONTHS}|${YEAR_TAIL})?`,
  `${COMPACT}(?:${TO}${COMPACT}|${GAP}至今)?`,
  `${YEAR}[-/.]${MONTH}[-/.]${DAY}(?!\\d)(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?(?:${TO}${YEAR}[-/.]${MONTH}[-/.]${DAY}(?!\\d))?`,
  `${YEAR}[-/]${MONTH}(?![\\d.])`,
  `${YEAR}${GAP}[QqHh][1-4](?![A-Za-z\\d])`,
].map(sticky);

/** Those that begin with a month, a day or a short year. */
const SHORT_FORMS: readonly RegExp[] = [
  // 25年初, 25年12月: two digits only where it cannot be a duration.
  `\\d{2}年(?:${MONTHS}|[末底初](?!旬)|上半年|下半年|第?[一二三四1-4]季度)`,
  // 1-11月, 3月5日, 12月末; the months of an enumeration share one 月.
  `\\d{1,2}${TO}\\d{1,2}${GAP}月(?:份)?(?:末|底)?(?!\\d)`,
  MONTHS,
  `[1-4]${GAP}季度`,
  `\\d{1,2}(?:${TO}\\d{1,2})?${GAP}[日号](?![内线楼店院令文码均机台])`,
].map(sticky);

/** A bare year or month: a date only where no unit claims it. */
const BARE = new RegExp(
  `${YEAR}(?:[-–—~～至]${YEAR})?(?![\\d,.．%％‰])|${YEAR}(?:0[1-9]|1[0-2])(?:${TO}${YEAR}(?:0[1-9]|1[0-2]))?(?![\\d,.．%％‰])`,
  'y',
);

/** Where the date that begins at `at` ends, or -1. */
export function dateEnd(text: string, at: number): number {
  const size = digitCount(text, at);
  if (size > 2 && size !== 4 && size !== 8) return -1;
  if (size <= 2 && !/[年月日号季 \u00a0\-–—~～至到]/.test(text.charAt(at + size))) return -1;
  if (size > 2 && !text.startsWith('19', at) && !text.startsWith('20', at)) return -1;
  for (const form of size <= 2 ? SHORT_FORMS : LONG_FORMS) {
    const match = matchAt(form, text, at);
    if (match && isDate(text, at, match[0])) return at + match[0].length;
  }
  return -1;
}

function isDate(text: string, at: number, raw: string): boolean {
  if (isDigit(text.charAt(at + raw.length)) && isDigit(raw.charAt(raw.length - 1))) return false;
  // 近3日, 每5日: a span of days.
  if (/^\d{1,2}[日号]$/.test(raw))
    return !/(?:[近每隔满共历时前后]|不超过|不少于|至少)$/.test(before(text, at, 3));
  return true;
}

/** As `dateEnd`, for a year or a year and month with nothing behind: `2025`, `202206`. */
export function bareDateEnd(text: string, at: number): number {
  const size = digitCount(text, at);
  if (size !== 4 && size !== 6) return -1;
  const match = matchAt(BARE, text, at);
  return match ? at + match[0].length : -1;
}

const TIME = /(?:2[0-4]|[01]?\d)[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)/y;
const HOUR =
  /(?:2[0-4]|1\d|\d)(?:时(?![间长段代点效期常而候区序])|[时点](?=[0-5]?\d分))(?:[0-5]?\d分?(?!\d))?/y;

/** Where the time of day at `at` ends, or -1: `10:30`, `8时`, `14时30分`. */
export function timeEnd(text: string, at: number): number {
  const size = digitCount(text, at);
  if (size > 2 || !/[:：时点]/.test(text.charAt(at + size))) return -1;
  const match = matchAt(TIME, text, at) ?? matchAt(HOUR, text, at);
  return match ? at + match[0].length : -1;
}

const HAN_YEAR =
  /[一二][九〇零○][〇零○一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号]|份)?|度|末|底|初)?/y;

/** Where a date in Chinese numerals ends, or -1: `二〇二五年十二月`. */
export function hanDateEnd(text: string, at: number): number {
  const match = matchAt(HAN_YEAR, text, at);
  return match ? at + match[0].length : -1;
}
