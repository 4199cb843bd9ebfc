import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../../src/main/figures/ledger/facts';
import { findLedgerTables } from '../../../../src/main/figures/ledger/layout';
import type { LedgerFacts, Sheet } from '../../../../src/shared/model/ledger';
import { sheetOf } from './sheet-of';

function factsIn(sheet: Sheet): LedgerFacts {
  const made = findLedgerTables([sheet]).map((table) => applyMapping(table, sheet, table.mapping));
  return { facts: made.flatMap(({ facts }) => facts), gaps: made.flatMap(({ gaps }) => gaps) };
}

/** `concept / scope / period / value unit` by place. */
const told = (lines: string): Record<string, string> =>
  Object.fromEntries(
    factsIn(sheetOf(lines)).facts.map(({ place, concept, scope, period, value, unit }) => [
      place.replace('台账!', ''),
      [concept, scope, period, `${value}${unit}`].join(' / '),
    ]),
  );

const gapsOf = (lines: string): string[] =>
  factsIn(sheetOf(lines)).gaps.map(({ place, text }) => `${place.replace('台账!', '')} ${text}`.trim());

describe('the facts of a table', () => {
  it('have concept, scope, period, value in the base unit, precision and place', () => {
    const sheet = sheetOf('机构|2024年|<\n^|金额（万元）|笔数（万笔）\n东部|3,190.25|12', {
      top: 4,
      left: 1,
    });
    expect(factsIn(sheet)).toEqual({
      facts: [
        {
          concept: '金额',
          scope: '东部',
          period: '2024',
          value: '31902500',
          unit: '元',
          precision: 2,
          raw: '3,190.25',
          place: '台账!C7',
        },
        {
          concept: '笔数',
          scope: '东部',
          period: '2024',
          value: '120000',
          unit: '笔',
          precision: 4,
          raw: '12',
          place: '台账!D7',
        },
      ],
      gaps: [],
    });
  });

  it.each<readonly [string, string, Record<string, string>]>([
    [
      'concepts of rows and columns together',
      '指标|金额|笔数\n线上支付|1|2',
      { B2: '线上支付 金额 /  /  / 1', C2: '线上支付 笔数 /  /  / 2' },
    ],
    [
      'labels of merged cells',
      '地区|机构|金额\n东部|东一|1\n^|东二|2\n合计|<|3',
      { C2: '金额 / 东部 东一 /  / 1', C3: '金额 / 东部 东二 /  / 2', C4: '金额 / 合计 /  / 3' },
    ],
    [
      'labels that are not repeated',
      '地区|机构|金额\n东部|东一|1\n|东二|2\n西部|西一|3\n|合计|6',
      {
        C2: '金额 / 东部 东一 /  / 1',
        C3: '金额 / 东部 东二 /  / 2',
        C4: '金额 / 西部 西一 /  / 3',
        C5: '金额 / 合计 /  / 6',
      },
    ],
    [
      'labels that are not repeated, until the group on their left changes',
      '地区|机构|产品|金额\n东部|东一|卡|1\n||码|2\n西部||卡|3',
      {
        D2: '金额 / 东部 东一 卡 /  / 1',
        D3: '金额 / 东部 东一 码 /  / 2',
        D4: '金额 / 西部 卡 /  / 3',
      },
    ],
    [
      'rows that head groups',
      '机构|金额|笔数\n东部|<|<\n一店|1|2\n西部|<|<\n一店|3|4\n合计|4|6',
      {
        B3: '金额 / 东部 一店 /  / 1',
        C3: '笔数 / 东部 一店 /  / 2',
        B5: '金额 / 西部 一店 /  / 3',
        C5: '笔数 / 西部 一店 /  / 4',
        B6: '金额 / 合计 /  / 4',
        C6: '笔数 / 合计 /  / 6',
      },
    ],
    [
      'periods of rows, with the title’s year',
      '2025年业务表\n月份|金额\n1月|1\n2|2',
      { B3: '金额 /  / 2025-01 / 1', B4: '金额 /  / 2025-02 / 2' },
    ],
    [
      'periods of two columns',
      '年份|季度|金额\n2025|1|10\n|2|20',
      { C2: '金额 /  / 2025Q1 / 10', C3: '金额 /  / 2025Q2 / 20' },
    ],
    [
      'periods of rows and headers',
      '年份|指标|1月|2月\n2024|收入|10|20\n2025|收入|30|40',
      {
        C2: '收入 /  / 2024-01 / 10',
        D2: '收入 /  / 2024-02 / 20',
        C3: '收入 /  / 2025-01 / 30',
        D3: '收入 /  / 2025-02 / 40',
      },
    ],
    [
      'units of rows',
      '项目|单位|2025年\n收入|万元|1.5\n交易量|万笔|2\n占比|%|3.5\n其他||4',
      {
        C2: '收入 /  / 2025 / 15000元',
        C3: '交易量 /  / 2025 / 20000笔',
        C4: '占比 /  / 2025 / 3.5%',
        C5: '其他 /  / 2025 / 4',
      },
    ],
    [
      'units merged downwards',
      '项目|单位|2025年\n收入|万元|1\n成本|^|2',
      { C2: '收入 /  / 2025 / 10000元', C3: '成本 /  / 2025 / 20000元' },
    ],
    [
      'units of cells',
      '单位：万元\n项目|2025年\n收入|1\n毛利率|7.35%\n客户|5户',
      { B3: '收入 /  / 2025 / 10000元', B4: '毛利率 /  / 2025 / 7.35%', B5: '客户 /  / 2025 / 5户' },
    ],
    [
      'two halves',
      '资产|期末|负债|期末\n现金|1|借款|3',
      { B2: '现金 期末 /  /  / 1', D2: '借款 期末 /  /  / 3' },
    ],
    [
      'rows behind a blank row',
      '机构|金额\n东部|1\n\n西部|2',
      { B2: '金额 / 东部 /  / 1', B4: '金额 / 西部 /  / 2' },
    ],
  ])('take in %s', (_, lines, facts) => {
    expect(told(lines)).toEqual(facts);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['a word among figures', '机构|金额\n东部|1\n西部|待定\n南部|—\n北部|', ['B3 待定']],
    ['an approximation', '机构|金额\n东部|1\n西部|约3亿', ['B3 约3亿']],
    ['an error of a formula', '机构|金额\n东部|1\n西部|#REF!', ['B3 #REF!']],
    ['a date', '机构|金额\n东部|1\n西部|2025-12-31', ['B3 2025-12-31']],
    ['a row without a name', '机构|金额\n东部|1\n|2', []],
    ['a row without any words', '|2025年\n收入|1\n|2', ['B3 2']],
    ['a figure merged over two columns', '机构|金额|笔数\n东部|1|2\n西部|3|<', ['B3 3']],
    ['a figure merged over rows of different names', '机构|金额\n东部|1\n西部|^\n南部|2', ['B2 1']],
    ['no gap for a figure merged with its name', '机构|金额\n东部|1\n^|^\n南部|2', []],
  ])('leave a gap for %s', (_, lines, gaps) => expect(gapsOf(lines)).toEqual(gaps));

  it('are none without a value column', () => {
    const sheet = sheetOf('机构|金额\n东部|1');
    const [table] = findLedgerTables([sheet]);
    if (!table) throw new Error('no table');
    const mapping = table.mapping.map((column) => ({ ...column, role: 'ignore' as const }));
    const { facts, gaps } = applyMapping(table, sheet, mapping);
    expect(facts).toEqual([]);
    expect(gaps).toMatchObject([{ place: '台账!A1', reason: expect.stringContaining('没有指定数值列') }]);
  });

  it('follow what a person says of a column', () => {
    const sheet = sheetOf('机构|数\n东部|1.5');
    const [table] = findLedgerTables([sheet]);
    if (!table) throw new Error('no table');
    const empty = { concept: '', scope: '', period: '', unit: '' };
    const mapping = [
      { role: 'scope' as const, ...empty },
      { role: 'value' as const, concept: '收入', scope: '自营', period: '截至2025年末', unit: '亿元' },
    ];
    expect(applyMapping(table, sheet, mapping).facts).toMatchObject([
      {
        concept: '收入',
        scope: '东部 自营',
        period: '..2025-12-31',
        value: '150000000',
        unit: '元',
        precision: 7,
      },
    ]);
    const own = mapping.map((column) =>
      column.role === 'value' ? { ...column, period: '创办以来' } : column,
    );
    expect(applyMapping(table, sheet, own).facts).toMatchObject([{ period: '创办以来' }]);
  });
});

