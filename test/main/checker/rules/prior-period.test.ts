import { priorPeriod } from '../../../../src/main/checker/rules/prior-period';
import type { Reference } from '../../../../src/shared/model/reference';
import { ledgerFact, ledgerOf, previousOf } from '../../../helpers/references';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 2025年支付业务报告\n\n';
const of = (
  concept: string,
  period: string,
  value: string,
  unit: string,
  precision = 0,
): readonly Reference[] => [previousOf(ledgerFact('银联渠道', concept, period, value, unit, { precision }))];
const november = of('日均交易笔数', '2025-11', '1068900', '笔', 2);
const year = of('交易笔数', '2024', '12000000', '笔', 3);
const monthly = (rest: string): string =>
  `${TITLE}2025年12月，银联渠道日均交易笔数为91.53万笔（${rest}）。\n`;
const yearly = (rest: string): string => `${TITLE}2025年，银联渠道交易笔数为1,500.0万笔，${rest}。\n`;

testRule(priorPeriod, {
  reject: [
    {
      text: monthly('较11月下降13.47%'),
      references: november,
      findings: [
        { message: 'change', excerpt: '13.47%', severity: 'error', fixed: monthly('较11月下降14.37%') },
      ],
    },
    {
      name: 'the wrong way',
      text: monthly('较11月上升14.37%'),
      references: november,
      findings: [{ message: 'change', fixed: null }],
    },
    {
      text: yearly('同比增长52.0%'),
      references: year,
      findings: [{ message: 'change', fixed: yearly('同比增长25.0%') }],
    },
    { text: yearly('比上年增长24.0%'), references: year, findings: [{ message: 'change' }] },
    {
      name: 'down instead of up',
      text: yearly('同比下降25.0%'),
      references: year,
      findings: [{ message: 'change' }],
    },
    {
      name: 'the current figure is wrong',
      text: monthly('较11月下降14.37%').replace('91.53', '93.51'),
      references: november,
      findings: [{ message: 'change' }],
    },
    {
      name: 'restated',
      text: `${TITLE}2024年，银联渠道交易笔数为1,020.0万笔。\n`,
      references: year,
      findings: [
        {
          message: 'restated',
          excerpt: '1,020.0万笔',
          fixed: `${TITLE}2024年，银联渠道交易笔数为1,200.0万笔。\n`,
        },
      ],
    },
    {
      name: 'restated in a table',
      text: `${TITLE}| 渠道 | 2024年交易笔数（万笔） | 2025年交易笔数（万笔） |\n|---|---|---|\n| 银联渠道 | 1,020.0 | 1,500.0 |\n`,
      references: year,
      findings: [{ message: 'restated', excerpt: '1,020.0' }],
    },
    {
      name: 'against a ledger',
      text: yearly('同比增长52.0%'),
      references: [ledgerOf(ledgerFact('银联渠道', '交易笔数', '2024', '12000000', '笔'))],
      findings: [{ message: 'change' }],
    },
  ],
  accept: [
    { text: monthly('较11月下降14.37%'), references: november },
    { text: yearly('同比增长25.0%'), references: year },
    { text: yearly('同比增长25%'), references: year },
    { text: yearly('同比增长约25%'), references: year },
    { name: 'no references', text: yearly('同比增长52.0%') },
    {
      name: 'another channel',
      text: yearly('同比增长52.0%').replace('银联', '网联'),
      references: year,
    },
    { name: 'another period', text: monthly('较10月下降13.47%'), references: november },
    { name: 'comparable', text: yearly('按可比口径同比增长52.0%'), references: year },
    {
      name: 'restated with a word on it',
      text: `${TITLE}2024年，银联渠道交易笔数为1,020.0万笔（上年数据已追溯调整）。\n`,
      references: year,
    },
    {
      name: 'a base that allows for its rounding',
      text: `${TITLE}2025年，银联渠道交易金额0.88亿元，同比下降9.25%。\n`,
      references: of('交易金额', '2024', '97000000', '元', 6),
    },
    { name: 'restated rightly', text: `${TITLE}2024年，银联渠道交易笔数为1,200.0万笔。\n`, references: year },
  ],
});
