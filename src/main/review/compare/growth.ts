import { absolute, decimal, divide, formatDecimal, shift, subtract } from '../../../shared/decimal';
import type { Analysis } from '../../../shared/model/analysis';
import type { FigureChange } from '../../../shared/model/comparison';
import type { Quantity } from '../../../shared/model/quantity';

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

/** A period so many years later: `2024-12-31` and 1 give `2025-12-31`. */
export const shiftedPeriod = (period: string, years: number): string =>
  years === 0 ? period : period.replace(YEAR, (year) => String(Number(year) + years));

/** Years between what two texts mostly tell of; 0 where one of them tells of no year. */
export function yearsBetween(before: Analysis, after: Analysis): number {
  const [earlier, later] = [mainYear(before), mainYear(after)];
  return earlier === null || later === null ? 0 : later - earlier;
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
