import { tableVsText } from '../../../../src/main/checker/rules/table-vs-text';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 2025年支付业务报告\n\n';
const HEAD = '表1 2025年各渠道交易情况\n\n| 渠道 | 交易笔数（万笔） | 交易金额（万元） |\n|---|---|---|\n';
const ROWS = '| 银联渠道 | 1,284.5 | 3,190.25 |\n| 网联渠道 | 824.5 | 352.00 |\n';
const TOTAL = '| 合计 | 2,109.0 | 3,542.25 |\n';
const with_ = (sentence: string, rows = ROWS): string => `${TITLE}${sentence}\n\n${HEAD}${rows}`;

const STORES =
  '*表1 各门店业务情况表*\n\n| 门店 | 笔数（万笔） | 同比（%） | 金额（亿元） | 同比（%） | 占全部金额比重（%） | 通过率（%） |\n| --- | --- | --- | --- | --- | --- | --- |\n| 临港门店 | 243.75 | 8.13 | 186.52 | -1.52 | 43.40 | 98.30 |\n| 云溪门店 | 198.26 | 3.47 | 142.35 | 2.68 | 33.12 | 97.76 |\n| 松塔门店 | 120.44 | 5.26 | 100.94 | 4.15 | 23.48 | 99.05 |\n| 合计 | 562.45 | 5.83 | 429.81 | 1.18 | 100.00 | 98.32 |\n';

const AREAS =
  '*表1 分片区情况*\n\n| 片区 | 2025年金额（万元） | 2024年金额（万元） | 同比（%） |\n| --- | --- | --- | --- |\n| 甲市 | 812.40 | 780.10 | 4.14 |\n| 乙市 | 655.10 | 630.00 | 3.98 |\n| 北片小计 | 1,467.50 | 1,410.10 | 4.07 |\n| 丙市 | 430.25 | 450.20 | -4.43 |\n| 丁市 | 702.35 | 689.70 | 1.83 |\n| 南片小计 | 1,132.60 | 1,139.90 | -0.64 |\n| 全省合计 | 2,600.10 | 2,550.00 | 1.96 |\n';
const DRILL =
  '*表1 切换用时*\n\n| 系统 | 目标（分钟） | 实际用时（分钟） | 余量（分钟） |\n| --- | --- | --- | --- |\n| 账务系统 | 90 | 58 | 32 |\n| 网关系统 | 90 | 47 | 43 |\n| 报表系统 | 180 | 93 | 87 |\n| 客服系统 | 120 | 71 | 49 |\n';

