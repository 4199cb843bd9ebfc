import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../src/main/checker/run';
import { factsOfReport } from '../../../../src/main/figures/ledger/report';

describe('an earlier report as a ledger', () => {
  it('gives its exact figures with their lines', () => {
    const text = [
      '# 2025年业务报告',
      '',
      '2025年全年交易笔数为1,284万笔，交易金额约320亿元。',
      '',
      '| 机构 | 2025年收入（万元） |',
      '| --- | --- |',
      '| 东部 | 12.50 |',
      '',
    ].join('\n');
    expect(factsOfReport(checkText(text))).toMatchObject([
      { raw: '1,284万笔', value: '12840000', unit: '笔', precision: 4, period: '2025', place: '第3行' },
      { raw: '12.50', value: '125000', unit: '元', precision: 2, scope: '东部', place: '第7行' },
    ]);
  });

  it('gives none for a report without figures', () => {
    expect(factsOfReport(checkText('# 说明\n\n本季度无业务。\n'))).toEqual([]);
  });
});
