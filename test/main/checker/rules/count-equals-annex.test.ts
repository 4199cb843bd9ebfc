import { countEqualsAnnex } from '../../../../src/main/checker/rules/count-equals-annex';
import { testRule } from '../../../helpers/rule-tester';

const rows = (count: number, from = 1): string =>
  Array.from(
    { length: count },
    (_, index) => `| ${index + from} | 应用${'甲乙丙丁戊己庚辛'.charAt(index)} |`,
  ).join('\n');
const annex = (count: number, title = '附件1：接入应用名单', extra = ''): string =>
  `\n\n## ${title}\n\n| 序号 | 应用名称 |\n| --- | --- |\n${rows(count)}${extra}\n`;
const reject = (text: string, excerpt: string, fixed?: string | null) => ({
  text,
  findings: [{ message: 'mismatch', excerpt, ...(fixed === undefined ? {} : { fixed }) }],
});
const shift = (text: string, from: string, to: string): string => text.replace(from, to);

const plain = `已有5款应用接入（名单见附件1）。${annex(4)}`;
const han = `共有三个应用完成改造，详见附件1。${annex(4)}`;
const plenty = `累计接入3款应用（详见附件1），运行平稳。${annex(6)}`;
const caption = `累计上线5款应用（见表1）。\n\n*表1 上线应用统计表*\n\n| 序号 | 应用名称 |\n| --- | --- |\n${rows(4)}\n`;
const renamed = `已有5款应用接入（见表2）。\n\n*表2 接入应用名单*\n\n其他说明。${annex(4, '附录2：接入应用名单')}`;
const gap = `已有5款应用接入（名单见附件1）。\n\n## 附件1：接入应用名单\n\n| 序号 | 应用名称 |\n| --- | --- |\n| 1 | 应用甲 |\n| 2 | 应用乙 |\n| 4 | 应用丁 |\n`;
const total = `已有5款应用接入（名单见附件1）。${annex(4, undefined, '\n| 合计 | 4款 |')}`;
const nounBefore = `全年接入应用5个（名单见附件1）。${annex(4)}`;
const hanAnnex = `已有6款应用接入（名单见附件一）。${annex(4, '附件一：接入应用名单')}`;

