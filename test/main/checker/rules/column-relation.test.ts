import { columnRelation } from '../../../../src/main/checker/rules/column-relation';
import { testRule } from '../../../helpers/rule-tester';

const table = (header: string, ...rows: readonly string[]): string => {
  const rule = header
    .split('|')
    .map(() => '---')
    .join(' | ');
  return `${[header, rule, ...rows].map((row) => `| ${row} |`).join('\n')}\n`;
};

const PER_ITEM = [
  '城东 | 1,208 | 98,814.40 | 81.80',
  '城西 | 964 | 70,564.80 | 73.20',
  '城南 | 1,415 | 121,124.00 | 85.60',
  '城北 | 873 | 64,165.50 | 73.50',
];
const perItem = (...rows: readonly string[]): string =>
  table('网点 | 单数 | 流水（元） | 平摊（元）', ...PER_ITEM, ...rows);

const STEPS = [
  '1 | 受理 | 12 | —',
  '2 | 切换 | 35 | 23',
  '3 | 校验 | 128 | 93',
  '4 | 放行 | 195 | 67',
  '5 | 观察 | 340 | 145',
];
const steps = (...rows: readonly string[]): string =>
  table('步骤 | 事项 | 走到此处（分钟） | 这一步（分钟）', ...STEPS, ...rows);

const ROOM = [
  '甲系统 | 128.5 | 240.0 | 111.5',
  '乙系统 | 176.2 | 180.0 | 3.8',
  '丙系统 | 96.4 | 120.0 | 23.6',
  '丁系统 | 151.9 | 240.0 | 88.1',
  '戊系统 | 203.7 | 300.0 | 96.3',
];
const room = (...rows: readonly string[]): string => table('系统 | 用掉 | 上限 | 剩下', ...ROOM, ...rows);

const running = (last: string): string =>
  table(
    '等待 | 件数 | 占比（%） | 累计占比（%）',
    '当日 | 312 | 62.40 | 62.40',
    '次日 | 131 | 26.20 | 88.60',
    `三日 | 41 | 8.20 | ${last}`,
    '更久 | 16 | 3.20 | 100.00',
    '合计 | 500 | 100.00 | —',
  );
/** More rows than are added up; that of `wrong` says 0.04 too much. */
const longRunning = (wrong: number): string =>
  table(
    '档次 | 占比（%） | 累计占比（%）',
    ...Array.from({ length: 150 }, (_, at) => {
      const sum = (at + 1) * 25 + (at === wrong ? 4 : 0);
      return `第${at + 1}档 | 0.25 | ${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`;
    }),
  );
const weighted = (total: string): string =>
  table(
    '供应商 | 响应 | 质量 | 安全 | 综合得分',
    '权重 | 30% | 45% | 25% | 100%',
    '甲公司 | 88.0 | 91.0 | 84.0 | 88.35',
    '乙公司 | 79.5 | 86.0 | 90.0 | 85.05',
    `丙公司 | 92.0 | 70.5 | 81.0 | ${total}`,
    '丁公司 | 66.0 | 74.0 | 71.5 | 70.98',
  );

