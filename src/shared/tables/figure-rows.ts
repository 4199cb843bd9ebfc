import type { Analysis } from '../model/analysis';
import type { Fact, Quantity, QuantityState } from '../model/quantity';
import type { AlignedFigure } from '../model/reference';

/** A figure of the report beside the previous report's and the ledger's. */
export interface FigureRow {
  /** Index into `Analysis.quantities`. */
  readonly index: number;
  readonly quantity: Quantity;
  /** Null for a figure that makes no claim. */
  readonly fact: Fact | null;
  readonly state: QuantityState;
  readonly previous: AlignedFigure | null;
  readonly ledger: AlignedFigure | null;
  /** Indices into `Analysis.ties`, in their order. */
  readonly ties: readonly number[];
}

/** One row per quantity, in the order of the text. */
export function figureRows(analysis: Analysis): readonly FigureRow[] {
  const facts = new Map(analysis.facts.map((fact, index) => [fact.quantity, { fact, index }]));
  const aligned = new Map(analysis.alignments.map((one) => [one.fact, one]));
  const ties = tiesByQuantity(analysis);
  return analysis.quantities.map((quantity, index) => {
    const known = facts.get(index);
    const alignment = known && aligned.get(known.index);
    return {
      index,
      quantity,
      fact: known?.fact ?? null,
      state: analysis.states[index] ?? 'single',
      previous: alignment?.previous ?? null,
      ledger: alignment?.ledger ?? null,
      ties: ties.get(index) ?? [],
    };
  });
}

function tiesByQuantity({ ties }: Analysis): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  ties.forEach((tie, at) => {
    for (const { quantity } of tie.terms) {
      if (quantity === null) continue;
      const list = found.get(quantity);
      if (!list) found.set(quantity, [at]);
      else if (list.at(-1) !== at) list.push(at);
    }
  });
  return found;
}