testRule(countEqualsAnnex, {
  reject: [
    {
      name: 'what changed since stands between',
      text: `现有接入应用5款，较年初增加1款，名单见附件1。${annex(4)}`,
      findings: [{ message: 'mismatch', excerpt: '5款' }],
    },
    reject(`形成重点应用7个，清单见附件1。${annex(5, '附件1：重点应用清单')}`, '7个'),
    {
      name: 'kinds against the rows of their kind',
      text: '全年新制定制度2项、修订制度3项，详见表1。\n\n表1 制度制修订情况\n\n| 序号 | 制度名称 | 类型 |\n| --- | --- | --- |\n| 1 | 数据细则 | 新制定 |\n| 2 | 识别规程 | 新制定 |\n| 3 | 尽调办法 | 修订 |\n| 4 | 报告办法 | 修订 |\n',
      findings: [{ message: 'mismatch', excerpt: '3项' }],
    },
    {
      name: 'a count that is broken down before the annex is named',
      text: '12家机构均已备案，其中综合类1家、推荐类2家，具体名单见附件1。\n\n## 附件1\n\n**机构名单**\n\n| 序号 | 机构名称 |\n| --- | --- |\n| 1 | 甲机构 |\n| 2 | 乙机构 |\n| 3 | 丙机构 |\n',
      findings: [{ message: 'mismatch' }],
    },
    reject(plain, '5款', shift(plain, '5款', '4款')),
    reject(han, '三个', shift(han, '三个', '四个')),
    reject(plenty, '3款', shift(plenty, '3款', '6款')),
    reject(caption, '5款', shift(caption, '5款', '4款')),
    reject(renamed, '5款', shift(renamed, '5款', '4款')),
    reject(gap, '5款', null),
    reject(total, '5款', shift(total, '5款', '4款')),
    reject(nounBefore, '5个', shift(nounBefore, '5个', '4个')),
    reject(hanAnnex, '6款', shift(hanAnnex, '6款', '4款')),
    {
      name: 'counts of two kinds, the table named in the next sentence',
      text: '存在差异的指标中，需要调整报表的3项、需要调整系统的1项。核对结果见表1。\n\n表1 核对结果\n\n| 指标 | 处理方式 |\n| --- | --- |\n| 笔数 | 调整报表 |\n| 金额 | 调整报表 |\n| 户数 | 调整系统 |\n| 台数 | 无差异 |\n',
      findings: [{ message: 'mismatch', excerpt: '3项' }],
    },
  ],
  accept: [
    {
      name: 'a row of all under another name',
      text: '四个分部的得分见表2。\n\n表2 各分部得分\n\n| 分部 | 得分 |\n| --- | --- |\n| 一部 | 88 |\n| 二部 | 85 |\n| 三部 | 81 |\n| 四部 | 78 |\n| 全公司 | 84 |\n',
    },
    {
      name: 'a table that lists some of them',
      text: '系统共6个，其中A类3个、B类3个。表1列示其中业务影响较大的系统。\n\n表1 系统\n\n| 系统 | 等级 |\n| --- | --- |\n| 清算 | A |\n| 账务 | A |\n| 风控 | B |\n',
    },
    {
      name: 'another table stands before the count',
      text: `表2摘录8款典型应用，所列与附件1所列应用存在交叉。${annex(4)}`,
    },
    {
      name: 'what was named before',
      text: `应用甲、应用乙已经接入，两款应用相抵后即为附件1应用净增数。${annex(4)}`,
    },
    { name: 'the table says whose', text: `上述三款应用均属附件1应用名单以外的应用。${annex(4)}` },
    {
      name: 'what changed since stands between, and all are listed',
      text: `现有接入应用4款，较年初增加1款，名单见附件1。${annex(4)}`,
    },
    {
      name: 'a second count, of those that the first involves',
      text: `全年接入应用4款，涉及应用开发商2家，合同金额86.40万元，名单见附件1。${annex(4)}`,
    },
    {
      name: 'a second count of what covers them',
      text: `上线应用4款，覆盖应用场景3个，详见附件1。${annex(4)}`,
    },
    {
      name: 'a column adds up what is counted',
      text: '共有问题30项，其中整改中8项，详见表1。\n\n*表1 问题整改情况表*\n\n| 来源 | 问题（项） | 整改中（项） |\n| --- | --- | --- |\n| 自查 | 20 | 5 |\n| 审计 | 10 | 3 |\n',
    },
    {
      name: 'the annex lists all of them, not the kind named last',
      text: `已有应用4款，分别为自建应用1款、合作应用3款，应用名单见附件1。${annex(4)}`,
    },
    {
      name: 'kinds of another table',
      text: '全年新制定制度2项、修订制度3项，详见表1。\n\n表1 制度情况\n\n| 序号 | 制度名称 | 部门 |\n| --- | --- | --- |\n| 1 | 数据细则 | 合规部 |\n| 2 | 识别规程 | 合规部 |\n| 3 | 尽调办法 | 运营部 |\n',
    },
    {
      name: 'what the things counted differ in',
      text: `两款应用的口径差异见附件1。${annex(4, '附件1：应用口径')}`,
    },
    { name: 'how they are spread', text: `9款应用的类型分布见附件1。${annex(4, '附件1：应用类型分布')}` },
    {
      name: 'the rows add up to what is counted',
      text: '9款应用上线情况见表1。\n\n*表1 应用上线情况*\n\n| 部门 | 应用 |\n| --- | --- |\n| 甲部 | 4 |\n| 乙部 | 3 |\n| 丙部 | 2 |\n| 合计 | 9 |\n',
    },
    { name: 'as many', text: `已有4款应用接入（名单见附件1）。${annex(4)}` },
    { name: 'an excerpt', text: `已有9款应用接入（名单见附件1）。${annex(4, '附件1：主要接入应用名单')}` },
    { name: 'another noun', text: `已有9家商户投诉（处理情况见附件1）。${annex(4)}` },
    { name: 'about', text: `已有近10款应用接入（名单见附件1）。${annex(4)}` },
    { name: 'an amount', text: `交易5万笔（应用名单见附件1）。${annex(4)}` },
    { name: 'another sentence', text: `已有9款应用排期。接入应用名单见附件1。${annex(4)}` },
    { name: 'another count stands between', text: `在9款应用中已有4款应用接入（名单见附件1）。${annex(4)}` },
    {
      name: 'a total row does not count',
      text: `已有4款应用接入（名单见附件1）。${annex(4, undefined, '\n| 合计 | 4款 |')}`,
    },
    { name: 'nothing behind the reference', text: '已有9款应用接入（名单见附件3）。' },
    { name: 'another document', text: `依据《办法》附件1，已有9款应用接入。${annex(4)}` },
  ],
});
