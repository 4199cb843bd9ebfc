import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../src/main/checker/run';

const MONTHS =
  '表1 分月情况\n\n| 月份 | 受理（件） | 赔付金额（万元） |\n| --- | --- | --- |\n| 4月 | 412 | 286.35 |\n| 5月 | 385 | 241.18 |\n| 6月 | 467 | 319.06 |\n| 合计 | 1,264 | 846.59 |\n';
const LINES =
  '表1 分险种情况（单位：万元）\n\n| 险种 | 2024年保费 | 2025年保费 | 占比（%） | 增减幅度（%） |\n| --- | --- | --- | --- | --- |\n| 车险 | 5,218.40 | 5,634.92 | 57.50 | 7.98 |\n| 责任险 | 1,306.75 | 1,189.30 | 12.14 | -8.99 |\n| 企财险 | 2,754.10 | 2,975.26 | 30.36 | 8.03 |\n| 合计 | 9,279.25 | 9,799.48 | 100.00 | 5.61 |\n';
const KINDS =
  '表1 抽查情况\n\n| 类型 | 抽查（户） | 异常（户） | 异常率（%） |\n| --- | --- | --- | --- |\n| 个人 | 3,260 | 92 | 2.82 |\n| 企业商户 | 1,485 | 21 | 1.41 |\n| 个体工商户 | 2,140 | 77 | 3.60 |\n| 合计 | 6,885 | 190 | 2.76 |\n';
const COSTS =
  '表1 收支情况（单位：万元）\n\n| 项目 | 2025年 | 2024年 |\n| --- | --- | --- |\n| 营业收入 | 8,412.60 | 7,905.33 |\n| 减：营业成本 | 5,236.75 | 4,988.10 |\n| 利润总额 | 1,047.52 | 962.80 |\n';

const told = (text: string): readonly string[] =>
  checkText(`# 2025年经营情况报告\n\n${text}`)
    .findings.filter(({ severity }) => severity !== 'notice')
    .map(({ code, excerpt }) => `${code} ${excerpt}`);

/** The sentence, the table, what is told. */
const REJECT: readonly (readonly [string, string, string])[] = [
  ['赔付集中在6月，为319.06万元，较4月下降11.42%。', MONTHS, 'N206 11.42%'],
  ['赔付集中在6月，为319.06万元，6月比5月增长23.29%。', MONTHS, 'N206 23.29%'],
  ['6月赔付319.06万元，环比增长23.29%。', MONTHS, 'N206 23.29%'],
  ['赔付集中在6月，为319.06万元，占全部赔付的36.79%。', MONTHS, 'N205 36.79%'],
  ['6月受理467件，为5月的1.12倍。', MONTHS, 'N205 1.12倍'],
  ['1.责任险。保费同比增长8.99%，主要是大客户流失。', LINES, 'T113 8.99%'],
  ['车险保费5,634.92万元，占57.05%。', LINES, 'T113 57.05%'],
  ['责任险保费1,189.30万元，比上年增长8.99%。', LINES, 'T113 8.99%'],
  ['全年承保2.15万件，保费9,799.48万元，较上年增长6.51%。', LINES, 'T113 6.51%'],
  ['个体工商户异常率为3.60%，是企业商户的2.65倍。', KINDS, 'N205 2.65倍'],
  [
    '全年支付外包费用合计842.60万元，其中信息系统503.18万元、客服339.42万元，占营业成本的16.90%。',
    COSTS,
    'N205 16.90%',
  ],
];

const ACCEPT: readonly (readonly [string, string])[] = [
  ['赔付集中在6月，为319.06万元，较4月增长11.42%。', MONTHS],
  ['赔付集中在6月，为319.06万元，6月比5月增长32.29%。', MONTHS],
  ['赔付集中在6月，为319.06万元，占全部赔付的37.69%。', MONTHS],
  // Of something else than the table's total.
  ['赔付集中在6月，为319.06万元，占车险赔付的36.79%。', MONTHS],
  // Planned, and on another basis.
  ['6月赔付319.06万元，按可比口径环比增长23.29%。', MONTHS],
  ['6月赔付319.06万元，比去年同期增长23.29%。', MONTHS],
  ['6月受理467件，为5月的1.21倍。', MONTHS],
  ['6月受理467件，为去年同期的1.12倍。', MONTHS],
  ['1.责任险。保费同比下降8.99%，主要是大客户流失。', LINES],
  // The clause has its own subject.
  ['责任险保费1,189.30万元，其中雇主责任险同比增长8.99%。', LINES],
  ['车险保费5,634.92万元，占57.50%，在全市占5.57%。', LINES],
  ['个体工商户异常率为3.60%，是企业商户的2.55倍。', KINDS],
  ['个体工商户异常率为3.60%，是行业平均的2.65倍。', KINDS],
  ['全年支付外包费用合计842.60万元，其中信息系统503.18万元、客服339.42万元，占营业成本的16.09%。', COSTS],
];

describe('figures that follow from those of a table', () => {
  it.each(REJECT)('%s', (sentence, table, finding) => {
    expect(told(`${sentence}\n\n${table}`)).toEqual([finding]);
  });

  it.each(ACCEPT)('%s', (sentence, table) => {
    expect(told(`${sentence}\n\n${table}`)).toEqual([]);
  });

  it('are confirmed where they do', () => {
    const { ties } = checkText(`# 2025年经营情况报告\n\n6月赔付319.06万元，环比增长32.29%。\n\n${MONTHS}`);
    const [tie] = ties.filter(({ form }) => form === 'rate');
    expect(tie).toMatchObject({ status: 'pass', expression: '(319.06 - 241.18) ÷ 241.18 = 32.29%' });
  });
});
