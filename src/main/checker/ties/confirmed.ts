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
 * The same-fact ties without those between two figures that differ and each fit their own sums, shares or changes, told by `others`:
 * a slip in one of them would show there, so they are two facts under one name (网关支付 占比 by number and by amount). The same
 * list where none is left out.
 */
export function withoutTwoFacts(same: readonly Tie[], others: readonly Tie[]): readonly Tie[] {
  if (!same.some(differs)) return same;
  const confirmed = confirmedFigures(others);
  const isTwo = (tie: Tie): boolean =>
    differs(tie) && tie.terms.every(({ quantity }) => quantity !== null && confirmed.has(quantity));
  return same.some(isTwo) ? same.filter((tie) => !isTwo(tie)) : same;
}

const differs = ({ status, reason }: Tie): boolean => status === 'fail' || reason === MAYBE;
