import { ratioPlausible } from '../../../../src/main/checker/rules/ratio-plausible';
import { testRule } from '../../../helpers/rule-tester';

const both = (count: string, amount: string, basis = '环比'): string =>
  `线上消费交易笔数为704.98万笔（${basis}${count}），线上消费交易金额为29.60亿元（${basis}${amount}）。\n`;

testRule(ratioPlausible, {
  reject: [
    {
      text: both('增长34.89%', '增长511.85%'),
      findings: [{ message: 'apart', excerpt: '511.85%', fixed: null }],
    },
    { text: both('增长12.3%', '增长312.4%', '同比'), findings: [{ message: 'apart' }] },
    { text: both('增长300.5%', '增长3.2%'), findings: [{ message: 'apart', excerpt: '3.2%' }] },
    { text: both('下降80.2%', '增长5.1%'), findings: [{ message: 'apart' }] },
    { text: both('增长5.1%', '下降80.2%'), findings: [{ message: 'apart', excerpt: '80.2%' }] },
    { text: both('增长1.2%', '增长1,022.5%', '较11月'), findings: [{ message: 'apart' }] },
    { text: `概述。\n\n${both('增长34.89%', '增长511.85%')}`, findings: [{ message: 'apart', line: 3 }] },
    { text: both('下降70.1%', '增长20.4%', '同比'), findings: [{ message: 'apart', severity: 'doubt' }] },
  ],
  accept: [
    { text: both('增长34.89%', '增长51.85%') },
    { text: both('增长12.3%', '下降12.4%') },
    { text: both('增长250.1%', '增长312.4%') },
    {
      text: '线上消费交易笔数为704.98万笔（同比增长34.89%），线上消费交易金额为29.60亿元（环比增长511.85%）。\n',
    },
    { text: '线上消费交易笔数为704.98万笔，线上消费交易金额为29.60亿元（环比增长511.85%）。\n' },
    {
      text: '线上消费交易笔数为704.98万笔（环比增长34.89%）。\n\n线下收款交易金额为29.60亿元（环比增长511.85%）。\n',
    },
    { text: '商户数为320户（同比增长4.5%），交易金额为29.60亿元（同比增长411.85%）。\n' },
    { text: '没有变动幅度：交易笔数704.98万笔、金额29.60亿元。\n' },
  ],
});
