import { factConflict } from '../../../../src/main/checker/rules/fact-conflict';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 2025年支付业务报告\n\n';
const two = (first: string, second: string): string => `${TITLE}${first}\n\n## 一、工作情况\n\n${second}\n`;
const three = (first: string, second: string, third: string): string =>
  `${two(first, second)}\n## 二、总结\n\n${third}\n`;
const table = (number: number, value: string): string =>
  `表${number} 2025年各渠道情况\n\n| 渠道 | 交易笔数（万笔） |\n|---|---|\n| 银联渠道 | ${value} |\n| 网联渠道 | 824.5 |\n\n`;

testRule(factConflict, {
  reject: [
    {
      name: 'so far apart that the name may say too little',
      text: two('截至2025年末，特约商户1,284家。', '截至2025年末，特约商户361家。'),
      findings: [{ message: 'conflict', excerpt: '361家', severity: 'notice' }],
    },
    {
      name: 'ten times as much is a slip',
      text: two('截至2025年末，特约商户1,284家。', '截至2025年末，特约商户12,840家。'),
      findings: [{ message: 'conflict', excerpt: '12,840家', severity: 'error' }],
    },
    {
      name: 'a plan for another number than what was left',
      text: '# 报告\n\n## 一、处置情况\n\n问题商铺680户已处置634户，尚未处置的46户均在期限内。\n\n## 二、下一步安排\n\n完成剩余64户问题商铺的处置。\n',
      findings: [{ message: 'conflict', excerpt: '64户' }],
    },
    {
      text: two('截至2025年末，特约商户1,284家。', '截至2025年末，特约商户1,248家。'),
      findings: [{ message: 'conflict', excerpt: '1,248家', severity: 'error', fixed: null }],
    },
    {
      text: three(
        '截至2025年末，特约商户1,284家。',
        '截至2025年末，特约商户1,248家。',
        '截至2025年12月31日，特约商户数为1,284家。',
      ),
      findings: [
        {
          message: 'outvoted',
          excerpt: '1,248家',
          fixed: three(
            '截至2025年末，特约商户1,284家。',
            '截至2025年末，特约商户1,284家。',
            '截至2025年12月31日，特约商户数为1,284家。',
          ),
        },
      ],
    },
    {
      name: 'the first is the odd one',
      text: three(
        '2025年，银联渠道交易笔数为1,248.5万笔。',
        '2025年，银联渠道交易笔数达1,284.5万笔。',
        '2025年，银联渠道的交易笔数为1,284.5万笔。',
      ),
      findings: [{ message: 'outvoted', excerpt: '1,248.5万笔' }],
    },
    {
      name: 'other scales',
      text: two('2025年，银联渠道交易金额12.84亿元。', '2025年，银联渠道交易额为124,800万元。'),
      findings: [{ message: 'conflict', excerpt: '124,800万元' }],
    },
    {
      name: 'the last digit',
      text: two('2025年，净利润3,190.25万元。', '2025年，净利润为3,190.26万元。'),
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'more than there are',
      text: two('截至2025年末，合作银行134家。', '截至2025年末，合作银行160余家。'),
      findings: [{ message: 'conflict', excerpt: '160余家' }],
    },
    {
      name: 'two tables',
      text: `${TITLE}${table(1, '1,284.5')}${table(2, '1,248.5')}`,
      findings: [{ message: 'conflict', excerpt: '1,248.5' }],
    },
    {
      name: 'a rate',
      text: two('2025年，银联渠道交易成功率为98.45%。', '2025年，银联渠道交易成功率为98.54%。'),
      findings: [{ message: 'conflict', excerpt: '98.54%' }],
    },
    {
      name: 'a total speaks for the second table',
      text: `${TITLE}${table(1, '1,248.5')}${table(2, '1,284.5').trimEnd()}\n| 合计 | 2,109.0 |\n`,
      findings: [
        {
          message: 'confirmed',
          excerpt: '1,248.5',
          fixed: `${TITLE}${table(1, '1,284.5')}${table(2, '1,284.5').trimEnd()}\n| 合计 | 2,109.0 |\n`,
        },
      ],
    },
  ],
  accept: [
    {
      name: 'words that end in 约, and several figures of one breath',
      text: `${TITLE}商户增减中，新签902家，解约435家。可用资金对三档情景的覆盖倍数分别约为5.42倍、2.10倍和1.12倍。\n`,
    },
    {
      name: 'what a figure stays below is no figure of its own',
      text: `${TITLE}风险资产与净资产之比为4.08倍，未超过10倍；客户集中度为12.7%，未突破50%。\n`,
    },
    {
      name: 'the grades of a score',
      text: `${TITLE}剩余风险分五级：分值1.00以下（含）为低，1.00至1.50（含）为较低，1.50至2.20（含）为中，2.20以上为高。\n`,
    },
    {
      name: 'ages',
      text: `${TITLE}按年龄划分，18岁以下客户9人，18岁至29岁客户97人，30至45岁客户802人，45岁以上客户313人。\n`,
    },
    {
      name: 'limits',
      text: `${TITLE}日累计限额5,000元（含）以下的占45.00%，5,000元至5万元（含）的占40.00%，5万元以上的占15.00%。\n`,
    },
    {
      name: 'parts of ratios',
      text: `${TITLE}循环类和分期类投诉件数之比约为5:2。\n\n分期类和大额类投诉件数之比约为8:3:1。\n`,
    },

    {
      name: 'shares and changes of two tables that each fit their own figures',
      text: `${TITLE}表1 各渠道笔数\n\n| 渠道 | 6月（万笔） | 占比 | 5月（万笔） | 环比 |\n|---|---|---|---|---|\n| 松江渠道 | 412.60 | 41.26% | 400.00 | 3.15% |\n| 柳溪渠道 | 587.40 | 58.74% | 560.00 | 4.89% |\n| 合计 | 1,000.00 | 100.00% | 960.00 | 4.17% |\n\n表2 各渠道金额\n\n| 渠道 | 6月（亿元） | 占比 | 5月（亿元） | 环比 |\n|---|---|---|---|---|\n| 松江渠道 | 93.75 | 62.50% | 90.00 | 4.17% |\n| 柳溪渠道 | 56.25 | 37.50% | 55.00 | 2.27% |\n| 合计 | 150.00 | 100.00% | 145.00 | 3.45% |\n`,
    },
    {
      name: 'the share of what was named together, told by a round figure',
      text: `${TITLE}松江渠道笔数412.60万笔，占41.26%；柳溪渠道笔数401.20万笔，占40.12%；两项合计813.80万笔，占八成以上。\n\n松江渠道笔数占41.26%。\n`,
    },
    {
      name: 'the ages that classes begin with',
      text: '# 2025年报告\n\n从年龄看，由低到高依次为18岁以下3.1%、18至30岁42.5%、31岁以上54.4%。\n',
    },
    {
      name: 'two figures that others are held against',
      text: '# 2025年报告\n\n## 关键指标\n\n人员流失率为11.8%，高于10%的预警线。\n\n响应超时率为3.5%，高于3%的预警线。\n',
    },
    {
      name: 'a plan for what was left',
      text: '# 报告\n\n## 一、处置情况\n\n问题商铺680户已处置634户，尚未处置的46户均在期限内。\n\n## 二、下一步安排\n\n完成剩余46户问题商铺的处置，并走访剩余12户餐饮店。\n',
    },
    {
      name: 'what is left of the plan itself',
      text: '# 报告\n\n## 一、整改情况\n\n整改中的问题6项均已明确责任人。\n\n## 二、下一步计划\n\n剩余问题中，5项3月底前完成，其余1项问题6月底前完成。\n',
    },
    { text: two('截至2025年末，特约商户1,284家。', '截至2025年末，特约商户1,284家。') },
    { text: two('2025年，交易金额12.84亿元。', '2025年，交易金额128,412万元。') },
    { text: two('截至2025年末，合作银行134家。', '截至2025年末，合作银行130余家。') },
    { text: two('2025年，银联渠道交易笔数1,284.5万笔。', '2025年，网联渠道交易笔数1,248.5万笔。') },
    { text: two('2025年，交易笔数1,284.5万笔。', '2024年，交易笔数1,248.5万笔。') },
    { text: two('2025年，日均交易笔数3.52万笔。', '2025年，交易笔数1,284.5万笔。') },
    { text: two('截至2025年末，特约商户1,284家。', '2025年，新增特约商户1,248家。') },
    { text: two('2025年，交易金额12.84亿元。', '2026年，力争交易金额达到15.00亿元。') },
    { text: two('年末城镇人口1,284.36万人。', '年末常住人口1,842.36万人。') },
    {
      name: 'table and text are another rule’s',
      text: `${TITLE}2025年，银联渠道交易笔数为1,248.5万笔。\n\n${table(1, '1,284.5')}`,
    },
    { name: 'rounded', text: two('2025年，净利润3,190.25万元。', '2025年，净利润0.32亿元。') },
  ],
});
