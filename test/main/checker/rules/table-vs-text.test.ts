import { tableVsText } from '../../../../src/main/checker/rules/table-vs-text';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 2025年支付业务报告\n\n';
const HEAD = '表1 2025年各渠道交易情况\n\n| 渠道 | 交易笔数（万笔） | 交易金额（万元） |\n|---|---|---|\n';
const ROWS = '| 银联渠道 | 1,284.5 | 3,190.25 |\n| 网联渠道 | 824.5 | 352.00 |\n';
const TOTAL = '| 合计 | 2,109.0 | 3,542.25 |\n';
const with_ = (sentence: string, rows = ROWS): string => `${TITLE}${sentence}\n\n${HEAD}${rows}`;

testRule(tableVsText, {
  reject: [
    {
      text: with_('2025年，银联渠道交易笔数为1,248.5万笔。'),
      findings: [{ message: 'conflict', severity: 'error', fixed: null }],
    },
    {
      text: with_('2025年，网联渠道交易金额为325.00万元。'),
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'the total confirms the table',
      text: with_('2025年，银联渠道交易笔数为1,248.5万笔。', ROWS + TOTAL),
      findings: [
        {
          message: 'confirmed',
          excerpt: '1,248.5万笔',
          fixed: with_('2025年，银联渠道交易笔数为1,284.5万笔。', ROWS + TOTAL),
        },
      ],
    },
    {
      name: 'another scale',
      text: with_('2025年，银联渠道交易金额为0.33亿元。'),
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'measures in rows',
      text: `${TITLE}2025年，银联渠道交易金额为1,248.50万元。\n\n表1 2025年各渠道交易情况\n\n| 指标 | 银联渠道 | 网联渠道 |\n|---|---|---|\n| 交易金额（万元） | 1,284.50 | 824.50 |\n| 交易笔数（万笔） | 284.50 | 124.50 |\n`,
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'the earlier column',
      text: `${TITLE}2024年，净利润1,148.53万元。\n\n表1 主要财务数据（单位：万元）\n\n| 项目 | 2025年 | 2024年 |\n|---|---|---|\n| 营业收入 | 12,845.36 | 11,845.36 |\n| 净利润 | 1,284.53 | 1,184.53 |\n`,
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'two sentences against the table',
      text: `${TITLE}2025年，银联渠道交易笔数为1,248.5万笔。\n\n## 一、工作情况\n\n2025年，银联渠道交易笔数达1,248.5万笔。\n\n${HEAD}${ROWS}`,
      findings: [{ message: 'outvoted', excerpt: '1,284.5' }],
    },
    {
      name: 'the table first',
      text: `${TITLE}${HEAD}${ROWS}\n2025年，银联渠道交易笔数为1,285.4万笔。\n`,
      findings: [{ message: 'conflict', excerpt: '1,285.4万笔' }],
    },
  ],
  accept: [
    { text: with_('2025年，银联渠道交易笔数为1,284.5万笔。') },
    { text: with_('2025年，银联渠道交易笔数近1,300万笔。') },
    { text: with_('2025年，银联渠道交易金额为0.32亿元。') },
    { text: with_('2024年，银联渠道交易笔数为1,248.5万笔。') },
    { text: with_('2025年，银联渠道日均交易笔数为3.52万笔。') },
    { text: with_('2025年，银联渠道线上交易笔数为1,248.5万笔。') },
    { text: with_('2025年，银联渠道交易笔数增加128.4万笔。') },
    { text: with_('2025年，跨境收单交易笔数为1,248.5万笔。') },
    {
      name: 'one label twice in the table',
      text: with_(
        '2025年，银联渠道交易笔数为1,248.5万笔。',
        '| 银联渠道 | 1,284.5 | 3,190.25 |\n| 银联渠道 | 1,824.5 | 352.00 |\n',
      ),
    },
    {
      name: 'the caption names another matter',
      text: `${TITLE}2025年，银联渠道交易笔数为1,248.5万笔。\n\n表1 农村地区交易情况\n\n| 渠道 | 交易笔数（万笔） |\n|---|---|\n| 银联渠道 | 284.5 |\n| 网联渠道 | 124.5 |\n`,
    },
  ],
});
