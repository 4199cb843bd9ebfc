import { rememberedText } from '../../../shared/memo';
import { lastDay } from '../periods';

/** A period as days, ends included; `start` is empty for 截至…. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

const PARTS = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-?Q([1-4])|-?H([12]))?$/;
const pad = (value: number): string => String(value).padStart(2, '0');

/** `2025Q4` → its first and last day. Null for an unknown period and for words (`12月`). */
export const spanOf = rememberedText(readSpan);

function readSpan(period: string): Span | null {
  if (period.startsWith('..')) {
    const last = spanOf(period.slice(2));
    return last && { start: '', end: last.end };
  }
  const range = /^(.+?)(?:\.\.|\/)(.+)$/.exec(period);
  if (range) {
    const [first, last] = [spanOf(range[1] ?? ''), spanOf(range[2] ?? '')];
    return first && last && { start: first.start, end: last.end };
  }
  const match = PARTS.exec(period);
  if (!match) return null;
  const [, year = '', month, day, quarter, half] = match;
  if (month && day) return { start: period, end: period };
  const [from, to] = monthsOf(month, quarter, half);
  if (from < 1 || to > 12) return null;
  return { start: `${year}-${pad(from)}-01`, end: `${year}-${pad(to)}-${pad(lastDay(Number(year), to))}` };
}

function monthsOf(
  month: string | undefined,
  quarter: string | undefined,
  half: string | undefined,
): readonly [number, number] {
  if (month) return [Number(month), Number(month)];
  if (quarter) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (half) return [Number(half) * 6 - 5, Number(half) * 6];
  return [1, 12];
}

/** The same for two spellings of one period. A stock (余额, 户数) is told by the last day alone. */
export function spanKey(span: Span, stock: boolean): string {
  if (stock || span.start === span.end) return `@${span.end}`;
  return `${span.start}/${span.end}`;
}

const YEAR_ONLY = /^(\d{4})(.*)$/;

/** The span one year earlier. */
export function yearBefore({ start, end }: Span): Span {
  return { start: shiftYears(start, -1), end: shiftYears(end, -1) };
}

function shiftYears(date: string, by: number): string {
  const match = YEAR_ONLY.exec(date);
  if (!match) return date;
  const year = Number(match[1]) + by;
  const rest = match[2] ?? '';
  const month = Number(rest.slice(1, 3));
  // The last of February stays the last.
  const day = Math.min(Number(rest.slice(4)), lastDay(year, month));
  const isLast = Number(rest.slice(4)) === lastDay(year - by, month);
  return `${year}-${pad(month)}-${pad(isLast ? lastDay(year, month) : day)}`;
}

/** The span of the same length just before: the month before a month, the quarter before a quarter; null where there is none. */
export function spanBefore({ start, end }: Span): Span | null {
  if (start === '' || start === end || !start.endsWith('-01')) return null;
  const months = monthNumber(end) - monthNumber(start) + 1;
  const [, , day] = end.split('-').map(Number);
  if (day !== lastDay(Number(end.slice(0, 4)), Number(end.slice(5, 7)))) return null;
  const first = monthNumber(start) - months;
  const last = monthNumber(start) - 1;
  return { start: `${monthText(first)}-01`, end: lastDayOf(last) };
}

/** The end of the year before: what 较年初 and 比上年末 compare with. */
export const yearEndBefore = ({ end }: Span): Span => ({
  start: '',
  end: `${Number(end.slice(0, 4)) - 1}-12-31`,
});

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const monthText = (number: number): string => `${Math.floor(number / 12)}-${pad((number % 12) + 1)}`;

function lastDayOf(month: number): string {
  const text = monthText(month);
  return `${text}-${pad(lastDay(Number(text.slice(0, 4)), Number(text.slice(5))))}`;
}
