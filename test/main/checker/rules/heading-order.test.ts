import { headingOrder } from '../../../../src/main/checker/rules/heading-order';
import { testRule } from '../../../helpers/rule-tester';

/** `2 一、概况` → a heading of level 2 with a paragraph. */
const outline = (...headings: readonly string[]): string =>
  headings
    .map((one) => `${'#'.repeat(Number(one.charAt(0)))} ${one.slice(2)}\n\n本节说明有关情况。\n`)
    .join('\n');

testRule(headingOrder, {
  reject: [
    {
      name: 'one wrong number among right ones is one defect',
      text: outline('1 年度报告', '2 一、概况', '2 三、措施', '2 三、成效', '2 四、计划'),
      findings: [{ message: 'miswritten', excerpt: '三、措施' }],
    },
    {
      name: 'a number of the wrong side',
      text: outline('1 年度报告', '2 一、概况', '2 二、措施', '2 二、成效', '2 四、计划'),
      findings: [{ message: 'miswritten', excerpt: '二、成效' }],
    },
    {
      name: 'a part lost in the middle',
      text: outline('1 年度报告', '2 一、概况', '2 三、措施', '2 四、成效', '2 五、计划'),
      findings: [{ message: 'skipped', excerpt: '三、措施' }],
    },
    {
      text: outline('1 年度报告', '2 一、概况', '2 三、措施'),
      findings: [{ message: 'skipped', excerpt: '三、措施' }],
    },
    {
      text: outline('1 年度报告', '2 一、概况', '2 二、措施', '2 二、成效'),
      findings: [{ message: 'repeated', excerpt: '二、成效' }],
    },
    { text: outline('2 一、概况', '3 （一）规模', '3 （三）结构'), findings: [{ message: 'skipped' }] },
    {
      text: outline('2 一、概况', '4 1. 规模', '4 2. 结构'),
      findings: [{ message: 'level' }, { message: 'level' }],
    },
    {
      text: outline(
        '2 一、概况',
        '3 （一）规模',
        '4 1. 网点',
        '2 二、合作',
        '3 境外合作',
        '4 1. 钱包',
        '4 2. 收单',
      ),
      findings: [{ message: 'unnumbered', excerpt: '境外合作' }],
    },
    {
      text: outline('2 一、概况', '3 1. 规模', '3 2. 结构', '3 4. 变化'),
      findings: [{ message: 'skipped', excerpt: '4. 变化' }],
    },
    {
      text: outline('2 一、概况', '2 二、措施', '3 （二）制度', '3 （三）培训'),
      findings: [{ message: 'skipped', excerpt: '（二）制度' }],
    },
    { text: outline('2 第一章 总则', '2 第二章 机构', '2 第四章 罚则'), findings: [{ message: 'skipped' }] },
    { text: outline('2 一、概况', '2 二、措施', '2 一、成效'), findings: [{ message: 'repeated' }] },
  ],
  accept: [
    { text: outline('1 年度报告', '2 0 阅读提示', '2 1 概况', '2 2 管理', '2 3 计划') },
    {
      text: outline(
        '1 年度报告',
        '2 一、概况',
        '3 （一）规模',
        '3 （二）结构',
        '2 二、措施',
        '3 （一）制度',
        '3 （二）培训',
      ),
    },
    { text: outline('1 年度报告', '2 概况', '3 规模', '3 结构', '2 措施') },
    { text: outline('2 一、概况', '3 1. 规模', '2 二、措施', '3 1. 制度') },
    { text: outline('2 三、措施', '2 四、成效') },
    {
      text: `${outline('1 年度报告', '2 一、概况', '2 二、措施')}\n${outline('2 附件1：明细', '3 三、说明')}`,
    },
    { text: outline('1 年度报告', '2 一、概况', '3 基本情况', '3 主要特点', '2 二、措施') },
    { text: outline('2 1 概况', '3 1.1 规模', '3 1.2 结构', '2 2 措施', '3 2.1 制度') },
    { text: '没有标题的一段话。\n' },
  ],
});
