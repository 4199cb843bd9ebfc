import type { Analysis } from '../../../shared/model/analysis';
import type { LedgerFact } from '../../../shared/model/ledger';
import { lineColumn } from '../../document/lines';

/**
 * The facts of an earlier report as reference facts. Approximate figures (约, 超过) are left out: nothing can be
 * checked against them. So are figures of which it is not known what they measure.
 */
export function factsOfReport({ document, facts, quantities }: Analysis): readonly LedgerFact[] {
  return facts.flatMap((fact): readonly LedgerFact[] => {
    const quantity = quantities[fact.quantity];
    if (!quantity || quantity.exempt !== null || quantity.approximator !== null) return [];
    if (fact.concept === '' && fact.scope === '') return [];
    const { value, unit, precision, raw, range } = quantity;
    const { line } = lineColumn(document.lineStarts, range.start);
    const { concept, scope, period } = fact;
    return [{ concept, scope, period, value, unit, precision, raw, place: `第${line}行` }];
  });
}