describe('rows of a text file with more cells than their header', () => {
  const withWidths = (lines: string, widths: readonly number[]): LedgerFacts =>
    factsIn({ ...sheetOf(lines), widths });

  it('make no facts: a comma in a figure may have moved them', () => {
    const { facts, gaps } = withWidths('机构|金额|笔数|\n东部|1|2|\n西部|1|284|5', [3, 3, 4]);
    expect(facts.map(({ place }) => place)).toEqual(['台账!B2', '台账!C2']);
    expect(gaps.map(({ place }) => place)).toEqual(['台账!B3', '台账!C3', '台账!D3'].slice(0, gaps.length));
    expect(gaps[0]?.reason).toContain('错位');
  });

  it('make facts when all rows end in the same empty cell', () => {
    expect(withWidths('机构|金额|\n东部|1|\n西部|2|', [2, 3, 3]).gaps).toEqual([]);
  });
});

describe('any grid', () => {
  it('gives one fact or gap at most for a cell, and never a figure that is not there', () => {
    const text = fc.constantFrom(
      '',
      '',
      '机构',
      '金额（万元）',
      '2025年',
      '12',
      '3.5%',
      '1,200',
      '—',
      '待定',
      '<',
      '^',
      '合计',
      '注：略',
      '单位：元',
      '1月',
    );
    const lines = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, (rows) => {
        // Nothing covers the cells of the first row and column.
        const clean = rows.map((row, at) =>
          row.map((cell, column) =>
            (cell === '<' && column === 0) || (cell === '^' && at === 0) ? '' : cell,
          ),
        );
        const sheet = sheetOf(clean.map((row) => row.join('|')).join('\n'));
        const { facts, gaps } = factsIn(sheet);
        const places = [...facts, ...gaps].map(({ place }) => place);
        expect(new Set(places).size).toBe(places.length);
        for (const fact of facts) {
          const match = /!([A-F])(\d+)$/.exec(fact.place);
          const cell = sheet.rows[Number(match?.[2]) - 1]?.[(match?.[1] ?? 'A').charCodeAt(0) - 65];
          expect(cell?.text).toBe(fact.raw);
          expect(cell?.covered).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
