import {
  compare,
  type Decimal,
  decimal,
  divide,
  formatDecimal,
  shift,
  subtract,
  zero,
} from '../../../shared/decimal';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import type { AlignedFigure, Alignment, Reference } from '../../../shared/model/reference';
import { baseSpan } from '../../figures/identity/base-span';
import { mainSpan } from '../../figures/identity/main-period';
import { type Measure, measureOf } from '../../figures/identity/measure';
import {
  findEntries,
  indexReferences,
  ofPeriod,
  type ReferenceEntry,
  type ReferenceGroup,
} from '../../figures/identity/reference-index';
import { type Span, spanOf } from '../../figures/identity/span';

const RATE_DECIMALS = 2;

/** The figures of a report beside the same figures of the references. One entry per fact that has any; ascending. */
export function alignFacts(
  facts: readonly Fact[],
  quantities: readonly Quantity[],
  references: readonly Reference[],
): readonly Alignment[] {
  if (references.length === 0) return [];
  const main = mainSpan(
    '',
    facts.map(({ period }) => period),
  );
  const index = indexReferences(references, main);
  const measured = new Map<string, Measure>();
  const bodies = new Map<string, string>();
  return facts.flatMap((fact, at): Alignment[] => {
    const quantity = quantities[fact.quantity];
    if (!quantity || quantity.exempt !== null) return [];
    const key = `${quantity.unit}\n${fact.concept}\n${fact.scope}`;
    const measure = measured.get(key) ?? measureOf({ ...fact, unit: quantity.unit }, [], bodies);
    measured.set(key, measure);
    const found = findEntries(index, measure);
    if (found?.grade !== 'same') return [];
    const span = fact.period === '' ? main : spanOf(fact.period);
    const base = fact.comparison && baseSpan(fact.comparison, span);
    const before = previousOf(found, measure, span, base);
    const beside = ledgerOf(found, measure, span);
    if (!before && !beside) return [];
    const aligned = (entry: ReferenceEntry | null): AlignedFigure | null =>
      entry && alignedFigure(entry, decimal(quantity.value));
    return [{ fact: at, previous: aligned(before), ledger: aligned(beside) }];
  });
}

/** Of the previous report: the period compared with, else the latest of the same length before this one. */
function previousOf(
  group: ReferenceGroup,
  { stock }: Measure,
  span: Span | null,
  base: Span | null,
): ReferenceEntry | null {
  const told = ofPeriod(group, base, stock).find(({ kind }) => kind === 'previous');
  if (told) return told;
  let latest: ReferenceEntry | null = null;
  for (const [entry] of group.byPeriod.values()) {
    if (entry?.kind !== 'previous' || !entry.span || !span || !isBefore(entry.span, span, stock)) continue;
    if (!latest?.span || entry.span.end > latest.span.end) latest = entry;
  }
  return latest;
}

function isBefore(one: Span, other: Span, stock: boolean): boolean {
  if (one.end >= other.end) return false;
  return stock || ((one.start === '') === (other.start === '') && monthsOf(one) === monthsOf(other));
}

const monthsOf = ({ start, end }: Span): number =>
  start === ''
    ? 0
    : (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
      Number(end.slice(5, 7)) -
      Number(start.slice(5, 7));

const ledgerOf = (group: ReferenceGroup, { stock }: Measure, span: Span | null): ReferenceEntry | null =>
  ofPeriod(group, span, stock).find(({ kind }) => kind === 'ledger') ?? null;

function alignedFigure({ reference, fact }: ReferenceEntry, value: Decimal): AlignedFigure {
  const { concept, scope, period, place, raw, unit } = fact;
  const other = decimal(fact.value);
  const difference = subtract(value, other);
  const rate =
    compare(other, zero) > 0 ? formatDecimal(divide(shift(difference, 2), other, RATE_DECIMALS)) : '';
  return {
    reference,
    concept,
    scope,
    period,
    place,
    raw,
    value: fact.value,
    unit,
    difference: formatDecimal(difference),
    rate,
  };
}
