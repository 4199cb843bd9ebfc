import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyRule } from '../../../../src/main/checker/apply-rule';
import { applyEdits } from '../../../../src/main/checker/edits';
import { prepareReport } from '../../../../src/main/checker/prepare';
import { rowTorn } from '../../../../src/main/checker/rules/row-torn';
import { sequenceContinuous } from '../../../../src/main/checker/rules/sequence-continuous';
import { testRule } from '../../../helpers/rule-tester';
import { madeTable, markdownOf, randomFrom, TEARS, tear } from '../../../helpers/torn-tables';

const table = (header: string, ...rows: string[]): string =>
  [header, `|${'---|'.repeat(header.split('|').length - 2)}`, ...rows].join('\n');

const events = (row: string, after = '| 6 | 20240601-20240610<br>每周三 | 夜市满减 |'): string =>
  table(
    '| 序号 | 时间 | 主题 |',
    '| 1 | 20240101-20240110 | 新年满减 |',
    '| 2 | 20240203-20240215<br>每周一、周三 | 公交立减 |',
    '| 3 | 20240301 | 会员积分 |',
    '| 4 | 20240402-20240420 | 早餐优惠 |',
    row,
    after,
    '| 7 | 20240705至今 | 缴费返现 |',
  );

const opened = (row: string): string =>
  table(
    '| 序号 | 应用名称 | 上线日期 |',
    '| 1 | 甲视频 | 2023年1月5日 |',
    '| 2 | 乙阅读 | 2023年2月16日 |',
    row,
    '| 4 | 丁音乐 | 2023年4月1日 |',
    '| 5 | 戊动漫 | 2023年5月21日 |',
  );

const sums = (...rows: string[]): string =>
  table(
    '| 机构 | 笔数（笔） | 金额（万元） | 占比 |',
    '| 东区 | 120,345 | 1,234.50 | 10.25% |',
    '| 西区 | 98,112 | 2,205.75 | 20.50% |',
    '| 南区 | 77,001 | 1,980.00 | 15.00% |',
    ...rows,
    '| 中区 | 65,432 | 3,020.10 | 30.25% |',
  );

testRule(rowTorn, {
  reject: [
    {
      name: 'a wrapped range around the row’s number',
      text: events('| 511-202405 | 20240530 | 双倍积分 |'),
      findings: [{ message: 'torn', line: 7, fixed: events('| 5 | 20240511-20240530 | 双倍积分 |') }],
    },
    {
      name: 'range, weekdays and subject interleaved',
      text: events('| 5 |-20240530 20240511、周六 | <br>每周二满十元立减 |'),
      findings: [
        { message: 'torn', fixed: events('| 5 | 20240511-20240530<br>每周二、周六 | 满十元立减 |') },
      ],
    },
    {
      name: 'number and range in one cell',
      text: events('| 5 20240511-20240530 | | 双倍积分 |'),
      findings: [{ message: 'torn', fixed: events('| 5 | 20240511-20240530 | 双倍积分 |') }],
    },
    {
      name: 'the end of the range moved into the subject',
      text: events('| 5 | 20240511- | 20240530双倍积分 |'),
      findings: [{ message: 'torn', fixed: events('| 5 | 20240511-20240530 | 双倍积分 |') }],
    },
    {
      name: 'a row that goes on in the next one',
      text: events('| 5 | 20240511- | 双倍积分 |\n| | 20240530 | |'),
      findings: [{ message: 'split', fixed: events('| 5 | 20240511-20240530 | 双倍积分 |') }],
    },
    {
      name: 'two columns swapped',
      text: opened('| 3 | 2023年3月9日 | 丙地图 |'),
      findings: [{ message: 'torn', line: 5, fixed: opened('| 3 | 丙地图 | 2023年3月9日 |') }],
    },
    {
      name: 'a date torn in the middle',
      text: opened('| 3 | 丙地图2023年 | 3月9日 |'),
      findings: [{ message: 'torn', fixed: opened('| 3 | 丙地图 | 2023年3月9日 |') }],
    },
    {
      name: 'a row one cell short because two were joined',
      text: opened('| 3 | 丙地图 2023年3月9日 |'),
      findings: [{ message: 'torn', fixed: opened('| 3 | 丙地图 | 2023年3月9日 |') }],
    },
    {
      name: 'figures run together',
      text: sums('| 北区 | 88,4102,011.40 | | 24.00% |'),
      findings: [{ message: 'torn', fixed: sums('| 北区 | 88,410 | 2,011.40 | 24.00% |') }],
    },
    {
      name: 'a figure with its end in the next cell',
      text: sums('| 北区 | 88,410 | 2,011. | 4024.00% |'),
      findings: [{ message: 'torn', fixed: sums('| 北区 | 88,410 | 2,011.40 | 24.00% |') }],
    },
    {
      name: 'an amount split over two rows',
      text: sums('| 北区 | 88,410 | 2,01 | 24.00% |', '| | | 1.40 | |'),
      findings: [{ message: 'split', fixed: sums('| 北区 | 88,410 | 2,011.40 | 24.00% |') }],
    },
    {
      name: 'torn, and nothing to put it together from',
      text: events('| 5 | -20240530 | 双倍积分 |'),
      findings: [{ message: 'unrepaired', line: 7, fixed: null }],
    },
    {
      name: 'digits that fit in more than one place',
      text: sums('| 北区1 | 88,40 | 2,011.40 | 24.00% |'),
      findings: [{ message: 'ambiguous', line: 6 }],
    },
  ],
  accept: [
    {
      name: 'a line break at the edge of a cell',
      text: '| 序号 | 事项 | 部门 | 期限 | 进展 |\n| --- | --- | --- | --- | --- |\n| 1 | 外购系统改造 | 信息科技部 | 2025-06-30 | 已完成方案评审 |\n| 2 | <br>数据平台建设 | 数据管理部 | 2025-03-31 | 一期已上线，二期正在测试 |\n| 3 | 灾备机房迁移 | 信息科技部 | 2024-12-31 | 设备已全部到位，正在联调 |\n',
    },
    { name: 'healthy', text: events('| 5 | 20240511-20240530 | 双倍积分 |') },
    { name: 'a total row', text: sums('| 合计 | 295,458 | 5,420.25 | 100% |') },
    { name: 'a footnote row', text: `${sums()}\n| 注：20240530前的数据不含退款 | | | |` },
    { name: 'dashes and 不适用', text: sums('| 北区 | — | / | 不适用 |') },
    { name: 'a group row', text: opened('| 二、生活类 | | |') },
    { name: 'a group row that repeats its text', text: opened('| 生活类 | 生活类 | 生活类 |') },
    { name: 'a period named otherwise', text: opened('| 3 | 丙地图 | 2023年一季度 |') },
    { name: 'a date in another notation', text: opened('| 3 | 丙地图 | 2023-03-09 |') },
    { name: 'a date with a remark', text: opened('| 3 | 丙地图 | 2023年3月9日（试点） |') },
    { name: 'to date', text: opened('| 3 | 丙地图 | 2023年3月9日至今 |') },
    { name: 'text where a date belongs', text: opened('| 3 | 丙地图 | 尚未上线 |') },
    { name: 'a figure with a remark', text: sums('| 北区 | 约88,410 | 2,011.40（未审计） | 24.00% |') },
    { name: 'another precision', text: sums('| 北区 | 88,410 | 2,011.4 | 24% |') },
    { name: 'a name that begins with a digit', text: opened('| 3 | 62生活节 | 2023年3月9日 |') },
    { name: 'a wrong number is another rule’s', text: opened('| 8 | 丙地图 | 2023年3月9日 |') },
    { name: 'a line break inside a range', text: events('| 5 | 20240511-<br>20240530 | 双倍积分 |') },
    { name: 'a negative figure', text: sums('| 北区 | -8,410 | -2,011.40 | -24.00% |') },
    {
      name: 'grouped rows with an empty first cell',
      text: table(
        '| 类别 | 机构 | 笔数 |',
        '| 银行 | 甲 | 10 |',
        '| | 乙 | 20 |',
        '| | 丙 | 30 |',
        '| 支付 | 丁 | 40 |',
        '| | 戊 | 50 |',
      ),
    },
    {
      name: 'a column of mixed contents',
      text: table(
        '| 序号 | 事项 | 结果 |',
        '| 1 | 开户 | 20240105 |',
        '| 2 | 对账 | 已完成 |',
        '| 3 | 清算 | 3,200笔 |',
        '| 4 | 20240301会议 | 通过 |',
        '| 5 | 巡检 | 2024年 |',
      ),
    },
    {
      name: 'too few rows to learn from',
      text: table('| 序号 | 时间 |', '| 1 | 20240101 |', '| 52024 | 0202 |'),
    },
  ],
});

