import { verbObject } from '../../../../src/main/checker/rules/verb-object';
import { testRule } from '../../../helpers/rule-tester';

testRule(verbObject, {
  reject: [
    {
      text: '东线增速比全线平均水平高1.20%。\n',
      findings: [{ message: 'replace', fixed: '东线增速比全线平均水平高1.20个百分点。\n' }],
    },
    { text: '线上业务占比提高了3.5%。\n', findings: [{ message: 'replace' }] },
    {
      name: 'a day behind its subject',
      text: '我公司自3月1日对小微商户实行优惠。\n',
      findings: [{ message: 'since', fixed: '我公司自3月1日起对小微商户实行优惠。\n' }],
    },
    {
      text: '各方面都取得了实质性提升。\n',
      findings: [{ message: 'replace', fixed: '各方面都实现了实质性提升。\n' }],
    },
    {
      text: '双方达成一定的可落地方案。\n',
      findings: [{ message: 'replace', fixed: '双方形成一定的可落地方案。\n' }],
    },
    {
      text: '不断加强服务水平，提升培训力度。\n',
      findings: [{ message: 'replace' }, { message: 'replace' }],
    },
    { text: '接入机构约100家左右。\n', findings: [{ message: 'recast', fixed: '接入机构约100家。\n' }] },
    { text: '覆盖超过100个城市以上。\n', findings: [{ message: 'recast', fixed: '覆盖超过100个城市。\n' }] },
    { text: '主要原因是由于系统升级。\n', findings: [{ message: 'recast' }] },
    { text: '防止类似问题不再发生。\n', findings: [{ message: 'recast', fixed: null }] },
    {
      text: '自2021年我司已与银联打通转接模式。\n',
      findings: [{ message: 'since', fixed: '自2021年起，我司已与银联打通转接模式。\n' }],
    },
    {
      text: '截至目前为止，运行平稳。\n',
      findings: [{ message: 'recast', fixed: '截至目前，运行平稳。\n' }],
    },
  ],
  accept: [
    { name: 'what begins on a day', text: '新规则自5月20日上线，办法自2024年5月1日施行。\n' },
    { text: '增速提高到12.5%，占比由40%提高至43%，占比高达60%，比重提高1.2个百分点。\n' },
    { text: '费率下降12%，价格比上年提高3%，占比最高的三项为价格、服务和交期。\n' },
    { text: '通过优化流程，使用率由62%提高到81%。经过多年发展，使命更加明确。\n' },
    { text: '我司自2018年即推动该项工作，自2019年便开始试点。\n' },
    { text: '取得显著成效，实现大幅提升，达成一致意见。\n' },
    { text: '加强管理，提高水平，加大力度，加快步伐，扩大规模。\n' },
    { text: '约100家，100家左右，超过100家，100家以上。\n' },
    { text: '自2021年起，自2021年以来，自2021年至2025年，自2021年1月1日施行之日起。\n' },
    { text: '自2021年试点开展以来，运行平稳。\n' },
    { text: '取得提升资质所需的材料，达成后形成方案。\n' },
    { text: '“取得更大提升”是年度口号。\n' },
    { text: '避免重复建设，防止风险外溢。来自2021年的数据显示平稳。\n' },
    { text: '单笔超过500元的交易占三成以上。\n' },
  ],
});
