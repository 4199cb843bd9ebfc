import { cellType } from '../../../../src/main/checker/rules/cell-type';
import { testRule } from '../../../helpers/rule-tester';

const table = (header: string, ...cells: readonly string[]): string =>
  `| 名称 | ${header} |\n| --- | --- |\n${cells.map((cell, at) => `| ${'甲乙丙丁戊己庚辛'.charAt(at)}机构 | ${cell} |\n`).join('')}`;
const DATES = ['2025年1月5日', '2025年2月6日', '2025年3月7日', '2025年4月8日', '2025年5月9日'];

testRule(cellType, {
  reject: [
    {
      name: 'a figure in words',
      text: '| 领域 | 个数 |\n| --- | --- |\n| 甲 | 14 |\n| 乙 | 21 |\n| 丙 | 五个 |\n| 丁 | 26 |\n| 戊 | 28 |\n',
      findings: [{ message: 'number', excerpt: '五个' }],
    },
    {
      text: '| 日期 | 系统 |\n|---|---|\n| 2025-02-18 | 甲 |\n| 2025-04-22 | 乙 |\n| 2025-06-10 清结 | 算系统 |\n| 2025-08-26 | 丙 |\n| 2025-11-04 | 丁 |\n',
      findings: [{ message: 'date', excerpt: '2025-06-10 清结' }],
    },
    {
      text: table('上线时间', ...DATES, '云川视频2.0'),
      findings: [{ message: 'date', excerpt: '云川视频2.0', fixed: null }],
    },
    { text: table('上线时间', ...DATES, '双12促销'), findings: [{ message: 'date' }] },
    {
      text: table('金额（万元）', '12.5', '13.8', '25.1', '40.2', '满10元减1元'),
      findings: [{ message: 'number', excerpt: '满10元减1元' }],
    },
    { text: table('户数', '120', '340', '560', '780', '第3网点'), findings: [{ message: 'number' }] },
    {
      text: table('占比', '12.5%', '13.8%', '25.1%', '40.2%', '共4项，见附件2'),
      findings: [{ message: 'number' }],
    },
    { text: table('笔数', '1,200', '3,400', '5,600', '7,800', '12 3,4'), findings: [{ message: 'number' }] },
    {
      text: table('日期', '20250105', '20250206', '20250307', '20250408', '4G网络'),
      findings: [{ message: 'date' }],
    },
    {
      text: table('金额', '12.5', '13.8', '25.1', '40.2', 'App端3.5版本'),
      findings: [{ message: 'number', line: 7 }],
    },
  ],
  accept: [
    {
      name: 'a price for each among rates',
      text: '| 业务 | 种类 | 费率 |\n|---|---|---|\n| 甲 | 借记卡 | 0.50% |\n| 甲 | 贷记卡 | 0.60% |\n| 乙 | 小额 | 0.38% |\n| 乙 | 大额 | 0.60% |\n| 丙 | 企业 | 每笔10.00元 |\n',
    },
    { text: table('上线时间', ...DATES, '2025年6月') },
    { text: table('上线时间', ...DATES, '—') },
    { text: table('金额', '12.5', '13.8', '25.1', '40.2', '不适用') },
    { text: table('增减', '12.5', '-13.8', '25.1', '40.2', '持平') },
    { text: table('金额', '12.5', '13.8', '25.1', '40.2', '约50（暂估）') },
    { text: table('内容', '满10元减1元', '双倍积点', '12.5', '第3网点', '4G网络') },
    { text: table('金额', '12.5', '13.8', 'App端3.5版本') },
    { text: `${table('金额', '12.5', '13.8', '25.1', '40.2')}| 合计 | 91.6（4家） |\n` },
  ],
});
