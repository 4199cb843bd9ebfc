import { parenthesisPlace } from '../../../../src/main/checker/rules/parenthesis-place';
import { testRule } from '../../../helpers/rule-tester';

testRule(parenthesisPlace, {
  reject: [
    {
      text: '平均用时1.8天。（按工作日计）。',
      findings: [{ message: 'after-stop', fixed: '平均用时1.8天（按工作日计）。' }],
    },
    {
      text: '同比增长51.2倍。（此处不含香港钱包）\n',
      findings: [{ message: 'after-stop', fixed: '同比增长51.2倍（此处不含香港钱包）。\n' }],
    },
    {
      text: '商户320户。（含试点）其余见附件。\n',
      findings: [{ message: 'after-stop', fixed: '商户320户（含试点）。其余见附件。\n' }],
    },
    { text: '- 商户320户。（不含个体）\n', findings: [{ message: 'after-stop' }] },
    {
      text: '投诉率为0.3%。(剔除重复投诉)\n',
      findings: [{ message: 'after-stop', excerpt: '。(剔除重复投诉)' }],
    },
    { text: '余额1.2亿元。（折合人民币）“云川计划”启动。\n', findings: [{ message: 'after-stop' }] },
    {
      text: '甲达标。（见表1）乙达标。（见表2）\n',
      findings: [{ message: 'after-stop' }, { message: 'after-stop' }],
    },
    { text: '已全部上线。（截至12月末）\n', findings: [{ message: 'after-stop' }] },
    { text: '**已完成。（剩余2项除外）**\n', findings: [{ message: 'after-stop' }] },
  ],
  accept: [
    { text: '同比增长51.2倍（此处不含香港钱包）。\n' },
    { text: '同比增长51.2倍。（以上数据均不含香港钱包。）\n' },
    { text: '会议结束。（完）\n' },
    { text: '以上为摘要。（资料来源：公司年报）\n' },
    { text: '主要做法如下。（一）加强管理。（二）完善制度。\n' },
    { text: '甲公司达标。（甲公司为试点单位。乙公司不是。）\n' },
    { text: '详见第三章（略）。\n' },
    { text: '表格中的句号。\n\n（此段为说明）\n' },
  ],
});
