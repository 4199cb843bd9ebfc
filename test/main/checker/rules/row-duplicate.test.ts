import { rowDuplicate } from '../../../../src/main/checker/rules/row-duplicate';
import { testRule } from '../../../helpers/rule-tester';

const table = (...rows: readonly string[]): string =>
  ['| 序号 | 名称 | 数量 |', '| --- | --- | --- |', ...rows.map((row) => `| ${row} |`)].join('\n');

testRule(rowDuplicate, {
  reject: [
    {
      text: table('1 | 甲公司 | 120', '2 | 乙公司 | 80', '3 | 甲公司 | 120', '4 | 丁公司 | 60'),
      findings: [{ message: 'duplicate', line: 5, fixed: null }],
    },
    {
      text: table('1 | 甲公司 | 120', '2 | 甲公司 | 120', '3 | 丙公司 | 9'),
      findings: [{ message: 'duplicate', line: 4 }],
    },
    {
      text: table('1 | 甲公司 | 120', '2 | 甲 公司 | 120', '3 | 丙公司 | 9'),
      findings: [{ message: 'duplicate' }],
    },
    {
      text: table('1 | 甲公司 | 120', '2 | 甲公司 | 120', '3 | 甲公司 | 120'),
      findings: [
        { message: 'duplicate', line: 4 },
        { message: 'duplicate', line: 5 },
      ],
    },
    {
      text: '| 活动 | 时间 |\n|---|---|\n| 立减 | 2025年1月 |\n| 积分 | 2025年2月 |\n| 立减 | 2025年1月 |\n',
      findings: [{ message: 'duplicate', line: 5 }],
    },
    {
      text: '| 活动 | 时间 |\n|---|---|\n| **立减** | 2025年1月 |\n| 立减 | 2025年1月 |\n',
      findings: [{ message: 'duplicate' }],
    },
    {
      text: '| 区域 | 机构 | 数 |\n|---|---|---|\n| 东区 | 甲行 | 3 |\n| ^^ | 甲行 | 3 |\n| 西区 | 乙行 | 3 |\n',
      findings: [{ message: 'duplicate', line: 4 }],
    },
    {
      text: table('1 | 甲公司 | —', '2 | 乙公司（试点） | 80', '3 | 乙公司（试点） | 80'),
      findings: [{ message: 'duplicate' }],
    },
  ],
  accept: [
    { text: table('1 | 甲公司 | 120', '2 | 乙公司 | 120', '3 | 丙公司 | 120') },
    { text: table('1 | 甲公司 | 120', '2 | 甲公司 | 121') },
    { text: '| 区域 | 机构 | 数 |\n|---|---|---|\n| 东区 | 甲行 | 3 |\n| 西区 | 甲行 | 3 |\n' },
    {
      text: '| 区域 | 机构 | 数 |\n|---|---|---|\n| 东区 | 本部 | 3 |\n| ^^ | 支行 | 4 |\n| 西区 | 本部 | 3 |\n| ^^ | 支行 | 5 |\n',
    },
    { text: '| 年 | 数 |\n|---|---|\n| 120 | 80 |\n| 120 | 80 |\n' },
    { text: table('1 | 甲公司 | 120', '  | 小计 | 120', '2 | 乙公司 | 120', '  | 小计 | 120') },
    { text: table('1 | 甲公司 | —', '2 | 甲公司 | 120') },
    { text: '| 项目 | 说明 |\n|---|---|\n| 甲 | |\n| 甲 | |\n' },
  ],
});
