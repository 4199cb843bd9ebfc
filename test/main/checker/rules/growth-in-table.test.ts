import { growthInTable } from '../../../../src/main/checker/rules/growth-in-table';
import { testRule } from '../../../helpers/rule-tester';

const table = (header: string, ...rows: readonly string[]): string =>
  `# 2025年业务报告\n\n表1 业务变动\n\n${[header, header.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n')}\n`;
const years = (first: string, second: string, third: string): string =>
  table(
    '项目 | 2025年 | 2024年 | 同比增长（%）',
    `交易笔数（万笔） | 660.0 | 600.0 | ${first}`,
    `交易金额（万元） | 4,750.00 | 5,000.00 | ${second}`,
    `商户数（户） | 1,284 | 1,200 | ${third}`,
  );
const differences = (last: string): string =>
  table(
    '项目 | 期末余额 | 期初余额 | 增减额',
    '现金 | 812.30 | 700.10 | 112.20',
    '存款 | 5,023.18 | 5,100.00 | -76.82',
    `应收款 | 302.90 | 280.55 | ${last}`,
  );
const months = (last: string): string =>
  table(
    '月份 | 交易金额（万元） | 环比增长（%）',
    '1月 | 100.00 | —',
    '2月 | 110.00 | 10.00',
    '3月 | 99.00 | -10.00',
    `4月 | 118.80 | ${last}`,
  );

testRule(growthInTable, {
  reject: [
    {
      name: 'a plus for a minus',
      text: '| 县 | 本年 | 上年 | 增减 |\n|---|---|---|---|\n| 甲县 | 264 | 251 | +13 |\n| 乙县 | 198 | 189 | +9 |\n| 丙县 | 247 | 253 | +6 |\n| 丁县 | 301 | 310 | -9 |\n',
      findings: [{ message: 'mismatch', excerpt: '+6' }],
    },
    {
      name: 'a rise under a decline, by another figure',
      text: table(
        '分行 | 本期（户） | 上年同期（户） | 降幅（%）',
        '东区 | 6,200 | 11,800 | 47.46',
        '西区 | 4,100 | 7,300 | 43.84',
        '南区 | 1,700 | 1,300 | -37.70',
      ),
      findings: [{ message: 'mismatch', excerpt: '-37.70' }],
    },
    {
      name: 'a remark on one line, told of that line alone',
      text: `${years('11.00', '-5.00', '7.00').replace('11.00', '10.00').replace('7.00', '9.00')}\n商户数增长较快，剔除并入机构后增长2.00%。\n`,
      findings: [{ message: 'mismatch', excerpt: '9.00' }],
    },
    {
      text: years('11.0', '-5.0', '7.0'),
      findings: [{ message: 'mismatch', excerpt: '11.0', fixed: years('10.0', '-5.0', '7.0') }],
    },
    {
      name: 'a decline told as growth',
      text: years('10.0', '5.0', '7.0'),
      findings: [{ message: 'mismatch', excerpt: '5.0', fixed: years('10.0', '-5.0', '7.0') }],
    },
    { text: years('10.0', '-5.0', '0.7'), findings: [{ message: 'mismatch', excerpt: '0.7' }] },
    {
      text: differences('23.25'),
      findings: [{ message: 'mismatch', excerpt: '23.25', fixed: differences('22.35') }],
    },
    {
      name: 'from one row to the next',
      text: months('12.00'),
      findings: [{ message: 'mismatch', excerpt: '12.00', fixed: months('20.00') }],
    },
    {
      name: 'the mark is in the cell',
      text: years('10.0%', '-5.0%', '9.0%'),
      findings: [{ message: 'mismatch', excerpt: '9.0%', fixed: years('10.0%', '-5.0%', '7.0%') }],
    },
    {
      name: 'points of a rate',
      text: table(
        '指标 | 2025年 | 2024年 | 增减（百分点）',
        '不良率（%） | 1.32 | 1.45 | -0.13',
        '逾期率（%） | 2.10 | 2.00 | 0.10',
        '投诉率（%） | 0.85 | 0.60 | 0.25',
        '拨备率（%） | 3.10 | 2.90 | 0.30',
      ),
      findings: [{ message: 'mismatch', excerpt: '0.30' }],
    },
    {
      name: 'a figure is wrong as its sum says',
      text: table(
        '项目 | 2025年 | 2024年 | 增减额',
        '线上 | 3,600 | 3,000 | 600',
        '线下 | 2,100 | 2,000 | 100',
        '自助 | 1,200 | 900 | 100',
        '合计 | 6,700 | 5,900 | 800',
      ),
      findings: [{ message: 'operand', excerpt: '100', fixed: null }],
    },
  ],
  accept: [
    {
      name: 'a minus under a decline is a rise',
      text: table(
        '分行 | 本期（户） | 上年同期（户） | 降幅（%）',
        '东区 | 62 | 118 | 47.46',
        '西区 | 41 | 73 | 43.84',
        '南区 | 17 | 13 | -30.77',
      ),
    },
    {
      name: 'less than nothing under a decrease',
      text: table(
        '项目 | 2025年（件） | 2024年（件） | 减少额（件）',
        '投诉 | 90 | 100 | 10',
        '差错 | 40 | 50 | 10',
        '退单 | 105 | 100 | -5',
      ),
    },
    {
      name: 'how far apart two figures are, without a sign',
      text: table(
        '指标 | 报送值 | 核对值 | 差异 | 差异率（%） | 差异原因',
        '笔数 | 9,800 | 10,000 | -200 | 2.00 | 重复记录剔除',
        '金额 | 5,150 | 5,000 | 150 | 3.00 | 口径理解',
        '户数 | 1,176 | 1,200 | -24 | 2.00 | 漏报',
      ),
    },
    {
      name: 'comparable prices said of the whole table',
      text: `${years('9.00', '-6.00', '6.00')}\n注：增速按可比口径计算。\n`,
    },
    { text: years('10.0', '-5.0', '7.0') },
    { name: 'a bar for none', text: years('10.0', '—', '7.0') },
    { text: differences('22.35') },
    { text: months('20.00') },
    {
      name: 'the header says decline',
      text: table(
        '项目 | 2025年 | 2024年 | 降幅（%）',
        '投诉量（件） | 90 | 100 | 10.0',
        '差错量（件） | 40 | 50 | 20.0',
        '退单量（件） | 75 | 100 | 25.0',
      ),
    },
    {
      name: 'constant prices',
      text: table(
        '指标 | 2025年（亿元） | 2024年（亿元） | 比上年增长（%，按不变价格计算）',
        '第一产业增加值 | 110.0 | 100.0 | 4.0',
        '第二产业增加值 | 330.0 | 310.0 | 6.0',
        '第三产业增加值 | 540.0 | 500.0 | 5.0',
      ),
    },
    {
      name: 'growth of a figure that is not in the table',
      text: table('项目 | 2025年 | 同比增长（%）', '甲 | 100 | 5.0', '乙 | 200 | 6.0', '丙 | 300 | 7.0'),
    },
    {
      name: 'no growth column',
      text: table('项目 | 2025年 | 2024年', '甲 | 100 | 90', '乙 | 200 | 190'),
    },
    {
      name: 'from nothing',
      text: table(
        '项目 | 2025年 | 2024年 | 同比增长（%）',
        '甲 | 110 | 100 | 10.0',
        '乙 | 120 | 100 | 20.0',
        '丙 | 30 | 0 | 100.0',
      ),
    },
  ],
});
