import { termPolicy } from '../../../../src/main/checker/rules/term-policy';
import { testRule } from '../../../helpers/rule-tester';

testRule(termPolicy, {
  reject: [
    {
      text: '截止2025年末，商户320户。\n',
      findings: [{ message: 'term', excerpt: '截止', fixed: '截至2025年末，商户320户。\n' }],
    },
    { text: '截止目前，已接入8家机构。\n', findings: [{ message: 'term', severity: 'error' }] },
    {
      text: '促进第三方支付行业共同发展。\n',
      findings: [{ message: 'term', severity: 'doubt', fixed: '促进非银行支付行业共同发展。\n' }],
    },
    {
      text: '便利香港商户服务大陆用户。\n',
      findings: [{ message: 'term', fixed: '便利香港商户服务内地用户。\n' }],
    },
    { text: '开立帐户320个，核对帐单。\n', findings: [{ message: 'term' }, { message: 'term' }] },
    { text: '| 帐号 | 金额 |\n| --- | --- |\n| 甲 | 3 |\n', findings: [{ message: 'term', line: 1 }] },
    { text: '用户登陆系统后可查询。\n', findings: [{ message: 'term', fixed: '用户登录系统后可查询。\n' }] },
    {
      text: '客户反应问题12件，部份已办结。\n',
      findings: [
        { message: 'term', excerpt: '反应' },
        { message: 'term', excerpt: '部份' },
      ],
    },
    { text: '业务覆盖港澳台等国家。\n', findings: [{ message: 'delete', excerpt: '港澳台', fixed: null }] },
    { text: '一但发现异常，必需立即上报。\n', findings: [{ message: 'term' }, { message: 'term' }] },
  ],
  accept: [
    { text: '截至2025年末，商户320户；报名截止日期为12月20日，申报工作已截止。\n' },
    { text: '按照《第三方支付业务管理规范》，原文称“第三方支付”。\n' },
    { text: '大陆架勘探项目贷款12亿元。\n' },
    { text: '服务中国大陆用户，不涉及其他地区。\n' },
    { text: '化学反应充分，市场反应平稳，应急反应迅速。\n' },
    { text: '部队登陆演练结束，台风登陆福建。\n' },
    { text: '生活必需品供应充足，一旦短缺立即调运。\n' },
    { text: '账户、账单、账面价值均已核对，其他部分见附件。\n' },
  ],
});
