import { describe, expect, it } from 'vitest';
import { alignFacts } from '../../../../src/main/checker/align/align';
import type { Fact, Quantity } from '../../../../src/shared/model/quantity';
import { ledgerFact, ledgerOf, previousOf } from '../../../helpers/references';

const quantity = (value: string, unit: string): Quantity => ({
  range: { start: 0, end: 1 },
  raw: value,
  value,
  unit,
  precision: 0,
  approximator: null,
  place: { block: 0 },
  exempt: null,
});
const fact = (concept: string, scope: string, period: string, more: Partial<Fact> = {}): Fact => ({
  quantity: 0,
  concept,
  scope,
  period,
  comparison: null,
  ...more,
});

describe('figures beside those of the references', () => {
  it('takes the previous period and the same period of the ledger', () => {
    const references = [
      previousOf(
        ledgerFact('银联', '交易笔数', '2023', '900', '笔'),
        ledgerFact('银联', '交易笔数', '2024', '1000', '笔'),
        ledgerFact('网联', '交易笔数', '2024', '7', '笔'),
      ),
      ledgerOf(ledgerFact('交易笔数', '银联渠道', '2025', '1203', '笔')),
    ];
    const [only, ...others] = alignFacts(
      [fact('交易笔数', '银联渠道', '2025')],
      [quantity('1200', '笔')],
      references,
    );
    expect(others).toEqual([]);
    expect(only?.previous).toMatchObject({
      reference: 0,
      period: '2024',
      value: '1000',
      difference: '200',
      rate: '20',
    });
    expect(only?.ledger).toMatchObject({ reference: 1, value: '1203', difference: '-3', rate: '-0.25' });
  });

  it('takes the period that the figure is compared with before a later one', () => {
    const references = [
      previousOf(
        ledgerFact('', '日均交易笔数', '2025-11', '110', '笔'),
        ledgerFact('', '日均交易笔数', '2024-12', '100', '笔'),
      ),
    ];
    const comparison = {
      basis: '同比',
      direction: 'up',
      rate: '20%',
      form: 'rate',
      quantity: 1,
      basePeriod: '',
    } as const;
    const [yearly] = alignFacts(
      [fact('日均交易笔数', '', '2025-12', { comparison })],
      [quantity('120', '笔')],
      references,
    );
    expect(yearly?.previous?.value).toBe('100');
    const [monthly] = alignFacts([fact('日均交易笔数', '', '2025-12')], [quantity('120', '笔')], references);
    expect(monthly?.previous?.value).toBe('110');
  });

  it('gives no rate over zero or a negative base, and exact differences', () => {
    const references = [
      previousOf(
        ledgerFact('', '净利润', '2024', '-0.3', '元'),
        ledgerFact('', '营业收入', '2024', '0.1', '元'),
      ),
    ];
    const facts = [fact('净利润', '', '2025'), fact('营业收入', '', '2025', { quantity: 1 })];
    const aligned = alignFacts(facts, [quantity('0.1', '元'), quantity('0.3', '元')], references);
    expect(aligned[0]?.previous).toMatchObject({ difference: '0.4', rate: '' });
    expect(aligned[1]?.previous).toMatchObject({ difference: '0.2', rate: '200' });
  });

  it('leaves out other measures, other lengths and later periods', () => {
    const references = [
      previousOf(
        ledgerFact('', '交易笔数', '2024-12', '100', '笔'),
        ledgerFact('', '日均交易笔数', '2024', '100', '笔'),
        ledgerFact('', '交易笔数', '2026', '100', '笔'),
        ledgerFact('', '交易笔数', '', '100', '元'),
      ),
    ];
    expect(alignFacts([fact('交易笔数', '', '2025')], [quantity('120', '笔')], references)).toEqual([]);
    expect(alignFacts([fact('交易笔数', '', '2025')], [quantity('120', '笔')], [])).toEqual([]);
  });
});
