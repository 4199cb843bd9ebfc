import { captionOrder } from '../../../../src/main/checker/rules/caption-order';
import { testRule } from '../../../helpers/rule-tester';

const captions = (...labels: readonly string[]): string =>
  labels.map((label) => `*${label} 业务情况*\n\n正文说明见${label}。\n`).join('\n');

const ofAnnex = (...numbers: readonly string[]): string =>
  `正文。\n\n${numbers.map((number) => `附表${number} 业务情况\n\n| 甲 |\n|---|\n| 1 |\n`).join('\n')}`;

testRule(captionOrder, {
  reject: [
    {
      name: 'tables of an annex, one number twice',
      text: ofAnnex('1-1', '1-2', '1-2', '1-4'),
      findings: [
        { message: 'repeated', excerpt: '附表1-2', line: 15, fixed: ofAnnex('1-1', '1-2', '1-3', '1-4') },
      ],
    },
    { text: ofAnnex('2-1', '2-3'), findings: [{ message: 'gap', excerpt: '附表2-3' }] },
    { text: captions('表1', '表2', '表2', '表4'), findings: [{ message: 'repeated', excerpt: '表2' }] },
    {
      name: 'annexes whose tables go on, one number twice',
      text: '正文。\n\n## 附件1 甲\n\n表1 甲表\n\n| 甲 |\n|---|\n| 1 |\n\n## 附件2 乙\n\n表4 乙表\n\n| 乙 |\n|---|\n| 1 |\n\n## 附件3 丙\n\n表4 丙表\n\n| 丙 |\n|---|\n| 1 |\n',
      findings: [{ message: 'repeated', excerpt: '表4' }],
    },
    { text: captions('图1', '图3'), findings: [{ message: 'gap', excerpt: '图3' }] },
    { text: captions('图1', '图2', '图2'), findings: [{ message: 'repeated', excerpt: '图2', line: 9 }] },
    { text: captions('表2', '表3'), findings: [{ message: 'gap', excerpt: '表2' }] },
    { text: captions('图1', '表1', '图2', '表3'), findings: [{ message: 'gap', excerpt: '表3' }] },
    { text: captions('图1-1', '图1-3'), findings: [{ message: 'gap', excerpt: '图1-3' }] },
    { text: captions('表1', '表1', '表1'), findings: [{ message: 'repeated' }, { message: 'repeated' }] },
    {
      name: 'an annex of its own',
      text: `${captions('表1')}\n## 附件1：明细\n\n${captions('表1', '表4')}`,
      findings: [{ message: 'gap', excerpt: '表4' }],
    },
    { text: captions('图1', '图2', '图3', '图5', '图6'), findings: [{ message: 'gap', excerpt: '图5' }] },
  ],
  accept: [
    { text: ofAnnex('1-1', '1-2', '2-1', '3-1', '3-2') },
    { name: 'the same table, going on', text: ofAnnex('1-1', '1-2', '1-2（续）') },
    { name: 'sentences about them', text: '附表1-3所列情况见说明。\n\n| 甲 |\n|---|\n| 1 |\n' },
    {
      name: 'annexes whose tables go on',
      text: '正文。\n\n## 附件1 甲\n\n表1 甲表\n\n| 甲 |\n|---|\n| 1 |\n\n## 附件2 乙\n\n表4 乙表\n\n| 乙 |\n|---|\n| 1 |\n\n## 附件3 丙\n\n表5 丙表\n\n| 丙 |\n|---|\n| 1 |\n',
    },
    { text: captions('图1', '图2', '图3') },
    { text: captions('图1', '表1', '图2', '表2') },
    { text: captions('图1-1', '图1-2', '图2-1', '图2-2') },
    { text: `${captions('表1', '表2')}\n## 附件1：明细\n\n${captions('表1', '表2')}` },
    { text: `${captions('表1', '表2')}\n## 附件1：明细\n\n${captions('表3', '表4')}` },
    { text: captions('表1', '图1', '图2', '表2', '表3') },
    { text: '正文没有图表，见《年报》图3。\n' },
    { text: captions('图一', '图二') },
  ],
});
