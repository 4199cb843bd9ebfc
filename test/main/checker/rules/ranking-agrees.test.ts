import { rankingAgrees } from '../../../../src/main/checker/rules/ranking-agrees';
import { testRule } from '../../../helpers/rule-tester';
import { EXTREMES_RIGHT, EXTREMES_WRONG } from './extreme-cases';
import { TOP_RIGHT, TOP_WRONG } from './top-list-cases';
import { TRENDS_RIGHT, TRENDS_WRONG } from './trend-cases';

const SHOPS =
  '\n\n| 商户 | 行业 | 本期金额（万元） | 投诉（件） | 环比（%） |\n| --- | --- | --- | --- | --- |\n| 商户甲 | 零售 | 42186.50 | 31 | 4.13 |\n| 商户乙 | 餐饮 | 31740.20 | 45 | -9.85 |\n| 商户丙 | 零售 | 27905.66 | 12 | 12.45 |\n| 商户戊 | 餐饮 | 14845.30 | 27 | 15.01 |\n| 合计 | — | 116677.66 | 115 | 1.58 |\n';
const LEDGER =
  '\n\n| 序号 | 问题 | 责任部门 | 涉及金额（万元） | 整改期限 | 用时（天） |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 名单过期 | 运营管理部 | 640.00 | 2025年9月30日 | 39 |\n| 2 | 用途不符 | 零售金融部 | 8,375.50 | 2025年12月31日 | 77 |\n| 3 | 权限未收 | 信息科技部 | 2,375.50 | 2025年10月31日 | 16 |\n| 4 | 估值滞后 | 法律合规部 | 1,320.00 | 2025年11月30日 | 100 |\n';
const MONTHS =
  '\n\n| 月份 | 月末余额（万元） |\n| --- | --- |\n| 1月 | 42,310.20 |\n| 2月 | 41,870.55 |\n| 3月 | 40,875.11 |\n| 4月 | 43,005.78 |\n';
const other = (text: string, excerpt: string) => ({
  text,
  findings: [{ message: 'other', severity: 'doubt' as const, excerpt }],
});

const SCALE =
  '得分90分（含）以上为优秀，75分（含）至90分为良好，60分（含）至75分为合格，60分以下为不合格。\n\n';
const GRADED =
  '\n\n| 机构 | 得分 | 等级 |\n| --- | --- | --- |\n| 甲 | 91.2 | 优秀 |\n| 乙 | 88.4 | 良好 |\n| 丙 | 65.0 | 良好 |\n| 丁 | 70.0 | 合格 |\n';

const FIELDS =
  '\n\n| 领域 | 满分 | 得分率 |\n| --- | --- | --- |\n| A 制度建设 | 20 | 96.50% |\n| B 商户管理 | 30 | 88.20% |\n| C 数据安全 | 30 | 91.40% |\n| D 投诉处理 | 20 | 93.00% |\n';
const rank = (text: string, excerpt: string) => ({
  text,
  findings: [{ message: 'rank', severity: 'doubt' as const, excerpt }],
});

const heads = (scores: readonly string[]): string =>
  ['制度建设', '商户管理', '数据安全']
    .map((name, at) => `### （${'一二三'[at]}）${name}（${scores[at]}分）\n\n略。\n\n`)
    .join('');
const SCORES =
  '| 领域 | 指标 | 满分 | 得分 |\n| --- | --- | --- | --- |\n| 制度建设 | 制度 | 10 | 8.5 |\n|  | 小计 | 10 | 8.5 |\n| 商户管理 | 准入 | 20 | 17.0 |\n|  | 巡检 | 20 | 18.5 |\n|  | 小计 | 40 | 35.5 |\n| 数据安全 | 存储 | 30 | 26.0 |\n|  | 小计 | 30 | 26.0 |\n\n';

const RANKED = (ranks: readonly number[]): string =>
  `\n\n| 流程 | 抽样数 | 例外率（%） | 例外率排名 |\n| --- | --- | --- | --- |\n${[
    ['准入', 80, '6.25'],
    ['变更', 75, '8.00'],
    ['采购', 90, '10.00'],
    ['清算', 60, '2.00'],
    ['备付金', 95, '1.88'],
  ]
    .map((row, at) => `| ${row.join(' | ')} | ${ranks[at]} |\n`)
    .join('')}`;

