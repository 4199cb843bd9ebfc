import { ledgerMismatch } from '../../../../src/main/checker/rules/ledger-mismatch';
import type { Reference } from '../../../../src/shared/model/reference';
import { ledgerFact, ledgerOf, previousOf } from '../../../helpers/references';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 2025年支付业务报告\n\n';
const amount = (value: string, precision = -2): readonly Reference[] => [
  ledgerOf(ledgerFact('银联渠道', '交易金额', '2025', value, '元', { precision, raw: value })),
];
const merchants = (value: string): readonly Reference[] => [
  ledgerOf(ledgerFact('', '特约商户数', '2025-12-31', value, '户')),
];

testRule(ledgerMismatch, {
  reject: [
    {
      text: `${TITLE}2025年，银联渠道交易金额3,109.25万元。\n`,
      references: amount('31902513.20'),
      findings: [
        {
          message: 'mismatch',
          excerpt: '3,109.25万元',
          severity: 'error',
          fixed: `${TITLE}2025年，银联渠道交易金额3,190.25万元。\n`,
        },
      ],
    },
    {
      name: 'another scale',
      text: `${TITLE}2025年，银联渠道交易金额0.33亿元。\n`,
      references: amount('31902513.20'),
      findings: [{ message: 'mismatch', fixed: `${TITLE}2025年，银联渠道交易金额0.32亿元。\n` }],
    },
    {
      name: 'a coarser ledger tells no digits',
      text: `${TITLE}2025年，银联渠道交易金额3,109.25万元。\n`,
      references: amount('31900000', 5),
      findings: [{ message: 'mismatch', fixed: null }],
    },
    {
      name: 'a count, by one',
      text: `${TITLE}截至2025年末，特约商户数为1,285户。\n`,
      references: merchants('1284'),
      findings: [{ message: 'mismatch', fixed: `${TITLE}截至2025年末，特约商户数为1,284户。\n` }],
    },
    {
      name: 'more than over 1,200',
      text: `${TITLE}截至2025年末，特约商户数超1,300户。\n`,
      references: merchants('1284'),
      findings: [{ message: 'mismatch', fixed: null }],
    },
    {
      name: 'in a table',
      text: `${TITLE}| 渠道 | 2025年交易金额（万元） |\n|---|---|\n| 银联渠道 | 3,109.25 |\n`,
      references: amount('31902500'),
      findings: [{ message: 'mismatch', excerpt: '3,109.25' }],
    },
    {
      name: 'twice',
      text: `${TITLE}2025年，银联渠道交易金额3,109.25万元。\n\n## 一、交易情况\n\n2025年，银联渠道交易金额达3,109.25万元。\n`,
      references: amount('31902500'),
      findings: [{ message: 'mismatch' }, { message: 'mismatch' }],
    },
    {
      name: 'two ledgers, the second has it',
      text: `${TITLE}截至2025年末，特约商户数为1,248户。\n`,
      references: [...amount('31902500'), ...merchants('1284')],
      findings: [{ message: 'mismatch' }],
    },
    {
      name: 'a rate',
      text: `${TITLE}2025年，银联渠道交易成功率为98.45%。\n`,
      references: [ledgerOf(ledgerFact('银联渠道', '交易成功率', '2025', '98.54', '%'))],
      findings: [{ message: 'mismatch', fixed: `${TITLE}2025年，银联渠道交易成功率为98.54%。\n` }],
    },
  ],
  accept: [
    { text: `${TITLE}2025年，银联渠道交易金额3,190.25万元。\n`, references: amount('31902513.20') },
    { text: `${TITLE}2025年，银联渠道交易金额0.32亿元。\n`, references: amount('31902513.20') },
    { name: 'no ledger', text: `${TITLE}2025年，银联渠道交易金额3,190.25万元。\n` },
    {
      name: 'a previous report is no ledger',
      text: `${TITLE}2025年，银联渠道交易金额3,109.25万元。\n`,
      references: [previousOf(ledgerFact('银联渠道', '交易金额', '2025Q4', '31902513', '元'))],
    },
    {
      name: 'another channel',
      text: `${TITLE}2025年，网联渠道交易金额3,109.25万元。\n`,
      references: amount('31902513.20'),
    },
    {
      name: 'another period',
      text: `${TITLE}2024年，银联渠道交易金额3,109.25万元。\n`,
      references: amount('31902513.20'),
    },
    {
      name: 'a daily average',
      text: `${TITLE}2025年，银联渠道日均交易金额3,109.25万元。\n`,
      references: amount('31902513.20'),
    },
    {
      name: 'a plan',
      text: `${TITLE}2025年，计划银联渠道交易金额3,109.25万元。\n`,
      references: amount('31902513.20'),
    },
    {
      name: 'about',
      text: `${TITLE}截至2025年末，特约商户数约1,300户。\n`,
      references: merchants('1284'),
    },
    {
      name: 'a change of it',
      text: `${TITLE}截至2025年末，特约商户数增加120户。\n`,
      references: merchants('1284'),
    },
  ],
});
