import { periodsOf } from '../periods';
import { type Span, spanOf } from './span';

/** Share of the dated facts that must speak of one year before it is the report's. */
const MOST = 2;

/** What a report is about where nothing else is said: the period in its title, else the year most facts speak of. */
export function mainSpan(title: string, periods: readonly string[]): Span | null {
  for (const { value } of periodsOf(title)) {
    const span = spanOf(value);
    if (span) return { start: span.start || `${span.end.slice(0, 4)}-01-01`, end: span.end };
  }
  const years = new Map<string, number>();
  let dated = 0;
  for (const period of periods) {
    const year = spanOf(period)?.end.slice(0, 4);
    if (!year) continue;
    dated++;
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const [most] = [...years].sort((a, b) => b[1] - a[1]);
  return most && most[1] * MOST >= dated ? spanOf(most[0]) : null;
}
