import { captionWithoutBody } from '../../../../src/main/checker/rules/caption-without-body';
import { testRule } from '../../../helpers/rule-tester';

const TABLE = '| 项目 | 数量 |\n| --- | --- |\n| 甲 | 3 |\n';

testRule(captionWithoutBody, {
  reject: [
    {
      text: '*表1 营销活动统计表*\n\n活动情况见上。\n',
      findings: [{ message: 'table', line: 1, fixed: null }],
    },
    { text: '*图1 活动页面*\n\n页面见上。\n', findings: [{ message: 'figure', line: 1 }] },
    {
      text: `*表1 甲*\n\n${TABLE}\n*表2 乙*\n\n## 二、其他\n\n${TABLE}`,
      findings: [{ message: 'table', excerpt: '*表2 乙*' }],
    },
    {
      text: '正文一段。\n\n*图2 流程*\n\n*图3 架构*\n\n![架构](a.png)\n',
      findings: [{ message: 'figure', excerpt: '*图2 流程*' }],
    },
    { text: '表1 商户分布\n\n商户主要分布在东部。\n', findings: [{ message: 'table' }] },
    { text: `*表1 甲*\n\n*表2 乙*\n\n${TABLE}`, findings: [{ message: 'table', line: 1 }] },
    { text: `${TABLE}\n*图1 甲*\n\n*图2 乙*\n`, findings: [{ message: 'figure', line: 7 }] },
    { text: `*图1 甲*\n\n正文隔开。\n\n${TABLE}`, findings: [{ message: 'figure' }] },
  ],
  accept: [
    { text: `*表1 甲*\n\n${TABLE}` },
    { text: `${TABLE}\n*表1 甲*\n` },
    { text: `*表1 甲*\n\n单位：万元\n\n${TABLE}` },
    { text: '![页面](page.png)\n\n*图1 活动页面*\n' },
    { text: '〔图片〕\n\n*图1 活动页面*\n' },
    { text: `*图1 走势*\n\n${TABLE}` },
    { text: '*表1 明细*\n\n![明细](table.png)\n' },
    { text: '没有题注的一段话，见表1。\n' },
  ],
});
