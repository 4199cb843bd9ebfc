import { referenceResolves } from '../../../../src/main/checker/rules/reference-resolves';
import { testRule } from '../../../helpers/rule-tester';
import { PARTS_RIGHT, PARTS_WRONG } from './part-cases';

const TABLE = '| 序号 | 名称 |\n|---|---|\n| 1 | 甲 |\n';

const TABLES =
  '表1 收单交易规模\n\n| 项目 | 金额 |\n| --- | --- |\n| 线上 | 120.5 |\n| 线下 | 220.5 |\n\n## 二、投诉\n\n';
const COMPLAINTS = '\n\n表2 投诉原因\n\n| 原因 | 件数 |\n| --- | --- |\n| 退款 | 128 |\n| 收费 | 98 |\n\n';
const ANNEXES =
  '## 附件1 培训场次\n\n全年共8场。\n\n## 附件2 系统中断事件清单\n\n| 日期 | 时长 |\n| --- | --- |\n| 3月2日 | 41 |\n| 8月9日 | 17 |\n';

testRule(referenceResolves, {
  reject: [
    ...PARTS_WRONG.map((text) => ({ text, findings: [{ message: 'part', severity: 'doubt' as const }] })),
    {
      name: 'the number that is meant',
      text: '# 报告\n\n1.1 终端巡检4,200台。\n\n1.2 识别受益所有人1,930家。\n\n1.3 实行单日限额。\n\n2.1 针对1.1所列受益所有人识别不准的情况，已完成改造。\n',
      findings: [
        {
          message: 'part',
          excerpt: '1.1',
          fixed:
            '# 报告\n\n1.1 终端巡检4,200台。\n\n1.2 识别受益所有人1,930家。\n\n1.3 实行单日限额。\n\n2.1 针对1.2所列受益所有人识别不准的情况，已完成改造。\n',
        },
      ],
    },
    {
      name: 'beyond what the last article lists',
      text: '# 题\n\n指标见附件一，清单见附件三。\n\n本报告附以下材料：\n\n（一）附件一：指标及评分；\n\n（二）附件二：底稿目录。\n',
      findings: [{ message: 'missing', excerpt: '附件三' }],
    },
    {
      name: 'how many tables and annexes the report says that it has',
      text: `本报告共有表格3张、附件2份。收单见表1，投诉见表2，培训见附件1，中断见附件2。\n\n${TABLES}${COMPLAINTS}${ANNEXES}`,
      findings: [{ message: 'parts', severity: 'doubt', excerpt: '表格3张' }],
    },
    {
      name: 'the next table is called what the sentence says, and nothing points at it',
      text: `收单交易规模稳步扩大，见表1。\n\n${TABLES}投诉按原因分为2类（见表1）。${COMPLAINTS}`,
      findings: [{ message: 'other', severity: 'doubt', excerpt: '表1' }],
    },
    {
      name: 'an annex of another title',
      text: `全年发生系统中断事件2起（见附件1）。\n\n${ANNEXES}`,
      findings: [
        { message: 'other', severity: 'doubt', excerpt: '附件1' },
        { message: 'unreferenced', severity: 'notice' },
      ],
    },
    {
      name: 'a note that is not there',
      text: '支付业务量增长5%。[1]账户数增长。[3]\n\n[1] 数据为初步统计数。\n\n[2] 人口为年末数。\n',
      findings: [{ message: 'missing', excerpt: '[3]' }],
    },
    {
      name: 'a section below a part',
      text: '# 报告\n\n## 一、总体情况\n\n### 1. 数量\n\n减免情况与本报告第二部分第3节所述不同。\n\n### 2. 渠道\n\n正文。\n\n## 二、处理质效\n\n### 1. 时效\n\n正文。\n\n### 2. 满意度\n\n正文。\n',
      findings: [{ message: 'missing', excerpt: '第二部分第3节' }],
    },
    {
      text: '# 通报\n\n一、总体情况\n\n平稳。\n\n二、主要问题\n\n有三项。\n\n三、工作要求\n\n对照本通报第六部分所列问题整改。\n',
      findings: [{ message: 'missing', excerpt: '第六部分' }],
    },
    {
      text: '# 通报\n\n一、总体情况\n\n平稳。\n\n二、主要问题\n\n有三项。\n\n三、工作要求\n\n整改要求见第五部分。\n',
      findings: [{ message: 'missing', excerpt: '第五部分' }],
    },
    {
      text: '# 办法\n\n## 第一章 总则\n\n甲。\n\n## 第二章 职责\n\n按本办法第四章的规定执行。\n',
      findings: [{ message: 'missing', excerpt: '第四章' }],
    },
    {
      name: 'a short title that nobody introduced',
      text: '根据《云杉市支付机构商户风险监测管理办法》（云杉发〔2024〕6号）的规定开展自查。\n\n按照《监测办法》的标准，共认定12户。\n\n《监测办法》要求按月报告。\n',
      findings: [{ message: 'title', severity: 'doubt', excerpt: '《监测办法》', line: 3 }],
    },
    {
      name: 'one of a title that is on trial',
      text: '依据《支付业务统计数据报送规范（试行）》编制本报告。\n\n口径与《报送规范》一致。\n',
      findings: [{ message: 'title', excerpt: '《报送规范》' }],
    },
    {
      name: 'one short name for two',
      text: '云杉清算股份有限公司（以下简称公司）负责清算。\n\n青屿数据技术有限公司（以下简称公司）负责运维。\n',
      findings: [{ message: 'twice', severity: 'doubt', line: 3 }],
    },
    {
      name: 'the same again',
      text: '云杉清算有限公司（以下简称云杉清算）负责清算。\n\n云杉清算有限公司（以下简称“云杉清算”）负责运维。\n',
      findings: [{ message: 'twice', severity: 'notice', line: 3 }],
    },
    {
      name: 'within the list of annexes',
      text: '见附件1。\n\n附件：1. 分公司情况（详见表7）\n\n某某公司\n\n2025年2月14日\n\n## 附件1\n\n分公司情况\n',
      findings: [{ message: 'missing' }],
    },
    {
      name: 'an annex that is listed and not there, and one that is there and not listed',
      text: '# 关于某事的报告\n\n甲分行：\n\n情况见附件1、附件3。\n\n附件：1. 甲表\n\n　　　2. 乙表\n\n某公司\n\n2026年1月10日\n\n## 附件1 甲表\n\n甲。\n\n## 附件3 丙表\n\n丙。\n',
      findings: [{ message: 'listed' }, { message: 'unlisted' }],
    },
    {
      name: 'a table that is not there',
      text: `交易情况见表3。明细见表1。\n\n*表1 明细表*\n\n${TABLE}`,
      findings: [{ message: 'missing', excerpt: '表3', severity: 'error', fixed: null }],
    },
    {
      name: 'an annex that is not there',
      text: `名单详见附件2，台账见附件1。\n\n### 附件1：台账\n\n${TABLE}`,
      findings: [{ message: 'missing', excerpt: '附件2' }],
    },
    {
      name: 'a figure that is not there',
      text: '系统架构如图5所示，流程如图1所示。\n\n*图1 流程图*\n',
      findings: [{ message: 'missing', excerpt: '图5' }],
    },
    {
      name: 'at a sentence start, in brackets, in a list of numbers',
      text: `图2显示交易增长。（名单见表4）。见表1、2和表1。\n\n*表1 甲*\n\n${TABLE}`,
      findings: [
        { message: 'missing', excerpt: '图2' },
        { message: 'missing', excerpt: '表4' },
        { message: 'missing', excerpt: '2' },
      ],
    },
    {
      name: 'a table whose content is in an annex',
      text: `支持机型详细名单见表2。\n\n*表2 支持机型情况统计表*\n\n本行完成改造。\n\n### 附录2：支持机型情况统计表\n\n${TABLE}`,
      findings: [
        {
          message: 'renamed',
          excerpt: '表2',
          fixed: `支持机型详细名单见附录2。\n\n*表2 支持机型情况统计表*\n\n本行完成改造。\n\n### 附录2：支持机型情况统计表\n\n${TABLE}`,
        },
      ],
    },
    {
      name: 'an annex under another noun',
      text: `名单见附件1。\n\n### 附录1：名单\n\n${TABLE}`,
      findings: [
        { message: 'renamed', excerpt: '附件1', fixed: `名单见附录1。\n\n### 附录1：名单\n\n${TABLE}` },
      ],
    },
    {
      name: 'a caption that nothing mentions',
      text: `本行完成改造。\n\n*图1 架构图*\n\n数据见表1。\n\n*表1 数据表*\n\n${TABLE}`,
      findings: [{ message: 'unreferenced', excerpt: '图1', severity: 'notice' }],
    },
    {
      name: 'all that nothing mentions in one notice',
      text: `交易见表1。\n\n表1 甲\n\n${TABLE}\n表2 乙\n\n${TABLE}\n表3 丙\n\n${TABLE}\n### 附件1：台账\n\n${TABLE}`,
      findings: [{ message: 'unreferenced', excerpt: '表3', severity: 'notice' }],
    },
    {
      name: 'an annex that nothing mentions',
      text: `本行完成改造，台账见附件1。\n\n### 附件1：台账\n\n${TABLE}\n### 附件2：名单\n\n${TABLE}`,
      findings: [{ message: 'unreferenced', excerpt: '附件2', severity: 'notice' }],
    },
    {
      name: 'no annex at all',
      text: '具体情况详见附件。\n',
      findings: [{ message: 'noAnnex', excerpt: '附件' }],
    },
    {
      name: 'Han numerals',
      text: `名单见附件三，台账见附件一。\n\n### 附件1：台账\n\n${TABLE}`,
      findings: [{ message: 'missing', excerpt: '附件三' }],
    },
    {
      name: 'beyond the annex list',
      text: '名单见附件3，台账见附件1。\n\n特此报告。\n\n附件：1.台账\n2.名单\n\n某某支付有限公司\n\n2026年1月10日\n',
      findings: [{ message: 'missing', excerpt: '附件3' }],
    },
    {
      name: 'a sub-number',
      text: `见表2-1和表2-2。\n\n*表2-1 甲表*\n\n${TABLE}`,
      findings: [{ message: 'missing', excerpt: '表2-2' }],
    },
  ],
  accept: [
    {
      name: 'the only table behind the text, under its noun alone',
      text: '分月金额见附表。\n\n附表：分月减免金额\n\n| 月份 | 金额 |\n| --- | --- |\n| 1月 | 2 |\n',
    },
    ...PARTS_RIGHT.map((text) => ({ text })),
    {
      name: 'annexes that go with the report, listed in an article, and one below a line of its own',
      text: '# 报告\n\n评分明细见附件一，底稿见附件二，指标解释见附录A。\n\n**第二十七条**　本报告附以下材料：\n\n（一）附件一：评分明细；\n\n（二）附件二：抽样底稿清单。\n\n某某支付有限责任公司\n\n2025年6月6日\n\n附录A　指标解释\n\n- 交易成功率为成功笔数除以发起笔数。\n',
    },
    {
      name: 'a report that names none of its tables by number',
      text: `交易情况如下。\n\n表1 交易\n\n${TABLE}\n投诉情况如下。\n\n表2 投诉\n\n${TABLE}`,
    },
    {
      name: 'what the last article lists goes with the report',
      text: '# 题\n\n指标见附件一，底稿见附件二，口径见附录B。\n\n本报告附以下材料：\n\n（一）附件一：指标及评分；\n\n（二）附件二：底稿目录。\n\n附录B　统计口径\n\n商户数按期末签约计。\n',
    },
    {
      name: 'a list of annexes by number alone',
      text: '# 题\n\n台账见附件1，名单见附件2。\n\n本报告另附以下文件：\n\n1. 整改台账\n2. 商户名单\n\n完毕。\n',
    },
    {
      name: 'annexes that the text names go with the report',
      text: '# 题\n\n附件2份：附件1为《测试底稿目录》，附件2为《一般缺陷清单》；其中附件2所列缺陷16个。\n',
    },
    {
      name: 'a short title beside the whole one',
      text: '《反洗钱内部奖惩办法》第九条规定奖励。依《奖惩办法》第十三条问责5人次。\n',
    },
    {
      text: `全文共2张表，附件2个；监测系统共有表格15张。收单见表1，投诉见表2，培训见附件1，中断见附件2。\n\n${TABLES}${COMPLAINTS}${ANNEXES}`,
    },
    {
      name: 'tables and annexes as they are called; a figure of the table itself',
      text: `收单交易规模稳步扩大，见表1。\n\n${TABLES}投诉按原因分为2类（见表2）。${COMPLAINTS}全年发生系统中断事件2起（见附件2），培训8场（见附件1）。\n\n${ANNEXES}`,
    },
    {
      name: 'notes that are there, and brackets that are no notes',
      text: '支付业务量增长5%。[1]账户数增长。[2]接口为data[3]，见[第3页](a.md)。\n\n[1] 数据为初步统计数。\n\n[2] “账户”含已冻结的。\n',
    },
    {
      name: 'a section that is there',
      text: '# 报告\n\n## 一、总体情况\n\n### 1. 数量\n\n与本报告第二部分第2节所述不同。\n\n### 2. 渠道\n\n正文。\n\n## 二、处理质效\n\n### 1. 时效\n\n正文。\n\n### 2. 满意度\n\n正文。\n',
    },
    {
      text: '# 通报\n\n一、总体情况\n\n平稳。\n\n二、主要问题\n\n有三项。\n\n三、工作要求\n\n对照本通报第二部分所列问题整改。\n',
    },
    {
      text: '# 通报\n\n一、总体情况\n\n平稳。\n\n二、主要问题\n\n有三项。\n\n三、工作要求\n\n对照《整改方案》，要求见第六部分。\n',
    },
    {
      text: '# 通报\n\n一、总体情况\n\n平稳。\n\n二、主要问题\n\n有三项。\n\n三、工作要求\n\n按照银行卡管理办法第六章的规定执行，意见第五部分另有要求。\n',
    },
    {
      text: '# 通报\n\n一、总体情况\n\n平稳。\n\n二、主要问题\n\n有三项。\n\n三、工作要求\n\n按照该通知第九部分办理，不可见第五部分的内容已脱敏。\n',
    },
    { text: '# 报告\n\n业务平稳，详见本报告第五部分。\n' },
    { text: '# 报告\n\n## 第一部分 概况\n\n甲。\n\n## 第二部分 情况\n\n详见本报告第一部分。\n' },
    {
      name: 'a short title introduced',
      text: '根据《云杉市支付机构商户风险监测管理办法》（云杉发〔2024〕6号，以下简称《监测办法》）的规定开展自查。\n\n按照《监测办法》的标准，共认定12户。\n',
    },
    {
      name: 'introduced without marks, or for several',
      text: '根据《商户风险监测管理办法》（以下简称监测办法）和《商户风险处置操作细则》（以下合称《细则》）自查。\n\n按照《监测办法》执行。\n',
    },
    {
      name: 'a law by its usual name',
      text: '根据《中华人民共和国反洗钱法》开展自查。\n\n《反洗钱法》要求保存记录。\n',
    },
    {
      name: 'a document of its own, issued',
      text: '根据《信息系统运行值班安全管理规定》，我司印发《值班规定》。\n\n《值班规定》自发布之日起施行。\n',
    },
    {
      name: 'documents in a list',
      text: '执行《信息系统运行值班安全管理规定》《值班规定》《交接班规定》。\n\n《值班规定》明确两人在岗。\n',
    },
    {
      name: 'a document with a number of its own',
      text: '执行《信息系统运行值班安全管理规定》。\n\n另按《值班规定》（云杉办〔2023〕5号）交接。\n',
    },
    {
      name: 'of another kind than the long title',
      text: '执行《信息系统运行值班安全管理规定》。\n\n按《值班细则》交接。\n',
    },
    {
      name: 'two short names',
      text: '云杉清算有限公司（以下简称云杉清算）负责清算，青屿数据有限公司（以下简称青屿数据）负责运维。\n',
    },
    {
      name: 'an annex that introduces its names anew',
      text: '云杉清算有限公司（以下简称公司）负责清算。详见附件1。\n\n## 附件1\n\n**编制说明**\n\n云杉清算有限公司（以下简称公司）编制。\n',
    },
    { name: 'a figure behind 表', text: '其中重要数据表96张、一般数据表4,716张。\n' },
    {
      name: 'a list of annexes in several paragraphs',
      text: '名单见附件1，费用见附件2。\n\n附件：1. 机构名单\n\n2. 费用情况表\n\n某某银行\n\n2025年2月14日\n\n## 附件1\n\n机构名单\n\n## 附件2\n\n费用情况表\n',
    },
    { name: 'a lettered annex', text: '清除方法详见附录A。\n\n## 附录A 清除方法\n\n依次执行各步骤。\n' },
    {
      name: 'all there',
      text: `见表1。如图1所示。详见附件一。\n\n*图1 架构图*\n\n*表1 数据表*\n\n${TABLE}\n### 附件1：名单\n\n${TABLE}`,
    },
    {
      name: 'annexes of other documents',
      text: '按照《支付业务管理办法》附件2的要求填报，并参照《备付金办法》（某发〔2025〕1号）附件1执行。根据通知附件3要求，已上报。\n',
    },
    {
      name: 'words with 表 and 图',
      text: '本行表示支持，报表1月报送，图书3册，代表2人出席，发表5篇，表一致，意图一目了然，示意图1张，截图2份。\n',
    },
    {
      name: 'ranges',
      text: `见表1至表3，另见附件1-2。\n\n*表1 甲*\n\n${TABLE}\n*表2 乙*\n\n${TABLE}\n*表3 丙*\n\n${TABLE}\n### 附件1：甲\n\n${TABLE}\n### 附件2：乙\n\n${TABLE}`,
    },
    { name: 'numbers without nouns', text: `见表1、2。\n\n*表1 甲*\n\n${TABLE}\n*表2 乙*\n\n${TABLE}` },
    {
      name: 'below and above',
      text: `交易情况如下表所示。\n\n*表1 甲*\n\n${TABLE}\n交易情况如图所示：\n\n*图1 乙*\n`,
    },
    {
      name: 'the annex list',
      text: `特此报告。\n\n附件：1.台账\n2.名单\n\n某某支付有限公司\n\n2026年1月10日\n\n### 附件1：台账\n\n${TABLE}\n### 附件2：名单\n\n${TABLE}`,
    },
    {
      name: 'the annexes filed apart',
      text: '名单见附件2，台账见附件1。\n\n特此报告。\n\n附件：1.台账\n2.名单\n\n某某支付有限公司\n\n2026年1月10日\n',
    },
    { name: 'the only annex without a number', text: `名单见附件。\n\n### 附件：名单\n\n${TABLE}` },
    {
      name: 'a table within an annex',
      text: `附件1的表9列示明细。名单见附件1中的表3。\n\n### 附件1：名单\n\n*表7 明细*\n\n${TABLE}`,
    },
    {
      name: 'a caption whose table is there keeps its name',
      text: `名单见表1，台账见附件1。\n\n*表1 名单*\n\n单位：个\n\n${TABLE}\n### 附件1：名单\n\n${TABLE}`,
    },
    { name: 'amounts and titles', text: '报送附件3份、附表2张；收到《关于附件5的说明》。表1月报。\n' },
    { name: 'nothing to look at', text: '本行完成改造。\n' },
    {
      name: 'a table that a standard prescribes',
      text: `字段长度应符合表2的规定。\n\n*表2 字段长度*\n\n${TABLE}`,
    },
  ],
});
