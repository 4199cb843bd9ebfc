import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRule } from '../../../src/main/checker/apply-rule';
import { applyEdits } from '../../../src/main/checker/edits';
import { prepareReport } from '../../../src/main/checker/prepare';
import type { CheckedReport, Rule } from '../../../src/main/checker/rule';
import { countEqualsAnnex } from '../../../src/main/checker/rules/count-equals-annex';
import { rowTorn } from '../../../src/main/checker/rules/row-torn';
import { rowWidth } from '../../../src/main/checker/rules/row-width';
import { sequenceContinuous } from '../../../src/main/checker/rules/sequence-continuous';
import { totalEqualsSum } from '../../../src/main/checker/rules/total-equals-sum';
import { toMarkdownCell } from '../../../src/main/checker/tables/cell-text';
import { sumTies } from '../../../src/main/checker/ties/sums/index';
import { parseDocument } from '../../../src/main/document/parse';
import { mergedHeaders } from '../../helpers/merged-headers';
import { madeTable, markdownOf, randomFrom, TEARS, tear } from '../../helpers/torn-tables';

const RULES: readonly Rule[] = [rowTorn, rowWidth, sequenceContinuous, totalEqualsSum, countEqualsAnnex];

const table = (...rows: readonly string[]): string => {
  const [first = '', ...rest] = rows.map((row) => `| ${row} |`);
  return [first, `|${'---|'.repeat(first.split('|').length - 2)}`, ...rest].join('\n');
};

const problemsIn = (text: string, rules: readonly Rule[] = RULES): readonly string[] =>
  problemsOf(rules === RULES ? prepareReport(text) : tablesOnly(text), text, rules);

function problemsOf(report: CheckedReport, text: string, rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) =>
    (applyRule(rule, report) ?? []).map(
      (problem) => `${rule.code} ${problem.message} ${text.slice(problem.range.start, problem.range.end)}`,
    ),
  );
}

const EMPTY = prepareReport('');

/** What the rules for rows look at: the document alone. */
const tablesOnly = (text: string): CheckedReport => ({ ...EMPTY, document: parseDocument(text) });

/** The whole text after the first fix of the only problem. */
function fixed(text: string, rule: Rule): string | null {
  const [problem, ...others] = applyRule(rule, prepareReport(text)) ?? [];
  expect(others).toEqual([]);
  const [fix] = problem?.fixes ?? [];
  return fix ? applyEdits(text, fix.edits) : null;
}

const ties = (...rows: readonly string[]): readonly string[] =>
  sumTies(parseDocument(table(...rows)), []).map((tie) => `${tie.status}: ${tie.expression}`);

const REGIONS = [
  '序号 | 大区 | 网点 | 开业日期 | 金额（万元）',
  '1 | 华东 | 一店 | 2023年1月5日 | 12.50',
  '2 | ^^ | 二店 | 2023年2月6日 | 13.25',
  '3 | ^^ | 三店 | ^^ | 14.00',
  '4 | 华南 | 四店 | 2023年4月8日 | 15.75',
  '5 | ^^ | 五店 | 2023年5月9日 | 16.50',
  '合计 | << | << | << | 72.00',
];

const accepted: readonly (readonly [string, string])[] = [
  ['labels and dates merged downwards', table(...REGIONS)],
  [
    'a header of three rows with a title',
    table(
      '网点业务表 | << | << | << | <<',
      '序号 | 网点 | 业务量 | << | 备注',
      '^^ | ^^ | 笔数 | 金额 | ^^',
      '1 | 一店 | 1,200 | 12.50 | —',
      '2 | 二店 | 1,300 | 13.25 | —',
      '3 | 三店 | 1,400 | 14.00 | —',
      '合计 | << | 3,900 | 39.75 | —',
    ),
  ],
  [
    'a number merged over the rows of one entry',
    table(
      '序号 | 项目 | 阶段',
      '1 | 甲 | 立项',
      '^^ | ^^ | 验收',
      '2 | 乙 | 立项',
      '3 | 丙 | 立项',
      '^^ | ^^ | 验收',
      '4 | 丁 | 立项',
    ),
  ],
  [
    'groups over all columns, numbered anew',
    table(
      '序号 | 网点 | 户数',
      '一、华东 | << | <<',
      '1 | 一店 | 5',
      '2 | 二店 | 6',
      '二、华南 | << | <<',
      '1 | 三店 | 7',
      '2 | 四店 | 8',
    ),
  ],
  [
    'a remark over the number’s column',
    table(
      '序号 | 网点 | 户数',
      '1 | 一店 | 5',
      '2 | 二店 | 6',
      '暂停营业网点 | << | 0',
      '3 | 三店 | 7',
      '4 | 四店 | 8',
    ),
  ],
  [
    'words merged over columns of figures',
    table(
      '机构 | 一月 | 二月 | 三月',
      '东 | 120 | 130 | 140',
      '西 | 尚未开业 | << | 150',
      '南 | 100 | 110 | 120',
      '北 | 90 | 95 | 99',
    ),
  ],
];

