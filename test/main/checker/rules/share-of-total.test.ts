import { shareOfTotal } from '../../../../src/main/checker/rules/share-of-total';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 2025年业务报告\n\n表1 业务结构\n\n';
const table = (header: string, ...rows: readonly string[]): string =>
  `${TITLE}${[header, header.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n')}\n`;
const shares = (first: string, second: string, third: string, total = '100.00'): string =>
  table(
    '业务 | 金额（万元） | 占比（%）',
    `网络支付 | 600.00 | ${first}`,
    `银行卡收单 | 250.00 | ${second}`,
    `预付卡 | 150.00 | ${third}`,
    `合计 | 1,000.00 | ${total}`,
  );
const budget = (last: string): string =>
  table(
    '项目 | 预算数 | 决算数 | 完成预算%',
    '税收收入 | 1,370,000 | 1,380,500 | 100.8',
    '非税收入 | 470,000 | 483,700 | 102.9',
    `收入合计 | 1,840,000 | 1,864,200 | ${last}`,
  );
const ofRevenue = (tax: string): string =>
  table(
    '项目 | 金额（万元） | 占营业收入比重（%）',
    '营业收入 | 8,000.00 | 100.00',
    '营业成本 | 4,800.00 | 60.00',
    '销售费用 | 800.00 | 10.00',
    `研发费用 | 640.00 | ${tax}`,
  );

testRule(shareOfTotal, {
  reject: [
    {
      text: shares('62.00', '25.00', '15.00'),
      findings: [{ message: 'mismatch', excerpt: '62.00', fixed: shares('60.00', '25.00', '15.00') }],
    },
    {
      text: shares('60.00', '52.00', '15.00'),
      findings: [{ message: 'mismatch', excerpt: '52.00', fixed: shares('60.00', '25.00', '15.00') }],
    },
    {
      text: shares('60.00', '25.00', '15.00', '101.00'),
      findings: [{ message: 'sum', excerpt: '101.00' }],
    },
    {
      name: 'with a sign of its own',
      text: table(
        '业务 | 笔数（万笔） | 占比',
        '条码支付 | 640 | 64.0%',
        '网关支付 | 260 | 29.0%',
        '快捷支付 | 100 | 10.0%',
        '合计 | 1,000 | 100.0%',
      ),
      findings: [{ message: 'mismatch', excerpt: '29.0%' }],
    },
    {
      name: '完成预算',
      text: budget('103.1'),
      findings: [{ message: 'mismatch', excerpt: '103.1', fixed: budget('101.3') }],
    },
    {
      name: 'the base is a row that the header names',
      text: ofRevenue('9.00'),
      findings: [{ message: 'mismatch', excerpt: '9.00', fixed: ofRevenue('8.00') }],
    },
    {
      name: 'a part is wrong as its sum says',
      text: shares('60.00', '25.00', '15.00').replace('| 250.00', '| 350.00'),
      findings: [{ message: 'operand', excerpt: '25.00', fixed: null }],
    },
    {
      name: 'the total is wrong',
      text: shares('60.00', '25.00', '15.00').replace('1,000.00', '1,200.00'),
      findings: [{ message: 'whole', excerpt: '1,200.00', fixed: null }],
    },
    {
      name: 'last digits within the tolerance become one notice',
      text: table(
        '业务 | 金额（万元） | 占比（%）',
        '甲 | 333 | 16.7',
        '乙 | 333 | 16.7',
        '丙 | 334 | 16.7',
        '丁 | 1,000 | 50.1',
        '合计 | 2,000 | 100.0',
      ),
      findings: [
        { message: 'mismatch', excerpt: '50.1' },
        { message: 'rounding', severity: 'notice' },
      ],
    },
  ],
  accept: [
    {
      name: 'shares that run up to the whole',
      text: '| 批次 | 退货（件） | 累计占比（%） |\n| --- | --- | --- |\n| 首批 | 620 | 62.0 |\n| 次批 | 240 | 86.0 |\n| 末批 | 140 | 100.0 |\n| 合计 | 1,000 | 100.0 |\n',
    },
    { text: shares('60.00', '25.00', '15.00') },
    { name: 'mended to 100', text: shares('60.0', '25.0', '15.0', '100.0') },
    { text: budget('101.3') },
    { text: ofRevenue('8.00') },
    {
      name: 'shares of something outside',
      text: table(
        '地区 | 金额（万元） | 占全国比重（%）',
        '甲市 | 600.00 | 1.20',
        '乙市 | 250.00 | 0.50',
        '合计 | 850.00 | 1.70',
      ),
    },
    {
      name: 'a rate that is no share',
      text: table(
        '渠道 | 交易笔数（万笔） | 成功率（%）',
        '甲 | 600 | 99.98',
        '乙 | 250 | 99.95',
        '合计 | 850 | 99.97',
      ),
    },
    { name: 'no shares', text: table('项目 | 金额（万元）', '甲 | 1.00', '乙 | 2.00', '合计 | 3.00') },
    {
      name: 'too few rows agree',
      text: table('项目 | 金额 | 占比（%）', '甲 | 10 | 31', '乙 | 20 | 7', '丙 | 30 | 55'),
    },
    { name: 'blank shares', text: shares('—', '—', '—', '—') },
  ],
});
