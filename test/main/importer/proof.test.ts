import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proveLossless } from '../../../src/main/importer/proof';
import type { Census } from '../../../src/main/importer/source-document';
import type { Difference, LosslessProof } from '../../../src/shared/model/source';

type Rows = readonly (readonly string[])[];

/** A census of paragraphs and, behind them, tables without merged cells. */
function census(paragraphs: readonly string[], ...tables: readonly Rows[]): Census {
  const grids = tables.map((rows, index) => ({ label: `表${index + 1}`, rows }));
  const cells = grids.flatMap(({ label, rows }) =>
    rows.flatMap((row, r) => row.map((text, c) => ({ text, label: `${label}第${r + 1}行第${c + 1}格` }))),
  );
  return {
    texts: [...paragraphs.map((text, at) => ({ text, label: `正文第${at + 1}段` })), ...cells],
    grids,
  };
}

const tableText = ([header = [], ...rows]: Rows): string =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const working = (paragraphs: readonly string[], ...tables: readonly Rows[]): string =>
  `${[...paragraphs, ...tables.map(tableText)].join('\n\n')}\n`;

const brief = ({ differences }: LosslessProof): readonly string[] =>
  differences.map(({ kind, place }) => `${kind} ${place}`);

const PARAGRAPHS = [
  '晨星公司全年收入3,190.25万元，同比增长8.5%。',
  '截至年末有员工1202人，其中技术人员120人。',
];
const INCOME: Rows = [
  ['项目', '上年', '本年'],
  ['利息', '120', '135'],
  ['服务费', '80', '95.5'],
];
const STAFF: Rows = [
  ['机构', '人数'],
  ['东部', '31'],
  ['西部', '42'],
];
const SOURCE = census(PARAGRAPHS, INCOME, STAFF);
const TEXT = working(PARAGRAPHS, INCOME, STAFF);

