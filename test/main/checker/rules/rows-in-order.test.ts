import { rowsInOrder } from '../../../../src/main/checker/rules/rows-in-order';
import { testRule } from '../../../helpers/rule-tester';

const table = (...cells: readonly string[]): string =>
  `| 名称 | 时间 |\n| --- | --- |\n${cells.map((cell, at) => `| ${'甲乙丙丁戊己庚辛壬癸'.charAt(at)} | ${cell} |\n`).join('')}`;
const han = (...months: readonly number[]): string => table(...months.map((month) => `2025年${month}月8日`));

testRule(rowsInOrder, {
  reject: [
    {
      text: han(1, 2, 9, 3, 4, 5, 6, 7),
      findings: [{ message: 'order', excerpt: '2025年9月8日', fixed: null }],
    },
    { text: han(1, 2, 3, 4, 1, 5, 6, 7), findings: [{ message: 'order', line: 7 }] },
    {
      text: table('20250105', '20250206', '20240307', '20250408', '20250509'),
      findings: [{ message: 'order', excerpt: '20240307' }],
    },
    {
      text: table('2025-01-05', '2025-02-06', '2025-03-07', '2025-12-08', '2025-04-09'),
      findings: [{ message: 'order' }],
    },
    {
      text: table('2025年1月', '2025年2月', '2025年8月', '2025年3月', '2025年4月', '2025年5月'),
      findings: [{ message: 'order', excerpt: '2025年8月' }],
    },
    {
      text: table('20250105-20250107', '20250206', '20250110', '20250408', '20250509'),
      findings: [{ message: 'order' }],
    },
    { text: `${han(1, 2, 9, 3, 4, 5, 6, 7)}| 合计 | 8项 |\n`, findings: [{ message: 'order', line: 5 }] },
    { text: han(8, 1, 2, 3, 4, 5, 6, 7), findings: [{ message: 'order', line: 3 }] },
  ],
  accept: [
    { text: han(1, 2, 3, 4, 5, 6, 7, 8) },
    { text: han(1, 1, 2, 2, 3, 3, 4) },
    { text: han(5, 1, 8, 3, 9, 2, 7) },
    { text: han(8, 7, 6, 5, 4, 3, 2) },
    { text: han(1, 3, 2, 4) },
    { text: table('12.5', '13.8', '9.1', '15.2', '16.3') },
    { text: table('长期', '2025年1月8日', '至今', '2025年2月8日') },
    { text: table('20250105-20250107', '20250106', '20250206', '20250308', '20250509') },
  ],
});
