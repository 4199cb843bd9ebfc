import { describe, expect, it } from 'vitest';
import { factsOf } from './facts-of';

const TITLE = '# 禾渡支付有限公司2025年支付业务报告\n\n';

/** `raw: basis direction form of→base` of each figure that is compared. */
const compared = (text: string): readonly string[] =>
  factsOf(`${TITLE}${text}`).flatMap(({ raw, comparison: one }) =>
    one
      ? [`${raw}: ${one.basis} ${one.direction} ${one.form} ${one.of ?? '-'} ${one.basePeriod}`.trimEnd()]
      : [],
  );
const concepts = (text: string): readonly string[] =>
  factsOf(`${TITLE}${text}`).map(({ raw, concept }) => `${raw} ${concept}`);

describe('comparisons', () => {
  it.each<readonly [string, readonly string[]]>([
    ['2025年12月，日均交易笔数为3万笔（较11月下降14.37%）。', ['3万笔: 较11月 down rate 14.37% 2025-11']],
    ['2025年1月，日均交易笔数为3万笔，较12月下降14.37%。', ['3万笔: 较12月 down rate 14.37% 2024-12']],
    ['2025年交易金额3亿元，同比增长5%。', ['3亿元: 同比 up rate 5% 2024']],
    ['2025年第四季度，交易金额3亿元，环比下降5%。', ['3亿元: 环比 down rate 5% 2025Q3']],
    ['2025年1月，交易金额3亿元，环比下降5%。', ['3亿元: 环比 down rate 5% 2024-12']],
    [
      '截至2025年12月末，累计交易金额3亿元、季度环比增幅13.22%。',
      ['3亿元: 季度环比 up rate 13.22% ..2025-09-30'],
    ],
    [
      '截至2025年末，特约商户48万户，比上年末增加20户。',
      ['48万户: 比上年末 up difference 20户 ..2024-12-31'],
    ],
    [
      '截至2025年6月末，特约商户48万户，较年初增加5万户。',
      ['48万户: 较年初 up difference 5万户 ..2024-12-31'],
    ],
    ['2025年，投诉处理及时率达99.8%，同比提高2.3个百分点。', ['99.8%: 同比 up points 2.3个百分点 2024']],
    ['2025年末，不良率为1.2%，较上年末下降15个基点。', ['1.2%: 较上年末 down points 15个基点 ..2024-12-31']],
    [
      '截至2025年末，交易笔数为12万笔，交易金额为3亿元，同比分别增长56.4倍和51.2倍。',
      ['12万笔: 同比 up increase 56.4倍 ..2024-12-31', '3亿元: 同比 up increase 51.2倍 ..2024-12-31'],
    ],
    ['2025年，交易金额3亿元，同比基本持平。', ['3亿元: 同比 flat none - 2024']],
    ['2025年，交易金额3亿元，同比小幅下降。', ['3亿元: 同比 down none - 2024']],
    ['2025年末余额36亿元（上年末为30亿元），增长22.1%。', ['36亿元:  up rate 22.1%']],
    ['2025年，人均薪酬15万元，比上年翻一番。', ['15万元: 比上年 up increase 一番 2024']],
    [
      '2025年12月，受理投诉98件，较上年同期的110件减少12件。',
      ['98件: 较上年同期 down difference 12件 2024-12'],
    ],
    ['网络支付占比92.3%，较上季度提高0.8个百分点。', ['92.3%: 较上季度 up points 0.8个百分点']],
    [
      '2025年二月末，贷款余额3亿元，与上年同期相比增长3%。',
      ['3亿元: 与上年同期相比 up rate 3% ..2024-02-29'],
    ],
    ['增速为5.2%，较上年加快1.2个百分点。', ['5.2%: 较上年 up points 1.2个百分点 2024']],
    // No base told.
    ['一季度末为3亿元，增至5亿元。', []],
    ['交易成功率由98.12%提升至99.36%。', []],
    ['不变价的地区生产总值：全年实现3亿元，按可比价格计算，比上年增长5%。', []],
    ['新增商户20户。', []],
    ['同比增长5%。', []],
  ])('%s', (text, wanted) => expect(compared(text)).toEqual(wanted));

  it.each<readonly [string, readonly string[]]>([
    ['交易金额3亿元，同比增长5%。', ['3亿元 交易金额', '5% 交易金额同比增速']],
    ['交易金额同比增长5%。', ['5% 交易金额同比增速']],
    ['国有企业增加值增长4.2%，股份制企业增长6.5%。', ['4.2% 增加值增速', '6.5% 增加值增速']],
    ['占比65%，同比提高2个百分点。', ['65% 占比', '2个百分点 占比同比变动']],
    [
      '人均收入3万元，比上年增长5.6%，扣除价格因素实际增长5.3%。',
      ['3万元 人均收入', '5.6% 人均收入比上年增速', '5.3% 人均收入比上年扣除价格因素增速'],
    ],
    ['境外钱包从年初的9个拓展到29个，增加20个。', ['9个 境外钱包', '29个 境外钱包', '20个 境外钱包变动']],
  ])('names what changes: %s', (text, wanted) => expect(concepts(text)).toEqual(wanted));

  it('gives the figure that another has grown from its own period', () => {
    const periods = (text: string): readonly string[] =>
      factsOf(`${TITLE}${text}`).map(({ period }) => period);
    expect(periods('2025年末境外钱包从年初的9个拓展到29个。')).toEqual(['..2025-01-01', '..2025-12-31']);
    expect(periods('2025年受理投诉98件，较上年同期的110件减少12件。')).toEqual(['2025', '2024', '2025']);
    expect(periods('2025年，投诉率由3%降至2%。')).toEqual(['', '2025']);
  });
});