describe('T101 on made tables', () => {
  const run = (text: string) => applyRule(rowTorn, prepareReport(text)) ?? [];

  it('flags no row of 400 healthy tables', () => {
    for (let seed = 0; seed < 400; seed++) {
      const made = madeTable(randomFrom(seed + 90_000));
      expect(run(markdownOf(made.header, made.rows)), `seed ${seed}`).toEqual([]);
    }
  });

  it('flags nine torn rows in ten, and proposes the row as it was for eight in ten', () => {
    let [all, flagged, right] = [0, 0, 0];
    for (let seed = 0; seed < 60; seed++) {
      for (const way of TEARS) {
        const random = randomFrom(seed * 31 + 5);
        const made = madeTable(random);
        const torn = tear(made, 1 + Math.floor(random() * (made.rows.length - 2)), way, random);
        const [good, text] = [markdownOf(made.header, made.rows), markdownOf(made.header, torn ?? made.rows)];
        if (good.replaceAll(' ', '') === text.replaceAll(' ', '')) continue;
        const [problem] = run(text);
        const fix = problem?.fixes?.[0];
        all++;
        if (problem) flagged++;
        if (fix && applyEdits(text, fix.edits) === good) right++;
      }
    }
    expect(all).toBeGreaterThan(350);
    expect(flagged / all).toBeGreaterThanOrEqual(0.9);
    expect(right / all).toBeGreaterThanOrEqual(0.8);
  }, 60_000);
});

const REFERENCE = new URL('../../../../../shared/reports/tenpay-2025.md', import.meta.url);

describe.skipIf(!existsSync(REFERENCE))('the reference report', () => {
  it('has two torn rows, each with one repair, and one broken sequence number', () => {
    const report = prepareReport(readFileSync(REFERENCE, 'utf8'));
    const lineOf = (offset: number): number => report.document.text.slice(0, offset).split('\n').length;
    const torn = applyRule(rowTorn, report) ?? [];
    expect(torn.map((problem) => lineOf(problem.range.start))).toEqual([143, 147]);
    expect(torn.map((problem) => problem.fixes?.map((fix) => fix.edits[0]?.text))).toEqual([
      ['| 5 | 20220523-20220630 | 双倍积点 |'],
      ['| 9 | 20220910-20220930<br>每周二、周六 | 满10元立减1元 |'],
    ]);
    const broken = applyRule(sequenceContinuous, report) ?? [];
    expect(broken.map((problem) => lineOf(problem.range.start))).toEqual([143]);
    expect(broken[0]?.data).toMatchObject({ stated: '523-202206', expected: '5' });
    expect(broken[0]?.fixes).toEqual([]);
  });
});
