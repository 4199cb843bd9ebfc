import { absolute, decimal, divide, formatDecimal, shift, subtract } from '../../../shared/decimal';
import type { Analysis } from '../../../shared/model/analysis';
import type { FigureChange } from '../../../shared/model/comparison';
import type { Quantity } from '../../../shared/model/quantity';
import { reportPeriod } from '../../figures/report-period';
import { lastMonth, monthsIn } from '../../figures/shift-period';

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** Digits of a growth in per cent behind the point. */
const PLACES = 2;

/** Difference and growth from one figure to another; a share's change is told in its own points, as a difference only. */
export function changeBetween(
  before: Quantity | undefined,
  after: Quantity | undefined,
): Pick<FigureChange, 'difference' | 'growth'> {
  if (!before || !after) return { difference: null, growth: null };
  const old = decimal(before.value);
  const difference = subtract(decimal(after.value), old);
  const told = formatDecimal(difference);
  if (old.units === 0n || before.unit === '%') return { difference: told, growth: null };
  return { difference: told, growth: formatDecimal(divide(shift(difference, 2), absolute(old), PLACES)) };
}

/** The periods that two texts are about, empty where they tell of none, and the months from the one to the other. */
export interface PeriodStep {
  readonly before: string;
  readonly after: string;
  readonly months: number;
}

/**
 * From one text to the other. Titles that name periods of one length (`2025Q3` and `2025Q4`) count where the figures bear out their
 * years; else the years that most figures are of.
 */
export function stepBetween(before: Analysis, after: Analysis): PeriodStep {
  const [earlier, later] = [titlePeriod(before), titlePeriod(after)];
  const size = monthsIn(earlier);
  if (size !== null && size === monthsIn(later)) {
    const [from, to] = [lastMonth(earlier), lastMonth(later)];
    const months = from && to ? (to.year - from.year) * 12 + to.month - from.month : 0;
    return { before: earlier, after: later, months };
  }
  const [first, second] = [mainYear(before), mainYear(after)];
  const months = first === null || second === null ? 0 : (second - first) * 12;
  return { before: earlier || String(first ?? ''), after: later || String(second ?? ''), months };
}

/** The period in the title; empty where most figures are of another year: one of the two is wrong. */
function titlePeriod(analysis: Analysis): string {
  const { year, value } = reportPeriod(analysis.document.title);
  const main = mainYear(analysis);
  return main === null || main === year ? value : '';
}

/** The year that most figures are of; the later one of two. */
function mainYear({ facts }: Analysis): number | null {
  const counts = new Map<number, number>();
  for (const { period } of facts) {
    const year = Number(period.match(YEAR)?.at(-1) ?? 0);
    if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  return most?.[0] ?? null;
}
