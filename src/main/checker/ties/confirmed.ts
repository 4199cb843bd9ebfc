import { remembered } from '../../../shared/memo';
import type { Tie } from '../../../shared/model/tie';
import { MAYBE } from './same';

/** Figures that a tie of another kind than `same` and `part` confirms and none contradicts. */
export const confirmedFigures = remembered((ties: readonly Tie[]): ReadonlySet<number> => {
  const confirmed = new Set<number>();
  const denied = new Set<number>();
  for (const { kind, status, terms } of ties) {
    if (kind === 'same' || kind === 'part' || status === 'unclear') continue;
    for (const { quantity } of terms) {
      if (quantity !== null) (status === 'fail' ? denied : confirmed).add(quantity);
    }
  }
  for (const quantity of denied) confirmed.delete(quantity);
  return confirmed;
});

/**
 * The ties without those between two figures that differ and each fit their own sums, shares or changes: a slip in one of them would
 * show there, so they are two facts under one name (网关支付 占比 by number and by amount).
 */
export function withoutTwoFacts(ties: readonly Tie[]): readonly Tie[] {
  const confirmed = confirmedFigures(ties);
  return ties.filter(
    ({ kind, status, reason, terms: [stated, other] }) =>
      kind !== 'same' ||
      (status !== 'fail' && reason !== MAYBE) ||
      !confirmed.has(stated?.quantity ?? -1) ||
      !confirmed.has(other?.quantity ?? -1),
  );
}
