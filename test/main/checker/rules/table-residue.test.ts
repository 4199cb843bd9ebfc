import { tableResidue } from '../../../../src/main/checker/rules/table-residue';
import { testRule } from '../../../helpers/rule-tester';

const table = (cell: string): string => `| 名称 | 说明 |\n| --- | --- |\n| 甲 | ${cell} |\n`;

testRule(tableResidue, {
  reject: [
    {
      text: '| 代码 | 含义 |\n|---|---|\n| E01 | 长度不符 |\n| 代码 | 含义 |\n| E02 | 机构不存在 |\n',
      findings: [
        {
          message: 'header',
          fixed: '| 代码 | 含义 |\n|---|---|\n| E01 | 长度不符 |\n| E02 | 机构不存在 |\n',
        },
      ],
    },
    {
      text: '| 代码 | 含义 |\n|---|---|\n| E01 | 长度不符 |\n\n| 代码 | 含义 |\n|---|---|\n',
      findings: [{ message: 'no-rows', line: 5 }],
    },
    { text: table('<br>每周二立减'), findings: [{ message: 'break', fixed: table('每周二立减') }] },
    { text: table('每周二立减<br/>'), findings: [{ message: 'break', fixed: table('每周二立减') }] },
    { text: table('<span style="x">立减</span>'), findings: [{ message: 'markup', fixed: table('立减') }] },
    { text: table('立减&nbsp;活动'), findings: [{ message: 'markup', fixed: table('立减 活动') }] },
    { text: table('甲&amp;乙'), findings: [{ message: 'markup', fixed: table('甲&乙') }] },
    { text: table('、周六'), findings: [{ message: 'mark', excerpt: '、周六', fixed: table('周六') }] },
    { text: table('周二，'), findings: [{ message: 'mark', fixed: table('周二') }] },
    { text: table('<br><b>周二</b>'), findings: [{ message: 'break', fixed: table('周二') }] },
  ],
  accept: [
    {
      text: '| 代码 | 含义 |\n|---|---|\n| E01 | 长度不符 |\n\n| 代码 | 含义 |\n|---|---|\n| E02 | 机构不存在 |\n',
    },
    { text: table('20220322-20220331<br>每周二') },
    { text: table('低于<5%，高于>3%') },
    { text: table('A\\|B') },
    { text: table('—') },
    { text: table('-12.5') },
    { text: table('周二、周四、周六') },
    { text: table('R&D投入') },
    { text: '正文里的<br>不归它管，、\n' },
  ],
});