/** By the words of a case. */
function messageOf(text: string): string {
  if (text.includes('唯一')) return 'only';
  if (text.includes('最多的是')) return 'other';
  return text.includes('最多，为12项') ? 'turned' : 'most';
}

testRule(rankingAgrees, {
  reject: [
    ...TOP_WRONG.map(([text, excerpt]) => ({
      text,
      findings: [{ message: 'top', severity: 'doubt' as const, excerpt }],
    })),
    ...EXTREMES_WRONG.map((text) => ({
      text,
      findings: [
        {
          message: messageOf(text),
          severity: 'doubt' as const,
        },
      ],
    })),
    ...TRENDS_WRONG.map((text) => ({ text, findings: [{ message: 'trend', severity: 'doubt' as const }] })),
    {
      name: 'each step the other way',
      text: '1至4月的投诉量分别为86件、79件、71件和64件，逐月增加。\n',
      findings: [
        {
          message: 'trend',
          excerpt: '逐月增加',
          fixed: '1至4月的投诉量分别为86件、79件、71件和64件，逐月减少。\n',
        },
      ],
    },
    {
      name: 'the greatest called the least, by its figure',
      text: `分商户看，商户甲金额最低，为42,186.50万元。${SHOPS}`,
      findings: [
        {
          message: 'turned',
          severity: 'doubt',
          excerpt: '低',
          fixed: `分商户看，商户甲金额最高，为42,186.50万元。${SHOPS}`,
        },
      ],
    },
    {
      name: 'a rise told before it is ranked',
      text: `各商户中，商户戊提高15.01%，升幅最小。${SHOPS}`,
      findings: [{ message: 'turned', severity: 'doubt', excerpt: '小' }],
    },
    {
      name: 'one rank of a column',
      text: `各流程例外情况如下。${RANKED([3, 3, 1, 4, 5])}`,
      findings: [{ message: 'column', severity: 'doubt', excerpt: '3' }],
    },
    {
      name: 'a score in a heading that the table has otherwise',
      text: `${SCORES}${heads(['8.5', '33.5', '26.0'])}`,
      findings: [{ message: 'heading', severity: 'doubt', excerpt: '33.5' }],
    },
    rank(`投诉居首位的是商户甲，其次是商户乙。${SHOPS}`, '商户甲'),
    rank(`从本期金额看，商户甲居首；商户丙、商户乙分列第二、第三位。${SHOPS}`, '商户丙'),
    rank(`得分率由高到低依次为A、D、B、C。${FIELDS}`, 'B'),
    {
      name: 'a grade that the scale gives to other scores',
      text: `${SCALE}甲机构得分88.4分，等级为优秀。\n`,
      findings: [
        {
          message: 'grade',
          severity: 'doubt',
          excerpt: '优秀',
          fixed: `${SCALE}甲机构得分88.4分，等级为良好。\n`,
        },
      ],
    },
    {
      text: `评定标准：A级（90分及以上）、B级（75分至90分）、C级（75分以下）。\n\n本年得73.5分，评为B级。\n`,
      findings: [{ message: 'grade', excerpt: 'B' }],
    },
    { name: 'in a table', text: `${SCALE}${GRADED}`, findings: [{ message: 'grade', excerpt: '良好' }] },
    other(`各商户中，升幅最大的是商户丙，其次是商户甲。${SHOPS}`, '商户丙'),
    other(`降幅最大的是商户甲。${SHOPS}`, '商户甲'),
    other(`投诉最多的是商户甲，主要涉及退款。${SHOPS}`, '商户甲'),
    other(`本期金额最低的为商户丙。${SHOPS}`, '商户丙'),
    other(`整改期限最早的是运营管理部牵头的问题，最晚的是法律合规部牵头的问题。${LEDGER}`, '法律合规部'),
    other(`其中最短的是第1项，用时39天。${LEDGER}`, '第1项'),
    other(`涉及金额最大的是第4项。${LEDGER}`, '第4项'),
    other(`月末余额最高为4月的43,005.78万元，最低为2月的40,875.11万元。${MONTHS}`, '2月'),
    {
      name: 'entries by their numbers, one of them late',
      text: `按金额从大到小依次为第2项、第4项、第3项、第1项。${LEDGER}`,
      findings: [{ message: 'order', severity: 'doubt', excerpt: '第3项' }],
    },
    {
      text: `按用时由短到长依次为第3项、第2项、第1项、第4项。${LEDGER}`,
      findings: [{ message: 'order', excerpt: '第1项' }],
    },
  ],
  accept: [
    ...TOP_RIGHT.map((text) => ({ text })),
    ...EXTREMES_RIGHT.map((text) => ({ text })),
    {
      name: 'something else is the highest',
      text: '表3 异常类型\n\n| 类型 | 户数（户） |\n| --- | --- |\n| 证照过期 | 912 |\n| 地址不符 | 417 |\n| 团伙注册 | 18 |\n\n团伙注册虽只有18户，但风险最高。地址不符417户，居中。\n',
    },
    {
      name: 'the fastest growth is the greatest',
      text: `分商户看，环比增速最快的是商户戊，增速最慢的是商户乙。${SHOPS}`,
    },
    ...TRENDS_RIGHT.map((text) => ({ text })),
    { text: `分商户看，商户甲金额最高，为42,186.50万元；商户戊金额最低，为14,845.30万元。${SHOPS}` },
    { name: 'the most of a fall', text: `各商户中，商户乙下降最多（-9.85%）。${SHOPS}` },
    { name: 'within its kind', text: `餐饮商户中，商户乙金额最高，为31,740.20万元。${SHOPS}` },
    { name: 'neither extreme', text: `三家重点商户中，商户丙金额最低，为27,905.66万元。${SHOPS}` },
    { name: 'ranks that follow their column', text: `各流程例外情况如下。${RANKED([3, 2, 1, 4, 5])}` },
    { name: 'ranks by something else', text: `各流程例外情况如下。${RANKED([5, 1, 4, 2, 3])}` },
    { text: `${SCORES}${heads(['8.5', '35.5', '26.0'])}` },
    { name: 'the scores that can be had', text: `${SCORES}${heads(['10', '40', '30'])}` },
    {
      name: 'ranks that the table has, of another measure, at another time',
      text: `投诉居首位的是商户乙，其次是商户甲，再次是商户戊。从本期金额看，商户乙、商户丙分列第二、第三位。上年投诉居首位的是商户甲，其次是商户乙。从网点数看，商户丙、商户乙分列第二、第三位。${SHOPS}`,
    },
    { text: `得分率由高到低依次为A、D、C、B。满分由高到低依次为B、C、A、D。${FIELDS}` },
    {
      name: 'grades of the scale, at a border, as a goal',
      text: `${SCALE}甲机构得分91.2分，评为优秀；乙机构得75分，评定为合格；丙机构得75分，评为良好；丁机构58分，为不合格。目标是得88分、达到优秀。\n`,
    },
    {
      name: 'two scales',
      text: `${SCALE}上年标准：80分（含）以上为优秀，70分（含）至80分为良好，70分以下为合格。\n\n上年得分81分，等级为优秀。\n`,
    },
    { text: `各商户中，升幅最大的是商户戊，降幅最大的是商户乙，投诉最多的是商户乙。${SHOPS}` },
    { name: 'of one kind', text: `零售类商户中，投诉最多的是商户甲。${SHOPS}` },
    { name: 'another measure', text: `单笔金额最高的是商户丙，投诉密度最高的是商户戊。${SHOPS}` },
    { name: 'of the rest', text: `除商户甲外，本期金额最高的是商户乙。${SHOPS}` },
    { name: 'at another time', text: `上年投诉最多的是商户甲。${SHOPS}` },
    { name: 'of another period', text: `一季度投诉最多的是商户甲。${SHOPS}` },
    { name: 'no column of that name', text: `满意度最高的是商户丙。${SHOPS}` },
    { name: 'a name that goes on', text: `投诉最多的是商户甲乙合营店。${SHOPS}` },
    { text: `整改期限最早的是运营管理部牵头的问题，最晚的是零售金融部牵头的问题。${LEDGER}` },
    { text: `其中最短的是第3项，用时16天，最长的是第4项，用时100天。${LEDGER}` },
    { text: `按金额从大到小依次为第2项、第3项、第4项、第1项。${LEDGER}` },
    { name: 'sorted by something else', text: `按风险从大到小依次为第4项、第3项、第2项、第1项。${LEDGER}` },
    { text: `月末余额最高为4月的43,005.78万元，最低为3月的40,875.11万元。${MONTHS}` },
    { name: 'no table', text: '投诉最多的是商户甲。\n' },
  ],
});
