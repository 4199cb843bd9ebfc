import { dateNotation } from '../../../../src/main/checker/rules/date-notation';
import { testRule } from '../../../helpers/rule-tester';

const table = (...cells: readonly string[]): string =>
  `| 名称 | 上线时间 |\n| --- | --- |\n${cells.map((cell, at) => `| ${'甲乙丙丁戊己庚辛'.charAt(at)} | ${cell} |\n`).join('')}`;

testRule(dateNotation, {
  reject: [
    {
      text: table('2022年1月5日', '2022年1月10号', '2022年1月28日', '2022年2月1日'),
      findings: [
        {
          message: 'column',
          severity: 'error',
          excerpt: '2022年1月10号',
          fixed: table('2022年1月5日', '2022年1月10日', '2022年1月28日', '2022年2月1日'),
        },
      ],
    },
    {
      text: table('2022年1月5日', '2022-01-10', '2022年1月28日', '2022年2月1日'),
      findings: [
        { message: 'column', fixed: table('2022年1月5日', '2022年1月10日', '2022年1月28日', '2022年2月1日') },
      ],
    },
    {
      text: table('20220105', '20220110', '2022.1.28', '20220201'),
      findings: [{ message: 'column', fixed: table('20220105', '20220110', '20220128', '20220201') }],
    },
    {
      name: 'a column against the text',
      text: `自2021年3月1日起试点，2022年1月1日推广，2022年6月30日完成，2022年9月1日验收。\n\n${table('20220105-20220107', '20220110', '20220128')}`,
      findings: [
        {
          message: 'report',
          excerpt: '20220105',
          fixed: `自2021年3月1日起试点，2022年1月1日推广，2022年6月30日完成，2022年9月1日验收。\n\n${table('2022年1月5日-2022年1月7日', '2022年1月10日', '2022年1月28日')}`,
        },
      ],
    },
    {
      name: 'one table against another',
      text: `${table('2022年1月5日', '2022年1月8日', '2022年1月10日', '2022年1月28日')}\n说明。\n\n${table('2022/01/05', '2022/01/06', '2022/01/07')}`,
      findings: [{ message: 'report', excerpt: '2022/01/05' }],
    },
    {
      text: '活动于2022年10月12号开始。\n',
      findings: [{ message: 'spoken', excerpt: '2022年10月12号', fixed: '活动于2022年10月12日开始。\n' }],
    },
    { text: '- 2022年10月12号开始，2022年10月20日结束。\n', findings: [{ message: 'spoken' }] },
    {
      text: table(
        '2022年1月5日至2022年1月7日',
        '2022年1月10日',
        '2022年1月28号至2022年1月30号',
        '2022年3月1日',
      ),
      findings: [{ message: 'column' }, { message: 'column' }],
    },
  ],
  accept: [
    {
      name: 'tables with a notation of their own, all of them',
      text: `2022年1月3日、2022年1月4日和2022年1月6日召开会议。\n\n${table('2022.01.05', '2022.01.10', '2022.01.28')}\n下表为整改期限。\n\n${table('2022.03.05', '2022.03.10', '2022.03.28')}`,
    },
    {
      name: 'the one table with days, written as tables are',
      text: `2022年1月3日、2022年1月4日和2022年1月6日召开会议。\n\n${table('2022-01-05', '2022-01-10', '2022-01-28')}`,
    },
    { text: table('2022年1月5日', '2022年1月10日', '2022年1月28日') },
    { text: table('20220105-20220107', '20220110', '20220128') },
    { text: table('2022年1月5日至7日', '2022年1月10日', '2022年2月') },
    { text: '流水号20220105，批次20220106、20220107，于2022年1月8日处理。\n' },
    { text: table('2022年1月5日', '20220110') },
    { text: table('3号楼', '5号线', '2022年1月5日') },
    { text: table('2022年1月5日', '2022-01-10', '2022年1月28日', '2022-02-01') },
    { text: '2022年1月5日召开会议，8号楼启用。\n' },
  ],
});
