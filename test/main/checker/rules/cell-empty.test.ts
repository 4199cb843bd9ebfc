import { cellEmpty } from '../../../../src/main/checker/rules/cell-empty';
import { testRule } from '../../../helpers/rule-tester';

const table = (header: string, ...cells: readonly string[]): string =>
  `| 名称 | ${header} | 笔数 |\n| --- | --- | --- |\n${cells.map((cell, at) => `| ${'甲乙丙丁戊己庚辛壬癸'.charAt(at % 10)}机构 | ${cell} | ${at + 3} |\n`).join('')}`;
const FIVE = ['12.5', '13.8', '25.1', '40.2', '51.3'];

testRule(cellEmpty, {
  reject: [
    { text: table('金额', ...FIVE, ''), findings: [{ message: 'empty', line: 8, fixed: null }] },
    { text: table('金额', '', ...FIVE), findings: [{ message: 'empty', line: 3 }] },
    {
      text: table('上线时间', '1月', '2月', '', '4月', '5月', '6月'),
      findings: [{ message: 'empty', line: 5 }],
    },
    {
      text: table('负责部门', '风控部', '合规部', '运营部', '财务部', '科技部', ' '),
      findings: [{ message: 'empty' }],
    },
    { text: table('金额', ...FIVE, ...FIVE, ''), findings: [{ message: 'empty', line: 13 }] },
    {
      text: table('金额', ...FIVE, ...FIVE, ...FIVE, ...FIVE, '', ''),
      findings: [{ message: 'empty' }, { message: 'empty' }],
    },
    { text: table('占比', '1%', '2%', '3%', '', '5%', '6%'), findings: [{ message: 'empty', line: 6 }] },
    {
      text: `${table('金额', ...FIVE, '')}| 合计 | 142.9 | 33 |\n`,
      findings: [{ message: 'empty', line: 8 }],
    },
  ],
  accept: [
    { text: table('金额', ...FIVE) },
    { text: table('金额', ...FIVE, '—') },
    { text: table('备注', ...FIVE, '') },
    { text: table('金额', '12.5', '', '25.1', '', '51.3', '') },
    { text: table('金额', '12.5', '13.8', '') },
    {
      text: '| 区域 | 机构 | 数 |\n|---|---|---|\n| 东区 | 甲 | 1 |\n| | 乙 | 2 |\n| | 丙 | 3 |\n| 西区 | 丁 | 4 |\n| | 戊 | 5 |\n| | 己 | 6 |\n',
    },
    { text: `${table('金额', ...FIVE)}| 合计 | | 28 |\n` },
    { text: `${table('金额', ...FIVE)}| 其他 | | |\n` },
  ],
});
