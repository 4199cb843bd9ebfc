import { describe, expect, it } from 'vitest';
import { findLedgerTables } from '../../../../src/main/figures/ledger/layout';
import { sheetOf } from './sheet-of';

interface Expected {
  readonly headers: string;
  readonly data: readonly [number, number];
  readonly title?: string;
  readonly unit?: string;
  readonly column?: number;
}

const found = (lines: string): Expected[] =>
  findLedgerTables([sheetOf(lines)]).map(({ headers, dataFrom, dataTo, title, unit, columnFrom }) => ({
    headers: headers.map((path) => path.join('›')).join(' '),
    data: [dataFrom, dataTo],
    ...(title && { title }),
    ...(unit && { unit }),
    ...(columnFrom && { column: columnFrom }),
  }));

const plain = { headers: '机构 金额', data: [1, 3] } as const;

describe('a ledger table', () => {
  it.each<readonly [string, string, readonly Expected[]]>([
    ['a plain one', '机构|金额\n东部|1\n西部|2', [plain]],
    ['an empty first column', '|机构|金额\n|东部|1\n|西部|2', [{ ...plain, column: 1 }]],
    ['empty first rows', '|\n|\n机构|金额\n东部|1\n西部|2', [{ headers: '机构 金额', data: [3, 5] }]],
    ['a merged title', '业务统计表|<\n机构|金额\n东部|1', [{ ...plain, data: [2, 3], title: '业务统计表' }]],
    [
      'a title in one cell',
      '业务统计表|\n机构|金额\n东部|1',
      [{ ...plain, data: [2, 3], title: '业务统计表' }],
    ],
    [
      'a title in the middle',
      '|业务统计表||\n机构|金额|笔数|备注\n东部|1|2|',
      [{ headers: '机构 金额 笔数 备注', data: [2, 3], title: '业务统计表' }],
    ],
    [
      'a unit on the right',
      '业务统计表|<|<\n||单位：万元\n机构|金额|成本\n东部|1|2',
      [{ headers: '机构 金额 成本', data: [3, 4], title: '业务统计表 单位：万元', unit: '万元' }],
    ],
    [
      'a title and a unit side by side',
      '业务统计表||单位：亿元\n机构|金额|成本\n东部|1|2',
      [{ headers: '机构 金额 成本', data: [2, 3], title: '业务统计表 单位：亿元', unit: '亿元' }],
    ],
    [
      'who made it, when, and the unit',
      '业务统计表|<|<\n编制单位：北辰支付|2025年12月|金额单位：万元\n机构|金额|成本\n东部|1|2',
      [
        {
          headers: '机构 金额 成本',
          data: [3, 4],
          title: '业务统计表 编制单位：北辰支付 2025年12月 金额单位：万元',
          unit: '万元',
        },
      ],
    ],
    [
      'a unit in the title',
      '业务统计表（万元）\n机构|金额\n东部|1',
      [{ ...plain, data: [2, 3], title: '业务统计表（万元）', unit: '万元' }],
    ],
    [
      'a unit in the corner',
      '单位：万元|收入\n东部|1',
      [{ headers: '单位：万元 收入', data: [1, 2], unit: '万元' }],
    ],
    [
      'several units',
      '单位：万元、万笔\n机构|金额\n东部|1',
      [{ ...plain, data: [2, 3], title: '单位：万元、万笔', unit: '万元、万笔' }],
    ],
    [
      'a title apart from its table',
      '业务统计表\n\n机构|金额\n东部|1',
      [{ ...plain, data: [3, 4], title: '业务统计表' }],
    ],
    ['a header apart from its data', '机构|金额\n\n东部|1\n西部|2', [{ ...plain, data: [2, 4] }]],
    [
      'a header of two rows with merged cells',
      '机构|2024年|<|2025年|<\n^|金额|笔数|金额|笔数\n东部|1|2|3|4',
      [{ headers: '机构 2024年›金额 2024年›笔数 2025年›金额 2025年›笔数', data: [2, 3] }],
    ],
    [
      'a header of two rows without merged cells',
      '机构|2024年||2025年|\n|金额|笔数|金额|笔数\n东部|1|2|3|4',
      [{ headers: '机构 2024年›金额 2024年›笔数 2025年›金额 2025年›笔数', data: [2, 3] }],
    ],
    [
      'a header of two rows that leaves some columns alone',
      '机构|2025年||备注\n|金额|笔数|\n东部|1|2|略',
      [{ headers: '机构 2025年›金额 2025年›笔数 备注', data: [2, 3] }],
    ],
    [
      'a header of three rows',
      '机构|业务量|<|<|<\n^|2024年|<|2025年|<\n^|金额|笔数|金额|笔数\n东部|1|2|3|4',
      [
        {
          headers: '机构 业务量›2024年›金额 业务量›2024年›笔数 业务量›2025年›金额 业务量›2025年›笔数',
          data: [3, 4],
        },
      ],
    ],
    [
      'a title and a header of three rows, with a unit row between',
      '统计表|<|<\n||单位：元\n机构|业务量|<\n^|2025年|<\n^|金额|成本\n东部|1|2',
      [
        {
          headers: '机构 业务量›2025年›金额 业务量›2025年›成本',
          data: [5, 6],
          title: '统计表 单位：元',
          unit: '元',
        },
      ],
    ],
    [
      'years as numbers in its header',
      '项目|2023|2024\n收入|1|2',
      [{ headers: '项目 2023 2024', data: [1, 2] }],
    ],
    [
      'months as numbers in its header',
      '项目|202501|202502\n收入|1|2',
      [{ headers: '项目 202501 202502', data: [1, 2] }],
    ],
    ['words over two lines', '机  构|交易 金额\n东部|1', [{ headers: '机构 交易金额', data: [1, 2] }]],
    [
      'a row that numbers its columns',
      '机构|金额|笔数\n甲|1|2\n东部|5|6',
      [{ headers: '机构 金额 笔数', data: [2, 3] }],
    ],
    [
      'a row of circled numbers',
      '项目|期初|期末|增减\n栏次|①|②|③=②-①\n现金|5|7|2',
      [{ headers: '项目 期初 期末 增减', data: [2, 3] }],
    ],
    ['notes below', '机构|金额\n东部|1\n西部|2\n注：数据未经审计。\n第二行说明', [plain]],
    ['signatures below', '机构|金额\n东部|1\n西部|2\n填表人：某|审核人：某', [plain]],
    [
      'a first row of placeholders',
      '机构|金额|笔数\n东部|—|—\n西部|1|2',
      [{ headers: '机构 金额 笔数', data: [1, 3] }],
    ],
    [
      'a first row of words',
      '机构|金额|备注\n东部||新设\n西部|1|',
      [{ headers: '机构 金额 备注', data: [1, 3] }],
    ],
    ['no header', '东部|1\n西部|2', [{ headers: ' ', data: [0, 2] }]],
    ['a blank row inside', '机构|金额\n东部|1\n\n西部|2', [{ ...plain, data: [1, 4] }]],
    [
      'groups parted by blank rows',
      '机构|金额\n一、华东|\n东部|1\n\n二、华北|\n西部|2',
      [{ ...plain, data: [1, 6] }],
    ],
    [
      'other units behind a blank row',
      '单位：万元\n机构|金额\n东部|1\n\n单位：元\n西部|2',
      [
        { ...plain, data: [2, 3], title: '单位：万元', unit: '万元' },
        { headers: ' ', data: [5, 6], title: '单位：元', unit: '元' },
      ],
    ],
    [
      'another table below',
      '表一\n机构|金额\n东部|1\n\n表二\n产品|笔数\n西部|2',
      [
        { ...plain, data: [2, 3], title: '表一' },
        { headers: '产品 笔数', data: [6, 7], title: '表二' },
      ],
    ],
    [
      'another table below its notes',
      '机构|金额\n东部|1\n注：略\n产品|笔数\n西部|2',
      [
        { ...plain, data: [1, 2] },
        { headers: '产品 笔数', data: [4, 5] },
      ],
    ],
    [
      'another table beside it',
      '机构|金额||产品|笔数\n东部|1||南部|3\n西部|2||北部|4',
      [
        { headers: '机构 金额 ', data: [1, 3] },
        { headers: '产品 笔数', data: [1, 3], column: 3 },
      ],
    ],
    [
      'two halves',
      '资产|期末余额|年初余额|负债|期末余额|年初余额\n现金|1|2|借款|3|4\n存款|5|6|应付|7|8',
      [
        { headers: '资产 期末余额 年初余额', data: [1, 3] },
        { headers: '负债 期末余额 年初余额', data: [1, 3], column: 3 },
      ],
    ],
    [
      'words between figures',
      '机构|金额|等级|笔数\n东部|1|优|3\n西部|2|良|4',
      [{ headers: '机构 金额 等级 笔数', data: [1, 3] }],
    ],
    ['no figures', '机构|等级\n东部|优\n西部|良', []],
    ['only a title', '业务统计表', []],
    ['nothing', '', []],
  ])('with %s', (_, lines, expected) => expect(found(lines)).toEqual(expected));

  it('keeps its first rows as a sample', () => {
    const lines = `|机构|金额\n${Array.from({ length: 9 }, (_, at) => `|机构${at}|${at}.50`).join('\n')}`;
    const [table] = findLedgerTables([sheetOf(lines)]);
    expect(table?.sample).toEqual(Array.from({ length: 5 }, (_, at) => [`机构${at}`, `${at}.50`]));
    expect(table).toMatchObject({ sheet: '台账', headerFrom: 0, remembered: false });
  });
});

describe('the signature of a layout', () => {
  const signature = (lines: string): string => findLedgerTables([sheetOf(lines)])[0]?.signature ?? '';
  const base = '机构|2024年|<\n^|12月末余额|第四季度发生额\n东部|1|2';

  it.each([
    ['another year', base.replace('2024年', '2025年')],
    ['another month and quarter', base.replace('12月', '3月').replace('第四季度', '第一季度')],
    ['other data and a title', `统计表\n${base}\n西部|3|4`],
    ['white space', base.replace('机构', ' 机 构 ')],
    ['full-width letters and digits', base.replace('2024', '２０２４')],
  ])('is the same for %s', (_, lines) => expect(signature(lines)).toBe(signature(base)));

  it.each([
    ['another header', base.replace('机构', '产品')],
    ['another unit', base.replace('余额', '余额（万元）')],
    ['another order', '机构|2024年|<\n^|第四季度发生额|12月末余额\n东部|1|2'],
  ])('differs for %s', (_, lines) => expect(signature(lines)).not.toBe(signature(base)));

  it('has 64 hex digits', () => expect(signature(base)).toMatch(/^[0-9a-f]{64}$/));
});
