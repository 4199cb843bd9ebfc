import { DATED, datedPeriod } from './periods';

/** What a report is about, as its title says; `value` and `end` are empty where it names no period. */
export interface ReportPeriod {
  readonly year: number | null;
  /** `2025`, `2025H1`. */
  readonly value: string;
  /** `..2025-12-31`: what 期末 and 报告期末 mean. */
  readonly end: string;
}

const FIRST = new RegExp(DATED);

/** The period that a title names: 《…公司2025年上半年支付业务报告》 is about `2025H1`. */
export function reportPeriod(title: string): ReportPeriod {
  const match = FIRST.exec(title);
  const told = match ? datedPeriod(match.groups ?? {}) : '';
  // 2025年半年度报告, 2025年半年报.
  const isHalf =
    match !== null && /^\d{4}$/.test(told) && /^(?:度)?半年/.test(title.slice(match.index + match[0].length));
  const value = isHalf ? `${told}H1` : told;
  return { year: Number(/\d{4}/.exec(value)?.[0] ?? 0) || null, value, end: endOf(value) };
}

/** All up to the last day of a period; empty for an empty one. */
export function endOf(period: string): string {
  const last = period.split('..').at(-1) ?? '';
  if (period.startsWith('..') || /-\d\d-\d\d$/.test(last)) return last && `..${last}`;
  const match = LAST_PART.exec(last);
  if (!match) return '';
  const [, year = '', month, quarter, half] = match;
  const end = month ? Number(month) : quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : 12;
  const day = new Date(Date.UTC(Number(year), end, 0)).getUTCDate();
  return `..${year}-${String(end).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const LAST_PART = /^(\d{4})(?:-(\d\d)|Q([1-4])|H([12]))?$/;
