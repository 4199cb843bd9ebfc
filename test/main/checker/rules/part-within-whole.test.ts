import { partWithinWhole } from '../../../../src/main/checker/rules/part-within-whole';
import { testRule } from '../../../helpers/rule-tester';

const TITLE = '# 云杉支付有限公司2025年业务报告\n\n';
const text = (...sentences: readonly string[]): string => `${TITLE}${sentences.join('\n\n')}\n`;

const STORES =
  '*表1 门店情况*\n\n| 门店 | 投诉件数（件） | 退货件数（件） |\n| --- | --- | --- |\n| 临港门店 | 1,287 | 410 |\n| 云溪门店 | 743 | 358 |\n| 松塔门店 | 913 | 296 |\n| 南岸门店 | 800 | 192 |\n| 合计 | 3,743 | 1,256 |\n';

testRule(partWithinWhole, {
  reject: [
    {
      name: 'two measures of each part, the whole of one of them',
      text: text(
        '抽取凭证500张，齐全483张，其中借方凭证抽取300张、齐全291张；贷方凭证抽取200张、齐全194张。',
      ),
      findings: [{ message: 'sum', excerpt: '483张' }],
    },
    {
      name: 'the one unit that is wrong',
      text: '年末代理商户24,186户，代理金额286.54亿元，户均118.47亿元。\n',
      findings: [
        {
          message: 'unit',
          excerpt: '118.47亿元',
          fixed: '年末代理商户24,186户，代理金额286.54亿元，户均118.47万元。\n',
        },
      ],
    },
    {
      name: 'so many times what another row has',
      text: `临港门店投诉1,287件，是云溪门店的1.37倍。\n\n${STORES}`,
      findings: [{ message: 'times', severity: 'doubt', excerpt: '1.37倍' }],
    },
    {
      name: 'a share in permille',
      text: '# 报告\n\n对外接口156个，检出超时的接口5个，占23.1‰。\n',
      findings: [{ message: 'share', excerpt: '23.1‰' }],
    },
    {
      name: 'the names of the greatest, two of them exchanged',
      text: `按投诉件数排名，前三位依次为松塔门店、临港门店、南岸门店。\n\n${STORES}`,
      findings: [{ message: 'order', severity: 'doubt', excerpt: '临港门店' }],
    },
    {
      name: 'the least is told to be the greatest',
      text: `南岸门店退货件数为192件，在各门店中最多。\n\n${STORES}`,
      findings: [{ message: 'order', severity: 'doubt', excerpt: '192件' }],
    },
    {
      name: 'the first of a ranking, figures exchanged',
      text: '受理量居前三位的依次为北岚地区372件、云汀地区484件、望川地区300件。\n',
      findings: [{ message: 'order', severity: 'doubt', excerpt: '484件' }],
    },
    {
      name: 'spread over what is counted elsewhere, the point moved',
      text: text(
        '年末合作机构共46家，均已备案。',
        '对46家机构划分等级。',
        '年末留存保证金1,150.00万元，平均每家2.50万元，与约定一致。',
      ),
      findings: [{ message: 'average', severity: 'doubt', excerpt: '2.50万元' }],
    },
    {
      name: 'a share of a total told elsewhere, its part of another unit',
      text: text(
        '第三季度售卡金额13,779.15万元。',
        '三项合计售卡13,779.15万元。',
        '单位购卡1,842笔，金额8,215.46亿元，占售卡总额的59.62%。',
      ),
      findings: [{ message: 'unit', severity: 'doubt', excerpt: '59.62%' }],
    },
    {
      name: 'a share of a goal, told with it',
      text: '支持外卡的商户达到2,758户，完成全年3,000户目标的95.83%。\n',
      findings: [{ message: 'share', excerpt: '95.83%' }],
    },
    {
      name: 'a share of a plan, carried out in part',
      text: '全年计划巡检79,119户次，实际完成77,985户次，完成率98.82%。\n',
      findings: [{ message: 'share', excerpt: '98.82%' }],
    },
    {
      name: 'two that are all, one share of which holds',
      text: '通过平台自动办结32,708笔，占已办结笔数的65.76%；人工办结16,296笔，占33.25%。\n',
      findings: [{ message: 'share', excerpt: '65.76%' }],
    },
    {
      name: 'an average of the one thing that is counted, its total behind it',
      text: '审计发现17名离职人员的账号未及时停用，平均延迟9天，最长延迟21天，累计延迟102天。\n',
      findings: [{ message: 'average', severity: 'doubt', excerpt: '9天' }],
    },
    {
      name: 'an average of what happened so often, a change of the number in between',
      text: '上半年共发生3起运行事件，较上年同期减少2起，累计影响时长45分钟，平均每起18分钟。\n',
      findings: [{ message: 'average', excerpt: '18分钟' }],
    },
    {
      name: 'a month of days, digits exchanged',
      text: text('7月份共处理业务115,506笔，日均3,276笔，单日最高为7,452笔。'),
      findings: [{ message: 'average', severity: 'doubt', excerpt: '3,276笔' }],
    },
    {
      name: 'two of a list together, the share with digits exchanged',
      text: '全市收单金额1,166.88亿元。东区、西区居前，分别为412.86亿元和386.15亿元，两区合计占全市的64.87%。\n',
      findings: [{ message: 'share', severity: 'doubt', excerpt: '64.87%' }],
    },
    {
      name: 'sorted by size, two of them exchanged',
      text: '按投诉率由高到低依次为东区（5.21‰）、西区（3.08‰）、南区（1.27‰）、北区（1.72‰）。\n',
      findings: [{ message: 'order', severity: 'doubt', excerpt: '1.72‰' }],
    },
    {
      name: 'sorted from the least on',
      text: '平均用时从短到长依次为：甲系统35分钟、乙系统62分钟、丙系统58分钟、丁系统90分钟。\n',
      findings: [{ message: 'order', severity: 'doubt', excerpt: '62分钟' }],
    },
    {
      name: 'a share of what is listed, the others of which show the whole',
      text: '刷卡交易金额412.60亿元，占41.62%；扫码交易金额527.35亿元，占35.19%；其他51.48亿元，占5.19%。\n',
      findings: [{ message: 'share', excerpt: '35.19%' }],
    },
    {
      name: 'shares of all that would make a hundred but for digits exchanged',
      text: '三类网点共计412个，占比分别为47.21%、38.53%和16.96%。\n',
      findings: [{ message: 'share', severity: 'doubt', excerpt: '38.53%' }],
    },
    {
      name: 'an average with the wrong unit, its total a sentence before',
      text: '全年交易金额6,184.20亿元，同比增长5.10%。年末商户25.40万户，户均年交易金额243.47元。\n',
      findings: [{ message: 'unit', excerpt: '243.47元' }],
    },
    {
      name: 'an average of what happened so often, whole things',
      text: '全年共发生故障5起，较上年减少3起。5起故障累计持续310分钟，平均每起68分钟。\n',
      findings: [{ message: 'average', excerpt: '68分钟' }],
    },
    {
      name: 'parts of three digits, neighbours exchanged',
      text: '全年处置资产7.52亿元，其中拍卖2.46亿元、转让3.35亿元、抵债1.53亿元。\n',
      findings: [{ message: 'listed', severity: 'doubt', excerpt: '7.52亿元' }],
    },
    {
      name: 'a share of a whole told before, digits exchanged',
      text: '共受理咨询3,186件，其中热线2,147件、在线1,039件。首日受理1,912件，占66.0%。\n',
      findings: [{ message: 'share', severity: 'doubt', excerpt: '66.0%' }],
    },
    {
      name: 'a sum of rows that are named',
      text: `临港门店、云溪门店和松塔门店三店合计投诉2,493件。\n\n${STORES}`,
      findings: [{ message: 'sum', excerpt: '2,493件' }],
    },
    {
      name: 'a share of a row of the total of its column',
      text: `临港门店投诉件数占33.4%，居首位。\n\n${STORES}`,
      findings: [{ message: 'share', excerpt: '33.4%' }],
    },
    {
      name: 'an average of what stands before it',
      text: '全年理赔1,250笔，金额386.25万元，平均每笔3,900元。\n',
      findings: [{ message: 'average', excerpt: '3,900元' }],
    },
    {
      name: 'an average that only another unit explains',
      text: '查处案件241起，涉案金额共计38.56亿元，案均1,600元。\n',
      findings: [{ message: 'unit', excerpt: '1,600元' }],
    },
    {
      name: 'what came and went between two moments',
      text: '年初在册设备18,640台；全年新增4,270台，停用2,350台，年末在册设备20,650台。\n',
      findings: [{ message: 'sum', excerpt: '20,650台' }],
    },
    {
      name: 'an opening balance in another unit',
      text: '年初保证金余额1,640.15亿元，上半年计提125.25万元，6月末余额1,765.40万元。\n',
      findings: [{ message: 'unit', excerpt: '1,765.40万元' }],
    },
    {
      name: 'a total of more than the list before it, a digit wrong',
      text: '总部设专岗7人，各营业部设专岗12人、兼岗51人，全公司专兼岗合计76人。\n',
      findings: [{ message: 'sum', excerpt: '76人' }],
    },
    {
      name: 'a view of the whole, two digits swapped',
      text: '存款余额8,642.3亿元，比上月末增加58.4亿元。从部门看，住户存款5,103.8亿元，企业存款2,836.2亿元，政府存款842.5亿元，同业存款309.8亿元。\n',
      findings: [{ message: 'listed', severity: 'doubt', excerpt: '8,642.3亿元' }],
    },
    {
      name: 'what was found in a sample',
      text: '抽查账户变更业务180笔，发现17笔仅由一人操作，占比4.9%。\n',
      findings: [{ message: 'share', excerpt: '4.9%' }],
    },
    {
      name: 'a further part behind the breakdown',
      text: '董事会由13名董事组成，其中执行董事3名、股东董事5名、独立董事5名；女性董事3名，占比21.3%。\n',
      findings: [{ message: 'share', excerpt: '21.3%' }],
    },
    {
      name: 'the last part at the end of its sentence',
      text: '共发现问题10个，其中高风险问题1个，中风险问题3个，低风险问题5个。主要问题如下：\n',
      findings: [{ message: 'listed', severity: 'doubt' }],
    },
    {
      name: 'a rate that bears the act of its part',
      text: '共发放问卷320份，收回有效问卷304份，有效回收率96.0%。\n',
      findings: [{ message: 'share', excerpt: '96.0%' }],
    },
    {
      name: 'two parts of reports, a digit swapped',
      text: '提交的2,123份报告中，一般可疑报告2,069份，重点可疑报告27份。\n',
      findings: [{ message: 'listed', severity: 'doubt' }],
    },
    {
      name: 'a figure in each link of a chain',
      text: '受理投诉1,280件，主要反映三类问题：一是还款，共567件；二是息费，共418件；三是活动，共223件。\n',
      findings: [{ message: 'listed', severity: 'doubt', excerpt: '1,280件' }],
    },
    {
      text: text('全年受理投诉120件，其中线上90件、线下40件。'),
      findings: [{ message: 'sum', excerpt: '120件', fixed: null }],
    },
    {
      text: text('共有商户1,500户，其中直营1,620户。'),
      findings: [{ message: 'exceeds', excerpt: '1,620户' }],
    },
    { text: text('新设网点华东3家、华南5家，共9家。'), findings: [{ message: 'sum', excerpt: '9家' }] },
    {
      text: text('税收收入98亿元，占一般公共预算收入123亿元的70%。'),
      findings: [{ message: 'share', excerpt: '70%' }],
    },
    {
      name: '其中： goes on behind the semicolon',
      text: text(
        '一般公共预算收入186.42亿元。其中：税收收入138.05亿元，增长5.2%；非税收入68.37亿元，增长2.9%。',
      ),
      findings: [{ message: 'sum', excerpt: '186.42亿元' }],
    },
    {
      name: 'at the head of the next sentence',
      text: text('2025年，特约商户2,300户。其中，小微商户2,500户。'),
      findings: [{ message: 'exceeds', excerpt: '2,500户' }],
    },
    {
      name: 'a share of what is a part',
      text: text('2025年，交易笔数200万笔，其中移动支付150万笔，占比85%。'),
      findings: [{ message: 'share', excerpt: '85%' }],
    },
    {
      name: 'parts of amounts within rounding',
      text: text('一般公共预算收入186.4亿元。其中：税收收入138.1亿元；非税收入48.4亿元。'),
      findings: [{ message: 'rounding', severity: 'notice' }],
    },
    {
      name: 'one kind of thing, more than the whole',
      text: text('全年发现漏洞537个，其中高危漏洞81个、中危漏洞146个、低危漏洞373个。'),
      findings: [{ message: 'sum', excerpt: '537个', severity: 'error' }],
    },
    {
      name: 'a plain list of several kinds that exceeds its whole may overlap',
      text: text('处置异常商户628户，其中限制交易461户，暂停结算137户，终止合作75户。'),
      findings: [{ message: 'listed', excerpt: '628户', severity: 'doubt' }],
    },
    {
      name: 'a plain list that a digit keeps from its whole',
      text: text('指出问题23个，其中支付结算7个，反洗钱8个，权益保护6个。'),
      findings: [{ message: 'listed', excerpt: '23个', severity: 'doubt' }],
    },
    {
      name: 'a rate named after its part',
      text: text('全年受理投诉1,024件，办结1,020件，办结率为96.9%。'),
      findings: [{ message: 'share', excerpt: '96.9%' }],
    },
    {
      name: 'a total of the sentence before',
      text: text(
        '处理收单业务4.12亿笔，金额2,865.3亿元；处理互联网支付1.36亿笔，金额318.7亿元。两项业务金额合计3,148.0亿元。',
      ),
      findings: [{ message: 'sum', excerpt: '3,148.0亿元' }],
    },
    {
      name: 'three industries',
      text: text('全年生产总值5,204亿元。其中，第一产业304亿元，第二产业2,100亿元，第三产业2,900亿元。'),
      findings: [{ message: 'sum' }],
    },
    {
      name: 'ranks told behind, figures exchanged',
      text: '自主监测802条居首；公安协查413条、机构提示421条分列第二、第三位。\n',
      findings: [{ message: 'order', severity: 'doubt', excerpt: '421条' }],
    },
    {
      name: 'more went up and down than there are',
      text: '七个类别中，六类下降、两类上升。\n',
      findings: [{ message: 'sum', severity: 'error', excerpt: '七个' }],
    },
    {
      text: '6家机构中，4家上升、1家下降、2家持平。\n',
      findings: [{ message: 'sum', excerpt: '6家' }],
    },
    {
      name: 'done and not done leave nothing out',
      text: '12项指标中，达标的9项、未达标的2项。\n',
      findings: [{ message: 'sum', excerpt: '12项' }],
    },
    {
      name: 'banks and what is no bank are all',
      text: '全市共有服务主体31家，其中银行业机构18家、非银行支付机构12家。\n',
      findings: [{ message: 'sum', excerpt: '31家' }],
    },
    {
      name: 'a shortcoming is no approximation, and what was mended no part',
      text: '发现问题8项，其中人员培训不足4项、条款不完整3项、标识不规范2项，目前已整改7项。\n',
      findings: [{ message: 'listed', severity: 'doubt', excerpt: '8项' }],
    },
  ],
  accept: [
    ...[
      '抽查180个网点中，正常121个、迁址34个、停业25个。前三个地市共96个，后四个地市共84个。',
      '报告期内高危漏洞36个，其中数据库14个、中间件9个、网关7个，三类合计占83.33%。',
      '甲、乙等五家机构参评，五家共收到投诉300件。停用的两家投诉120件，占五家的40.00%。',
      '首位的一组比末位的四组高8.70分，其中仅数据质量一项就相差11.2分。',
    ].map((text) => ({ name: 'no parts of what stands before', text: `${text}\n` })),
    {
      name: 'what the parts of a revision lead to; bounds of classes behind a shortest and a longest',
      text: text(
        '修订涉及条款17条，其中新增4条、修改11条、删除2条，修订后由38条变为40条。',
        '报告平均用时5.8个工作日，最长9个工作日，最短1个工作日。其中，5个工作日（含）以内提交的265份，6至10个工作日提交的221份。',
      ),
    },
    {
      name: 'two measures of each part, one of them told as all',
      text: text(
        '抽取凭证3,000张，要素齐全2,894张。其中，借方凭证抽取1,200张，齐全1,131张；贷方凭证抽取800张，齐全772张；冲正凭证抽取400张，齐全391张；手工凭证抽取600张，全部齐全。',
        '巡检由甲、乙两家承担，应巡检7,000户、实际巡检6,905户，其中甲家应巡检4,260户、实际4,218户，完成率99.01%；乙家应巡检2,740户、实际2,687户，完成率98.07%。',
      ),
    },
    {
      name: 'several side by side, and what the later ones are of all',
      text: text(
        '按类型分，购汇22.40亿元、代付2.52亿元、代收1.96亿元、退税1.12亿元。后三类合计5.60亿元，占20.00%。',
      ),
    },
    {
      name: 'a mean behind a ranking',
      text: '各部得分由高到低依次为：甲部96.50分、乙部95.00分、丙部94.20分、丁部91.80分，平均94.38分。\n',
    },
    {
      name: 'a clause that says from where to where',
      text: '从告警到定位用时48分钟，从定位到恢复用时66分钟，从告警到解除响应共163分钟。\n',
    },
    {
      name: 'those that failed, and the rate of those that passed',
      text: '抽取样本240份，其中识别120份、监测60份、筛查45份、其他15份。发现不合格样本11份，合格率95.42%。\n',
    },
    {
      name: 'what was told before is broken down, not the last figure',
      text: '成员按性质分：银行51家，支付机构29家，其他6家。其中银行51家中，全国性18家、地方性33家。\n',
    },
    {
      name: '其中 as an object',
      text: '发行两种卡的成员6家，故发行其中至少一种的成员为20家。\n',
    },
    {
      name: 'a longest time, and what a mean is below the limit',
      text: '已办结36件，平均办理8.3个工作日，比规定的20个工作日少11.7个工作日。其中，变更办结13件；终止办理最长（17.0个工作日）。\n',
    },
    { text: '自主监测802条居首；机构提示421条、公安协查413条分列第二、第三位。\n' },
    { text: '七个类别中，五类下降、两类上升。\n' },
    { name: 'one may have stayed as it was', text: '七个类别中，四类下降、两类上升。\n' },
    { name: 'of two measures', text: '100个客户中，60个收入增长、50个支出减少。\n' },
    { text: '全市共有服务主体31家，其中银行业机构19家、非银行支付机构12家。\n' },
    { text: '发现问题9项，其中人员培训不足4项、条款不完整3项、标识不规范2项，目前已整改7项。\n' },
    { text: '发现问题9项，其中未整改2项、逾期1项。\n' },
    {
      name: 'a negative figure among those of a sum, right or wrong, is read as any other',
      text: '# 2024年报告\n\n2024年度，经营活动净额为5,412.30万元，投资活动净额为-1,763.25万元，筹资活动净额为5,118.40万元，三项合计增加现金8,767.45万元。\n',
    },
    ...[
      '三季度利息693,817.97元，计提基金69,381.80元，公司留存624,436.17元。前三个季度利息总额合计2,018,009.57元，计提基金合计201,800.96元，公司留存合计1,816,208.61元。',
      '收入按地区划分，甲省15,236.48万元、乙省5,107.62万元、丙省2,418.95万元、其他地区1,423.25万元，前三个省合计22,763.05万元，占94.12%。',
    ].map((sentence) => ({ name: sentence.slice(0, 16), text: `# 2024年报告\n\n${sentence}\n` })),

    {
      name: 'parts of two figures each',
      text: '抽样600份，不合格21份；其中个人客户400份、不合格9份，单位客户200份、不合格12份。\n',
    },
    {
      name: 'what is left without doubles is no part',
      text: '非现场走访12家单位，现场走访9家单位，其中2家两种方式均有，去重后为19家。\n',
    },
    ...[
      '年末在岗员工46人，较上年末增加2人，其中技术岗位13人、风控岗位7人，两类岗位合计20人。',
      '拟安排审计项目34个，比上年少1个，其中信贷业务10个、财务4个、运营5个、科技4个、合规4个、经济责任7个。',
      '修订制度7项，新订制度3项，现行反洗钱制度合计24项。',
      '年末现金6.83亿元，较年初的5.97亿元净增加0.86亿元，其中经营活动净流出10.94亿元，投资活动净流出0.31亿元，筹资活动净流入12.11亿元。',
      '委托合同37份全部纳入审计，其中约定安全条款的35份，签订补充协议的33份；两项均具备的32份，两项均不具备的1份。',
      '当季约谈5家、暂停2家、终止合作1家，其中暂停的2家和终止的1家均包含在约谈的5家之内。',
      '前五名合计5,256.25万元，占59.93%。其中，第一名1,862.40万元，占21.23%。',
      '若按门店口径统计，年末受理门店共1,563个，平均每家商户下设门店1.72个，平均每个门店布放终端1.56台。',
    ].map((sentence) => ({ name: sentence.slice(0, 16), text: `# 2024年报告\n\n${sentence}\n` })),

    { name: 'a share in permille', text: '# 报告\n\n对外接口156个，检出超时的接口5个，占32.1‰。\n' },
    { text: `按投诉件数排名，前三位依次为临港门店、松塔门店、南岸门店。\n\n${STORES}` },
    {
      name: 'some of the greatest',
      text: `按投诉件数排名，前列的依次为松塔门店、云溪门店、南岸门店。\n\n${STORES}`,
    },
    { text: `南岸门店退货件数为192件，在各门店中最少。\n\n${STORES}` },
    { text: `云溪门店退货件数为358件，在县域门店中最多。\n\n${STORES}` },
    {
      name: 'in the order of the visits',
      text: '检查组前三周走访的依次为北岚地区372户、云汀地区484户、望川地区300户。\n',
    },
    {
      name: 'spread over what is counted elsewhere',
      text: text('年末合作机构共46家，均已备案。', '年末留存保证金1,150.00万元，平均每家25.00万元。'),
    },
    {
      name: 'spread over what nobody counts',
      text: text('年末合作机构共46家，其中46家已备案。', '全年支付服务费862.50万元，平均每家17.25万元。'),
    },
    {
      name: 'a share of what stands elsewhere',
      text: text(
        '第三季度售卡金额13,779.15万元。',
        '单位购卡1,842笔，金额8,215.46万元，占售卡总额的59.62%。',
      ),
    },
    {
      name: 'a length of time in two units',
      text: '演练历时3小时20分钟，其中业务恢复时间为14分钟，优于30分钟的目标。\n',
    },
    {
      name: 'a part of another whole than the one of like name',
      text: '4个高风险问题的整改期限见附录。截至目前，已完成整改11个，占全部问题的31.43%，均为低风险问题。\n',
    },
    {
      name: 'the sum of two has its own share beside the next',
      text: '电话和在线受理分别为816件和464件，合计1,280件，占80.00%；部门转办144件，占9.00%；其他渠道176件，占11.00%。\n',
    },
    { name: 'so many in each', text: '每百个用例发现缺陷6.54个，其中兼容测试为9.00个，比例最高。\n' },
    {
      name: 'two kinds together, each year a share of its own whole',
      text: '上年同期两类差错合计31,752笔，占当期受理总量53,817笔的59.00%；今年两类合计28,139笔，占49,497笔的56.85%。\n',
    },
    {
      name: 'a goal that is more than reached',
      text: '支持外卡的商户达到2,875户，完成全年3,000户目标的95.83%，比上年末的2,610户增加265户。\n',
    },
    {
      name: 'a month without its days',
      text: text('7月份共处理业务115,506笔，工作日日均5,022笔，单日最高为7,452笔。'),
    },
    { name: 'an average of some', text: '对17名人员延迟停用的账号抽查5个，平均延迟9天，累计延迟102天。\n' },
    {
      name: 'a share within each kind',
      text: '四类业务的自动化处理占比分别为62.10%、48.30%、55.60%和31.20%。\n',
    },
    { name: 'as much of all kinds online', text: '三类业务线上占比分别为62.10%、48.30%和11.20%。\n' },
    {
      name: 'sorted, with the year before behind',
      text: '投诉由多到少依次为电话（1,204件）、网络（866件）、柜面（312件），上年分别为1,100件、902件和340件。\n',
    },
    {
      name: 'rates of answers that overlap',
      text: '受访者选择服务、价格、环境的占比分别为40.10%、35.20%和25.70%。\n',
    },
    {
      name: 'sorted as it says',
      text: '按投诉率由高到低依次为东区（5.21‰）、西区（3.08‰）、北区（1.72‰）、南区（1.72‰）。\n',
    },
    {
      name: 'sorted by grade',
      text: '问题按风险等级由高到低依次为高风险（3个）、中风险（12个）、低风险（8个）。\n',
    },
    {
      name: 'sorted by what is not printed',
      text: '按交易规模由大到小依次为甲类（12家）、乙类（40家）、丙类（7家）、丁类（31家）。\n',
    },
    {
      name: 'sorted, with what each grew by',
      text: '余额由高到低依次为制造业、批发业、零售业，同比分别增长3.1%、8.4%和2.2%。\n',
    },
    { name: 'a change of size', text: '投诉量由多到少，依次为1月（85件）、2月（70件）、3月（62件）。\n' },
    {
      name: 'shares of different wholes',
      text: '刷卡交易金额412.60亿元，占62.10%；贷款余额527.35亿元，占35.19%；其他51.48亿元，占5.19%。\n',
    },
    {
      name: 'shares of a whole that is not all listed',
      text: '甲行业412.60亿元，占20.63%；乙行业327.35亿元，占16.37%；丙行业251.48亿元，占12.57%。\n',
    },
    {
      name: 'shares that make a hundred but for rounding',
      text: '三类网点占比分别为47.2%、33.3%和19.6%。\n',
    },
    { name: 'shares of some', text: '前三类网点占比分别为47.21%、25.83%和12.96%。\n' },
    {
      name: 'shares that overlap',
      text: '使用手机、柜面和自助渠道的客户占比分别为81.20%、42.50%和37.60%。\n',
    },
    {
      name: 'an average over another count',
      text: '全年交易金额6,184.20亿元。年末商户25.40万户，户均年交易金额243.47万元，户均手续费1,208.35元。\n',
    },
    {
      name: 'an average over two groups together',
      text: '对5名经办人员和3名复核人员扣减绩效共计6,400.00元，人均800.00元。\n',
    },
    {
      name: 'an average over the second group alone',
      text: '调整5名经办人员和4名复核人员岗位，扣减绩效共计6,400.00元，人均1,600.00元。\n',
    },
    {
      name: 'an average of what happened so often',
      text: '全年共发生故障5起，较上年减少3起。5起故障累计持续310分钟，平均每起62分钟。\n',
    },
    {
      name: 'some parts of three digits',
      text: '全年处置资产7.52亿元，其中拍卖2.46亿元、转让3.19亿元、抵债1.12亿元。\n',
    },
    {
      text: '接收诉求和建议2,965件，同比上年（1,948件）增长52.2%；其中诉求1,475件，建议1,490件，占建议的54.9%。\n',
    },
    { text: '新入网31.20万户，拒绝入网1.56万户，拒绝率4.8%（拒绝户数占申请户数的比例）。\n' },
    { text: '为2,316名用户办理赔付，人均804.84元，其中单笔最高2.00万元、最低35.60元。\n' },
    {
      text: '年初准备余额32.10亿元，全年计提8.95亿元，核销4.87亿元，收回已核销贷款0.62亿元，年末余额36.80亿元。\n',
    },
    { text: '甲级118家、乙级187家、丙级52家、丁级13家，甲级和乙级合计305家，占82.4%。\n' },
    { text: '电话受理402件，占13.9%；现场受理187件，占6.5%；其他渠道受理79件，占2.7%。\n' },
    { text: '共受理咨询3,186件。首日受理1,912件，占60.0%。\n' },
    { text: `临港门店和云溪门店合计投诉2,030件，松塔门店投诉913件。\n\n${STORES}` },
    { text: `临港门店投诉件数占34.4%，居首位；退货件数占32.6%。\n\n${STORES}` },
    { text: `临港门店和南岸专柜合计投诉1,820件。\n\n${STORES}` },
    { text: '全年理赔1,250笔，金额386.25万元，平均每笔3,090元，而城区同期笔均2,960元。\n' },
    { text: '组织培训16期，参训1,920人次，平均每期120人次；举办讲座5场，场均85人次。\n' },
    { text: '抽查网点18家，检查凭证3,620份，平均每家每日2份。\n' },
    { text: '受理申请2,040件，均在5个工作日内办结，人均每月办理17件。\n' },
    { text: '年初在册人员320人，全年招聘42人，离职18人，年末在册人员344人，其中技术人员180人。\n' },
    { text: '年初存量制度96项。全年新增制度7项，修订21项，废止5项，年末存量制度98项。\n' },
    { text: '年初存栏820头，全年出栏2,600头，新购420头，年末存栏760头。\n' },
    {
      name: 'shares of a whole that only the words before name',
      text: '接报线索4,850条，环比增长12.5%，占线索总量的46.2%；转办线索2,330条，环比下降3.1%，占线索总量的22.2%。\n',
    },
    {
      name: 'whose total 其 is, the clause before says',
      text: '城区网点受理咨询3,120件，占全辖的40.2%。县域网点受理4,640件，占其业务总量的71.5%。\n',
    },
    {
      name: 'brackets close what they break down',
      text: '废止规程14项（含作业类6项、记录类8项），印发通知38份，报送简报120项。\n',
    },
    {
      name: '其中 of the figure before the last',
      text: '本月接到来电3,180件，转派820件，逾期5件。其中电话转派610件，网络转派210件。\n',
    },
    {
      name: 'a base is not broken down',
      text: '1至5月完成产值31,200万元，完成年度计划数72,000万元的43.3%，同比增长6.1%。其中：一车间18,700万元，二车间12,500万元。\n',
    },
    {
      name: 'a share of all that are listed',
      text: '共派发工单1,600件。数量居前的为：报修类520件、咨询类410件、建议类350件，占工单总量的80%。\n',
    },
    {
      name: 'a total of more than the list before it',
      text: '总部设专岗7人，各营业部设专岗12人、兼岗51人，全公司专兼岗合计70人，持证66人。\n',
    },
    {
      name: 'what was found in the sample behind its parts',
      text: '抽取合同800份，其中采购合同500份、服务合同300份，发现条款缺失16份，缺失率2.00%。\n',
    },
    {
      name: 'all customers, not those of the kind named last',
      text: '年末客户80.15万户，其中个人客户77.40万户，机构客户2.75万户。关注类客户1.60万户，占全部客户的2.00%。\n',
    },
    {
      text: '存款余额8,642.3亿元，比上月末增加58.4亿元。从部门看，住户存款5,103.8亿元，企业存款2,386.2亿元，政府存款842.5亿元，同业存款309.8亿元。\n',
    },
    {
      name: 'a view of some',
      text: '存款余额8,642.3亿元。从部门看，住户存款3,103.8亿元，企业存款1,386.2亿元，政府存款242.5亿元。\n',
    },
    { text: '抽查账户变更业务180笔，发现17笔仅由一人操作，占比9.4%。\n' },
    { name: 'a rate that its part does not bear', text: '受理投诉523件，办结517件，按期办结率98.0%。\n' },
    {
      name: 'an average told in passing',
      text: '共产生告警21.6万条，日均590条，其中有效告警2.3万条，占10.6%。\n',
    },
    { text: '共发放问卷320份，收回有效问卷304份，有效回收率95.0%。\n' },
    {
      text: '受理投诉1,208件，主要反映三类问题：一是还款，共567件；二是息费，共418件；三是活动，共223件。\n',
    },
    {
      name: 'a chain of some',
      text: '受理投诉1,208件，主要反映三类问题：一是还款，共367件；二是息费，共218件；三是活动，共93件。\n',
    },
    { text: text('全年受理投诉130件，其中线上90件、线下40件。') },
    { text: text('共有商户1,500户，其中直营620户。') },
    {
      name: '其中 breaks down its own clause',
      text: text('配备专职人员12人，其中持证的9人；各分公司设兼职联络员23人，专兼职人员共计35人。'),
    },
    { name: 'not all of them', text: text('全年受理投诉120件，其中线上90件、网点10件等。') },
    {
      name: 'a list that adds up',
      text: text('演练11次，其中同城切换3次，异地切换1次，数据恢复4次，网络攻防3次。'),
    },
    { name: 'two kinds that may overlap', text: text('在职员工312人，其中技术人员128人，合规人员47人。') },
    { name: 'the main ones', text: text('指出问题23个，其中主要有支付结算7个，反洗钱8个，权益保护6个。') },
    { name: 'a rate of something else', text: text('设服务点1,846个，覆盖行政村1,512个，覆盖率为98.3%。') },
    {
      name: 'three items, two of them summed',
      text: text('甲业务金额20亿元，乙业务金额30亿元，丙业务金额5亿元。两项业务金额合计50亿元。'),
    },
    { name: 'no parent', text: text('其中，线上90件、线下40件。') },
    { name: 'averages do not add', text: text('人均收入3.2万元，其中城镇4.5万元、农村2.1万元。') },
    { name: 'a change is no part', text: text('贷款余额300亿元，其中比年初增加320亿元的为涉农贷款。') },
    { name: 'another unit', text: text('交易笔数200万笔，其中单笔1,000元以上的占12%。') },
    { name: 'about', text: text('特约商户约2,000户，其中小微商户近2,000户。') },
    { name: 'a share rounded', text: text('税收收入98亿元，占一般公共预算收入123亿元的79.7%。') },
  ],
});
