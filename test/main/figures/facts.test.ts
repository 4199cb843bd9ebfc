import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { extractFacts } from '../../../src/main/figures/facts';
import { extractQuantities } from '../../../src/main/figures/quantities';

function factsOf(text: string) {
  const document = parseDocument(text);
  const quantities = extractQuantities(document);
  return extractFacts(document, quantities).map(({ quantity, concept, scope, period, comparison }) => ({
    raw: quantities[quantity]?.raw,
    concept,
    scope,
    period,
    comparison,
  }));
}

describe('facts of prose', () => {
  it('ties a metric to its rate, scope and period', () => {
    const [base, rate] = factsOf('2025年12月，云杉渠道日均交易笔数为34.69万笔（较11月提升3.27%）。');
    expect(base).toEqual({
      raw: '34.69万笔',
      concept: '日均交易笔数',
      scope: '云杉渠道',
      period: '2025-12',
      comparison: { basis: '较11月', direction: 'up', rate: '3.27%' },
    });
    expect(rate).toMatchObject({ raw: '3.27%', concept: '日均交易笔数较11月增速' });
  });

  it('pairs 分别 with the facts before it', () => {
    const facts = factsOf(
      '截至2025年末，云杉渠道交易笔数为12万笔，交易金额为3亿元，同比分别增长5.4倍和1.2倍。',
    );
    expect(facts.slice(0, 2).map(({ comparison }) => comparison?.rate)).toEqual(['5.4倍', '1.2倍']);
    expect(facts[0]?.period).toBe('..2025-12-31');
  });

  it('names what a measure word counts, under its heading', () => {
    expect(factsOf('## 一、渠道建设\n\n目前已接入13款云杉App。')[0]).toMatchObject({
      concept: '云杉App',
      scope: '渠道建设',
    });
  });

  it('gives every claim one fact and the exempt none', () => {
    const raws = factsOf('2025年共12家，见表1。').map(({ raw }) => raw);
    expect(raws).toEqual(['12家']);
  });

  it('finds its place in a paragraph full of markup', () => {
    const facts = factsOf(`${'**云杉**渠道，'.repeat(50)}日均**交易**笔数为3.5万笔。`);
    expect(facts[0]).toMatchObject({ raw: '3.5万笔', concept: expect.stringContaining('交易笔数') });
  });
});

describe('facts of tables', () => {
  it('takes the concept from the header and the scope from the row', () => {
    const facts = factsOf('| 序号 | 地区 | 金额（万元） |\n|--|--|--|\n| 1 | 甲市 | 12.5 |');
    expect(facts).toEqual([{ raw: '12.5', concept: '金额', scope: '甲市', period: '', comparison: null }]);
  });
});
