import { growthArithmetic } from '../../../../src/main/checker/rules/growth-arithmetic';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 云杉支付有限公司2025年业务报告\n\n';
const text = (...sentences: readonly string[]): string => `${TITLE}${sentences.join('\n\n')}\n`;

const MONTHS =
  '| 月份 | 售卡金额（万元） |\n| --- | ---: |\n| 7月 | 4,286.35 |\n| 8月 | 3,918.62 |\n| 9月 | 5,574.18 |\n| 合计 | 13,779.15 |\n';

testRule(growthArithmetic, {
  reject: [
    {
      name: 'a rise that falls by its own figures',
      text: '贷款损失准备覆盖率由182.40%上升到168.75%。\n',
      findings: [{ message: 'turned', excerpt: '上升' }],
    },
    {
      name: 'twice as much that is not',
      text: '线上业务由3,120.45万笔增至4,386.20万笔，翻了一番。\n',
      findings: [{ message: 'doubled', severity: 'doubt', excerpt: '一番' }],
    },
    {
      name: 'a difference of rates in per cent that is the rate too',
      text: '直连占比99.34%，较6月末的99.21%上升0.13%。\n',
      findings: [
        {
          message: 'difference',
          severity: 'doubt',
          excerpt: '0.13%',
          fixed: '直连占比99.34%，较6月末的99.21%上升0.13个百分点。\n',
        },
      ],
    },
    {
      name: 'a unit that either of the two figures may have wrong',
      text: '2025年8月交易金额1,071.75万元，比2025年7月的968.40亿元增长10.67%。\n',
      findings: [{ message: 'unit', excerpt: '10.67%' }],
    },
    {
      name: 'from one month of a table to the next, the other way',
      text: `# 2025年第三季度运行报告\n\n8月为淡季，售卡金额3,918.62万元，较7月增长8.58%。\n\n${MONTHS}`,
      findings: [{ message: 'direction', excerpt: '8.58%' }],
    },
    {
      name: 'the three in a row, of two digits',
      text: '现场检查发现问题49个，上年为21个，增加82个。\n',
      findings: [{ message: 'mismatch', severity: 'doubt', excerpt: '82个' }],
    },
    {
      name: 'what is left of what was not done',
      text: '共发现漏洞173个，已修复88个，尚有58个未修复。\n',
      findings: [{ message: 'mismatch', severity: 'doubt', excerpt: '58个' }],
    },
    {
      name: 'since the beginning of the period',
      text: '备付金期初余额47,961.75万元，本期收入10,301.21万元，本期支出5,947.11万元，期末余额52,315.85万元，较期初增加4,534.10万元。\n',
      findings: [{ message: 'mismatch', excerpt: '4,534.10万元' }],
    },
    {
      name: 'from the peak of another year, told with it, digits exchanged',
      text: '系统峰值为每秒68,420笔，较上年同日的每秒61,300笔增长16.12%。\n',
      findings: [{ message: 'mismatch', severity: 'doubt', excerpt: '16.12%' }],
    },
    {
      name: 'the one rate above the other',
      text: '笔数和金额同比分别增长10.26%和6.45%，笔数增速高于金额增速4.81个百分点。\n',
      findings: [{ message: 'mismatch', severity: 'doubt', excerpt: '4.81个百分点' }],
    },
    {
      name: 'from one quarter to the next, digits exchanged',
      text: '第一季度共处理118,016.23万笔，第二季度共处理130,698.81万笔，第二季度环比增长17.05%。\n',
      findings: [{ message: 'mismatch', severity: 'doubt', excerpt: '17.05%' }],
    },
    {
      name: 'from one month to the next is no change by the year',
      text: '# 2026年上半年发案情况\n\n3月发案104起，4月81起；4月比3月减少23起，同比下降22.12%。\n',
      findings: [{ message: 'basis', severity: 'doubt', excerpt: '同比' }],
    },
    {
      name: 'from the year before is no change from the quarter before',
      text: '2026年第二季度交易金额为103.91亿元，2025年第二季度为94.74亿元，环比增长9.68%。\n',
      findings: [{ message: 'basis', severity: 'doubt', excerpt: '环比' }],
    },
    {
      name: 'a rise by an amount in words, a fall in the next',
      text: '缺陷总数比上年的32个增加7个，降幅21.88%。\n',
      findings: [{ message: 'words', excerpt: '降幅' }],
    },
    {
      name: 'a rise in words, a fall in the next',
      text: '两类费用同比均上升，降幅分别为3.40%和8.15%。\n',
      findings: [{ message: 'words', excerpt: '降幅' }],
    },
    {
      name: 'a fall in words, a rise in the next',
      text: '境外交易笔数较上年有所下降，增幅为4.60%。\n',
      findings: [{ message: 'words', excerpt: '增幅' }],
    },
    {
      name: 'a plan whose three figures do not fit',
      text: '目标是将平均用时由140分钟压缩至90分钟以内，至少缩短14分钟。\n',
      findings: [{ message: 'mismatch', excerpt: '14分钟' }],
    },
    {
      name: 'one month against another, of a list of months',
      text: '# 2025年运行月报\n\n4月、5月、6月交易笔数分别为812.40万笔、866.35万笔和841.20万笔，5月较4月增长6.64%，6月较5月增长2.90%。\n',
      findings: [{ message: 'direction', excerpt: '2.90%' }],
    },
    {
      name: 'a change in basis points, ten times too great',
      text: '# 2025年经营情况\n\n2025年贷款平均利率为3.92%，较2024年的4.21%下降290bp。\n',
      findings: [{ message: 'mismatch', excerpt: '290bp' }],
    },
    {
      name: 'so small a rise of a rate that only points can be meant',
      text: '期末不良率1.46%，较上季末上升0.03%，保持平稳。\n',
      findings: [
        {
          message: 'points',
          excerpt: '0.03%',
          fixed: '期末不良率1.46%，较上季末上升0.03个百分点，保持平稳。\n',
        },
      ],
    },
    {
      name: 'the difference of two rates told as a rate',
      text: '合格率由86.2%提高到88.9%，提高2.7%。\n',
      findings: [
        { message: 'points', excerpt: '2.7%', fixed: '合格率由86.2%提高到88.9%，提高2.7个百分点。\n' },
      ],
    },
    {
      name: 'the difference of two rates against a stated base',
      text: '一次验收率82.52%，较2024年的76.19%提高6.33%。\n',
      findings: [{ message: 'points', excerpt: '6.33%' }],
    },
    {
      name: 'since the opening figure of the paragraph',
      text: '2025年初余额为41,286.35万元。上半年净流入2,292.29万元，6月末余额为43,578.64万元，较年初增长8.55%。\n',
      findings: [{ message: 'mismatch', excerpt: '8.55%' }],
    },
    {
      name: 'beside a word that only looks like a duty',
      text: '关爱版应用的老年用户为46.2万人，较2023年末的31.8万人增加14.4万人，增长54.3%。\n',
      findings: [{ message: 'mismatch', excerpt: '54.3%' }],
    },
    {
      name: 'two rates, one for each figure, with last year behind',
      text: '共处理18.46亿笔、9,872.35亿元，同比分别增长16.2%和8.9%。上年同期为16.39亿笔、9,065.52亿元。\n',
      findings: [{ message: 'mismatch', excerpt: '16.2%' }],
    },
    {
      name: 'a rate of another share between figure and change',
      text: '支出决算为6.24万元，完成预算的72.6%，比上年减少0.91万元，下降17.2%。\n',
      findings: [{ message: 'mismatch', excerpt: '17.2%' }],
    },
    {
      name: 'a stated base, its change and its rate, far behind the figure',
      text: '受理投诉2,876件，较上季度的3,142件减少266件，环比下降8.5%；较上年同期的2,704件增加172件，同比增长4.6%。\n',
      findings: [{ message: 'mismatch', excerpt: '4.6%' }],
    },
    {
      name: 'a net change against the end of last year',
      text: '接入机构共312家。新接入19家，退出4家，净增15家；上年末为299家。\n',
      findings: [{ message: 'mismatch', excerpt: '15家' }],
    },
    {
      name: 'a net change of what came and what was switched off',
      text: '运行模型74个，较2024年末的68个净增6个，其中新增9个、下线4个。\n',
      findings: [{ message: 'mismatch', excerpt: '6个' }],
    },
    {
      name: 'net assets',
      text: '年末资产总额12.45亿元，负债总额8.31亿元，净资产4.32亿元。',
      findings: [{ message: 'mismatch', excerpt: '4.32亿元' }],
    },
    {
      name: 'a net increase',
      text: '年末布放终端96,800台，净增4,700台；全年新增终端11,250台，注销终端6,950台。',
      findings: [{ message: 'mismatch', excerpt: '4,700台' }],
    },
    {
      name: 'between two months of the paragraph',
      text: '# 2025年分析\n\n2025年8月、9月分别处理2,912.4万笔和2,881.9万笔。9月业务量较8月减少35.0万笔。',
      findings: [{ message: 'mismatch', excerpt: '35.0万笔' }],
    },
    {
      text: text('2025年，交易金额120亿元，较2024年的100亿元增长25%。'),
      findings: [{ message: 'mismatch', excerpt: '25%', fixed: null }],
    },
    {
      text: text('境外钱包从年初的9个拓展到29个，增加21个。'),
      findings: [{ message: 'mismatch', excerpt: '21个' }],
    },
    {
      text: text('2025年，投诉98件，较上年同期的110件减少15件。'),
      findings: [{ message: 'mismatch', excerpt: '15件' }],
    },
    {
      name: 'the wrong direction',
      text: text('2025年交易笔数为30万笔，比上年的40万笔增长25%。'),
      findings: [{ message: 'direction', excerpt: '25%' }],
    },
    {
      name: 'N times more, N times as much',
      text: text('2025年，收单笔数3.2亿笔，比上年的1.6亿笔增长2倍。'),
      findings: [{ message: 'multiple', severity: 'doubt' }],
    },
    {
      name: 'percentage points',
      text: text('投诉率由3.24%降至2.13%，下降1.21个百分点。'),
      findings: [{ message: 'mismatch', excerpt: '1.21个百分点' }],
    },
    {
      name: 'amount and rate of one change',
      text: text('年末商户1,285.4万户，比上年末增加105.2万户，增长9.81%。'),
      findings: [{ message: 'mismatch', excerpt: '9.81%' }],
    },
    {
      name: 'both figures are confirmed by a table',
      text: `${text('2025年，净利润1,284.53万元，比2024年的1,184.53万元增长9.44%。')}\n表1 主要财务数据（单位：万元）\n\n| 项目 | 2025年 | 2024年 |\n|---|---|---|\n| 营业收入 | 12,845.36 | 11,845.36 |\n| 净利润 | 1,284.53 | 1,184.53 |\n`,
      findings: [
        {
          message: 'mismatch',
          fixed: `${text('2025年，净利润1,284.53万元，比2024年的1,184.53万元增长8.44%。')}\n表1 主要财务数据（单位：万元）\n\n| 项目 | 2025年 | 2024年 |\n|---|---|---|\n| 营业收入 | 12,845.36 | 11,845.36 |\n| 净利润 | 1,284.53 | 1,184.53 |\n`,
        },
      ],
    },
  ],
  accept: [
    {
      name: 'rates of the later of three years, before another clause with a length of time',
      text: '# 三年对比\n\n2022年、2023年和2024年分别发卡412.6万张、468.3万张和531.9万张，2023年和2024年同比分别增长13.50%和13.58%，三年累计发卡1,412.8万张。\n',
    },
    {
      name: 'what came and went, then what there is against what there was',
      text: '# 2025年上半年报告\n\n6月末共有专户7个。上半年新开专户1个、撤销专户2个，专户总数比年初的8个净减少1个。\n',
    },
    ...[
      '2024年末服务机构14家，本期退出5家、新增2家，2025年3月末为11家，比2024年末减少3家，下降21.43%。',
      '境内商户4,862户，其中企业3,517户、个体工商户1,345户；本期新增1,206户、退出438户，比2024年6月末的4,094户增加768户，增长18.76%。',
    ].map((sentence) => ({ name: sentence.slice(0, 16), text: `# 2025年报告\n\n${sentence}\n` })),

    {
      name: 'from one end of a range to the other',
      text: '归属于股东的净利润预计在4亿元至5亿元之间，较上年同期的2.34亿元增长70.94%至113.68%。\n',
    },
    {
      name: 'an exchange rate is nothing that amounts grow from',
      text: '借款原币余额为1.00亿美元，年初为1美元兑7.0827元人民币，年末为1美元兑7.1884元人民币，人民币折算额增加1,057.00万元。\n',
    },
    {
      name: 'from one month of a table to the next',
      text: `# 2025年第三季度运行报告\n\n8月为淡季，售卡金额3,918.62万元，较7月下降8.58%。\n\n${MONTHS}`,
    },
    {
      name: 'of another figure than the table has',
      text: `# 2025年第三季度运行报告\n\n8月为淡季，线上售卡金额918.62万元，较7月增长8.58%。\n\n${MONTHS}`,
    },
    { name: 'the three in a row, of a part', text: '发现问题49个，其中上年遗留21个，增加整改措施82个。\n' },
    { name: 'what is left of more', text: '上年结转12个，新发现漏洞161个，已修复88个，尚有85个未修复。\n' },
    {
      name: 'what another figure of the paragraph grew from',
      text: '共收到投诉600件，比上年同期的615件下降2.44%。收费争议有214件，占35.67%；结算延迟有168件，占28.00%，同比增长19.15%。\n',
    },
    {
      name: 'the one rate above another of an earlier sentence',
      text: '全市笔数同比增长7.30%。东区笔数和金额同比分别增长10.26%和6.45%，笔数增速高于全市2.96个百分点。\n',
    },
    {
      name: 'from the peak of another year, told with it',
      text: '系统峰值为每秒68,420笔，较上年同日的每秒61,300笔增长11.62%，为设计容量每秒12万笔的57.02%。\n',
    },
    {
      name: 'words that fit',
      text: '两类费用同比均下降，降幅分别为3.40%和8.15%；收入同比增长，增幅为2.10%。\n',
    },
    { name: 'growth that falls', text: '收入增速同比下降，增幅为5.20%。\n' },
    { text: '# 2026年上半年发案情况\n\n3月发案104起，4月81起；4月比3月减少23起，环比下降22.12%。\n' },
    { text: '2025年交易金额为103.91亿元，2024年为94.74亿元，环比增长9.68%。\n' },
    {
      text: '2026年第二季度交易金额为103.91亿元，第一季度为98.13亿元，环比增长5.89%，2025年第二季度为94.74亿元，同比增长9.68%。\n',
    },
    { name: 'a fall that grows', text: '亏损额降幅较上年提高，降幅为5.20%。\n' },
    { name: 'another subject', text: '户数同比增长，费用降幅为5.20%。\n' },
    { name: 'a plan that fits', text: '目标是将平均用时由104分钟压缩至90分钟以内，即至少缩短14分钟。\n' },
    { name: 'a plan in points', text: '计划将替代率由35%提高到50%以上，提高15个百分点以上。\n' },
    { name: 'a plan by the year', text: '预计交易额由5.2亿元增长到6.3亿元，年均增长10%。\n' },
    { name: 'a plan at least so far', text: '拟将网点由120个压缩至100个以内，减少20个以上。\n' },
    {
      name: 'a quarter against another, amounts and counts told of both',
      text: '# 2025年报告\n\n一季度交易金额812.40亿元、笔数91.20万笔，二季度交易金额866.35亿元、笔数95.36万笔，二季度较一季度增长6.64%，笔数增长4.56%。\n',
    },
    {
      name: 'months against months as they are',
      text: '# 2025年运行月报\n\n4月、5月、6月交易笔数分别为812.40万笔、866.35万笔和841.20万笔，5月较4月增长6.64%，6月较5月下降2.90%。\n',
    },
    {
      name: 'a month against one that is not told',
      text: '# 2025年运行月报\n\n5月、6月交易笔数分别为866.35万笔和841.20万笔，5月较3月增长1.10%，6月较4月增长3.55%。\n',
    },
    {
      name: 'figures of two kinds for each month',
      text: '# 2025年运行月报\n\n5月处理866.35万笔、91.20亿元，6月处理841.20万笔、95.36亿元，6月较5月增长4.56%。\n',
    },
    {
      name: 'months at comparable scope',
      text: '# 2025年运行月报\n\n5月、6月交易笔数分别为866.35万笔和841.20万笔，按可比口径6月较5月增长1.20%。\n',
    },
    {
      name: 'basis points',
      text: '# 2025年经营情况\n\n2025年贷款平均利率为3.92%，较2024年的4.21%下降29bp；存款付息率为1.85%，较2024年的1.97%下降12个基点。\n',
    },
    { name: 'a rise of a rate in points', text: '期末不良率1.46%，较上季末上升0.03个百分点。\n' },
    { name: 'a small rise that shows in so large a rate', text: '系统可用率为99.95%，同比提高0.03%。\n' },
    { name: 'a rate of an amount', text: '期末余额1.46亿元，较上季末上升0.03%。\n' },
    { name: 'the rise of something else', text: '综合费率1.46%，交易笔数较上季末上升0.03%。\n' },
    { name: 'a rate of a rate that shows', text: '资金利用率80.00%，较上年提高5.20%。\n' },
    {
      text: '受理1,000件，比二季度的1,126件减少126件，下降11.2%；办结985件，办结率98.5%，其余15件将于月底前办结。\n',
    },
    { text: '直营门店由年初的46家增至52家，其中新增8家、退出2家；加盟门店318家，比年初净增21家。\n' },
    { text: '合格率由86.2%提高到88.9%，提高2.7个百分点。\n' },
    { text: '费率由0.50%降至0.38%，下降24%。\n' },
    { text: '甲线增长8.2%，乙线增长5.5%，丙线增长2.7%。\n' },
    { text: '年初余额为320.00万元，6月末余额为360.00万元，较年初增长12.5%，较3月末增长4.1%。\n' },
    {
      name: 'a change of a part behind a change of the whole',
      text: '运维费预算较上年增加2.35万元，其中耗材费较上年减少0.47万元，下降5.2%。\n',
    },
    {
      name: 'another subject between figure and change',
      text: '费用合计310.50万元，办公用房租金较上年增加12.00万元，增长25.0%。\n',
    },
    { name: 'what came is not what there is', text: '全年招聘42人，离职18人，净增24人；年初员工为400人。\n' },
    { text: '共处理18.46亿笔、9,872.35亿元，同比分别增长12.6%和8.9%。上年同期为16.39亿笔、9,065.52亿元。\n' },
    { text: '支出预算为8.60万元，支出决算为6.24万元，完成预算的72.6%，比上年减少0.91万元，下降12.7%。\n' },
    {
      text: '受理投诉2,876件，较上季度的3,142件减少266件，环比下降8.5%；较上年同期的2,704件增加172件，同比增长6.4%。\n',
    },
    { text: '接入机构共312家，其中银行248家。新接入19家，退出4家，净增15家；上年末为297家。\n' },
    { text: text('2025年，交易金额120亿元，较2024年的100亿元增长20%。') },
    { text: text('境外钱包从年初的9个拓展到29个，增加20个。') },
    { text: text('2025年，投诉98件，较上年同期的110件减少12件。') },
    { name: 'no base', text: text('2025年，交易金额120亿元，同比增长25%。') },
    { name: 'rounded', text: text('2025年，交易金额120亿元，较2024年的101亿元增长18.9%。') },
    { name: 'constant prices', text: text('2025年增加值120亿元，2024年为100亿元，按可比价格计算增长12%。') },
    { name: 'another measure', text: text('2025年交易金额120亿元，比上年笔数100万笔增长25%。') },
    { name: 'about', text: text('从约9个拓展到近30个，增加20余个。') },
    { name: 'points', text: text('投诉率由3.24%降至2.13%，下降1.11个百分点。') },
  ],
});
