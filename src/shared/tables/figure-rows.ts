import type { Analysis } from '../model/analysis';
import type { Fact, Quantity, QuantityState } from '../model/quantity';
import type { AlignedFigure } from '../model/reference';
import { eachNumber } from '../packed/leaves';
import { lazyList, segmentsBehind } from '../packed/list';

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

/** One row per quantity, in the order of the text; made when asked for where the figures stay packed. */
export function figureRows(analysis: Analysis): readonly FigureRow[] {
  const { quantities, facts, alignments, states } = analysis;
  const factOf = new Int32Array(quantities.length).fill(-1);
  eachNumber(facts, 'quantity', (fact, quantity) => {
    factOf[quantity] = fact;
  });
  const aligned = new Map(alignments.map((one) => [one.fact, one]));
  const tiesOf = tiesByQuantity(analysis);
  const rowOf = (quantity: Quantity, index: number): FigureRow => {
    const fact = factOf[index] ?? -1;
    const alignment = aligned.get(fact);
    return {
      index,
      quantity,
      fact: facts[fact] ?? null,
      state: states[index] ?? 'single',
      previous: alignment?.previous ?? null,
      ledger: alignment?.ledger ?? null,
      ties: tiesOf(index),
    };
  };
  if (!segmentsBehind(quantities)) return quantities.map(rowOf);
  const at = (index: number): FigureRow => rowOf(quantities[index] as Quantity, index);
  return lazyList({ length: quantities.length, at });
}

/** Each quantity's ties in one list, with where each quantity's begin. */
function tiesByQuantity({ quantities, ties }: Analysis): (quantity: number) => readonly number[] {
  const firsts = new Int32Array(quantities.length + 1);
  const last = new Int32Array(quantities.length).fill(-1);
  eachNumber(ties, 'terms.*.quantity', (tie, quantity) => {
    if (last[quantity] !== tie) firsts[quantity + 1] = (firsts[quantity + 1] ?? 0) + 1;
    last[quantity] = tie;
  });
  for (let at = 1; at < firsts.length; at++) firsts[at] = (firsts[at] ?? 0) + (firsts[at - 1] ?? 0);
  const all = new Int32Array(firsts.at(-1) ?? 0);
  const next = firsts.slice();
  last.fill(-1);
  eachNumber(ties, 'terms.*.quantity', (tie, quantity) => {
    if (last[quantity] === tie) return;
    last[quantity] = tie;
    const at = next[quantity] ?? 0;
    all[at] = tie;
    next[quantity] = at + 1;
  });
  return (quantity) => [...all.subarray(firsts[quantity], firsts[quantity + 1])];
}
