import { rowWidth } from '../../../../src/main/checker/rules/row-width';
import { testRule } from '../../../helpers/rule-tester';

const HEAD = '| 序号 | 机构 | 上线日期 | 备注 |\n|---|---|---|---|\n';
const GOOD = '| 1 | 甲行 | 2024-01-05 | 首批 |\n| 2 | 乙行 | 2024-02-06 | |\n| 3 | 丙行 | 2024-03-07 | |\n';
const table = (...rows: string[]): string => HEAD + GOOD + rows.join('\n');

testRule(rowWidth, {
  reject: [
    {
      name: 'a cell written twice',
      text: '| 类别 | 在线 | 离线 | 合计 |\n| --- | --- | --- | --- |\n| 甲 | 12个月 | 48个月 | 60个月 |\n| 乙 | 12个月 | 24个月 | 36个月 |\n| 丙 | 3个月 | 4个月 | 7个月 | 7个月 |\n| 丁 | 6个月 | 18个月 | 24个月 |\n',
      findings: [
        {
          message: 'more',
          fixed:
            '| 类别 | 在线 | 离线 | 合计 |\n| --- | --- | --- | --- |\n| 甲 | 12个月 | 48个月 | 60个月 |\n| 乙 | 12个月 | 24个月 | 36个月 |\n| 丙 | 3个月 | 4个月 | 7个月 |\n| 丁 | 6个月 | 18个月 | 24个月 |\n',
        },
      ],
    },
    {
      name: 'the last, empty cell is missing',
      text: table('| 4 | 丁行 | 2024-04-08 |', '| 5 | 戊行 | 2024-05-09 | |'),
      findings: [
        {
          message: 'fewer',
          line: 6,
          fixed: table('| 4 | 丁行 | 2024-04-08 | |', '| 5 | 戊行 | 2024-05-09 | |'),
        },
      ],
    },
    {
      name: 'an empty cell too many at the end',
      text: table('| 4 | 丁行 | 2024-04-08 | 二批 | |'),
      findings: [{ message: 'more', line: 6, fixed: table('| 4 | 丁行 | 2024-04-08 | 二批 |') }],
    },
    {
      name: 'an empty cell too many in the middle',
      text: table('| 4 | | 丁行 | 2024-04-08 | 二批 |'),
      findings: [{ message: 'more', fixed: table('| 4 | 丁行 | 2024-04-08 | 二批 |') }],
    },
    {
      name: 'the cell that is missing is the name, told by the date',
      text: table('| 4 | 2024-04-08 | 二批 |'),
      findings: [{ message: 'fewer', fixed: table('| 4 | | 2024-04-08 | 二批 |') }],
    },
    {
      name: 'a pipe inside a text',
      text: table('| 4 | 丁行 | 2024-04-08 | 甲|乙 |'),
      findings: [{ message: 'more' }],
    },
    {
      name: 'a delimiter row that is too short',
      text: '| 项目 | 笔数 | 金额 |\n|:--|--:|\n| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |',
      findings: [
        {
          message: 'delimiter',
          excerpt: '|:--|--:|',
          fixed: '| 项目 | 笔数 | 金额 |\n|:--|--:|---|\n| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |',
        },
      ],
    },
    {
      name: 'a delimiter row that is too long',
      text: '| 项目 | 笔数 |\n|---|---|---|\n| 甲 | 1 |\n| 乙 | 3 |',
      findings: [{ message: 'delimiter', fixed: '| 项目 | 笔数 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 3 |' }],
    },
    {
      name: 'no delimiter row at all',
      text: '| 项目 | 笔数 |\n| 甲 | 1 |\n| 乙 | 3 |\n| 丙 | 4 |',
      findings: [
        { message: 'noDelimiter', fixed: '| 项目 | 笔数 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 3 |\n| 丙 | 4 |' },
      ],
    },
    {
      name: 'two rows, two findings',
      text: table('| 4 | 丁行 |', '| 5 | 戊行 | 2024-05-09 | 二批 | 三 | 四 |'),
      findings: [
        { message: 'fewer', line: 6 },
        { message: 'more', line: 7 },
      ],
    },
  ],
  accept: [
    { name: 'all of one width', text: table('| 4 | 丁行 | 2024-04-08 | |') },
    { name: 'an escaped pipe', text: table('| 4 | 丁\\|行 | 2024-04-08 | |') },
    { name: 'a pipe in code', text: table('| 4 | `a|b` | 2024-04-08 | |') },
    { name: 'no outer pipes', text: '项目 | 笔数\n---|---\n甲 | 1\n乙 | 2' },
    {
      name: 'the closing pipe is missing, the cell is there',
      text: '| 项目 | 笔数 |\n|---|---|\n| 甲 | 1\n| 乙 | 2 |',
    },
    { name: 'empty cells', text: '| 项目 | 笔数 |\n|---|---|\n| | |\n| 乙 | |' },
    { name: 'pipes in fenced code', text: '```\n| a | b |\n|---|\n| 1 | 2 | 3 |\n```' },
    { name: 'pipes in running text', text: '取值为 A|B 之一，详见说明。' },
    { name: 'a table of one column', text: '| 名单 |\n|---|\n| 甲 |\n| 乙 |' },
  ],
});
