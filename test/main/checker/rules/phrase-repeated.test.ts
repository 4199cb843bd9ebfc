import { phraseRepeated } from '../../../../src/main/checker/rules/phrase-repeated';
import { testRule } from '../../../helpers/rule-tester';

const CLAUSE = '客户可在付款界面自行查看全部优惠活动的说明';
const OTHER = '我行持续投入专项资源用于改善县域受理环境';

testRule(phraseRepeated, {
  reject: [
    {
      name: 'a short sentence twice on the spot',
      text: '资料专柜保管。全年未丢失资料。全年未丢失资料。\n',
      findings: [{ message: 'twice', severity: 'error', fixed: '资料专柜保管。全年未丢失资料。\n' }],
    },
    {
      name: 'a clause twice on the spot',
      text: '店员到场后核实，店员到场后核实，该货物已被退回。\n',
      findings: [{ message: 'twice', fixed: '店员到场后核实，该货物已被退回。\n' }],
    },
    {
      name: 'within one paragraph',
      text: `本行上线了新功能，${CLAUSE}。经过两轮测试，${CLAUSE}。\n`,
      findings: [{ message: 'near', excerpt: CLAUSE, severity: 'doubt' }],
    },
    {
      name: 'a whole sentence twice in a row',
      text: `本行上线了新功能。${CLAUSE}。${CLAUSE}。效果良好。\n`,
      findings: [{ message: 'near', fixed: `本行上线了新功能。${CLAUSE}。效果良好。\n` }],
    },
    {
      name: 'in neighbouring paragraphs',
      text: `## 一、情况\n\n本行上线了新功能，${CLAUSE}。\n\n到年末，${CLAUSE}。\n`,
      findings: [{ message: 'near', line: 5, excerpt: CLAUSE }],
    },
    {
      name: 'across sections',
      text: `# 报告\n\n## 一、甲\n\n上半年，${CLAUSE}。\n\n## 二、乙\n\n下半年，${CLAUSE}。\n`,
      findings: [{ message: 'far', line: 9, severity: 'notice' }],
    },
    {
      name: 'summary and body',
      text: `# 报告\n\n今年以来，${OTHER}。\n\n## 一、环境\n\n2025年，${OTHER}，成效明显。\n`,
      findings: [{ message: 'summary', line: 7, severity: 'notice' }],
    },
    {
      name: 'four times is one finding',
      text: `## 一、甲\n\n甲方面，${CLAUSE}。\n\n## 二、乙\n\n乙方面，${CLAUSE}。\n\n## 三、丙\n\n丙方面，${CLAUSE}。\n\n## 四、丁\n\n丁方面，${CLAUSE}。\n`,
      findings: [{ message: 'far', line: 7 }],
    },
    {
      name: 'the longest match once, punctuation aside',
      text: `## 一、甲\n\n${CLAUSE}，${OTHER}。\n\n## 二、乙\n\n${CLAUSE}、${OTHER}，完成。\n`,
      findings: [{ message: 'far', excerpt: `${CLAUSE}、${OTHER}` }],
    },
    {
      name: 'two sentences in a row are one repeat',
      text: `## 一、甲\n\n${CLAUSE}。${OTHER}。\n\n## 二、乙\n\n此前${CLAUSE}。${OTHER}。\n`,
      findings: [{ message: 'far', excerpt: `${CLAUSE}。${OTHER}` }],
    },
    {
      name: 'the same figures too',
      text: '## 一、甲\n\n全年共受理客户投诉一千余件，办结率达到98.5%。\n\n上述期间，全年共受理客户投诉一千余件，办结率达到98.5%。\n',
      findings: [{ message: 'near' }],
    },
    {
      name: 'emphasis does not hide it',
      text: `甲方面，${CLAUSE}。乙方面，**客户可在付款界面**自行查看全部优惠活动的说明。\n`,
      findings: [{ message: 'near' }],
    },
    {
      name: 'short straight quotes around',
      text: `围绕"惠民"行动，${CLAUSE}。围绕"惠民"行动，${CLAUSE}。\n`,
      findings: [{ message: 'near' }],
    },
  ],
  accept: [
    {
      text: '小微企业账户占全年新开立基本存款账户31.45万户的11.51%。全年新开立基本存款账户31.45万户，扣除撤销的16.93万户后，与净增数一致。\n',
    },
    {
      name: 'what was measured is named again',
      text: '未满十四周岁用户的个人信息记录73.85万条。为避免重复，未满十四周岁用户的个人信息记录另表列示。\n',
    },
    { text: '甲站运行正常，乙站运行正常，丙站运行正常。\n' },
    { text: '一次核对，再次核对，逐笔核对。是，是。\n' },
    {
      name: 'a heading at the head of its paragraph',
      text: '公务用车购置及运行维护费用。\n\n（一）公务用车购置及运行维护费用。全年未购置公务用车。\n',
    },
    {
      name: 'one sentence pattern, other figures',
      text: '2025年11月，本行由甲渠道办理的代收缴费业务月均受理量为21.37万笔（比10月多出2.15%），受理总额为1,870.42万元。\n\n2025年11月，本行由乙渠道办理的代收缴费业务月均受理量为4.62万笔（比10月少了3.08%），受理总额为266万元。\n',
    },
    {
      name: 'metric label before other figures',
      text: '线上缴费场景电子钱包支付全年交易笔数达160万笔。\n\n线下门店场景电子钱包支付全年交易笔数达110万笔。\n',
    },
    {
      name: 'label of a figure within a longer clause',
      text: '全国范围内通过手机银行办理的缴费业务笔数达20万笔。全国范围内通过手机银行办理的缴费业务金额达3亿元。\n',
    },
    {
      name: 'titles',
      text: '本行落实《非银行支付机构客户备付金存管办法实施细则》要求。\n\n按照《非银行支付机构客户备付金存管办法实施细则》，本行完成整改。\n',
    },
    {
      name: 'caption and annex title',
      text: '*表1 各分支机构特约商户巡检工作开展情况统计表*\n\n本行完成巡检。\n\n### 附件1：各分支机构特约商户巡检工作开展情况统计表\n\n| 序号 | 数 |\n|---|---|\n| 1 | 2 |\n',
    },
    {
      name: 'heading echoed in the first sentence',
      text: '## 一、持续推进县域受理环境建设与改造工作\n\n持续推进县域受理环境建设与改造工作，是本行全年的重点。\n',
    },
    {
      name: 'table cells',
      text: '| 活动 | 规则 |\n|---|---|\n| 甲 | 每位用户在活动期内可享受一次随机立减优惠 |\n| 乙 | 每位用户在活动期内可享受一次随机立减优惠 |\n',
    },
    {
      name: 'a name inside longer clauses',
      text: '本行与粤港澳大湾区跨境支付互联互通工作专班就方案进行了沟通。\n\n目前粤港澳大湾区跨境支付互联互通工作专班已收到全部材料并反馈意见。\n',
    },
    {
      name: 'a set lead-in',
      text: '在人民银行和行业协会的共同指导下，本行完成改造。\n\n在人民银行和行业协会的共同指导下，试点有序扩大。\n',
    },
    {
      name: 'a dated lead-in',
      text: '截至2025年12月31日，本行完成改造。\n\n截至2025年12月31日，试点扩大到三省。\n',
    },
    {
      name: 'an abbreviation being defined',
      text: '某某支付科技有限公司（以下简称某某支付公司或我司）成立。\n\n某某支付科技有限公司（以下简称某某支付公司或我司）获准。\n',
    },
    {
      name: 'notes under tables',
      text: '数据来源：本行业务统计系统，按交易发生地口径统计\n\n数据来源：本行业务统计系统，按交易发生地口径统计\n',
    },
    {
      name: 'eleven characters',
      text: '甲方面，继续优化客户服务流程。乙方面，继续优化客户服务流程。\n',
    },
    {
      name: 'a quoted slogan',
      text: '本行践行“支付为民，服务实体经济，守住风险底线”的理念。\n\n员工牢记“支付为民，服务实体经济，守住风险底线”的理念。\n',
    },
  ],
});