describe('merged cells break no rule', () => {
  it.each(accepted)('%s', (_, text) => expect(problemsIn(text)).toEqual([]));

  it('whatever the header', () => {
    fc.assert(
      fc.property(mergedHeaders(), ({ lines }) => {
        expect(problemsIn(lines.join('\n'), [rowTorn, rowWidth, sequenceContinuous])).toEqual([]);
      }),
    );
  });

  it('counts a merged number once', () => {
    const rows = ['1 | 甲 | 立项', '^^ | ^^ | 验收', '2 | 乙 | 立项', '3 | 丙 | 立项'];
    const text = (count: number) =>
      `全年推进${count}个项目（名单见附件1）。\n\n## 附件1：项目名单\n\n${table('序号 | 项目 | 阶段', ...rows)}\n`;
    expect(problemsIn(text(3))).toEqual([]);
    expect(problemsIn(text(4))).toEqual(['N202 mismatch 4个']);
  });

  it('lets the count say whether groups or their rows are meant', () => {
    const rows = ['华东 | 一店', '^^ | 二店', '^^ | 三店', '华南 | 四店'];
    const text = (count: number) =>
      `共设${count}家机构（名单见附件1）。\n\n## 附件1：机构名单\n\n${table('大区 | 网点', ...rows)}\n`;
    expect([2, 4].flatMap((count) => problemsIn(text(count)))).toEqual([]);
    expect(problemsIn(text(3))).toEqual(['N202 mismatch 3家']);
  });
});

describe('what is wrong between merged cells is still found', () => {
  it('a torn row, and the repair keeps the merged cells', () => {
    const torn = table(...REGIONS).replace(
      '| 2 | ^^ | 二店 | 2023年2月6日 |',
      '| 2023年2 | ^^ | 二店 | 2月6日 |',
    );
    expect(problemsIn(torn, [rowTorn])).toEqual(['T101 torn | 2023年2 | ^^ | 二店 | 2月6日 | 13.25 |']);
    expect(fixed(torn, rowTorn)).toBe(table(...REGIONS));
  });

  it('a row too narrow, and the repair keeps the merged cells', () => {
    const narrow = table(...REGIONS).replace('| 3 | ^^ | 三店 | ^^ |', '| 3 | ^^ | ^^ |');
    const result = fixed(narrow, rowWidth);
    expect(result).toContain('^^');
    expect(result?.split('\n')[4]?.match(/\^\^/g)).toHaveLength(2);
    const wide = table(...REGIONS).replace('| 合计 | << |', '| 合计 | << | << |');
    expect(fixed(wide, rowWidth)).toBe(table(...REGIONS));
  });

  it('a wrong number between merged ones', () => {
    const text = table(
      '序号 | 项目 | 阶段',
      '1 | 甲 | 立项',
      '^^ | ^^ | 验收',
      '2 | 乙 | 立项',
      '5 | 丙 | 立项',
      '^^ | ^^ | 验收',
      '4 | 丁 | 立项',
      '5 | 戊 | 立项',
    );
    expect(problemsIn(text)).toEqual(['T103 wrong 5']);
    expect(fixed(text, sequenceContinuous)).toBe(text.replace('| 5 | 丙', '| 3 | 丙'));
  });

  it('a wrong total', () => {
    expect(problemsIn(table(...REGIONS).replace('72.00', '73.00'))).toEqual(['T109 mismatch 73.00']);
  });
});

describe('tables with cells merged at random', () => {
  /** Cells that are as in `good` become part of the one above, but for the numbers and the first row. */
  const merge = (
    rows: readonly (readonly string[])[],
    good: readonly (readonly string[])[],
    random: () => number,
  ): readonly (readonly string[])[] => {
    const share = random() * 0.5;
    return rows.map((row, at) =>
      row.map((cell, column) =>
        at > 0 && column > 0 && cell === good[at]?.[column] && random() < share ? '^^' : cell,
      ),
    );
  };
  const signs = (text: string): number => text.split('^^').length - 1;

  it('are accepted as they are', () => {
    for (let seed = 0; seed < 400; seed++) {
      const random = randomFrom(seed);
      const { header, rows } = madeTable(random);
      const text = markdownOf(header, merge(rows, rows, random));
      expect(problemsIn(text, [rowTorn, rowWidth, sequenceContinuous]), `seed ${seed}`).toEqual([]);
    }
  });

  it('lose no merged cell by any fix', () => {
    let fixes = 0;
    for (let seed = 0; seed < 450; seed++) {
      const random = randomFrom(seed + 5_000);
      const made = madeTable(random);
      const way = TEARS[seed % TEARS.length] ?? 'shift';
      const torn = way === 'split' ? null : tear(made, 2, way, random);
      if (!torn) continue;
      const text = markdownOf(made.header, merge(torn, made.rows, random));
      const report = tablesOnly(text);
      for (const rule of [rowTorn, rowWidth, sequenceContinuous] as readonly Rule[]) {
        for (const problem of applyRule(rule, report) ?? []) {
          for (const fix of problem.fixes ?? []) {
            fixes++;
            expect(signs(applyEdits(text, fix.edits)), `seed ${seed}`).toBe(signs(text));
          }
        }
      }
    }
    expect(fixes).toBeGreaterThan(150);
  });
});

