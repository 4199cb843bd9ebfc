import { sentenceTruncated } from '../../../../src/main/checker/rules/sentence-truncated';
import { testRule } from '../../../helpers/rule-tester';

testRule(sentenceTruncated, {
  reject: [
    {
      text: '县内老年客户对现金的依赖程度仍然，服务点以取款为主。\n',
      findings: [{ message: 'dangling' }],
    },
    { text: '双方约定自12月1日起汇总口径统一为。\n', findings: [{ message: 'dangling' }] },
    {
      name: 'a clause that the next sentence runs into',
      text: '部分小组未说明巡检目的，也未按要求出示巡检期间共收到投诉31件。\n',
      findings: [{ message: 'junction' }],
    },
    { text: '根据该办法的规定，我公司应当。\n', findings: [{ message: 'dangling' }] },
    { text: '经核查，部分商户未按规定张贴收费标准，且。\n', findings: [{ message: 'dangling' }] },
    { text: '培训之后，员工的合规意识得到。\n', findings: [{ message: 'dangling' }] },
    { text: '上述商户的交易资金来自。\n', findings: [{ message: 'dangling' }] },
    { text: '测试环境的设备均位于。\n', findings: [{ message: 'dangling' }] },
    {
      name: 'a paragraph of several sentences without the last mark',
      text: '我行已完成系统改造。下一步，将持续优化服务流程，提升客户体验\n',
      findings: [
        {
          message: 'noFinalMark',
          excerpt: '提升客户体验',
          severity: 'error',
          fixed: '我行已完成系统改造。下一步，将持续优化服务流程，提升客户体验。\n',
        },
      ],
    },
    {
      name: 'the fixed closing without its mark',
      text: '# 某某银行工作报告\n\n本行已按期完成整改。\n\n特此报告\n\n某某银行\n\n2026年1月10日\n',
      findings: [{ message: 'noFinalMark', excerpt: '特此报告', line: 5 }],
    },
    {
      name: 'ends in a measured value',
      text: '截至2025年末，本行累计发放贷款3.2亿元，不良率0.8%\n',
      findings: [{ message: 'noFinalMark', excerpt: '不良率0.8%' }],
    },
    {
      name: 'ends in a bracket without a mark',
      text: '2025年，本行新增商户1.2万户，交易金额达35亿元（不含跨境业务）\n',
      findings: [
        {
          message: 'noFinalMark',
          fixed: '2025年，本行新增商户1.2万户，交易金额达35亿元（不含跨境业务）。\n',
        },
      ],
    },
    {
      name: 'stops at a comma, goes on in the next paragraph',
      text: '为落实监管要求，本行组织各分行开展自查，\n\n并于三季度末完成整改。\n',
      findings: [{ message: 'brokenOff', excerpt: '本行组织各分行开展自查，', fixed: null }],
    },
    {
      name: 'stops at a bare subject',
      text: '目前，本行合作商户已达300户，覆盖餐饮、零售等业务我行\n',
      findings: [{ message: 'brokenOff', excerpt: '覆盖餐饮、零售等业务我行', fixed: null }],
    },
    {
      name: 'stops at a function word',
      text: '本行高度重视风险防控工作，已建立覆盖全流程的监测体系和\n',
      findings: [{ message: 'brokenOff', fixed: null }],
    },
    {
      name: 'two sentences run into one at 此外',
      text: '目前，我行已上线此外，我行持续推进与重点商户的合作，进展顺利。\n',
      findings: [{ message: 'junction', excerpt: '我行已上线此外', fixed: null }],
    },
    {
      name: '同时 behind a whole clause',
      text: '本行已完成核心系统的升级改造工作同时，客服中心延长了服务时间。\n',
      findings: [{ message: 'junction' }],
    },
    {
      name: '目前 behind a figure',
      text: '截至年末，本行已开立钱包120万个目前，正在推进二期建设。\n',
      findings: [{ message: 'junction' }],
    },
    {
      name: '已 without its verb',
      text: '截至年末，甲公司已新加坡、泰国等地的收单业务。\n',
      findings: [{ message: 'verbLost', excerpt: '甲公司已新加坡' }],
    },
    {
      name: 'a sentence that ends in a bare subject',
      text: '双方合作覆盖线上线下多个场景我司。后续将继续推进。\n',
      findings: [{ message: 'dangling' }],
    },
    {
      name: 'a function word before the full stop',
      text: '本行加强了商户准入管理以及。同时完善了巡检机制。\n',
      findings: [{ message: 'dangling', excerpt: '本行加强了商户准入管理以及。' }],
    },
    {
      name: 'marks that clash',
      text: '本行持续加强风险管理，。各项指标保持稳定。\n',
      findings: [{ message: 'markClash', excerpt: '，。', fixed: null }],
    },
    {
      name: 'a mark twice',
      text: '本行持续加强风险管理。。各项指标保持稳定。\n',
      findings: [
        { message: 'markTwice', excerpt: '。。', fixed: '本行持续加强风险管理。各项指标保持稳定。\n' },
      ],
    },
    {
      name: 'a paragraph that begins with a comma',
      text: '本行已完成整改。\n\n，并于年内通过验收。\n',
      findings: [{ message: 'startLost', line: 3 }],
    },
    {
      name: 'an item without a mark among items that have one',
      text: '- 完成核心系统升级；\n- 完成商户信息核验；\n- 完成应急演练和人员培训\n',
      findings: [{ message: 'noFinalMark', line: 3, excerpt: '完成应急演练和人员培训' }],
    },
    {
      name: 'cut inside a bracket',
      text: '现阶段，本行共有18家分行支持该功能（名单\n\n## 二、其他\n',
      findings: [{ message: 'brokenOff', fixed: null }],
    },
    {
      name: 'a lead-in that lost its colon',
      text: '2025年，本行各季度交易金额和同比变动情况如下\n\n| 季度 | 金额 |\n|---|---|\n| 一 | 3 |\n',
      findings: [
        {
          message: 'noFinalMark',
          fixed: '2025年，本行各季度交易金额和同比变动情况如下：\n\n| 季度 | 金额 |\n|---|---|\n| 一 | 3 |\n',
        },
      ],
    },
    {
      name: 'stops at a semicolon with nothing behind it',
      text: '本行在账户侧完成系统对接，在收单侧完成终端改造；\n\n## 二、其他\n',
      findings: [{ message: 'brokenOff' }],
    },
  ],
  accept: [
    {
      name: 'the head of a table among items that are sentences',
      text: '1. 限额执行正常，未突破。\n\n2. 集中度为46.8%，低于上限。\n\n3. 预警阈值\n\n| 指标 | 预警值 |\n| --- | --- |\n| 占比 | 45.0% |\n',
    },
    { text: '答：不属于。按规定，事件分为四级。\n' },
    { text: '差距仍然较大，服务点更加密集，尚未达标的已列入计划，口径统一为按日汇总。\n' },
    { text: '退卡均因售卡网点撤并。上季退卡655张。\n' },
    { text: '全体人员也未在专项检查期间共同离岗，商户均未参加，宣传月期间共受理咨询31件。\n' },
    { text: '本报告所称份数，指一般报告和重点报告之和；所称预警，指系统生成的记录。\n' },
    { text: '两项指标由各月数据相加得到。\n' },
    { text: '所需资料均未能得到。\n' },
    { text: '事项处理不得苟且。\n' },
    { text: '履职尽责理所应当。\n' },
    { text: '投诉人的诉求已经得到回应。\n' },
    { text: '机房位于同城，设备来自三家厂商。\n' },
    {
      name: 'a cover whose keys are set off by bold and a blank',
      text: '**报送单位** 蒲溪银行\n**专项期间** 2025年4月1日至9月30日，历时6个月、183天\n**填报日期** 2025年10月15日\n\n本报告已经董事会审议。\n',
    },
    {
      name: 'the lines of a cover',
      text: '> 报送单位：云州财产保险有限公司审计部\n> 审计期间：2024年1月1日—2024年12月31日\n> 现场审计：2025年2月17日（星期一）—3月14日（星期五），共20个工作日\n\n本报告已经董事会审议。\n',
    },
    {
      name: 'an entry by itself',
      text: '现场检查：2025年3月3日至3月21日，共15个工作日\n\n本报告已经董事会审议。\n',
    },
    {
      name: 'headings, caption, table',
      text: '# 总结报告\n\n## 一、总体情况\n\n*表1 交易情况统计表*\n\n| 项目 | 情况 |\n|---|---|\n| 一 | 我司已完成改造，运行平稳 |\n',
    },
    {
      name: 'addressee, signatory, date',
      text: '# 报告\n\n**某某监管局：**\n\n现将情况报告如下。\n\n**某某支付有限公司**\n\n**2026年1月10日**\n',
    },
    {
      name: 'emphasised pseudo-heading',
      text: '**（一）我司持续完善商户管理，提升服务质量**\n\n本行完成了改造。\n',
    },
    { name: 'numbered pseudo-headings', text: '1. 背景\n\n本行成立于2010年。\n\n2. 目标\n\n提升服务。\n' },
    { name: 'plain pseudo-heading with a comma', text: '深化机制建设，提升服务水平\n\n本行完成了改造。\n' },
    {
      name: 'notes and units',
      text: '单位：万元\n\n数据来源：本行业务系统，截至2025年12月31日\n\n注：本表不含跨境业务，其中金额已取整\n',
    },
    {
      name: 'a list of noun phrases',
      text: '主要措施包括：\n\n- 商户准入管理\n- 交易监测机制建设\n- 客诉处理流程优化\n',
    },
    {
      name: 'a list that never closes its items',
      text: '- 我司已完成系统升级，运行平稳\n- 我司已完成商户核验，结果良好\n- 我司已完成应急演练，效果良好\n',
    },
    {
      name: '此外 inside other words',
      text: '除此之外，本行还开展了培训。与此同时，客服得到加强。因此，外部评价提升。除此外，另有两项。\n',
    },
    {
      name: 'time words behind a subject or preposition',
      text: '截至目前，系统平稳。我司目前，正在推进二期。到目前，已完成三项。在加强管理的同时，本行优化了流程。\n',
    },
    {
      name: 'in … 同时',
      text: '本行在已完成系统建设和人员培训的基础上同时推进二期；在加快推进改造工作同时，做好客户告知。为实现三项既定业务目标同时，提升了服务效率同时，降低了成本。\n',
    },
    {
      name: 'words that end like function words',
      text: '问题依然存在。各部门积极参与。用户总和持平。相关费用一并。结算方式较为温和。服务已基本普及。该调整是必要的。\n',
    },
    {
      name: 'pronoun governed by a verb',
      text: '客户可将问题反馈我司。相关责任归属我司。请以书面形式告知本行。\n',
    },
    {
      name: 'ends with note in brackets or quote',
      text: '本行完成了整改。（具体名单另附）\n\n监管部门指出：“要加快整改进度。”\n',
    },
    {
      name: 'lead-in with colon',
      text: '本行2025年各季度交易情况如下：\n\n| 季度 | 金额 |\n|---|---|\n| 一 | 3 |\n',
    },
    {
      name: 'annex list and contact',
      text: '特此报告。\n\n附件：1.交易情况统计表\n2.商户名单\n\n联系人：张三，电话：010-12345678\n',
    },
    {
      name: 'figures and adverbs that look like 已 + noun',
      text: '该方案已经公司董事会审议通过。该申请已经业务部门审批。不得已，业务暂停。\n',
    },
    { name: 'footnote mark after the full stop', text: '本行已完成改造，运行平稳。[1]\n' },
    { name: 'soft-broken closing', text: '特此报告。\n某某支付有限公司\n2026年1月10日\n' },
    {
      name: 'enumeration in paragraphs',
      text: '一是加强准入管理，完善商户档案；\n\n二是加强交易监测，及时处置风险；\n\n三是加强培训。\n',
    },
    { name: 'ellipsis and dash', text: '本行将继续探索……\n\n未来，本行将坚持一个理念——\n\n以客户为中心。\n' },
    { name: 'title-like noun phrase', text: '截至2025年末各渠道累计交易情况\n\n本行完成了改造。\n' },
    {
      name: 'table source line in Latin and figures',
      text: 'TenPay Global, 2025\n\nhttps://example.com/a,b\n',
    },
    {
      name: 'a name that ends like a function word',
      text: '联系人：办公室 李清和；联系电话：010-12345678。\n',
    },
  ],
});
