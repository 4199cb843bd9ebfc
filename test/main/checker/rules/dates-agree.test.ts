import { datesAgree } from '../../../../src/main/checker/rules/dates-agree';
import { testRule } from '../../../helpers/rule-tester';

const signed = (body: string, date: string): string =>
  `${body}\n\n特此报告。\n\n云川支付有限公司\n\n${date}\n`;

const TIMELINE =
  '| 序号 | 时间 | 事项 |\n| --- | --- | --- |\n| 1 | 14:02 | 监控告警，交易失败率升高 |\n| 2 | 14:09 | 值班人员开始排查 |\n| 3 | 14:31 | 决定切换备用线路 |\n| 4 | 14:44 | 切换完成，交易恢复 |\n\n';
const STEPS =
  '（一）2024年3月4日，提交备案申请；\n\n（二）2024年4月8日，主管部门受理；\n\n（三）2024年6月17日，取得备案回执，自受理之日起70日；\n\n';

/** A report on a year, and one on a half of it; of each the opening, some sentence and the plan. */
const yearly = (opening: string, more = '', plan = '2025年，公司将继续扩大商户规模。'): string =>
  signed(
    `# 云川支付有限公司2024年度收单业务报告\n\n${opening}\n\n## 一、总体情况\n\n2024年，公司处理收单交易1,284万笔，较2023年增长8.2%。2024年6月末，存量商户3.1万户，2024年9月末3.4万户。${more}\n\n## 二、下一步工作计划\n\n${plan}`,
    '2025年2月21日',
  );
const halfYearly = (
  opening: string,
  more = '',
  plan = '2025年下半年，公司将继续压降投诉。',
  year = 2025,
): string =>
  signed(
    `# 云川支付有限公司${year}年上半年投诉处理报告\n\n${opening}\n\n## 一、总体情况\n\n上半年受理投诉284件，2024年同期为300件。2025年3月15日开展宣传，2025年4月12日召开例会。${more}\n\n## 二、下半年工作安排\n\n${plan}`,
    '2025年7月21日',
  );
const untitled = (opening: string): string =>
  signed(
    `# 云川支付有限公司等级保护测评整改报告\n\n${opening}\n\n测评机构2024年3月4日进场，2024年4月2日离场；2024年5月6日出具报告。2024年6月3日完成首批整改，2024年7月8日复测，2024年8月5日出具复测报告。`,
    '2024年9月6日',
  );
const copied = (excerpt: string) => [{ message: 'copied' as const, severity: 'doubt' as const, excerpt }];