describe('sums of merged tables', () => {
  it('do not read the header as data', () => {
    expect(
      ties('机构 | 户数 | <<', '^^ | 2024 | 2025', '东 | 5 | 6', '西 | 7 | 8', '合计 | 12 | 14'),
    ).toEqual(['pass: 5 + 7 = 12', 'pass: 6 + 8 = 14']);
  });

  it('hold within groups, with a subtotal in some alone', () => {
    expect(
      ties(
        '大区 | 城市 | 户数',
        '华东 | 甲市 | 10',
        '^^ | 乙市 | 20',
        '^^ | 小计 | 30',
        '华南 | 丙市 | 40',
        '西南 | 丁市 | 50',
        '^^ | 戊市 | 60',
        '^^ | 小计 | 110',
        '合计 | << | 180',
      ),
    ).toEqual(['pass: 10 + 20 = 30', 'pass: 50 + 60 = 110', 'pass: 10 + 20 + 40 + 50 + 60 = 180']);
  });

  it('hold within groups of groups', () => {
    expect(
      ties(
        '大区 | 省 | 市 | 户数',
        '华东 | 甲省 | 一市 | 1',
        '^^ | ^^ | 二市 | 2',
        '^^ | ^^ | 小计 | 3',
        '^^ | 乙省 | 三市 | 4',
        '^^ | ^^ | 四市 | 5',
        '^^ | ^^ | 小计 | 9',
        '^^ | 小计 | << | 12',
      ),
    ).toEqual(['pass: 1 + 2 = 3', 'pass: 4 + 5 = 9', 'pass: 1 + 2 + 4 + 5 = 12']);
  });

  it('name the group’s rows when its subtotal is wrong', () => {
    expect(
      ties('大区 | 城市 | 户数', '华南 | 丙市 | 40', '西南 | 丁市 | 50', '^^ | 戊市 | 60', '^^ | 小计 | 150'),
    ).toEqual(['fail: 50 + 60 = 110 ≠ 150']);
  });

  it('do not take one entry’s measures for each other', () => {
    const rows = ['甲 | 笔数 | 5', '^^ | 金额 | 70', '乙 | 笔数 | 6', '^^ | 金额 | 80'];
    expect(ties('机构 | 指标 | 一月', ...rows, '合计 | 笔数 | 11', '^^ | 金额 | 150')).toEqual([
      'pass: 5 + 6 = 11',
      'pass: 70 + 80 = 150',
    ]);
  });

  it('count a figure merged over rows once, and do not compare it across', () => {
    expect(
      ties(
        '机构 | 境内（户） | 境外（户） | 合计（户）',
        '东 | 5 | 6 | 11',
        '西 | 7 | 8 | 15',
        '南 | 1 | 9 | 12',
        '北 | 2 | ^^ | ^^',
        '合计 | 15 | 23 | 38',
      ).filter((tie) => !tie.startsWith('pass')),
    ).toEqual([]);
  });

  it('leave out a figure that stands for two columns', () => {
    expect(ties('机构 | 一月 | 二月', '东 | 5 | 6', '西 | 30 | <<', '南 | 7 | 8', '合计 | 27 | 29')).toEqual(
      [],
    );
  });

  it('add up columns below a header of three rows', () => {
    expect(
      ties(
        '机构 | 收入 | << | << | << | << | <<',
        '^^ | 境内 | << | 境外 | << | 合计 | <<',
        '^^ | 上年 | 本年 | 上年 | 本年 | 上年 | 本年',
        '东 | 1 | 2 | 30 | 40 | 31 | 42',
        '西 | 3 | 4 | 50 | 60 | 53 | 75',
      ),
    ).toEqual(['pass: 1 + 30 = 31', 'pass: 3 + 50 = 53', 'pass: 2 + 40 = 42', 'fail: 4 + 60 = 64 ≠ 75']);
  });

  it('see 其中 over several columns as part of what stands before', () => {
    const found = ties(
      '机构 | 收入 | << | <<',
      '^^ | 合计 | 其中 | <<',
      '^^ | ^^ | 利息 | 服务费',
      '东 | 10 | 4 | 5',
      '西 | 20 | 21 | 6',
    );
    expect(found.filter((tie) => !tie.startsWith('pass'))).toEqual(['fail: 21 > 20']);
  });

  it('make none of a table of rates by its own unit row', () => {
    expect(
      ties('单位：% | << | <<', '项目 | 上年 | 本年', '甲 | 1 | 2', '乙 | 3 | 4', '合计 | 5 | 7'),
    ).toEqual([]);
  });
});

describe('toMarkdownCell', () => {
  it('keeps words that look like signs of merged cells', () => {
    for (const text of ['<<', '^^']) {
      const document = parseDocument(`| a |\n|---|\n| ${toMarkdownCell(text)} |`);
      const [block] = document.blocks;
      const cell = block?.kind === 'table' ? block.rows[0]?.cells[0] : undefined;
      expect([cell?.prose.text, cell?.covered]).toEqual([text, undefined]);
    }
  });
});
