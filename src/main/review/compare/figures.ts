import type { Analysis } from '../../../shared/model/analysis';
import type { FigureChange, FigureText } from '../../../shared/model/comparison';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import { monthsLater } from '../../figures/shift-period';
import { changeBetween } from './growth';

interface Figure {
  readonly fact: Fact;
  readonly quantity: Quantity;
}

/**
 * Figures of one meaning are compared with each other; those that agree, in any order, are no change. The earlier ones'
 * periods are read `months` later.
 */
export function compareFigures(before: Analysis, after: Analysis, months = 0): readonly FigureChange[] {
  const earlier = byMeaning(before, months);
  const later = byMeaning(after, 0);
  const changes: FigureChange[] = [];
  for (const [meaning, figures] of later) {
    const [removed, added] = withoutEqual(earlier.get(meaning) ?? [], figures);
    // Without a concept two figures have nothing in common but their place in line.
    const named = (figures[0]?.fact.concept ?? '') !== '';
    const pairs = named ? Math.min(removed.length, added.length) : 0;
    for (let at = 0; at < pairs; at++) changes.push(changeOf(removed[at], added[at]));
    changes.push(...removed.slice(pairs).map((figure) => changeOf(figure, undefined)));
    changes.push(...added.slice(pairs).map((figure) => changeOf(undefined, figure)));
    earlier.delete(meaning);
  }
  for (const figures of earlier.values()) {
    changes.push(...figures.map((figure) => changeOf(figure, undefined)));
  }
  const place = ({ before: old, after: now }: FigureChange): number => (now ?? old)?.range.start ?? 0;
  return changes.sort((a, b) => place(a) - place(b));
}

function byMeaning({ facts, quantities }: Analysis, months: number): Map<string, Figure[]> {
  const meanings = new Map<string, Figure[]>();
  for (const fact of facts) {
    const quantity = quantities[fact.quantity];
    if (!quantity) continue;
    const meaning = [fact.concept, fact.scope, monthsLater(fact.period, months), quantity.unit].join(
      '\u0000',
    );
    const figures = meanings.get(meaning);
    if (figures) figures.push({ fact, quantity });
    else meanings.set(meaning, [{ fact, quantity }]);
  }
  return meanings;
}

const statedValue = ({ quantity }: Figure): string => `${quantity.value} ${quantity.approximator ?? ''}`;

/** What is left on either side when figures of equal value have been taken away in pairs. */
function withoutEqual(before: readonly Figure[], after: readonly Figure[]): readonly [Figure[], Figure[]] {
  const counts = new Map<string, number>();
  for (const figure of before) counts.set(statedValue(figure), (counts.get(statedValue(figure)) ?? 0) + 1);
  const added = after.filter((figure) => !take(counts, statedValue(figure)));
  const removed = before
    .toReversed()
    .filter((figure) => take(counts, statedValue(figure)))
    .toReversed();
  return [removed, added];
}

function take(counts: Map<string, number>, value: string): boolean {
  const left = counts.get(value) ?? 0;
  if (left > 0) counts.set(value, left - 1);
  return left > 0;
}

function changeOf(before: Figure | undefined, after: Figure | undefined): FigureChange {
  const { concept = '', scope = '', period = '' } = (after ?? before)?.fact ?? {};
  const kind = before && after ? 'changed' : after ? 'added' : 'removed';
  return {
    kind,
    concept,
    scope,
    period,
    before: textOf(before),
    after: textOf(after),
    periodBefore: before?.fact.period ?? '',
    unit: (after ?? before)?.quantity.unit ?? '',
    ...changeBetween(before?.quantity, after?.quantity),
  };
}

const textOf = (figure: Figure | undefined): FigureText | null =>
  figure ? { range: figure.quantity.range, raw: figure.quantity.raw } : null;
