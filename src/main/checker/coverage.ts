import type { Coverage, Quantity, QuantityState } from '../../shared/model/quantity';
import type { Tie } from '../../shared/model/tie';

/**
 * Each quantity ends in exactly one state. A failed tie outweighs a passed one: a number is confirmed
 * only when nothing contradicts it. `waived` is put in later, by a person's disposition.
 */
export function quantityStates(quantities: readonly Quantity[], ties: readonly Tie[]): QuantityState[] {
  const marks = new Uint8Array(quantities.length);
  for (const { status, terms } of ties) {
    const mark = status === 'fail' ? FAILED : status === 'unclear' ? UNCLEAR : PASSED;
    for (const { quantity } of terms) if (quantity !== null) marks[quantity] = (marks[quantity] ?? 0) | mark;
  }
  return quantities.map((quantity, index) => {
    const mark = marks[index] ?? 0;
    if (quantity.exempt) return 'exempt';
    if (mark & FAILED) return 'conflicting';
    if (mark & PASSED) return 'tied';
    return mark & UNCLEAR ? 'unclear' : 'single';
  });
}

const UNCLEAR = 1;
const PASSED = 2;
const FAILED = 4;

export function coverageOf(states: readonly QuantityState[]): Coverage {
  const counts = { tied: 0, conflicting: 0, waived: 0, single: 0, unclear: 0, exempt: 0 };
  for (const state of states) counts[state]++;
  return counts;
}