testRule(datesAgree, {
  reject: [
    ...[
      ['现将我公司2023年收单业务开展情况报告如下。', '2023年'],
      ['根据要求，现就本公司2023年度收单业务情况汇报如下：', '2023年度'],
      ['现报送2023年度收单业务报告，请审阅。', '2023年度'],
      ['除另有说明外，数据口径为2023年1月1日至12月31日。', '2023年1月1日至12月31日'],
      ['报告期：2023年1月1日至2023年12月31日', '2023年1月1日至2023年12月31日'],
      ['本报告统计时间范围为2023年度。', '2023年度'],
      ['本报告数据截至2023年12月31日，未经审计。', '2023年12月31日'],
      ['| 报告期间 | 2023年度 |\n|---|---|\n| 填报人 | 王某 |', '2023年度'],
    ].map(([opening = '', excerpt = '']) => ({
      name: opening,
      text: yearly(opening),
      findings: copied(excerpt),
    })),
    ...[
      ['公司承诺，2023年度未挪用客户备付金。', '2023年度'],
      ['公司声明：我公司在2023年度内不存在未披露的重大事项。', '2023年度'],
      ['我公司保证所报送的2023年度数据真实、完整。', '2023年度'],
    ].map(([more = '', excerpt = '']) => ({
      name: more,
      text: yearly('现将2024年度收单业务情况报告如下。', more),
      findings: copied(excerpt),
    })),
    ...[
      ['现将2024年上半年投诉处理情况报告如下。', '2024年上半年'],
      ['统计期间：2024年7月1日至12月31日', '2024年7月1日至12月31日'],
      ['我公司对2025年1月1日至3月31日的投诉进行了梳理，现报告如下。', '2025年1月1日至3月31日'],
    ].map(([opening = '', excerpt = '']) => ({
      name: `half: ${opening}`,
      text: halfYearly(opening),
      findings: copied(excerpt),
    })),
    {
      name: 'a subject of last year that nothing else speaks of',
      text: untitled('公司开展了2023年度等级保护测评及整改，现将有关情况报告如下。'),
      findings: copied('2023年度'),
    },
    {
      name: "last year's title",
      text: halfYearly('现将2025年上半年投诉处理情况报告如下。', '', undefined, 2024),
      findings: [{ message: 'title', severity: 'doubt', excerpt: '2024' }],
    },
    ...['2024年，公司将继续扩大商户规模。', '（一）2024年，力争商户数达到5万户。'].map((plan) => ({
      name: `plan: ${plan}`,
      text: yearly('现将2024年度收单业务情况报告如下。', '', plan),
      findings: [{ message: 'stale' as const, excerpt: '2024年' }],
    })),
    ...['2024年下半年', '2025年上半年'].map((period) => ({
      name: `plan for ${period}`,
      text: halfYearly('现将投诉处理情况报告如下。', '', `${period}，公司将压降投诉10%。`),
      findings: [{ message: 'stale' as const, excerpt: period }],
    })),
    {
      name: 'between two rows of a timeline, in minutes and hours',
      text: `${TIMELINE}从时间线看，监控告警至决定切换29分钟，决定切换至切换完成23分钟。\n`,
      findings: [{ message: 'apart', severity: 'doubt', excerpt: '23分钟' }],
    },
    {
      name: 'one moment that two lengths contradict',
      text: `${TIMELINE}监控告警至决定切换39分钟，决定切换至切换完成3分钟。\n`,
      findings: [{ message: 'moved', severity: 'doubt', excerpt: '14:31' }],
    },
    {
      name: 'items of which one is out of order, too',
      text: `${STEPS.replace('2024年4月8日', '2024年2月28日')}（四）2024年7月15日，完成系统上线，距取得备案回执28日。\n\n（五）2024年7月19日，正式运营，自主管部门受理之日起102日。\n`,
      findings: [{ message: 'moved', excerpt: '2024年2月28日' }],
    },
    {
      text: `${TIMELINE}切换完成距监控告警1小时12分钟。\n`,
      findings: [{ message: 'apart', excerpt: '1小时12分钟' }],
    },
    {
      name: 'since what an item told by its day tells',
      text: `${STEPS}（四）2024年7月15日，完成系统上线，距取得备案回执38日。\n`,
      findings: [{ message: 'apart', excerpt: '38日' }],
    },
    {
      text: '第二季度受理投诉128件，较第二季度的150件减少22件。\n',
      findings: [{ message: 'self', excerpt: '第二季度' }],
    },
    { text: '9月受理投诉128件，较9月的150件减少22件。\n', findings: [{ message: 'self', excerpt: '9月' }] },
    {
      text: '2025年上半年商户1200户，比2025年上半年增加100户。\n',
      findings: [{ message: 'self', excerpt: '2025年上半年' }],
    },
    {
      text: '全年平稳。其中，11月交易金额3.2亿元，较11月增长5%。\n',
      findings: [{ message: 'self', excerpt: '11月' }],
    },
    {
      name: 'a caption of another quarter than its columns',
      text: '*表1 二季度分网点业务量*\n\n| 网点 | 2025年三季度金额（万元） | 2024年三季度金额（万元） |\n| --- | --- | --- |\n| 甲 | 12.50 | 11.20 |\n| 乙 | 13.40 | 12.10 |\n',
      findings: [{ message: 'caption' }],
    },
    {
      name: 'a caption of another month than the tables with its total',
      text: '*表1 10月分项目收付*\n\n| 项目 | 金额 |\n| --- | --- |\n| 甲 | 61.25 |\n| 乙 | 51.32 |\n| 合计 | 112.57 |\n\n*表2 9月分地区收付*\n\n| 地区 | 金额 |\n| --- | --- |\n| 东 | 70.14 |\n| 西 | 42.43 |\n| 合计 | 112.57 |\n\n*表3 10月分机构收付*\n\n| 机构 | 金额 |\n| --- | --- |\n| 一 | 60.24 |\n| 二 | 52.33 |\n| 合计 | 112.57 |\n',
      findings: [{ message: 'caption', excerpt: '*表2 9月分地区收付*' }],
    },
    {
      name: 'a figure of another year than the table that has it',
      text: '截至2024年末，存量客户170.15万户。\n\n*表1 2025年末客户分布*\n\n| 等级 | 客户（万户） |\n| --- | --- |\n| 高 | 3.41 |\n| 低 | 166.74 |\n| 合计 | 170.15 |\n',
      findings: [{ message: 'year', excerpt: '170.15万户' }],
    },
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
    {
      name: 'one activity with two ends',
      text: '我公司于2024年10月8日至2025年1月17日组织开展了支付业务自查评估。\n\n自查评估自2024年10月8日（星期二）启动，至2025年1月24日（星期五）结束。\n',
      findings: [{ message: 'ends', severity: 'doubt' }],
    },
    {
      name: 'under the title and in the text',
      text: '# 巡检报告\n\n（2025年8月25日至9月24日）\n\n我分公司于2025年8月25日至10月24日组织开展了商户专项巡检。\n',
      findings: [{ message: 'ends', excerpt: '2025年8月25日至10月24日' }],
    },
    {
      name: 'the quarter before its own',
      text: '# 回复\n\n下文中“本期”指2025年第一季度，“上年同期”指2024年第一季度，“上季度”指2024年第三季度。\n',
      findings: [
        {
          message: 'term',
          excerpt: '2024年第三季度',
          fixed:
            '# 回复\n\n下文中“本期”指2025年第一季度，“上年同期”指2024年第一季度，“上季度”指2024年第四季度。\n',
        },
      ],
    },
    {
      name: 'by the title',
      text: '# 2025年第二季度报告\n\n5. 环比以2024年第一季度为基期。\n',
      findings: [{ message: 'term', excerpt: '2024年第一季度' }],
    },
    {
      name: 'by what the other is compared with',
      text: '# 简报\n\n环比为与2025年8月相比，同比为与2024年8月相比。\n',
      findings: [{ message: 'term', excerpt: '2024年8月' }],
    },
    {
      name: 'a quarter more than the caption says',
      text: '*表1 2025年上半年利息*\n\n| 季度 | 利息 |\n| --- | --- |\n| 一季度 | 6.15 |\n| 二季度 | 6.72 |\n| 三季度 | 6.93 |\n',
      findings: [{ message: 'caption', excerpt: '*表1 2025年上半年利息*' }],
    },
    {
      text: '*表1 2025年1—3月业务量*\n\n| 项目 | 1月 | 2月 | 3月 | 4月 |\n| --- | --- | --- | --- | --- |\n| 笔数 | 12 | 14 | 15 | 17 |\n',
      findings: [{ message: 'caption', excerpt: '*表1 2025年1—3月业务量*' }],
    },
  ],
  accept: [
    ...[
      '现将截至2025年1月31日的整改情况报告如下。',
      '报告期为2023年7月1日至2024年6月30日。现报告如下。',
      '统计期间为2024年1月1日至12月31日，对比期间为2023年1月1日至12月31日。',
      '公司于2024年3月完成2023年度内部审计。现将2024年度情况报告如下。',
      '现将2023年检查发现问题的整改情况报告如下。',
      '数据口径：2024年数据截至2024年11月30日；2023年数据截至2023年11月30日。',
      '按照《关于报送2023年度数据的通知》（云银发〔2021〕5号），现将有关情况报告如下。',
      '现将2023年、2024年收单业务情况报告如下。',
    ].map((opening) => ({ name: opening, text: yearly(opening) })),
    ...[
      '2023年度未发生重大事故，2024年度亦未发生。',
      '公司承诺自2023年起不再新增代理商。',
      '上年同期统计口径为2023年1月1日至12月31日。',
      '检查期间为2023年1月1日至12月31日，发现问题3项。',
      '公司确认2023年未决诉讼2件，均已结案。',
    ].map((more) => ({ name: more, text: yearly('现将2024年度收单业务情况报告如下。', more) })),
    ...[
      '2024年制定的三年规划要求，2026年商户数达到6万户。2025年，公司将落实该规划。',
      '2024年，公司已将投诉纳入考核。2025年将继续。',
    ].map((plan) => ({ name: plan, text: yearly('现将2024年度收单业务情况报告如下。', '', plan) })),
    ...['2025年第三季度，公司将压降投诉。', '2025年全年，力争压降10%。'].map((plan) => ({
      name: plan,
      text: halfYearly('现将投诉处理情况报告如下。', '', plan),
    })),
    ...[
      '现将2025年上半年及2024年下半年未办结投诉的情况报告如下。',
      '评估期间为2024年7月1日至2025年6月30日。现报告如下。',
      '累计统计期间为2025年1月1日至6月30日，现报告如下。',
    ].map((opening) => ({ name: opening, text: halfYearly(opening) })),
    {
      name: 'a part gone through',
      text: halfYearly('现将情况报告如下。', '对2025年1月1日至3月31日的投诉逐笔复核。'),
    },
    {
      text: signed(
        '# 云川支付有限公司2022—2024年收单业务报告\n\n现将2023年度收单业务情况报告如下。\n\n2024年交易1,284万笔，2024年6月末商户3.1万户，2024年9月末3.4万户。',
        '2025年2月21日',
      ),
    },
    ...[
      ['评估报告', '本次评估覆盖2024年1月1日至12月31日，现将评估情况报告如下。'],
      ['分类评级自评报告', '本报告数据截至2024年12月31日。'],
      ['股东会报告', '现将2024年度利润分配情况报告如下。'],
    ].map(([kind = '', opening = '']) => ({
      name: `titled by the year that it was done in: ${kind}`,
      text: signed(
        `# 云川支付有限公司2025年${kind}\n\n${opening}\n\n2025年3月1日召开会议。2025年4月2日抽查，2025年5月6日复核。`,
        '2025年7月3日',
      ),
    })),
    {
      name: 'old business among the plans',
      text: halfYearly(
        '现将投诉处理情况报告如下。',
        '',
        '2025年上半年未完成的3项，将于9月底前办完。\n\n2024年度审计发现的问题，将继续整改。',
      ),
    },
    {
      name: 'its own subject',
      text: untitled('公司开展了2024年度等级保护测评及整改，现将有关情况报告如下。'),
    },
    {
      name: 'years told one by one',
      text: '# 三年对比\n\n2022年、2023年和2024年分别发卡412.6万张、468.3万张和531.9万张。\n\n| 指标 | 2022年 | 2023年 | 2024年 |\n| --- | --- | --- | --- |\n| 发卡量（万张） | 412.6 | 468.3 | 531.9 |\n',
    },
    {
      name: 'terms that run on behind the closing date',
      text: signed(
        '服务商三家：甲公司2023年7月1日至2026年6月30日，乙公司2024年1月1日至2026年12月31日，丙公司2022年3月1日—2027年2月28日。',
        '2025年9月4日',
      ),
    },
    {
      name: 'right, roughly, planned, of what no row tells',
      text: `${TIMELINE}决定切换至切换完成13分钟，比上次决定切换至切换完成的20分钟短。故障发生至监控告警3分钟，监控告警至切换完成约40分钟，决定切换至切换完成不超过30分钟。\n`,
    },
    { text: `${STEPS}（四）2024年7月15日，完成系统上线，距取得备案回执28日，距年末169日。\n` },
    {
      text: '# 回复\n\n下文中“本期”指2025年第一季度，“上年同期”指2024年第一季度，“上季度”指2024年第四季度。\n',
    },
    {
      name: 'a phase of it',
      text: '我公司于2024年10月8日至2025年1月24日组织开展了支付业务自查评估。其中动员部署于2024年10月8日至11月1日进行支付业务自查评估培训。\n',
    },
    {
      name: 'two activities from one day on',
      text: '运营部于3月10日至5月20日开展商户清理。\n\n审计部于3月10日至4月2日组织权限复核。\n',
    },
    { text: '# 简报\n\n环比为与2025年1月相比，同比为与2024年2月相比；前三季度同比为与2024年同期相比。\n' },
    {
      name: 'a comparison, no meaning',
      text: '# 2025年第三季度报告\n\n同比2023年第三季度增长9%，环比2025年第一季度下降1%。\n',
    },
    { name: 'periods of two kinds', text: '# 2025年第三季度报告\n\n环比为与2025年8月相比。\n' },
    {
      text: '*表1 2025年前三季度利息*\n\n| 季度 | 利息 |\n| --- | --- |\n| 一季度 | 6.15 |\n| 二季度 | 6.72 |\n| 三季度 | 6.93 |\n',
    },
    {
      name: 'a trend',
      text: '*表1 2025年上半年各季度变化*\n\n| 季度 | 利息 |\n| --- | --- |\n| 一季度 | 6.15 |\n| 二季度 | 6.72 |\n| 四季度 | 6.93 |\n',
    },
    { text: '第三季度受理投诉128件，较第二季度的150件减少22件。\n' },
    { text: '2025年第三季度受理投诉128件，较2024年第三季度的150件减少22件。\n' },
    { text: '9月末商户1200户，较9月初增加100户。\n' },
    { text: '9月受理投诉128件，较9月1日前下降。\n' },
    { text: '9月受理投诉128件，上年同期为150件，较9月均值下降。\n' },
    { text: '第三季度投诉128件，第二季度150件，较第三季度多22件。\n' },
    { text: '上半年投诉128件，较上半年末的口径增加2件。\n' },
    {
      name: 'a caption of the quarter that a column compares with the one before',
      text: '*表1 三季度分网点业务量*\n\n| 网点 | 三季度金额（万元） | 二季度金额（万元） | 较二季度增长（%） |\n| --- | --- | --- | --- |\n| 甲 | 12.50 | 11.20 | 11.6 |\n| 乙 | 13.40 | 12.10 | 10.7 |\n',
    },
    {
      name: 'two months with their own totals',
      text: '*表1 9月收付*\n\n| 项目 | 金额 |\n| --- | --- |\n| 甲 | 61.25 |\n| 合计 | 112.57 |\n\n*表2 10月收付*\n\n| 地区 | 金额 |\n| --- | --- |\n| 东 | 70.14 |\n| 合计 | 113.20 |\n',
    },
    {
      name: 'last year of a table that has both',
      text: '截至2024年末，存量客户168.33万户；截至2025年末，存量客户170.15万户。\n\n*表1 2025年末客户分布*\n\n| 等级 | 2025年末（万户） | 上年末（万户） |\n| --- | --- | --- |\n| 高 | 3.41 | 3.20 |\n| 低 | 166.74 | 165.13 |\n| 合计 | 170.15 | 168.33 |\n',
    },
    { text: '1至10月累计收付1,097.34亿元，其中9月收付112.57亿元。\n' },
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