testRule(columnRelation, {
  reject: [
    {
      name: 'a running share by its name, of few rows',
      text: running('98.60'),
      findings: [{ message: 'row', excerpt: '98.60' }],
    },
    {
      name: 'a running share far down a long table, and not the one that goes on from it',
      text: longRunning(120),
      findings: [{ message: 'row', excerpt: '30.29' }],
    },
    {
      name: 'a score that the row of weights does not yield',
      text: weighted('97.58'),
      findings: [{ message: 'row', excerpt: '97.58' }],
    },
    {
      name: 'a quotient with two digits exchanged',
      text: perItem('开发区 | 652 | 51,573.20 | 71.90'),
      findings: [{ message: 'row', excerpt: '71.90', severity: 'error' }],
    },
    {
      name: 'an operand of it',
      text: perItem('开发区 | 652 | 51,753.20 | 79.10'),
      findings: [
        { message: 'row', excerpt: '51,753.20', fixed: perItem('开发区 | 652 | 51,573.20 | 79.10') },
      ],
    },
    {
      name: 'a difference without its sign',
      text: room('己系统 | 261.4 | 240.0 | 21.4'),
      findings: [{ message: 'row', excerpt: '21.4' }],
    },
    {
      name: 'a step from row to row, where one figure breaks two',
      text: steps('6 | 恢复 | 457 | 135', '7 | 复核 | 525 | 50'),
      findings: [
        { message: 'row', excerpt: '457', fixed: steps('6 | 恢复 | 475 | 135', '7 | 复核 | 525 | 50') },
      ],
    },
    {
      name: 'in a table of very many rows',
      text: table(
        '编号 | 一 | 二 | 三',
        ...Array.from(
          { length: 520 },
          (_, at) =>
            `M${at} | ${1_204 + at * 7} | ${2_311 + at * 3} | ${at === 300 ? 6_155 : 3_515 + at * 10}`,
        ),
      ),
      findings: [{ message: 'rows', excerpt: '6155' }],
    },
    {
      name: 'a change whose columns are called anything',
      text: table(
        '支行 | 这一期 | 那一期 | 相比（%）',
        '甲 | 3,964 | 3,208 | 23.57',
        '乙 | 2,871 | 2,605 | 10.21',
        '丙 | 1,907 | 2,112 | -9.71',
        '丁 | 4,416 | 3,950 | 11.80',
        '戊 | 2,280 | 1,936 | 17.77',
        '己 | 3,105 | 2,760 | 15.20',
      ),
      findings: [{ message: 'row', excerpt: '15.20' }],
    },
    {
      name: 'a running total',
      text: table(
        '天数 | 笔 | 至此',
        '一 | 1,204 | 1,204',
        '二 | 873 | 2,077',
        '三 | 651 | 2,728',
        '四 | 492 | 3,220',
        '五 | 377 | 3,597',
        '六 | 268 | 3,856',
      ),
      findings: [{ message: 'row', excerpt: '3,856' }],
    },
    {
      name: 'a sum whose first column is the whole',
      text: table(
        '社区 | 住户 | 老年 | 其余',
        '甲 | 1,318 | 402 | 916',
        '乙 | 1,127 | 371 | 756',
        '丙 | 986 | 268 | 718',
        '丁 | 1,452 | 519 | 933',
        '戊 | 1,203 | 384 | 891',
      ),
      findings: [{ message: 'row', excerpt: '891' }],
    },
  ],
  accept: [
    { text: longRunning(-1) },
    { name: 'a running share', text: running('96.80') },
    { name: 'a score by a row of weights', text: weighted('79.58') },
    {
      name: 'what was there before the first row runs on in 累计',
      text: table(
        '月份 | 受理（件） | 累计受理（件）',
        '7月 | 128 | 913',
        '8月 | 141 | 1,054',
        '9月 | 117 | 1,171',
      ),
    },
    {
      name: 'points that no weights of the table yield',
      text: table(
        '供应商 | 响应 | 质量 | 综合得分',
        '权重 | 40% | 60% | 100%',
        '甲公司 | 88.0 | 91.0 | 93',
        '乙公司 | 79.5 | 86.0 | 81',
        '丙公司 | 92.0 | 70.5 | 77',
      ),
    },
    {
      name: 'a sentence that differs from a row: the business of other rules',
      text: `开发区网点受理652单，平摊71.90元。\n\n表1 各网点受理情况\n\n${perItem('开发区 | 652 | 51,573.20 | 79.10')}`,
    },
    { name: 'all of it right', text: perItem('开发区 | 652 | 51,573.20 | 79.10') },
    { name: 'the steps too', text: steps('6 | 恢复 | 475 | 135', '7 | 复核 | 525 | 50') },
    {
      name: 'a row with a way of its own, which no slip explains',
      text: perItem('其他 | 652 | 51,573.20 | 120.00'),
    },
    { name: 'a simple mean below', text: perItem('平均 | 1,115 | 88,667.18 | 78.53') },
    {
      name: 'too few rows',
      text: table(
        '网点 | 单数 | 流水（元） | 平摊（元）',
        ...PER_ITEM.slice(0, 3),
        '开发区 | 652 | 51,573.20 | 71.90',
      ),
    },
    {
      name: 'small numbers that fit by chance',
      text: table(
        '组 | 甲 | 乙 | 丙',
        'A | 1 | 2 | 3',
        'B | 2 | 1 | 3',
        'C | 2 | 2 | 4',
        'D | 1 | 1 | 2',
        'E | 3 | 2 | 4',
      ),
    },
    {
      name: 'a total that adds up otherwise than the steps',
      text: steps('6 | 恢复 | 475 | 135', '合计 | — | 475 | 463'),
    },
    {
      name: 'what is divided by nearly a hundred per cent',
      text: table(
        '模块 | 通过率 | 发现 | 修复',
        '甲 | 99.12% | 412 | 410',
        '乙 | 99.31% | 356 | 354',
        '丙 | 99.48% | 287 | 287',
        '丁 | 99.25% | 318 | 315',
        '戊 | 99.40% | 301 | 299',
        '己 | 99.92% | 381 | 318',
      ),
    },
  ],
});
