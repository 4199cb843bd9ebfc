import { absolute, compare, decimal, multiply } from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { Tie } from '../../../shared/model/tie';
import { isSlipOf } from '../../figures/identity/slip';
import { MAYBE } from './same/index';

/** Figures that a tie of another kind than `same` and `part` confirms and none contradicts; of `wanted` alone where that is given. */
function confirmedBy(ties: readonly Tie[], wanted?: ReadonlySet<number | null>): ReadonlySet<number> {
  const confirmed = new Set<number>();
  const denied = new Set<number>();
  for (const { kind, status, terms } of ties) {
    if (kind === 'same' || kind === 'part' || status === 'unclear') continue;
    for (const { quantity } of terms) {
      if (quantity === null || (wanted && !wanted.has(quantity))) continue;
      (status === 'fail' ? denied : confirmed).add(quantity);
    }
  }
  for (const quantity of denied) confirmed.delete(quantity);
  return confirmed;
}

export const confirmedFigures = remembered((ties: readonly Tie[]) => confirmedBy(ties));

/**
 * The same-fact ties without those between two figures that differ and each fit their own sums, shares or changes, told by `others`:
 * a slip in one of them would show there, so they are two facts under one name (网关支付 占比 by number and by amount); not where a sentence refers back to the other figure. The same
 * list where none is left out.
 */
export function withoutTwoFacts(same: readonly Tie[], others: readonly Tie[]): readonly Tie[] {
  const differing = same.filter(differs);
  if (differing.length === 0) return same;
  const wanted = new Set(differing.flatMap(({ terms }) => terms.map(({ quantity }) => quantity)));
  const confirmed = confirmedBy(others, wanted);
  const isTwo = (tie: Tie): boolean =>
    differs(tie) &&
    !tie.definite &&
    tie.terms.every(({ quantity }) => quantity !== null && confirmed.has(quantity));
  return same.some(isTwo) ? same.filter((tie) => !isTwo(tie)) : same;
}

/** Far ties without shares and changes of figures of which their own paragraph or table tells the same. */
export function withoutToldNearby(far: readonly Tie[], own: readonly Tie[]): readonly Tie[] {
  const isDerived = ({ kind }: Tie): boolean => kind === 'share' || kind === 'growth';
  if (!far.some(isDerived)) return far;
  const told = new Set(
    own.flatMap((tie) => (isDerived(tie) && tie.status !== 'unclear' ? (tie.terms[0]?.quantity ?? []) : [])),
  );
  return far.filter((tie) => !isDerived(tie) || !told.has(tie.terms[0]?.quantity ?? -1));
}

const differs = ({ form, status, reason }: Tie): boolean =>
  form === 'equal' && (status === 'fail' || reason === MAYBE);

/** A figure that was brought up to date in one place only is seldom another by so much. */
const FAR = decimal('3');

/** Whether two figures differ by more than a slip or an old figure would explain. */
export function isFarApart({ form, definite, terms: [stated, other] }: Tie): boolean {
  if (form !== 'equal' || definite || !stated?.figure || !other?.figure) return false;
  const [a, b] = [stated.figure.value, other.figure.value];
  const [small, large] = [absolute(decimal(a)), absolute(decimal(b))].sort(compare);
  if (!small || !large || compare(large, multiply(small, FAR)) <= 0) return false;
  return !isSlipOf(a, b, Math.max(stated.figure.precision, other.figure.precision));
}
