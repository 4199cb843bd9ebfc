import { formatCalendar, lastDay } from './periods';

const PARTS = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?|Q([1-4])|H([12]))?$/;
const pad = (value: number): string => String(value).padStart(2, '0');

/** The same period one year earlier; empty for an empty one. The last of February stays the last. */
export const yearBefore = (period: string): string =>
  period
    .split('..')
    .map((part) => shiftYear(part))
    .join('..');

function shiftYear(part: string): string {
  const match = PARTS.exec(part);
  if (!match) return part;
  const year = Number(match[1]) - 1;
  if (match[3] === undefined) return `${year}${part.slice(4)}`;
  const month = Number(match[2]);
  const isLast = Number(match[3]) === lastDay(year + 1, month);
  return `${year}-${match[2]}-${pad(isLast ? lastDay(year, month) : Math.min(Number(match[3]), lastDay(year, month)))}`;
}

export type Step = 'month' | 'quarter' | 'half' | 'year';

/** The period just before, of the same length; empty where there is none. A 截至 date goes back one `step`. */
export function periodBefore(period: string, step: Step | null): string {
  if (period.startsWith('..')) return endBefore(period.slice(2), step);
  const match = PARTS.exec(period);
  if (!match || match[3] !== undefined) return '';
  const [, year = '', month, , quarter, half] = match;
  const size = month ? 1 : quarter ? 3 : half ? 6 : 12;
  if (step !== null && MONTHS[step] !== size) return '';
  const last = month ? Number(month) : quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : 12;
  return ofMonths(Number(year) * 12 + last - 2 * size, size);
}

const MONTHS: Readonly<Record<Step, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** `first`: months since year 0. */
function ofMonths(first: number, size: number): string {
  const year = Math.floor(first / 12);
  const month = (first % 12) + 1;
  return formatCalendar({ year, months: [month, month + size - 1], day: null, edge: null });
}

function endBefore(date: string, step: Step | null): string {
  const match = PARTS.exec(date);
  if (!match?.[3] || step === null) return '';
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (Number(match[3]) !== lastDay(year, month) || month % MONTHS[step] !== 0) return '';
  const before = year * 12 + month - 1 - MONTHS[step];
  const last = (before % 12) + 1;
  return formatCalendar({ year: Math.floor(before / 12), months: [last, last], day: null, edge: 'end' });
}

/** Year and month that a period ends with; null for an empty one. */
export function lastMonth(period: string): { readonly year: number; readonly month: number } | null {
  const match = PARTS.exec(period.split('..').at(-1) ?? '');
  if (!match) return null;
  const [, year = '', month, , quarter, half] = match;
  const last = month ? Number(month) : quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : 12;
  return { year: Number(year), month: last };
}

const SIZES: readonly (readonly [RegExp, number])[] = [
  [/^\d{4}$/, 12],
  [/^\d{4}H[12]$/, 6],
  [/^\d{4}Q[1-4]$/, 3],
  [/^\d{4}-\d\d$/, 1],
];

/** Months that a year, half-year, quarter or month has; null for what is none of them. */
export const monthsIn = (period: string): number | null =>
  SIZES.find(([form]) => form.test(period))?.[1] ?? null;

/**
 * A period so many months later: `2025Q3` and 3 give `2025Q4`, `2024-02-29` and 12 `2025-02-28`. A period that is longer than the
 * step stays, as does one of another form: a year has none that is a quarter later.
 */
export function monthsLater(period: string, months: number): string {
  if (months === 0) return period;
  const parts = period.split('..');
  const isLonger = parts.length === 2 && parts[0] !== '' && spanIn(parts) > Math.abs(months);
  if (isLonger && months % 12 !== 0) return period;
  return parts.map((part) => partLater(part, months)).join('..');
}

function partLater(part: string, months: number): string {
  const match = PARTS.exec(part);
  if (!match) return part;
  const [, year = '', month, day, quarter, half] = match;
  if (day !== undefined) return dayLater(Number(year), Number(month), Number(day), months);
  const size = month ? 1 : quarter ? 3 : half ? 6 : 12;
  if (size > Math.abs(months) || months % size !== 0) return part;
  const last = month ? Number(month) : quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : 12;
  return ofMonths(Number(year) * 12 + last - size + months, size);
}

/** The last day of a month stays the last. */
function dayLater(year: number, month: number, day: number, months: number): string {
  const at = year * 12 + month - 1 + months;
  const [then, which] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  const last = lastDay(then, which);
  return `${then}-${pad(which)}-${pad(day === lastDay(year, month) ? last : Math.min(day, last))}`;
}

/** Months from the first to the last one of a range. */
function spanIn([from = '', to = '']: readonly string[]): number {
  const [first, last] = [lastMonth(from), lastMonth(to)];
  return first && last ? (last.year - first.year) * 12 + last.month - first.month + 1 : 0;
}
