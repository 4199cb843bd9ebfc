import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { cellAt, headerCells, originOf } from '../../../src/main/document/spans';
import { headerIsApart, originsOf, spansOf } from '../../../src/shared/merged-cells';
import type { Table } from '../../../src/shared/model/document';
import { mergedHeaders } from '../../helpers/merged-headers';

const tableIn = (text: string): Table => {
  const table = parseDocument(text).blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
};

/** A table of lines without outer pipes; the delimiter row is added. */
const table = (...lines: readonly string[]): Table => {
  const [first = '', ...rest] = lines.map((line) => `| ${line} |`);
  const width = first.split('|').length - 2;
  return tableIn([first, `|${'---|'.repeat(width)}`, ...rest].join('\n'));
};

const paths = (lines: readonly string[]): readonly string[] =>
  headerCells(table(...lines)).map((cells) => cells.map((cell) => cell.prose.text).join('/'));

const HEADERS: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
  ['one row', 0, ['项目 | 笔数 | 金额', '转账 | 12 | 345'], ['项目', '笔数', '金额']],
  [
    'groups with a name that reaches down',
    1,
    ['项目 | 2024年 | << | 2025年 | <<', '^^ | 笔数 | 金额 | 笔数 | 金额', '转账 | 1 | 2 | 3 | 4'],
    ['项目', '2024年/笔数', '2024年/金额', '2025年/笔数', '2025年/金额'],
  ],
  [
    'three rows',
    2,
    [
      '序号 | 项目 | 2025年 | << | << | <<',
      '^^ | ^^ | 境内 | << | 境外 | <<',
      '^^ | ^^ | 笔数 | 金额 | 笔数 | 金额',
      '1 | 转账 | 5 | 6 | 7 | 8',
    ],
    ['序号', '项目', '2025年/境内/笔数', '2025年/境内/金额', '2025年/境外/笔数', '2025年/境外/金额'],
  ],
  [
    'names that reach down by one and by two',
    2,
    [
      '机构 | 收入 | << | << | 备注',
      '^^ | 合计 | 其中 | << | ^^',
      '^^ | ^^ | 利息 | 服务费 | ^^',
      '东分部 | 9 | 4 | 5 | —',
    ],
    ['机构', '收入/合计', '收入/其中/利息', '收入/其中/服务费', '备注'],
  ],
  [
    'a title over all columns',
    1,
    ['星河公司收入表 | << | <<', '项目 | 上年 | 本年', '利息 | 5 | 6'],
    ['项目', '上年', '本年'],
  ],
  [
    'a unit over all columns below the title',
    3,
    [
      '星河公司收入表 | << | <<',
      '单位：万元 | << | <<',
      '项目 | 2025年 | <<',
      '^^ | 境内 | 境外',
      '利息 | 5 | 6',
    ],
    ['项目', '2025年/境内', '2025年/境外'],
  ],
  [
    'title and unit side by side',
    1,
    ['收入明细表 | << | 单位：元 | <<', '项目 | 上年 | 本年 | 备注', '利息 | 5 | 6 | —'],
    ['项目', '上年', '本年', '备注'],
  ],
  [
    'the unit in the corner of the header',
    1,
    ['单位：万元 | 2025年 | << | <<', '^^ | 一月 | 二月 | 三月', '利息 | 5 | 6 | 7'],
    ['单位：万元', '2025年/一月', '2025年/二月', '2025年/三月'],
  ],
  [
    'bare years below a group',
    1,
    ['指标 | 实际值 | << | 计划', '^^ | 2024 | 2025 | ^^', '户数 | 5 | 6 | 7'],
    ['指标', '实际值/2024', '实际值/2025', '计划'],
  ],
  [
    'empty cells below what is no group',
    1,
    ['项目 | 2024年 | <<', ' | 笔数 | 金额', '转账 | 1 | 2'],
    ['项目', '2024年/笔数', '2024年/金额'],
  ],
  [
    'nothing but groups',
    1,
    ['2024年 | << | 2025年 | <<', '笔数 | 金额 | 笔数 | 金额', '1 | 2 | 3 | 4'],
    ['2024年/笔数', '2024年/金额', '2025年/笔数', '2025年/金额'],
  ],
  [
    'units of their own below names',
    1,
    ['项目 | 金额 | 占比', '^^ | （万元） | （%）', '转账 | 1 | 2'],
    ['项目', '金额/（万元）', '占比/（%）'],
  ],
  [
    'words alone',
    1,
    ['姓名 | 联系方式 | <<', '^^ | 固定 | 移动', '张某 | 见附件 | 见附件'],
    ['姓名', '联系方式/固定', '联系方式/移动'],
  ],
  ['no body', 1, ['项目 | 2024年 | <<', '^^ | 笔数 | 金额'], ['项目', '2024年/笔数', '2024年/金额']],
  [
    'a first body group that reaches down',
    0,
    ['类别 | 名称 | 金额', '网络 | 甲 | 1', '^^ | 乙 | 2', '^^ | 丙 | 3'],
    ['类别', '名称', '金额'],
  ],
  [
    'a first body group of words',
    0,
    ['类别 | 名称 | 说明', '网络 | 甲 | 已办', '^^ | 乙 | 未办', '^^ | 丙 | 已办'],
    ['类别', '名称', '说明'],
  ],
  [
    'a first body group below a header of two rows',
    1,
    ['类别 | 名称 | 评价 | <<', '^^ | ^^ | 初评 | 复评', '网络 | 甲 | 优 | 良', '^^ | 乙 | 良 | 良'],
    ['类别', '名称', '评价/初评', '评价/复评'],
  ],
  [
    'labels merged in the middle',
    0,
    ['类别 | 名称 | 金额', '网络 | 甲 | 1', '银行卡 | 乙 | 2', '^^ | 丙 | 3', '合计 | << | 6'],
    ['类别', '名称', '金额'],
  ],
  [
    'one name over two columns of values',
    0,
    ['项目 | 金额 | <<', '转账 | 1 | 2', '消费 | 3 | 4'],
    ['项目', '金额', '金额'],
  ],
  [
    'one name over two columns of words',
    0,
    ['项目 | 负责人 | <<', '转账 | 张某 | 李某', '消费 | 王某 | 赵某'],
    ['项目', '负责人', '负责人'],
  ],
  [
    'one name over two columns of labels',
    0,
    ['项目 | << | 2024年 | 2025年', '收入 | 利息 | 1 | 2', '^^ | 服务费 | 3 | 4'],
    ['项目', '项目', '2024年', '2025年'],
  ],
  [
    'a section over all columns below the header',
    0,
    ['项目 | 上年 | 本年', '一、收入 | << | <<', '利息 | 1 | 2'],
    ['项目', '上年', '本年'],
  ],
  [
    'a section over all columns below a group',
    0,
    ['项目 | 金额 | <<', '一、收入 | << | <<', '利息 | 1 | 2'],
    ['项目', '金额', '金额'],
  ],
  [
    'no header at all: a label reaches from the first row down to figures',
    0,
    ['网络 | 甲 | 无', '^^ | 乙 | 无', '^^ | 丙 | 3'],
    ['网络', '甲', '无'],
  ],
];

