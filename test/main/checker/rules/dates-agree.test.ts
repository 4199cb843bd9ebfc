import { datesAgree } from '../../../../src/main/checker/rules/dates-agree';
import { testRule } from '../../../helpers/rule-tester';

const signed = (body: string, date: string): string =>
  `${body}\n\n特此报告。\n\n云川支付有限公司\n\n${date}\n`;

testRule(datesAgree, {
  reject: [
    {
      name: 'several days behind the closing date',
      text: '# 关于2025年工作的报告\n\n中国人民银行甲分行：\n\n2025年3月19日线路中断，2025年7月2日设备故障。\n\n特此报告。\n\n乙公司\n\n2025年1月15日\n',
      findings: [{ message: 'early' }],
    },
    {
      text: signed('截至2025年12月末，商户320户。', '2025年10月10日'),
      findings: [{ message: 'early', severity: 'error', excerpt: '2025年10月10日' }],
    },
    { text: signed('截至2026年3月31日，商户320户。', '2026年1月10日'), findings: [{ message: 'early' }] },
    { text: signed('到2025年末，商户320户。', '2025年1月10日'), findings: [{ message: 'early' }] },
    {
      text: '截至2025年末，商户320户。截至2025年12月末，门店60家。截至2025年12月末，网点8个。\n',
      findings: [
        {
          message: 'mixed',
          severity: 'notice',
          excerpt: '2025年末',
          fixed: '截至2025年12月末，商户320户。截至2025年12月末，门店60家。截至2025年12月末，网点8个。\n',
        },
      ],
    },
    {
      text: '截至2025年12月31日，商户320户。2025年底，门店60家。\n',
      findings: [{ message: 'mixed', excerpt: '2025年底' }],
    },
    { text: '2024年末为300户。\n\n截至2024年12月末共300户。\n', findings: [{ message: 'mixed', line: 3 }] },
    {
      text: '2025年末、2025年底和2025年12月底的数据一致。\n',
      findings: [{ message: 'mixed', fixed: '2025年末、2025年末和2025年末的数据一致。\n' }],
    },
    {
      text: '- 截至2025年末，甲3家。\n- 截至2025年末，乙5家。\n- 截至2025年12月31日，丙2家。\n',
      findings: [{ message: 'mixed', line: 3 }],
    },
  ],
  accept: [
    {
      name: 'days in a column of what is to be done',
      text: '# 演练总结\n\n演练已完成。\n\n| 措施 | 完成日期 |\n| --- | --- |\n| 甲 | 2025-08-31 |\n| 乙 | 2025-09-30 |\n\n某某公司\n\n2025年7月3日\n',
    },
    {
      name: 'days that are planned',
      text: '# 关于整改的报告\n\n中国人民银行甲分行：\n\n首批计划2026年1月31日完成，其余将于2026年2月28日完成。\n\n特此报告。\n\n乙公司\n\n2025年12月18日\n',
    },
    { text: signed('截至2025年12月末，商户320户。', '2026年1月10日') },
    { text: signed('截至2025年12月末，商户320户。', '2025年12月29日') },
    { text: '截至2025年末，商户320户；截至2025年末，门店60家。\n' },
    { text: '2024年末为300户，截至2025年12月末为320户。\n' },
    { text: '2025年12月31日上线，截至2025年末运行平稳。\n' },
    { text: signed('计划于2026年6月30日前完成。', '2026年1月10日') },
    { text: '截至2025年9月末，商户320户。截至2025年末，商户330户。\n' },
    { text: '年末加强值守，月末对账。\n' },
  ],
});