describe('proveLossless', () => {
  it('finds nothing where nothing is wrong, and counts what it compared', () => {
    expect(proveLossless(SOURCE, TEXT, [])).toEqual({
      numbers: 10,
      tables: 2,
      cells: 15,
      characters: 87,
      differences: [],
      differenceCount: 0,
    });
  });

  const WRONG: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a digit dropped from a paragraph',
      TEXT.replace('3,190.25', '3,19.25'),
      ['number-missing 正文第1段', 'number-added 工作稿第1行', 'text 全文'],
    ],
    [
      'a digit dropped from a cell',
      TEXT.replace('95.5', '9.5'),
      ['cell 表1第3行第3格', 'number-missing 表1第3行第3格', 'number-added 工作稿第8行', 'text 全文'],
    ],
    [
      'the digits of a number swapped',
      TEXT.replace('1202', '1220'),
      ['number-missing 正文第2段', 'number-added 工作稿第3行'],
    ],
    [
      'cells moved one column to the right',
      TEXT.replace('| 利息 | 120 | 135 |', '|  | 利息 | 120 | 135 |'),
      ['table 表1'],
    ],
    [
      'cells moved one column within the table',
      TEXT.replace('| 利息 | 120 | 135 |', '| 135 | 利息 | 120 |'),
      ['cell 表1第2行第1格', 'cell 表1第2行第2格', 'cell 表1第2行第3格'],
    ],
    [
      'two cells swapped',
      TEXT.replace('| 120 | 135 |', '| 135 | 120 |'),
      ['cell 表1第2行第2格', 'cell 表1第2行第3格'],
    ],
    [
      'two rows swapped',
      working(PARAGRAPHS, INCOME, [
        ['机构', '人数'],
        ['西部', '31'],
        ['东部', '42'],
      ]),
      ['cell 表2第2行第1格', 'cell 表2第3行第1格'],
    ],
    [
      'two numbers run together',
      TEXT.replace('1202人，其中技术人员120人', '1202120人，其中技术人员人'),
      ['number-missing 正文第2段', 'number-missing 正文第2段', 'number-added 工作稿第3行'],
    ],
    [
      'a number cut in two',
      TEXT.replace('3,190.25', '3,190\n.25'),
      ['number-missing 正文第1段', 'number-added 工作稿第1行', 'number-added 工作稿第1行'],
    ],
    [
      'a number cut in two by a paragraph',
      TEXT.replace('1202', '12\n\n02'),
      ['number-missing 正文第2段', 'number-added 工作稿第3行', 'number-added 工作稿第5行'],
    ],
    [
      'a row lost',
      working(PARAGRAPHS, INCOME.slice(0, 2), STAFF),
      ['table 表1', 'number-missing 表1第3行第2格', 'number-missing 表1第3行第3格', 'text 全文'],
    ],
    [
      'a table lost',
      working(PARAGRAPHS, STAFF),
      [
        'table 表1',
        ...['表1第2行第2格', '表1第2行第3格', '表1第3行第2格', '表1第3行第3格'].map(
          (at) => `number-missing ${at}`,
        ),
        'text 全文',
      ],
    ],
    [
      'a table twice',
      working(PARAGRAPHS, INCOME, STAFF, STAFF),
      ['table 工作稿第15行', 'number-added 工作稿第12行', 'number-added 工作稿第13行', 'text 全文'],
    ],
    ['two tables swapped', working(PARAGRAPHS, STAFF, INCOME), ['table 表1', 'table 工作稿第10行']],
    [
      'a paragraph lost',
      working(PARAGRAPHS.slice(1), INCOME, STAFF),
      ['number-missing 正文第1段', 'number-missing 正文第1段', 'text 全文'],
    ],
    ['a number twice', TEXT.replace('120人', '120 120人'), ['number-added 工作稿第3行', 'text 全文']],
    ['a word lost', TEXT.replace('技术', ''), ['text 全文']],
    [
      'a minus lost',
      TEXT.replace('95.5', '−95.5'),
      ['cell 表1第3行第3格', 'number-missing 表1第3行第3格', 'number-added 工作稿第8行', 'text 全文'],
    ],
    [
      'a percent sign at another number',
      TEXT.replace('3,190.25', '3,190.25%').replace('8.5%', '8.5'),
      [
        'number-missing 正文第1段',
        'number-missing 正文第1段',
        'number-added 工作稿第1行',
        'number-added 工作稿第1行',
      ],
    ],
    [
      'full-width digits made half-width',
      working(['共１２项'], INCOME, STAFF).replace('１２', '12'),
      [
        'number-missing 正文第1段',
        'number-missing 正文第1段',
        'number-missing 正文第2段',
        'number-missing 正文第2段',
        'number-added 工作稿第1行',
        'text 全文',
        'text 全文',
      ],
    ],
  ];

  it.each(WRONG)('reports %s', (_, text, expected) => {
    const proof = proveLossless(SOURCE, text, []);
    expect(brief(proof)).toEqual(expected);
    expect(proof.differenceCount).toBe(expected.length);
  });

  it('shows what stands at the places', () => {
    const text = TEXT.replace('3,190.25', '3,19.25').replace('| 120 | 135 |', '| 120 | 153 |');
    const expected: readonly Difference[] = [
      { kind: 'cell', place: '表1第2行第3格', expected: '135', actual: '153' },
      {
        kind: 'number-missing',
        place: '正文第1段',
        expected: '晨星公司全年收入【3,190.25】万元，同比增长8.5%。',
        actual: '',
      },
      { kind: 'number-missing', place: '表1第2行第3格', expected: '【135】', actual: '' },
      {
        kind: 'number-added',
        place: '工作稿第1行',
        expected: '',
        actual: '晨星公司全年收入【3,19.25】万元，同比增长8.5%。',
      },
      { kind: 'number-added', place: '工作稿第7行', expected: '', actual: '【153】' },
      { kind: 'text', place: '全文', expected: '“0”5次', actual: '“0”4次' },
    ];
    expect(proveLossless(SOURCE, text, []).differences).toEqual(expected);
  });

  it('tells which table is lost, and which cell of another is wrong', () => {
    const tables = Array.from(
      { length: 9 },
      (_, at): Rows => [
        ['机构', '人数'],
        [`第${at}部`, `${at}1`],
        [`外${at}部`, `${at}2`],
      ],
    );
    const kept = tables
      .filter((_, at) => at !== 2)
      .map((rows) => rows.map((row) => row.map((text) => text.replace('72', '27'))));
    const proof = proveLossless(census([], ...tables), working([], ...kept), []);
    expect(brief(proof).filter((place) => /^(?:table|cell)/.test(place))).toEqual([
      'table 表3',
      'cell 表8第3行第2格',
    ]);
  });

  it('compares a merged cell at each place that it covers', () => {
    const source = census(
      [],
      [
        ['项目', '本年', '本年'],
        ['项目', '笔数', '金额'],
        ['利息', '5', '60'],
      ],
    );
    const texts = source.texts.filter((_, at) => at !== 2 && at !== 3);
    const merged = '| 项目 | 本年 | << |\n|---|---|---|\n| ^^ | 笔数 | 金额 |\n| 利息 | 5 | 60 |\n';
    expect(proveLossless({ ...source, texts }, merged, []).differences).toEqual([]);
    expect(
      brief(proveLossless({ ...source, texts }, merged.replace('<<', '').replace('^^', '^^'), [])),
    ).toEqual(['cell 表1第1行第3格']);
    expect(brief(proveLossless({ ...source, texts }, merged.replace('| ^^', '| <<'), []))).toEqual([
      'cell 表1第2行第1格',
    ]);
  });

  const HONEST: readonly (readonly [string, Census, string])[] = [
    [
      'white space of other kinds',
      census(['收入 3,190\u00a0万元', '　　共12项\t'], STAFF),
      working(['收入\u00a03,190 万元', '共12项'], STAFF),
    ],
    ['a paragraph cut between words', census(['甲12乙34']), '甲12\n\n乙34\n'],
    ['paragraphs joined with a line break', census(['甲12', '34乙']), '甲12\n34乙\n'],
    [
      'zero-width characters and soft hyphens inside a number',
      census(['共1\u200b2\u00ad3\ufeff4项']),
      '共1234项\n',
    ],
    ['a line break inside a number', census(['共12\n34项']), '共12\n34项\n'],
    ['other line breaks', census(['共12\u000b34\u008556项\r78']), '共12\n34\n56项\n78\n'],
    [
      'escapes',
      census(['138\\*\\*\\*1234 a_b_c 1|2 # <b>', '1. 甲', '- 乙']),
      '138\\\\\\*\\\\\\*\\\\\\*1234 a\\_b\\_c 1|2 # \\<b>\n\n1\\. 甲\n\n\\- 乙\n',
    ],
    ['a typed marker that reads as a list item', census(['1. 甲', '3) 乙']), '1. 甲\n\n3) 乙\n'],
    ['characters of two units', census(['𠮷𠮷3']), '𠮷𠮷3\n'],
    [
      'rows and columns without text',
      census([], [...STAFF.map((row) => [...row, '']), ['', '', '']]),
      working([], STAFF),
    ],
    [
      'a cell of several lines',
      census(
        [],
        [
          ['机构', '人\n数'],
          ['东部\n12', '31'],
        ],
      ),
      '| 机构 | 人<br>数 |\n|---|---|\n| 东部<br>12 | 31 |\n',
    ],
    [
      'literal marks of merged cells',
      census(
        [],
        [
          ['甲', '<<'],
          ['^^', '5'],
        ],
      ),
      '| 甲 | \\<< |\n|---|---|\n| \\^^ | 5 |\n',
    ],
    ['code', census(['甲 12']), '```\n甲 12\n```\n'],
    ['page breaks', census(['甲', '乙']), '甲\n\n\\newpage\n\n乙\n'],
  ];

  it.each(HONEST)('accepts %s', (_, source, text) => {
    expect(proveLossless(source, text, []).differences).toEqual([]);
  });

  const ranges = (text: string): readonly { start: number; end: number }[] =>
    [...text.matchAll(/〔[^〕]*〕|^ *(?:-|\d\.)(?= )/gm)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));

  const GENERATED: readonly (readonly [string, Census, string])[] = [
    ['a placeholder between digits', census(['共12 34项']), '共12〔图片〕34项\n'],
    ['numbers inside it', census(['共12项']), '〔表2〕共12项〔图3〕\n'],
    [
      'all of a cell',
      census(
        [],
        [
          ['', '5'],
          ['6', '7'],
        ],
      ),
      '| 〔图片1〕 | 5 |\n|---|---|\n| 6 | 7〔图片2〕 |\n',
    ],
    ['list markers', census(['甲', '乙', '丙']), '1. 甲\n2. 乙\n    - 丙\n'],
    ['escapes inside it', census(['共5项']), '共〔\\*9\\*〕5项\n'],
  ];

  it.each(GENERATED)('leaves out what was generated: %s', (_, source, text) => {
    expect(proveLossless(source, text, ranges(text)).differences).toEqual([]);
    expect(proveLossless(source, text, []).differences).not.toEqual([]);
  });

  it('never joins what stands around a generated stretch', () => {
    const text = '共12〔图片〕34项\n';
    expect(brief(proveLossless(census(['共1234项']), text, ranges(text)))).toEqual([
      'number-missing 正文第1段',
      'number-added 工作稿第1行',
      'number-added 工作稿第1行',
    ]);
  });

  it('lists 200 differences and counts all', () => {
    const proof = proveLossless(census(Array.from({ length: 500 }, (_, at) => `第${at}项`)), '无\n', []);
    expect(proof.differences).toHaveLength(200);
    expect(proof.differences.at(-1)?.kind).toBe('text');
    expect(proof.differenceCount).toBe(502);
  });

  it('does not let a large merged cell make the comparison long', () => {
    const text = '甲'.repeat(1_000_000);
    const rows = Array.from({ length: 100 }, () =>
      Array.from({ length: 1000 }, (_, at) => (at === 0 ? '' : text)),
    );
    const started = performance.now();
    const proof = proveLossless(
      { texts: [{ text, label: '表1第1行第1格' }], grids: [{ label: '表1', rows }] },
      '',
      [],
    );
    expect(proof.differenceCount).toBe(2);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

const words = fc
  .array(fc.constantFrom('甲', '乙', '丙丁', '收入', '，', ' ', 'a', '％'), { maxLength: 6 })
  .map((all) => all.join(''));
const number = fc.tuple(fc.nat(99_999), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`);
const sentence = fc
  .array(fc.tuple(words, number), { minLength: 1, maxLength: 4 })
  .map((all) => `文${all.flat().join('')}。`);
const grid = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 5 }))
  .chain(([width, height]) =>
    fc.array(fc.array(number, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const report = fc.tuple(fc.array(sentence, { maxLength: 4 }), fc.array(grid, { minLength: 1, maxLength: 3 }));

describe('proveLossless, in general', () => {
  it('accepts every text that is as its source', () => {
    fc.assert(
      fc.property(report, ([paragraphs, tables]) => {
        const proof = proveLossless(census(paragraphs, ...tables), working(paragraphs, ...tables), []);
        expect(proof.differences).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('reports any one visible character that is changed, lost or doubled', () => {
    fc.assert(
      fc.property(
        report,
        fc.nat(),
        fc.constantFrom('', '0', '7', '戊', 'double'),
        ([paragraphs, tables], seed, change) => {
          const text = working(paragraphs, ...tables);
          const places = [...text.matchAll(/[^\s|-]/g)].map(({ index }) => index);
          const at = places[seed % places.length] ?? 0;
          const unit = text.charAt(at);
          const put = change === 'double' ? unit + unit : change;
          fc.pre(put !== unit);
          const broken = text.slice(0, at) + put + text.slice(at + 1);
          const { differenceCount } = proveLossless(census(paragraphs, ...tables), broken, []);
          expect(differenceCount).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reports any two different cells that change places', () => {
    fc.assert(
      fc.property(report, fc.nat(), fc.nat(), ([paragraphs, tables], first, second) => {
        const flat = tables.flatMap((rows, table) =>
          rows.flatMap((row, r) => row.map((text, c) => ({ table, r, c, text }))),
        );
        const a = flat[first % flat.length];
        const b = flat[second % flat.length];
        fc.pre(a !== undefined && b !== undefined && a.text !== b.text);
        const swapped = tables.map((rows, table) =>
          rows.map((row, r) =>
            row.map((text, c) => {
              if (a?.table === table && a.r === r && a.c === c) return b?.text ?? '';
              return b?.table === table && b.r === r && b.c === c ? (a?.text ?? '') : text;
            }),
          ),
        );
        const proof = proveLossless(census(paragraphs, ...tables), working(paragraphs, ...swapped), []);
        expect(proof.differenceCount).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
