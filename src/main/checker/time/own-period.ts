import { allMatches } from '../../../shared/matches';
import { remembered } from '../../../shared/memo';
import type { ReportDocument } from '../../../shared/model/document';
import { closingDate } from './after-closing';

/** Months of a year, both ends within. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** The years that a report speaks of, and what its title and its closing date say. */
export interface ToldYears {
  /** The one year of the title; null where it has none or several. */
  readonly title: number | null;
  /** Set for a title of a month, a quarter, a half or the first three quarters. */
  readonly months: Months | null;
  readonly closing: { readonly year: number; readonly month: number } | null;
  /** The year that is told most; null in a text without years. */
  readonly most: number | null;
  readonly counts: ReadonlyMap<number, number>;
}

/** What is compared with, what began or was issued then, tells nothing of the report's own time. */
const TOLD =
  /(?<![较比与同由从自]|相较于|相比于|不及)((?:19|20)\d{2})\s?年(?!同期|[度末底]?相比|(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|以来|发布|修订|施行|印发|颁布|成立))/g;

export const toldYears = remembered((document: ReportDocument): ToldYears => {
  const counts = new Map<number, number>();
  for (const [, year] of allMatches(document.text, TOLD))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const title = document.title.replace(/\s+/g, '');
  const years = new Set(allMatches(title, /(?:19|20)\d{2}(?=年|[—–~～-])/g).map(([year]) => Number(year)));
  const closing = closingDate(document);
  return {
    title: years.size === 1 ? ([...years][0] ?? null) : null,
    months: monthsIn(title) ?? monthIn(title),
    closing: closing?.year && closing.month ? { year: closing.year, month: closing.month } : null,
    most: most?.[0] ?? null,
    counts,
  };
});

/** The months of the quarter, half or three quarters that a text begins or goes on with. */
export function monthsIn(text: string): Months | null {
  if (/前三季度/.test(text)) return { from: 1, to: 9 };
  const [, quarter, half] = /第?([一二三四])季度|([上下])半年/.exec(text) ?? [];
  if (half !== undefined) return half === '上' ? { from: 1, to: 6 } : { from: 7, to: 12 };
  if (quarter === undefined) return null;
  const nth = '一二三四'.indexOf(quarter);
  return { from: nth * 3 + 1, to: nth * 3 + 3 };
}

function monthIn(title: string): Months | null {
  const month = Number(/(?:19|20)\d{2}年(\d{1,2})月(?!\d|[末底初至到—–~～-])/.exec(title)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? { from: month, to: month } : null;
}

const FEW = 3;
const MANY = 6;

/**
 * The year that a report is on: that of its title where the text speaks of it most; without one there, the year that the text speaks of
 * three times as often as of any other, closed in it or in the next. Null where they do not agree.
 */
export function ownYear({ title, closing, most, counts }: ToldYears): number | null {
  if (most === null) return null;
  const told = counts.get(most) ?? 0;
  if (title !== null) return title === most && told >= FEW ? most : null;
  const next = Math.max(0, ...[...counts].filter(([year]) => year !== most).map(([, count]) => count));
  const isClosed = closing === null || closing.year === most || closing.year === most + 1;
  return told >= MANY && told >= next * 3 && isClosed ? most : null;
}
