import { groupingUniform } from '../../../../src/main/checker/rules/grouping-uniform';
import { testRule } from '../../../helpers/rule-tester';

const table = (...values: readonly string[]): string =>
  `| 项目 | 金额（元） |\n| --- | --- |\n${values.map((value, at) => `| 甲${at} | ${value} |\n`).join('')}`;

testRule(groupingUniform, {
  reject: [
    {
      text: '收入1,284.50万元，支出3,190.25万元，余额4,077.10万元，其他2077.10万元。\n',
      findings: [
        {
          message: 'ungrouped',
          excerpt: '2077.10万元',
          fixed: '收入1,284.50万元，支出3,190.25万元，余额4,077.10万元，其他2,077.10万元。\n',
        },
      ],
    },
    {
      text: '收入1284.5万元，支出3190.3万元，余额4077.1万元，其他2,077.1万元。\n',
      findings: [
        {
          message: 'grouped',
          excerpt: '2,077.1万元',
          fixed: '收入1284.5万元，支出3190.3万元，余额4077.1万元，其他2077.1万元。\n',
        },
      ],
    },
    {
      name: 'several of them are one finding with one fix',
      text: '甲1,001户，乙1,002户，丙1,003户，丁1,004户，戊1005户，己1006户。\n',
      findings: [
        {
          message: 'ungrouped',
          excerpt: '1005户',
          fixed: '甲1,001户，乙1,002户，丙1,003户，丁1,004户，戊1,005户，己1,006户。\n',
        },
      ],
    },
    { text: table('12,345', '23,456', '34,567', '45678'), findings: [{ message: 'ungrouped', line: 6 }] },
    { text: table('12345', '23456', '34567', '45,678'), findings: [{ message: 'grouped', line: 6 }] },
    {
      name: 'prose and tables each have their own way',
      text: `${table('12345', '23456', '34567')}\n收入12,345元，支出23,456元，结余34,567元，备付45678元。\n`,
      findings: [{ message: 'ungrouped', excerpt: '45678元' }],
    },
    {
      name: 'millions',
      text: '资产1,234,567元，负债2,345,678元，权益3,456,789元，现金4567890元。\n',
      findings: [
        {
          message: 'ungrouped',
          fixed: '资产1,234,567元，负债2,345,678元，权益3,456,789元，现金4,567,890元。\n',
        },
      ],
    },
    {
      name: 'full-width digits and comma',
      text: '收入１，２８４．５万元，支出3190.3万元，余额4077.1万元，其他2077.1万元。\n',
      findings: [{ message: 'grouped', line: 1 }],
    },
  ],
  accept: [
    { text: '收入1,284.50万元，支出3,190.25万元，余额4,077.10万元。\n' },
    { text: '2025年收入1,284.5万元，2024年支出3,190.3万元，2023年余额4,077.1万元。\n' },
    { text: '收入12,345元，支出23,456元，结余34,567元，人数4567人。\n' },
    { text: '收入1,284.5万元，支出3,190.3万元，结余2077.1万元，备付4077.1万元。\n' },
    { text: '客服电话95188，编号20250101，收入12,345元，支出23,456元，结余34,567元。\n' },
    { text: table('12,345', '23,456', '34,567', '—', '78') },
    { text: '收入284.5万元，支出190.3万元，结余77.1万元。\n' },
    { name: 'two alone', text: '收入1,284.5万元，支出3190.3万元。\n' },
  ],
});
