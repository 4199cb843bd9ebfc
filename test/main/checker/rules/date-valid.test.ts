import { dateValid } from '../../../../src/main/checker/rules/date-valid';
import { testRule } from '../../../helpers/rule-tester';

const LEDGER = (done: string): string =>
  `| 序号 | 问题 | 发现日期 | 完成日期 |\n| --- | --- | --- | --- |\n| 1 | 资料过期 | 6月17日 | 7月9日 |\n| 2 | 信息缺失 | 6月18日 | 7月10日 |\n| 3 | 填报错误 | 6月30日 | ${done} |\n`;
const STEPS = (end: string): string =>
  `| 环节 | 开始时间 | 结束时间 | 计划用时（分钟） | 实际用时（分钟） |\n| --- | --- | --- | --- | --- |\n| 通报 | 09:00 | 09:06 | 6 | 6 |\n| 决策 | 09:06 | 09:21 | 20 | 15 |\n| 切换 | 09:21 | ${end} | 25 | 25 |\n| 验证 | 09:46 | 10:10 | 24 | 24 |\n`;
const NODES = (since: string): string =>
  `| 日期 | 时间 | 事项 | 距启动（分钟） | 距上一节点（分钟） |\n| --- | --- | --- | --- | --- |\n| 9月21日 | 22:00 | 启动 | 0 | — |\n| 9月21日 | 23:48 | 核心恢复 | 108 | 108 |\n| 9月22日 | 00:26 | 前置恢复 | ${since} | 38 |\n| 9月22日 | 01:15 | 全部恢复 | 195 | 49 |\n`;

