import { pairUnbalanced } from '../../../../src/main/checker/rules/pair-unbalanced';
import { testRule } from '../../../helpers/rule-tester';

testRule(pairUnbalanced, {
  reject: [
    {
      name: 'a document by its name and number',
      text: '根据支付受理终端管理办法（银发〔2021〕98号）的规定，开展自查。\n',
      findings: [
        {
          message: 'title',
          severity: 'doubt',
          fixed: '根据《支付受理终端管理办法》（银发〔2021〕98号）的规定，开展自查。\n',
        },
      ],
    },
    {
      text: '我公司实现"外包内用"业务。\n',
      findings: [
        {
          message: 'straight',
          excerpt: '"外包内用"',
          severity: 'doubt',
          fixed: '我公司实现“外包内用”业务。\n',
        },
      ],
    },
    {
      name: 'each pair is one finding',
      text: '推出"立减"、"优惠券"两类活动。\n',
      findings: [
        { message: 'straight', excerpt: '"立减"' },
        { message: 'straight', excerpt: '"优惠券"' },
      ],
    },
    { text: '推出"立减活动。\n', findings: [{ message: 'straight-alone', excerpt: '"' }] },
    {
      text: '云川支付有限公司（以下简称公司持续推进。\n',
      findings: [{ message: 'unclosed', excerpt: '（', fixed: null }],
    },
    { text: '根据《支付业务管理办法规定，开展自查。\n', findings: [{ message: 'unclosed', excerpt: '《' }] },
    { text: '根据支付业务管理办法》规定，开展自查。\n', findings: [{ message: 'unopened', excerpt: '》' }] },
    { text: '坚持“安全第一的原则。\n', findings: [{ message: 'unclosed', excerpt: '“' }] },
    { text: '落实《条例（试行》要求。\n', findings: [{ message: 'unclosed', excerpt: '（' }] },
    { text: '完成改造），上线运行。\n', findings: [{ message: 'unopened', excerpt: '）' }] },
    { text: '- 名单包括甲公司、乙公司）。\n', findings: [{ message: 'unopened' }] },
  ],
  accept: [
    { text: '根据《支付受理终端管理办法》（银发〔2021〕98号）的规定，开展自查。\n' },
    { text: '按照上级文件（〔2021〕98号）和有关规定（见附件），依据监管部门批复（银复〔2020〕3号）办理。\n' },
    { text: '依据公司章程和内部管理办法，落实各项规定。\n' },
    { text: '云川支付有限公司（以下简称“公司”）落实《条例（试行）》。\n' },
    { text: '要求如下：1）加强管理；2）完善制度；a)开展培训。\n' },
    { text: '支持"Visa"与"Mastercard"。\n'.replace(/[\u4e00-\u9fff]/g, ' ') },
    { text: 'Don’t panic，the company’s report。\n' },
    { text: '“他说‘同意’。”会议结束。\n' },
    { text: '指标（单位：万元)已核对。\n' },
    { text: '屏幕尺寸为15.6"，支持扫码。\n' },
    { text: '| 项目 | 说明 |\n| --- | --- |\n| 甲 | （待补 |\n' },
    { text: '三是加强监测。四是完善机制【2025】12号。\n' },
  ],
});
