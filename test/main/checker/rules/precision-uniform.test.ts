import { precisionUniform } from '../../../../src/main/checker/rules/precision-uniform';
import { testRule } from '../../../helpers/rule-tester';

testRule(precisionUniform, {
  reject: [
    {
      name: 'one amount among many of its unit',
      text: '收入12.35万元，支出11.28万元，结余1.07万元，采购3.44万元，培训0.52万元，差旅0.63万元，维修0.71万元，印刷0.28万元，租金4.16万元，其他费用0.9万元。\n',
      findings: [{ message: 'fewer', excerpt: '0.9万元' }],
    },
    {
      text: '甲渠道日均交易金额为3,190.25万元。\n\n乙渠道日均交易金额为284.36万元。\n\n丙渠道日均交易金额为352万元。\n',
      findings: [{ message: 'fewer', excerpt: '352万元', fixed: null }],
    },
    {
      text: '甲渠道累计交易笔数为312.48万笔。\n\n乙渠道累计交易笔数为45.06万笔。\n\n丙渠道累计交易笔数为7.9万笔。\n',
      findings: [{ message: 'fewer', excerpt: '7.9万笔' }],
    },
    {
      text: '交易金额为12.35亿元，同比增长3.27%。\n\n户数为45.12万户，同比增长4.66%。\n\n笔数为78.34万笔，同比增长12.08%。\n\n余额为90.56亿元，同比增长0.7%。\n',
      findings: [{ message: 'fewer', excerpt: '0.7%' }],
    },
    {
      text: '贷款余额为312.4亿元。\n\n2024年贷款余额为298.7亿元。\n\n2023年贷款余额为280亿元。\n',
      findings: [{ message: 'fewer', excerpt: '280亿元' }],
    },
    {
      name: 'a rate that its base cannot carry',
      text: '12月日均交易笔数为0.28万笔（较11月下降23.32%）。\n\n其他渠道平稳。\n\n日均交易金额为8.871万元。\n',
      findings: [{ message: 'carried', excerpt: '0.28万笔' }],
    },
    {
      text: '日均交易金额为0.88亿元（较11月下降19.25%），户数为10.235万户。\n',
      findings: [{ message: 'carried', excerpt: '0.88亿元' }],
    },
    {
      text: '日均交易笔数为1.4万笔（较上月增长12.46%），余额为10.235亿元。\n',
      findings: [{ message: 'carried', excerpt: '1.4万笔' }],
    },
    {
      name: 'two of nine',
      text: Array.from(
        { length: 9 },
        (_, at) =>
          `渠道${'甲乙丙丁戊己庚辛壬'.charAt(at)}交易金额为${at + 1}1.${at < 2 ? '5' : '25'}万元。\n`,
      ).join('\n'),
      findings: [
        { message: 'fewer', excerpt: '11.5万元' },
        { message: 'fewer', excerpt: '21.5万元' },
      ],
    },
  ],
  accept: [
    {
      name: 'whole amounts among many with decimals',
      text: '收入12.35万元，支出11.28万元，结余1.07万元，采购3.44万元，培训0.52万元，差旅0.63万元，维修0.71万元，印刷0.28万元，罚款合计50万元。\n',
    },
    {
      text: '甲渠道日均交易金额为3,190.25万元。\n\n乙渠道日均交易金额为284.36万元。\n\n丙渠道日均交易金额为352.08万元。\n',
    },
    { text: '接入银行130家，接入商户25.36万户，接入机构8家，接入门店32.15万户。\n' },
    { text: '甲交易金额为3,190.25万元。\n\n乙交易金额为284.36万元。\n\n丙交易金额约352万元。\n' },
    { text: '甲交易金额为3,190.2万元。\n\n乙交易金额为284.36万元。\n\n丙交易金额为352万元。\n' },
    { text: '日均交易笔数为0.2815万笔（较11月下降23.32%），余额10.1亿元。\n' },
    { text: '商户数为25家，同比增长13.64%；余额10.15亿元。\n' },
    { text: '存款余额为100亿元（较上年末增长12.36%）；贷款余额为90.5亿元。\n' },
    {
      text: '| 项目 | 金额（万元） |\n| --- | --- |\n| 甲 | 31.25 |\n| 乙 | 28.36 |\n| 丙 | 352 |\n\n收入为10.1万元，支出为9万元。\n',
    },
  ],
});