testRule(dateValid, {
  reject: [
    {
      name: 'how long it was down, between the two times of its sentence',
      text: '8月12日14时05分，报文网关故障，14时47分恢复，中断52分钟，影响交易1,260笔。\n',
      findings: [{ message: 'clock', severity: 'doubt', excerpt: '52分钟' }],
    },
    {
      text: '3月7日22:10清算主机宕机，22:58切换至备机，业务中断38分钟。\n',
      findings: [{ message: 'clock', excerpt: '38分钟' }],
    },
    {
      text: '9时15分收单前置机异常，9时32分恢复，服务不可用27分钟。\n',
      findings: [{ message: 'clock', excerpt: '27分钟' }],
    },
    {
      name: 'a weekday of a column that is not the day’s',
      text: '# 2025年5月巡检情况\n\n| 日期 | 星期 | 巡检（台） |\n| --- | --- | --- |\n| 5月12日 | 星期一 | 31 |\n| 5月13日 | 星期二 | 28 |\n| 5月14日 | 星期四 | 30 |\n| 5月15日 | 星期四 | 27 |\n',
      findings: [
        {
          message: 'weekday',
          excerpt: '四',
          fixed:
            '# 2025年5月巡检情况\n\n| 日期 | 星期 | 巡检（台） |\n| --- | --- | --- |\n| 5月12日 | 星期一 | 31 |\n| 5月13日 | 星期二 | 28 |\n| 5月14日 | 星期三 | 30 |\n| 5月15日 | 星期四 | 27 |\n',
        },
      ],
    },
    {
      name: 'a row of a timeline that goes back',
      text: '| 序号 | 时间 | 事项 |\n| --- | --- | --- |\n| 1 | 14:02 | 告警 |\n| 2 | 14:09 | 排查 |\n| 3 | 14:31 | 上报 |\n| 4 | 14:20 | 切换 |\n| 5 | 14:44 | 恢复 |\n',
      findings: [{ message: 'backwards', severity: 'doubt', excerpt: '14:20' }],
    },
    {
      name: 'a phase by its name, others between',
      text: '3月3日至7日为方案制定阶段，3月10日至4月11日为走访调查阶段，4月14日至18日为总结阶段；走访调查阶段历时38天。\n',
      findings: [{ message: 'duration', severity: 'doubt', excerpt: '历时38天' }],
    },
    {
      name: 'both ends counted in, as said before',
      text: '首轮自3月11日开始，至3月29日结束，历时19天（首尾两日均计入，下同）；次轮自9月9日开始，至9月24日结束，历时15天。\n',
      findings: [{ message: 'duration', severity: 'doubt', excerpt: '历时15天' }],
    },
    {
      name: 'between the only two times of the text, told in another sentence',
      text: '20:13，系统重发3笔指令，均被拦截。20:41，对方确认。从指令重发到对方确认历时38分钟。\n',
      findings: [{ message: 'clock', severity: 'doubt', excerpt: '38分钟' }],
    },
    {
      text: '我司于2025年3月10日至8月31日组织开展了为期165天的专项清理。\n',
      findings: [{ message: 'duration', severity: 'doubt', excerpt: '为期165天' }],
    },
    {
      text: '风险部于9月8日至19日开展专项检查，历时10天，抽查业务600笔。\n',
      findings: [{ message: 'duration', excerpt: '历时10天' }],
    },
    {
      name: 'over the turn of a year, with weekdays',
      text: '自查自2024年10月8日（星期二）启动，至2025年1月24日（星期五）结束，历时119天。\n',
      findings: [{ message: 'duration', excerpt: '历时119天' }],
    },
    {
      text: '整改阶段（2024年12月2日至2025年1月24日，共45天）由督导组验收。\n',
      findings: [{ message: 'duration', excerpt: '共45天' }],
    },
    {
      name: 'more working days than days',
      text: '4月7日至4月11日，因人员休假，复核岗由录入岗兼任，涉及出金9个工作日。\n',
      findings: [{ message: 'duration', excerpt: '9个工作日' }],
    },
    {
      text: '召开会议2次，分别为4月15日和6月17日，两次会议相隔53天。\n',
      findings: [{ message: 'duration', excerpt: '53天' }],
    },
    {
      text: '3月14日14时07分，交换机发生故障，部分交易失败，15时52分业务恢复，历时1小时55分钟。\n',
      findings: [{ message: 'clock', severity: 'doubt', excerpt: '1小时55分钟' }],
    },
    {
      name: 'the year is that of the day before it',
      text: '贵分行2025年5月9日印发的《问询函》我司已于5月12日（星期二）收悉。\n',
      findings: [
        {
          message: 'weekday',
          fixed: '贵分行2025年5月9日印发的《问询函》我司已于5月12日（星期一）收悉。\n',
        },
      ],
    },
    {
      name: 'since when a thing goes on, told at the head, is no year of the report',
      text: '# 2023年度手续费减让报告\n\n公司自2021年9月30日起减让手续费。\n\n8月17日（星期二），合规部开展抽查。\n',
      findings: [{ message: 'weekday', excerpt: '8月17日（星期二' }],
    },
    {
      name: 'long before the year of the title',
      text: '# 2023年度手续费减让报告\n\n办法于2021年9月30日印发。\n\n8月17日（星期二），合规部开展抽查。\n',
      findings: [{ message: 'weekday', excerpt: '8月17日（星期二' }],
    },
    {
      name: 'in no year that the report speaks of',
      text: '# 演练报告\n\n报告日期：2025年7月4日\n\n单日最高为6月18日（星期四），比2024年日均增长2%。\n',
      findings: [{ message: 'no-year', severity: 'doubt', excerpt: '6月18日（星期四' }],
    },
    {
      name: 'items told by their days, one of them late',
      text: '（一）2024年3月15日，股东大会通过议案；\n\n（二）2024年7月20日，监管部门批复；\n\n（三）2024年6月18日，款项缴足。\n',
      findings: [{ message: 'backwards', severity: 'doubt', excerpt: '2024年6月18日' }],
    },
    {
      name: 'a half year that has not been',
      text: '# 上半年情况\n\n（2025年7月18日）\n\n2025年7月至12月，全市立案2,164起，同比下降17.3%。\n',
      findings: [{ message: 'future', severity: 'doubt', excerpt: '2025年7月至12月' }],
    },
    { text: LEDGER('6月28日'), findings: [{ message: 'backwards', severity: 'doubt', excerpt: '6月28日' }] },
    { text: STEPS('09:56'), findings: [{ message: 'row', severity: 'error', excerpt: '25' }] },
    { text: NODES('136'), findings: [{ message: 'row', excerpt: '136' }] },
    {
      text: '| 阶段 | 起止日期 | 天数（天） |\n| --- | --- | --- |\n| 部署 | 3月10日至3月31日 | 22 |\n| 排查 | 4月1日至5月31日 | 61 |\n| 处置 | 6月1日至8月15日 | 67 |\n',
      findings: [{ message: 'row', excerpt: '67' }],
    },
    {
      text: '公司于8月9日至8月1日开展了应急演练。\n',
      findings: [{ message: 'reversed', excerpt: '8月9日至8月1日' }],
    },
    {
      text: '于9月19日至9月8日对6家机构开展走访。\n',
      findings: [{ message: 'reversed', excerpt: '9月19日至9月8日' }],
    },
    {
      text: '现场审计自2025年7月14日开始，至7月5日结束。\n',
      findings: [{ message: 'reversed', excerpt: '2025年7月14日开始，至7月5日' }],
    },
    {
      text: '检查自6月20日起，至5月12日结束。\n',
      findings: [{ message: 'reversed', excerpt: '6月20日起，至5月12日' }],
    },
    {
      text: '系统不可用5分钟（9月12日2时10分至2时13分）。\n',
      findings: [{ message: 'clock', excerpt: '5分钟' }],
    },
    { text: '中断时长为30分钟（10:05—10:25）。\n', findings: [{ message: 'clock', excerpt: '30分钟' }] },
    { text: '实际用时350分钟，即6小时50分钟。\n', findings: [{ message: 'clock', excerpt: '350分钟' }] },
    { text: '停机窗口为180分钟（即4小时）。\n', findings: [{ message: 'clock', excerpt: '180分钟' }] },
    {
      name: 'told as past without a year, in a report on the same year',
      text: '# 云川支付2025年上半年报告\n\n公司已于8月3日向该机构发出书面提示。\n\n特此报告。\n\n云川支付有限公司\n\n2025年7月18日\n',
      findings: [{ message: 'future', excerpt: '8月3日', severity: 'doubt' }],
    },
    {
      name: 'refunded before the complaint',
      text: '3月5日，商户王某投诉扣费。经查，扣费有误，我司于3月1日退还该商户费用。\n',
      findings: [{ message: 'backwards', severity: 'doubt', excerpt: '3月1日' }],
    },
    {
      name: 'steps by the clock, one of them late',
      text: '1. 00:49，开始切换；\n2. 01:26，数据库切换完成；\n3. 01:12，应用启动；\n4. 01:20，恢复服务。\n',
      findings: [{ message: 'backwards', severity: 'doubt', excerpt: '01:12' }],
    },
    {
      name: 'three days of one sentence, one of them late',
      text: '3月5日提交初稿，5月27日完成复审，5月20日定稿。\n',
      findings: [{ message: 'backwards', severity: 'doubt', excerpt: '5月20日' }],
    },
    {
      name: 'told as past, its year said before',
      text: '预案于2025年9月2日形成初稿，征求意见两轮。预案于12月4日定稿并印发各部门，较演练日提前15天。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
      findings: [{ message: 'future', excerpt: '12月4日', severity: 'doubt' }],
    },
    {
      name: 'told as past, with its year',
      text: '自查报告于2025年12月6日提交董事会。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
      findings: [{ message: 'future', excerpt: '2025年12月6日', severity: 'doubt' }],
    },
    {
      name: 'minutes between two times of day written out',
      text: '自14时06分至16时38分，持续162分钟。\n',
      findings: [{ message: 'clock' }],
    },
    {
      name: 'minutes between two times',
      text: '回切于4:10开始、5:26完成，用时67分钟。\n',
      findings: [{ message: 'clock', fixed: '回切于4:10开始、5:26完成，用时76分钟。\n' }],
    },
    {
      name: 'a length of time against its period',
      text: '评估于2024年10月至12月开展，历时五个月。\n',
      findings: [{ message: 'duration', severity: 'doubt', fixed: null }],
    },
    {
      name: 'a length of time against start and end in its section',
      text: '自2023年第四季度起，推动共建模式探索。共建模式已于2025年上半年结项。\n\n整个共建模式探索历时2年，成果如下：\n',
      findings: [{ message: 'duration', line: 3, excerpt: '历时2年' }],
    },
    {
      text: '会议定于2025年4月10日（星期三）召开。',
      findings: [{ message: 'weekday', fixed: '会议定于2025年4月10日（星期四）召开。' }],
    },
    {
      text: '会议于2025年2月30日召开。\n',
      findings: [{ message: 'invalid', excerpt: '2025年2月30日', fixed: null }],
    },
    { text: '2023年2月29日上线。\n', findings: [{ message: 'invalid' }] },
    { text: '自2025年13月起执行。\n', findings: [{ message: 'invalid' }] },
    { text: '4月31日完成验收。\n', findings: [{ message: 'invalid', excerpt: '4月31日' }] },
    {
      text: '| 名称 | 时间 |\n| --- | --- |\n| 甲 | 2025-06-31 |\n',
      findings: [{ message: 'invalid', line: 3 }],
    },
    {
      text: '活动时间为2025年3月10日至2025年3月1日。\n',
      findings: [{ message: 'reversed', excerpt: '2025年3月10日至2025年3月1日' }],
    },
    { text: '活动时间为2025年3月10日至3月1日。\n', findings: [{ message: 'reversed' }] },
    {
      text: '钱包从25年初的9个拓展到29个。\n',
      findings: [{ message: 'short-year', excerpt: '25年', fixed: '钱包从2025年初的9个拓展到29个。\n' }],
    },
    {
      text: '24年上半年与25年3月数据可比。\n',
      findings: [{ message: 'short-year' }, { message: 'short-year' }],
    },
    {
      text: '系统于2026年3月1日正式上线。\n\n特此报告。\n\n云川支付有限公司\n\n2026年1月10日\n',
      findings: [{ message: 'future', excerpt: '2026年3月1日' }],
    },
  ],
  accept: [
    { text: '8月12日14时05分，报文网关故障，14时47分恢复，中断42分钟，影响交易1,260笔。\n' },
    { text: '3月7日22:10清算主机宕机，22:58切换至备机，业务中断48分钟。\n' },
    { text: '9时15分收单前置机异常，9时32分恢复，服务不可用17分钟；上年同类事件中断35分钟。\n' },
    { text: '计划窗口为1时至5时，系统停机95分钟，早于窗口结束。\n' },
    { text: '10时10分告警，10时20分定位，10时41分恢复，交易中断25分钟（自10时16分起计）。\n' },
    {
      name: 'the two times are told with a length of their own',
      text: '恢复后又用139分钟定位原因，即从11时21分至13时40分；从回退参数到全部节点通过验证用时110分钟。\n',
    },
    {
      name: 'weekdays of a column that are all of another year, or right',
      text: '# 2025年5月巡检情况\n\n| 日期 | 星期 | 巡检（台） |\n| --- | --- | --- |\n| 5月12日 | 星期日 | 31 |\n| 5月13日 | 星期一 | 28 |\n| 5月14日 | 星期二 | 30 |\n| 5月15日 | 星期三 | 27 |\n\n| 日期 | 星期 |\n| --- | --- |\n| 2024年5月12日 | 日 |\n| 2024年5月13日 | 一 |\n| 2024年5月14日 | 二 |\n',
    },
    {
      name: 'a timeline over midnight, and one sorted otherwise',
      text: '| 时间 | 事项 |\n| --- | --- |\n| 23:02 | 告警 |\n| 23:40 | 排查 |\n| 00:31 | 上报 |\n| 01:20 | 切换 |\n| 01:44 | 恢复 |\n\n| 时间 | 场次 |\n| --- | --- |\n| 14:02 | 甲 |\n| 09:09 | 乙 |\n| 16:31 | 丙 |\n| 10:20 | 丁 |\n| 08:44 | 戊 |\n',
    },
    {
      name: 'phases by their names, days between counted with or without the last',
      text: '3月3日至7日为方案制定阶段，3月10日至4月11日为走访调查阶段；走访调查阶段历时33天，方案制定阶段历时4天。首轮自3月11日开始，至3月29日结束，历时19天（含首尾两日）。\n',
    },
    { text: '20:13，系统重发3笔指令，均被拦截。20:41，对方确认。从指令重发到对方确认历时28分钟。\n' },
    { text: '我司于2025年3月10日至8月31日组织开展了为期175天的专项清理。\n' },
    { name: 'the last day not counted', text: '风险部于9月8日至9月19日开展专项检查，历时11天。\n' },
    {
      name: 'something within the range',
      text: '2025年3月1日至6月30日，公司组织为期3天的反诈培训，共4期。\n',
    },
    {
      name: 'a term, not what passed',
      text: '现场检查于5月6日至5月9日进行，要求各单位在10个工作日内反馈。\n',
    },
    { name: 'a leap day may lie between', text: '2月20日至3月5日试运行，历时15天。\n' },
    { name: 'about', text: '检查于9月1日至9月26日进行，历时近30天。\n' },
    { name: 'of a part of it', text: '于3月10日至8月31日开展专项清理，每期为期5天。\n' },
    { text: '9时30分收到投诉，10时15分启动排查，历时35分钟完成修复。\n' },
    { name: 'rounded to hours', text: '14:07发生故障，15:52恢复，历时2小时。\n' },
    { name: 'with a break', text: '营业时间为9:00至17:30，共7.5小时。\n' },
    { name: 'one time instead of another', text: '起算时间由10:31改为10:44，按此计算中断时长为125分钟。\n' },
    { name: 'over midnight', text: '系统于23:40开始切换，次日01:10恢复，历时90分钟。\n' },
    {
      name: 'one of the years has it',
      text: '# 演练报告\n\n报告日期：2025年7月4日\n\n比2024年多，单日最高为6月18日（星期二）。\n',
    },
    { name: 'of the year before', text: '2025年去年6月18日（星期二）。\n' },
    {
      name: 'a day of the year in the title',
      text: '# 2023年度手续费减让报告\n\n公司自2021年9月30日起减让手续费。\n\n8月17日（星期四），合规部开展抽查。\n',
    },
    { name: 'no year at all', text: '会议于6月18日（星期四）召开。\n' },
    { name: 'after the turn of the year', text: '2024年12月20日（星期五）启动，1月3日（星期五）结束。\n' },
    {
      name: 'a plan',
      text: '# 上半年情况\n\n（2025年7月18日）\n\n2025年下半年，将处理积压2,164件，同比下降。2025年1月至7月，立案98起，同比下降。\n',
    },
    { text: LEDGER('7月8日') },
    { name: 'the next year', text: LEDGER('1月8日') },
    { name: 'planned lengths are not those of the times', text: STEPS('09:46') },
    { text: NODES('146') },
    {
      name: 'a deadline missed',
      text: '| 问题 | 整改期限 | 完成日期 |\n| --- | --- | --- |\n| 甲 | 7月11日 | 7月9日 |\n| 乙 | 7月11日 | 7月15日 |\n| 丙 | 7月18日 | 7月16日 |\n',
    },
    {
      name: 'deadlines in the order of their list',
      text: '1. 2025年10月31日前，完成评估；\n2. 2025年12月31日前，完成改造；\n3. 2025年11月30日前，完成培训。\n',
    },
    { text: '试运行自11月20日至2月10日。\n' },
    { text: '保险期间为9月15日至9月14日。\n' },
    { text: '每年9月1日至8月31日为一个学年。\n' },
    { text: '宽限期自12月25日起，至次年1月10日止。\n' },
    { text: '由3月5日的12户增至3月2日口径的15户。\n' },
    { text: '任期自7月1日至6月30日。\n' },
    { text: '系统不可用3分钟（9月12日2时10分至2时13分）。\n' },
    { text: '中断21分钟（10:05—10:25）。\n' },
    { text: '切换20分钟（23:50至0:10）。\n' },
    { text: '实际用时350分钟，即5小时50分钟。\n' },
    { text: '停机窗口为180分钟（即3小时）。\n' },
    { text: '平均用时95分钟（约1.5小时）。\n' },
    { text: '监控延迟5分钟（服务时间为8:00至20:00，另行公告）以内。\n' },
    { text: '于11月20日至2月10日开展了冬季检查。\n' },
    { text: '现场审计自2025年7月14日开始，至8月15日结束。\n' },
    {
      name: 'told as past, of the year before',
      text: '# 云川支付2025年年度报告\n\n公司已于8月3日向该机构发出书面提示。\n\n特此报告。\n\n云川支付有限公司\n\n2026年1月18日\n',
    },
    { text: '因数据库切换不可用3分钟（9月12日2时10分至2时13分）。\n' },
    { text: '3月5日，商户王某投诉扣费。经查，扣费有误，我司于3月11日退还该商户费用。\n' },
    {
      name: 'what was before the complaint',
      text: '3月5日，商户王某投诉未收到退款。经查，我司此前已于3月1日退还该商户费用。\n',
    },
    {
      name: 'steps over midnight',
      text: '1. 23:40，开始切换；\n2. 23:58，切换完成；\n3. 00:12，应用启动。\n',
    },
    { name: 'days in no order', text: '3月5日起试点，5月27日前完成复审，截至5月20日已提交初稿。\n' },
    {
      text: '预案于2025年9月2日形成初稿，于10月4日定稿并印发。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
    },
    {
      text: '下一次演练定于2025年12月4日启动，计划于12月20日完成。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
    },
    {
      text: '要求各机构于2025年12月4日提交报告，逾期通报。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
    },
    {
      text: '截至2025年10月31日，余额3亿元。该项目于12月20日完成验收后投入使用至今。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
    },
    {
      text: '新规于2025年12月1日起生效，办法于2025年12月1日启动实施。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
    },
    {
      text: '合同于2025年12月31日到期，余款于2025年12月31日前提交审批。\n\n特此报告。\n\n云川支付有限公司\n\n2025年11月17日\n',
    },
    { text: '自14时06分至16时48分，持续162分钟。\n' },
    { text: '回切于23:50开始、0:20完成，用时30分钟。\n' },
    { text: '评估于2024年10月至12月开展，历时三个月。\n' },
    { text: '项目自2022年1月启动，于2023年12月竣工，项目历时近两年。\n' },
    {
      name: 'several projects',
      text: '甲项目自2022年1月起，于2022年5月竣工。乙项目自2020年1月起，于2023年5月竣工。项目历时3年。\n',
    },
    { text: '演练于2025年6月12日至6月14日进行，历时3天。\n' },
    { text: '会议定于2025年4月10日（星期四）召开，4月13日（周日）结束。' },
    { text: '会议于2024年2月29日召开，4月30日结束。\n' },
    { text: '活动时间为2025年3月1日至2025年3月10日，2025年3月1日-3月10日。\n' },
    { text: '冬季为2025年11月至2月，2025年11月15日至2月1日停工。\n' },
    { text: '近10年初步建成，满20年末可续期，成立25年来稳健经营。\n' },
    { text: '系统将于2026年3月1日正式上线。\n\n特此报告。\n\n云川支付有限公司\n\n2026年1月10日\n' },
    {
      text: '版本v2025.13.1与编号A2025-45-99无关日期。\n',
    },
    { text: '第3号楼、5月31号院、12月31日24时。\n' },
    { text: '合同期10年，第25年度审计，2025年度预算。\n' },
    { text: '比例为30.31%，共13月次。\n' },
  ],
});
