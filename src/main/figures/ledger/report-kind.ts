import { spanOf } from '../identity/span';
import { formatPeriod, takePeriod } from './period';

/** What a report's title says: of which kind it is, and which period it ends. */
export interface ReportKind {
  /** The title without its periods, blanks and marks: the same for this year's and last year's report. */
  readonly name: string;
  /** Last day of the period, ISO; empty where the title names none. */
  readonly end: string;
}

/** No title names more. */
const MOST_PERIODS = 4;

/** `2025年第三季度支付业务报告` → 支付业务报告, `2025-09-30`. */
export function reportKind(title: string): ReportKind {
  let rest = title.normalize('NFKC').replace(/\s+/g, '');
  let end = '';
  for (let count = 0; count < MOST_PERIODS; count++) {
    const found = takePeriod(rest);
    if (!found) break;
    rest = found.rest;
    end ||= spanOf(formatPeriod(found.parts))?.end ?? '';
  }
  return { name: rest.replace(/[\p{P}\p{S}]/gu, ''), end };
}

/** Fewer signs tell no kind: 报告 alone. */
const LEAST = 4;

/** Whether two titles name reports of one kind, of whatever periods. */
export function ofOneKind(one: string, other: string): boolean {
  const { name } = reportKind(one);
  return name.length >= LEAST && name === reportKind(other).name;
}

/** The newest of them that is of the same kind and of an earlier period; null when there is none. */
export function previousOf<T extends { readonly title: string }>(
  title: string,
  others: readonly T[],
): T | null {
  const own = reportKind(title);
  if (own.name.length < LEAST || own.end === '') return null;
  let best: { readonly report: T; readonly end: string } | null = null;
  for (const report of others) {
    const { name, end } = reportKind(report.title);
    if (name !== own.name || end === '' || end >= own.end || (best && end <= best.end)) continue;
    best = { report, end };
  }
  return best?.report ?? null;
}
