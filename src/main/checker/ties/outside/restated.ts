import type { Tie } from '../../../../shared/model/tie';
import { ofPeriod } from '../../../figures/identity/reference-index';
import { spanOf } from '../../../figures/identity/span';
import { buildTie, termOf } from '../build';
import { REVISED_REASON } from './changes';
import { candidatesOf, entryFigure, entryTerm, isRevised, type OutsideInput } from './input';

/** Earlier figures told again (上年为…, a column 2024年) against the report that told them first. */
export function restatedTies(input: OutsideInput): readonly Tie[] {
  if (!input.references.some(({ kind }) => kind === 'previous')) return [];
  const doubt = isRevised(input) ? REVISED_REASON : '';
  return input.mentions.flatMap((mention) => {
    const { fact, measure, quantity, value, firm } = mention;
    const span = spanOf(fact.period);
    const found = span && firm ? candidatesOf(input, fact, mention) : null;
    if (found?.grade !== 'same') return [];
    const entries = ofPeriod(found, span, measure.stock, quantity.value).filter(
      ({ kind }) => kind === 'previous',
    );
    // Told differently in the earlier report itself: any of its figures will do.
    const entry = entries.find((one) => one.fact.value === quantity.value) ?? entries[0];
    if (!entry) return [];
    const several = entries.some((one) => one.fact.value !== entry.fact.value);
    return [
      buildTie({
        kind: 'prior',
        form: 'equal',
        stated: termOf(input.quantities, fact.quantity, value),
        operands: [{ role: 'other', outside: entryTerm(entry), figure: entryFigure(entry) }],
        exact: quantity.precision === entry.fact.precision,
        doubt: several ? '上期报告中有几个不同的数，无法断定' : doubt,
      }),
    ];
  });
}