testRule(tableVsText, {
  reject: [
    {
      name: 'a rise of two digits that the row tells as a fall, the row a subtotal',
      text: `分片区看，北片增长较快，南片增长0.64%。\n\n${AREAS}`,
      findings: [{ message: 'confirmed', excerpt: '0.64%' }],
    },
    {
      name: 'the quickest is another row',
      text: `耗时最短的是账务系统，用时47分钟。\n\n${DRILL}`,
      findings: [{ message: 'conflict', excerpt: '47分钟' }],
    },
    {
      name: 'a share of a named row, two digits exchanged',
      text: `临港门店金额最大，占全部金额的40.43%。\n\n${STORES}`,
      findings: [{ message: 'confirmed', excerpt: '40.43%' }],
    },
    {
      name: 'the figure of another row',
      text: `从审核看，临港门店通过率最低，为97.76%。\n\n${STORES}`,
      findings: [{ message: 'conflict', excerpt: '97.76%' }],
    },
    {
      name: 'a rise that the row tells as a fall',
      text: `临港门店处理业务243.75万笔，同比增长8.13%；金额186.52亿元，同比增长1.52%。\n\n${STORES}`,
      findings: [{ message: 'conflict', excerpt: '1.52%' }],
    },
    {
      name: 'a change of a named row',
      text: `临港门店金额186.52亿元，云溪门店笔数198.26万笔，同比增长4.37%。\n\n${STORES}`,
      findings: [{ message: 'conflict', excerpt: '4.37%' }],
    },
    {
      name: 'a figure left behind among others that the row has',
      text: `全年成交429.18亿元，同比增长1.18%，办理562.45万笔，笔数同比增长5.83%。\n\n${STORES}`,
      findings: [{ message: 'confirmed', excerpt: '429.18亿元' }],
    },
    {
      text: with_('2025年，银联渠道交易笔数为1,248.5万笔。'),
      findings: [{ message: 'conflict', severity: 'error', fixed: null }],
    },
    {
      text: with_('2025年，网联渠道交易金额为325.00万元。'),
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'the total confirms the table',
      text: with_('2025年，银联渠道交易笔数为1,248.5万笔。', ROWS + TOTAL),
      findings: [
        {
          message: 'confirmed',
          excerpt: '1,248.5万笔',
          fixed: with_('2025年，银联渠道交易笔数为1,284.5万笔。', ROWS + TOTAL),
        },
      ],
    },
    {
      name: 'another scale',
      text: with_('2025年，银联渠道交易金额为0.33亿元。'),
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'measures in rows',
      text: `${TITLE}2025年，银联渠道交易金额为1,248.50万元。\n\n表1 2025年各渠道交易情况\n\n| 指标 | 银联渠道 | 网联渠道 |\n|---|---|---|\n| 交易金额（万元） | 1,284.50 | 824.50 |\n| 交易笔数（万笔） | 284.50 | 124.50 |\n`,
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'the earlier column',
      text: `${TITLE}2024年，净利润1,148.53万元。\n\n表1 主要财务数据（单位：万元）\n\n| 项目 | 2025年 | 2024年 |\n|---|---|---|\n| 营业收入 | 12,845.36 | 11,845.36 |\n| 净利润 | 1,284.53 | 1,184.53 |\n`,
      findings: [{ message: 'conflict' }],
    },
    {
      name: 'two sentences against the table',
      text: `${TITLE}2025年，银联渠道交易笔数为1,248.5万笔。\n\n## 一、工作情况\n\n2025年，银联渠道交易笔数达1,248.5万笔。\n\n${HEAD}${ROWS}`,
      findings: [{ message: 'outvoted', excerpt: '1,284.5' }],
    },
    {
      name: 'the table first',
      text: `${TITLE}${HEAD}${ROWS}\n2025年，银联渠道交易笔数为1,285.4万笔。\n`,
      findings: [{ message: 'conflict', excerpt: '1,285.4万笔' }],
    },
  ],
  accept: [
    {
      name: 'what an increase of a row needs',
      text: '# 2025年预算\n\n| 项目 | 年度预算（万元） | 实际（万元） |\n| --- | --- | --- |\n| 人员费用 | 12,000.00 | 5,904.00 |\n| 科技费用 | 3,500.00 | 1,680.35 |\n| 其他费用 | 1,000.00 | 409.22 |\n| 合计 | 16,500.00 | 7,993.57 |\n\n拟将科技费用年度预算由3,500.00万元调增至3,850.00万元，所需350.00万元由其他费用调剂。\n',
    },
    {
      name: 'a part of a row, and a rate on what was first reported',
      text: '# 2024年报告\n\n表1 投诉　单位：件\n\n| 类别 | 件数 | 增长率 |\n|---|---|---|\n| 终端故障 | 189 | 7.39% |\n| 手续费争议 | 267 | -8.25% |\n| 到账时效 | 418 | 3.98% |\n| 合计 | 874 | 0.58% |\n\n“手续费争议”类投诉中来自商户的为260件。按原报送数计算，手续费争议的降幅为8.52%。\n',
    },
    {
      name: 'next year, named where the sentence begins',
      text: '# 2024年预算执行报告\n\n2025年拟安排净利润预算15,800万元，较2024年实际增长0.83%；业务费用预算9,700万元。\n\n表1 预算执行　单位：万元、%\n\n| 项目 | 年度预算 | 实际 | 预算执行率 |\n|---|---|---|---|\n| 业务费用 | 9,600.00 | 9,218.35 | 96.02 |\n| 净利润 | 15,400.00 | 15,670.15 | 101.75 |\n',
    },

    {
      name: 'the digits of the row, whose unit nothing tells, beside a column that is a slip of them',
      text: '# 2025年报告\n\n信用减值损失13,874.26万元，超预算1,374.26万元。\n\n表1 预算执行　单位：万元、%\n\n| 项目 | 年度预算 | 实际 | 实际与预算差额 | 预算执行率 |\n|---|---|---|---|---|\n| 信用减值损失 | 12,500.00 | 13,874.26 | 1,374.26 | 110.99 |\n| 业务费用 | 9,600.00 | 9,218.35 | -381.65 | 96.02 |\n',
    },
    {
      name: 'how something was done, and how often in all',
      text: '# 2025年上半年报告\n\n## 一、巡检完成情况\n\n已巡检商户中，现场巡检9,876户，远程视频巡检3,214户，系统定位核验1,437户。\n\n| 地区 | 应巡检（户） | 已巡检（户） |\n|---|---|---|\n| 松州 | 8,462 | 8,427 |\n| 柳州 | 6,214 | 6,100 |\n| 合计 | 14,676 | 14,527 |\n',
    },

    {
      name: 'things counted in a sentence, and how many there are for each million in the table',
      text: '# 2025年上半年投诉报告\n\n从投诉密度看，云溪地区每百万笔投诉1.89件，居首位；临港地区1.81件，居第二位。\n\n收费争议300件中，松塔地区142件、临港地区118件、云溪地区40件。\n\n| 地区 | 投诉（件） | 交易笔数（百万笔） | 每百万笔投诉（件） |\n|---|---|---|---|\n| 松塔地区 | 484 | 320.5 | 1.51 |\n| 临港地区 | 372 | 205.0 | 1.81 |\n| 云溪地区 | 244 | 129.1 | 1.89 |\n',
    },
    {
      name: 'parts of a part that add up, and the row of all',
      text: '# 投诉报告\n\n退款纠纷384件中，网络购物198件、票务预订126件、其他60件。\n\n| 场景 | 投诉（件） |\n|---|---|\n| 网络购物 | 398 |\n| 票务预订 | 310 |\n| 其他 | 292 |\n| 合计 | 1,000 |\n',
    },
    { name: 'a fall of a subtotal', text: `分片区看，北片增长较快，南片下降0.64%。\n\n${AREAS}` },
    { name: 'a fall that is told without a direction', text: `南片增幅为-0.64%。\n\n${AREAS}` },
    { name: 'a fall less than before', text: `南片降幅收窄0.64个百分点。\n\n${AREAS}` },
    {
      name: 'the quickest',
      text: `耗时最短的是网关系统，用时47分钟；最长的是报表系统，用时93分钟。\n\n${DRILL}`,
    },
    { name: 'the quickest of last time', text: `耗时最短的是网关系统，账务系统上次用时47分钟。\n\n${DRILL}` },
    {
      name: 'the same figure of something else',
      text: `账务系统涉及接口最多，改造用时47分钟以上。\n\n${DRILL}`.replace('涉及接口最多，', ''),
    },
    { name: 'quicker than it had to be', text: `余量最大的是报表系统，为87分钟。\n\n${DRILL}` },
    {
      name: 'shares of counts beside a column of shares of amounts',
      text: '按类型，甲类5,120笔、乙类4,608笔、丙类3,072笔，分别占40.0%、36.0%和24.0%。\n\n| 类型 | 笔数（笔） | 金额（万元） | 金额占比（%） |\n| --- | --- | --- | --- |\n| 甲类 | 5,120 | 1,246.61 | 36.0 |\n| 乙类 | 4,608 | 1,454.38 | 42.0 |\n| 丙类 | 3,072 | 761.81 | 22.0 |\n| 合计 | 12,800 | 3,462.80 | 100.0 |\n',
    },
    {
      name: 'shares of the count, which the table does not tell',
      text: `从笔数看，临港门店占比最高，为43.34%。\n\n${STORES}`,
    },
    {
      name: 'two rows in one breath',
      text: `临港门店和云溪门店合计占全部金额的76.52%，较上年提高0.34个百分点。\n\n${STORES}`,
    },
    {
      name: 'last year of a named row',
      text: `${TITLE}云溪门店金额142.35亿元，上年同期为138.63亿元；松塔门店上年通过率为99.50%。\n\n${STORES}`,
    },
    {
      name: 'an aim for a named row',
      text: `力争松塔门店明年通过率达到99.50%，金额力争达到109.94亿元。\n\n${STORES}`,
    },
    { name: 'an average of a named row', text: `松塔门店笔均83.81元，日均笔数0.33万笔。\n\n${STORES}` },
    { name: 'a name within another', text: `非临港门店占全部金额的56.60%。\n\n${STORES}` },
    {
      name: 'part of a named row',
      text: `临港门店金额186.52亿元，其中线上金额168.52亿元，同比增长2.51%。\n\n${STORES}`,
    },
    {
      name: 'another sentence with two figures alike',
      text: `一季度成交429.81亿元，办理562.45万笔。\n\n${STORES}`,
    },
    { text: with_('2025年，银联渠道交易笔数为1,284.5万笔。') },
    { text: with_('2025年，银联渠道交易笔数近1,300万笔。') },
    { text: with_('2025年，银联渠道交易金额为0.32亿元。') },
    { text: with_('2024年，银联渠道交易笔数为1,248.5万笔。') },
    { text: with_('2025年，银联渠道日均交易笔数为3.52万笔。') },
    { text: with_('2025年，银联渠道线上交易笔数为1,248.5万笔。') },
    { text: with_('2025年，银联渠道交易笔数增加128.4万笔。') },
    { text: with_('2025年，跨境收单交易笔数为1,248.5万笔。') },
    {
      name: 'one label twice in the table',
      text: with_(
        '2025年，银联渠道交易笔数为1,248.5万笔。',
        '| 银联渠道 | 1,284.5 | 3,190.25 |\n| 银联渠道 | 1,824.5 | 352.00 |\n',
      ),
    },
    {
      name: 'the caption names another matter',
      text: `${TITLE}2025年，银联渠道交易笔数为1,248.5万笔。\n\n表1 农村地区交易情况\n\n| 渠道 | 交易笔数（万笔） |\n|---|---|\n| 银联渠道 | 284.5 |\n| 网联渠道 | 124.5 |\n`,
    },
  ],
});
