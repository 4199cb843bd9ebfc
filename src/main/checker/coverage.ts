import type { Coverage, Quantity, QuantityState } from '../../shared/model/quantity';
import type { Tie } from '../../shared/model/tie';

/**
 * Each quantity ends in exactly one state. A failed tie outweighs a passed one: a number is confirmed
 * only when nothing contradicts it. `waived` is put in later, by a person's disposition.
 */
export function quantityStates(quantities: readonly Quantity[], ties: readonly Tie[]): QuantityState[] {
  const passed = new Set<number>();
  const failed = new Set<number>();
  const unclear = new Set<number>();
  for (const tie of ties) {
    const target = tie.status === 'fail' ? failed : tie.status === 'unclear' ? unclear : passed;
    for (const term of tie.terms) if (term.quantity !== null) target.add(term.quantity);
  }
  return quantities.map((quantity, index) => {
    if (quantity.exempt) return 'exempt';
    if (failed.has(index)) return 'conflicting';
    if (passed.has(index)) return 'tied';
    return unclear.has(index) ? 'unclear' : 'single';
  });
}

export function coverageOf(states: readonly QuantityState[]): Coverage {
  const counts = { tied: 0, conflicting: 0, waived: 0, single: 0, unclear: 0, exempt: 0 };
  for (const state of states) counts[state]++;
  return counts;
}
