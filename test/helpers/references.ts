import type { LedgerFact } from '../../src/shared/model/ledger';
import type { Reference } from '../../src/shared/model/reference';

/** A reference fact; precision from the number of printed decimals unless told. */
export function ledgerFact(
  scope: string,
  concept: string,
  period: string,
  value: string,
  unit: string,
  more: Partial<LedgerFact> = {},
): LedgerFact {
  const precision = -(value.split('.')[1]?.length ?? 0);
  return { scope, concept, period, value, unit, precision, raw: value, place: '台账!C5', ...more };
}

export const previousOf = (...facts: readonly LedgerFact[]): Reference => ({
  kind: 'previous',
  name: '2024年支付业务报告',
  facts: facts.map((fact) => ({ ...fact, place: '第12行' })),
});

export const ledgerOf = (...facts: readonly LedgerFact[]): Reference => ({
  kind: 'ledger',
  name: '2025年台账.xlsx',
  facts,
});
