import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { extractQuantities } from '../../../src/main/figures/quantities';
import { tableContext } from '../../../src/main/figures/table-columns';
import { rowLabels } from '../../../src/main/figures/table-rows';
import type { ReportDocument, Table } from '../../../src/shared/model/document';
import { mergedHeaders } from '../../helpers/merged-headers';

function read(text: string): { document: ReportDocument; table: Table } {
  const document = parseDocument(text);
  const table = document.blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return { document, table };
}

const lines = (...rows: readonly string[]): string => {
  const [first = '', ...rest] = rows.map((row) => `| ${row} |`);
  return [first, `|${'---|'.repeat(first.split('|').length - 2)}`, ...rest].join('\n');
};

const paths = (text: string): readonly string[] => {
  const { document, table } = read(text);
  return tableContext(document, table).columns.map(({ path }) => path.join('/'));
};

const GROUPED = lines(
  '星河公司业务量 | << | << | << | <<',
  '单位：万元 | << | << | << | <<',
  '项目 | 2024年 | << | 2025年 | <<',
  '^^ | 笔数（万笔） | 金额 | 笔数（万笔） | 金额',
  '转账 | 1,200 | 35.5 | 1,300 | 40.0',
  '消费 | 900 | 12.5 | << | 14.0',
  '^^ | 800 | ^^ | 700 | 11.0',
);

describe('the header path', () => {
  it('reads all rows of a merged header, without banners, units and repeats', () => {
    expect(paths(GROUPED)).toEqual(['项目', '2024年/笔数', '2024年/金额', '2025年/笔数', '2025年/金额']);
    expect(paths(lines('项目 | 金额（元） | <<', '^^ | 金额 | 其中：境外', '转账 | 12 | 3'))).toEqual([
      '项目',
      '金额',
      '金额/其中：境外',
    ]);
  });

  it('takes a unit over all columns for the table’s unit, before one further away', () => {
    const { document, table } = read(`单位：元\n\n${GROUPED}`);
    expect(tableContext(document, table).units).toEqual([{ unit: '元', power: 4 }]);
  });

  it.each([
    ['one row', lines('项目 | 金额（元）', '转账 | 12', '消费 | 13'), ['项目', '金额']],
    [
      'two rows, not merged',
      lines('项目 | 2024年 |  ', ' | 笔数 | 金额', 'a | 1 | 2'),
      ['项目', '2024年/笔数', '2024年/金额'],
    ],
  ])('stays as it was: %s', (_, text, expected) => expect(paths(text)).toEqual(expected));

  it('is right for every column of random groups', () => {
    fc.assert(
      fc.property(mergedHeaders(), (header) => {
        const { document, table } = read(header.lines.join('\n'));
        expect(tableContext(document, table).columns.map(({ path }) => path)).toEqual(header.columns);
      }),
    );
  });
});

describe('column kinds below merged headers', () => {
  const kinds = (text: string): readonly string[] => {
    const { document, table } = read(text);
    return tableContext(document, table).columns.map(({ kind }) => kind);
  };

  it('reads the lower header', () => {
    const header = ['序号 | 账号 | << | 户名', '^^ | 主账号 | 户数 | ^^'];
    expect(kinds(lines(...header, '1 | 6200001 | 12 | 甲', '2 | 6200002 | 13 | 乙'))).toEqual([
      'sequence',
      'code',
      'plain',
      'plain',
    ]);
  });

  it('counts a number that is merged downwards once', () => {
    expect(kinds(lines('  | 项目', '1 | 甲', '^^ | 乙', '^^ | 丙', '2 | 丁', '3 | 戊'))[0]).toBe('sequence');
  });
});

describe('quantities of merged tables', () => {
  const quantities = extractQuantities(parseDocument(GROUPED));
  const of = (row: number) => quantities.filter(({ place }) => place.row === row);

  it('reads numbers of every header row as a header’s', () => {
    expect(of(1).map(({ raw, exempt }) => [raw, exempt])).toEqual([
      ['2024年', 'date'],
      ['2025年', 'date'],
    ]);
    expect(of(0)).toEqual([]);
    expect(of(2)).toEqual([]);
  });

  it('gives figures the unit of their lower header, else of the table', () => {
    expect(of(3).map(({ value, unit }) => [value, unit])).toEqual([
      ['12000000', '笔'],
      ['355000', '元'],
      ['13000000', '笔'],
      ['400000', '元'],
    ]);
  });

  it('finds nothing in covered cells', () => {
    expect(of(4).map(({ place }) => place.column)).toEqual([1, 2, 4]);
    expect(of(5).map(({ place }) => place.column)).toEqual([1, 3, 4]);
  });

  it('lets a label with a unit speak for all rows that it covers', () => {
    const text = lines('指标 | 地区 | 一月', '金额（万元） | 东 | 5', '^^ | 西 | 6', '户数（户） | 东 | 7');
    expect(extractQuantities(parseDocument(text)).map(({ value, unit }) => value + unit)).toEqual([
      '50000元',
      '60000元',
      '7户',
    ]);
  });
});

describe('rowLabels', () => {
  const labels = (...rows: readonly string[]): readonly string[] => {
    const { table } = read(lines(...rows));
    return rowLabels(table);
  };

  it('names rows by their label cell', () => {
    expect(labels('序号 | 项目 | 金额', '1 | 转 账 | 5', '2 | 消费 | 6')).toEqual(['转账', '消费']);
  });

  it('lets a merged label name all its rows, with what tells them apart', () => {
    expect(
      labels(
        '大区 | 城市 | 网点 | 金额',
        '华东 | 上海 | 一店 | 5',
        '^^ | ^^ | 二店 | 6',
        '^^ | 南京 | 三店 | 7',
        '^^ | 小计 | << | 18',
        '合计 | << | << | 18',
      ),
    ).toEqual(['华东 上海 一店', '华东 上海 二店', '华东 南京', '华东 小计', '合计']);
  });

  it('takes no figure for a label', () => {
    expect(labels('项目 | 数量 | 金额', '转账 | 5家 | 6', '^^ | 7家 | 8')).toEqual(['转账', '转账']);
  });

  it('names no header row', () => {
    expect(labels('项目 | 2024年 | <<', '^^ | 笔数 | 金额', '转账 | 1 | 2')).toEqual(['', '转账']);
  });

  it('takes time in proportion to the table', () => {
    const text = lines('项目 | 金额', '转账 | 1', ...Array.from({ length: 20_000 }, () => '^^ | ^^'));
    const { table } = read(text);
    const began = performance.now();
    expect(rowLabels(table).at(-1)).toBe('转账');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