describe('headerRowsOf', () => {
  it.each(HEADERS)('%s', (_, rows, lines, expected) => {
    expect(table(...lines).headerRows).toBe(rows);
    expect(paths(lines)).toEqual(expected);
  });

  it('finds every header of random groups', () => {
    fc.assert(
      fc.property(mergedHeaders(), ({ lines, headerRows, columns }) => {
        expect(tableIn(lines.join('\n')).headerRows).toBe(headerRows);
        const texts = headerCells(tableIn(lines.join('\n'))).map((cells) =>
          cells.map((cell) => cell.prose.text),
        );
        expect(texts).toEqual(columns);
      }),
    );
  });

  it('is quick with a hostile table', () => {
    const wide = `| 甲 |${' << |'.repeat(20_000)}`;
    const deep = Array.from({ length: 20_000 }, () => '| ^^ | << |').join('\n');
    const began = performance.now();
    headerCells(tableIn(`${wide}\n|${'---|'.repeat(20_001)}\n${wide}\n${wide}`));
    spansOf(tableIn(`| 甲 | 乙 |\n|---|---|\n${deep}`));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('cellAt', () => {
  const block = table('甲 | << | 乙', '^^ | << | 丙', '丁 | ^^ | ^^');

  it('follows a merged cell over columns and rows', () => {
    expect(cellAt(block, { row: 0, column: 1 })?.prose.text).toBe('甲');
    expect(cellAt(block, { row: 1, column: 1 })?.prose.text).toBe('甲');
    expect(cellAt(block, { row: 1, column: 2 })?.prose.text).toBe('丙');
    expect(cellAt(block, { row: 1, column: 9 })).toBeUndefined();
  });

  it('takes a sign that points nowhere for the cell itself', () => {
    const odd = table('<< | ^^', '1 | 2');
    expect(originOf(odd, { row: -1, column: 0 })).toEqual({ row: -1, column: 0 });
    expect(originOf(odd, { row: -1, column: 1 })).toEqual({ row: -1, column: 1 });
    const ragged = tableIn('| 甲 | 乙 |\n|---|---|\n| 1 |\n| 2 | ^^ |');
    expect(originOf(ragged, { row: 1, column: 1 })).toEqual({ row: 1, column: 1 });
  });
});

const sign = fc.constantFrom('甲', '乙', '<<', '^^', '');
const grids = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc.array(fc.array(sign, { minLength: 1, maxLength: width }), { minLength: height, maxLength: height }),
  )
  .map((rows) => {
    const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
    return tableIn([lines[0], `|${'---|'.repeat(rows[0]?.length ?? 1)}`, ...lines.slice(1)].join('\n'));
  });

describe('spansOf', () => {
  it('draws every place exactly once, whatever is written', () => {
    fc.assert(
      fc.property(grids, (any) => {
        const rows = [any.header, ...any.rows];
        const drawn = rows.map((row) => row.cells.map(() => 0));
        spansOf(any).forEach((spans, row) => {
          spans.forEach((span, column) => {
            for (let down = row; down < row + span.rows; down++) {
              for (let across = column; across < column + span.columns; across++) {
                const line = drawn[down] ?? [];
                expect(line[across], 'inside the table').toBeDefined();
                line[across] = (line[across] ?? 0) + 1;
              }
            }
          });
        });
        expect(drawn.flat().every((times) => times === 1)).toBe(true);
      }),
    );
  });

  it('agrees with originOf', () => {
    fc.assert(
      fc.property(grids, (any) => {
        const origins = originsOf([any.header, ...any.rows]);
        origins.forEach((places, index) => {
          places.forEach((place, column) => {
            expect(place).toEqual(originOf(any, { row: index - 1, column }));
          });
        });
      }),
    );
  });

  it('tells whether the header stands apart', () => {
    const headless = table('网络 | 甲 | 无', '^^ | 乙 | 无', '^^ | 丙 | 3');
    expect(headerIsApart(headless)).toBe(false);
    expect(spansOf(headless)[0]?.[0]).toEqual({ origin: { row: -1, column: 0 }, columns: 1, rows: 3 });
    expect(headerIsApart(table('项目 | 上年 | <<', '^^ | 笔数 | 金额', '转账 | 1 | 2'))).toBe(true);
    expect(headerIsApart(table('项目 | 上年 | <<', '^^ | 笔数 | 金额'))).toBe(true);
  });
});
