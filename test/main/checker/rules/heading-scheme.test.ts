import { headingScheme } from '../../../../src/main/checker/rules/heading-scheme';
import { testRule } from '../../../helpers/rule-tester';

const outline = (...headings: readonly string[]): string =>
  headings
    .map((one) => `${'#'.repeat(Number(one.charAt(0)))} ${one.slice(2)}\n\n本节说明有关情况。\n`)
    .join('\n');

testRule(headingScheme, {
  reject: [
    {
      text: outline('2 一、概况', '3 1. 规模', '3 2. 结构', '2 二、措施', '3 （一）制度', '3 （二）培训'),
      findings: [{ message: 'differs', excerpt: '1. 规模' }],
    },
    {
      text: outline('2 一、概况', '3 1. 规模', '2 二、措施', '3 （一）制度', '2 三、成效', '3 1. 效率'),
      findings: [{ message: 'differs', excerpt: '（一）制度' }],
    },
    {
      text: outline('2 一、概况', '2 二、措施', '2 3. 成效'),
      findings: [{ message: 'mixed', excerpt: '3. 成效' }],
    },
    {
      text: outline('2 一、概况', '3 （一）规模', '3 2. 结构'),
      findings: [{ message: 'mixed', excerpt: '2. 结构' }],
    },
    {
      text: outline(
        '2 一、概况',
        '3 （一）规模',
        '4 （1）网点',
        '3 （二）结构',
        '4 1. 渠道',
        '3 （三）变化',
        '4 1. 客户',
      ),
      findings: [{ message: 'differs', excerpt: '（1）网点' }],
    },
    {
      text: outline('2 第一章 总则', '2 第二章 机构', '2 三、罚则'),
      findings: [{ message: 'mixed', excerpt: '三、罚则' }],
    },
    {
      text: outline('2 一、概况', '3 1.1 规模', '3 1.2 结构', '2 二、措施', '3 （一）制度'),
      findings: [{ message: 'differs', excerpt: '1.1 规模' }],
    },
    {
      text: outline('2 一、甲', '3 1. 子', '2 二、乙', '3 1. 丑', '2 三、丙', '3 （1）寅'),
      findings: [{ message: 'differs', excerpt: '（1）寅' }],
    },
  ],
  accept: [
    { text: outline('2 一、概况', '3 （一）规模', '3 （二）结构', '2 二、措施', '3 （一）制度') },
    { text: outline('2 一、概况', '3 1. 规模', '2 二、措施', '3 1. 制度') },
    { text: outline('2 概况', '3 规模', '2 措施', '3 制度') },
    { text: outline('2 一、概况', '3 规模', '2 二、措施', '3 （一）制度') },
    { text: outline('2 一、概况', '3 （一）规模', '4 1. 网点', '5 （1）城区') },
    { text: `${outline('2 一、概况', '3 （一）规模')}\n${outline('2 附件1：明细', '3 1. 说明')}` },
    { text: outline('1 年度报告', '2 第一章 总则', '3 一、目的', '2 第二章 机构', '3 一、设置') },
    { text: '没有标题的一段话。\n' },
  ],
});
