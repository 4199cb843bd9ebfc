import type { LatticeName } from '../tables/lattice';
import { type NamedPeriod, periodNamed, residueOf } from '../tables/periods';
import { basisOf, type Operand } from './pairs';

/** Lines that are periods: a figure changes from the line of an earlier period to its own. */
export interface Series {
  readonly measured: LatticeName;
  readonly baseOf: ReadonlyMap<LatticeName, LatticeName>;
  readonly explicit: boolean;
}

const MOST_MEASURED = 3;

/** How a field may change along lines that are years, quarters or months. */
export function seriesFor(
  field: LatticeName,
  operands: readonly Operand[],
  lines: readonly LatticeName[],
): readonly Series[] {
  const dated = lines.flatMap((line) => {
    const period = periodNamed(line.text);
    return period.months !== null && residueOf(line.text) === '' ? [{ line, period }] : [];
  });
  if (dated.length < 2 || dated.length * 3 < lines.length * 2) return [];
  const measured = measuredFor(field, operands);
  return gapsOf(field, dated[0]?.period).flatMap((gap, _, gaps) => {
    const baseOf = earlierBy(gap, dated);
    if (baseOf.size === 0) return [];
    return measured.map((one, rank) => ({
      measured: one.field,
      baseOf,
      explicit: gaps.length === 1 && rank === 0,
    }));
  });
}

/** The fields whose change this may be: of its own name, else those on its left, the nearest first. */
function measuredFor(field: LatticeName, operands: readonly Operand[]): readonly Operand[] {
  const own = residueOf(field.text);
  const named = operands.filter(
    ({ residue }) => own !== '' && residue !== '' && (own.endsWith(residue) || residue.endsWith(own)),
  );
  if (named.length > 0) return named.slice(0, MOST_MEASURED);
  return own === ''
    ? operands
        .filter((one) => one.field.at < field.at)
        .slice(-MOST_MEASURED)
        .reverse()
    : [];
}

/** Months between a period and the one it is compared with. */
function gapsOf(field: LatticeName, period: NamedPeriod | undefined): readonly number[] {
  const basis = basisOf(field);
  const span = period?.span ?? 12;
  if (basis.opening || basis.plan || basis.year !== null) return [];
  if (span === 12 || basis.step === 'year') return [12];
  if (span === 0) return basis.step === 'period' ? [1, 3] : [12, 1, 3];
  return basis.step === 'period' ? [span] : [12, span];
}

interface Dated {
  readonly line: LatticeName;
  readonly period: NamedPeriod;
}

function earlierBy(gap: number, dated: readonly Dated[]): ReadonlyMap<LatticeName, LatticeName> {
  const byMonth = new Map(dated.map(({ line, period }) => [`${period.months}:${period.span}`, line]));
  const baseOf = new Map<LatticeName, LatticeName>();
  for (const { line, period } of dated) {
    const base = byMonth.get(`${(period.months ?? 0) - gap}:${period.span}`);
    if (base && base !== line) baseOf.set(line, base);
  }
  return baseOf;
}
