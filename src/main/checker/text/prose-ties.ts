import type { Tie, TieKind, TieTerm } from '../../../shared/model/tie';
import type { CheckedReport } from '../rule';

/** Ties of the kinds whose figures all stand in prose. */
export const proseTiesOf = ({ ties, quantities }: CheckedReport, kinds: readonly TieKind[]): readonly Tie[] =>
  ties.filter(
    ({ kind, terms, outside }) =>
      kinds.includes(kind) &&
      (outside ?? []).length === 0 &&
      terms.every(({ quantity }) => quantity !== null && quantities[quantity]?.place.row === undefined),
  );

/** Figures that a tie confirms, by their index. */
export function confirmedFigures({ ties }: CheckedReport): ReadonlySet<number> {
  const confirmed = new Set<number>();
  for (const { status, terms } of ties) {
    if (status !== 'pass') continue;
    for (const { quantity } of terms) if (quantity !== null) confirmed.add(quantity);
  }
  return confirmed;
}

/** The stated figure as it must read, where every other figure of the tie is confirmed elsewhere; else null. */
export function determined(tie: Tie, confirmed: ReadonlySet<number>): string | null {
  const [stated, ...others] = tie.terms;
  const known = ({ quantity }: TieTerm): boolean => quantity !== null && confirmed.has(quantity);
  if (!stated || stated.quantity === null || confirmed.has(stated.quantity) || !others.every(known))
    return null;
  return tie.expected.startsWith('≤') || tie.expected === stated.raw ? null : tie.expected;
}
