import { describe, expect, it } from 'vitest';
import { censusText } from '../../../../src/main/importer/census/text';
import type { Census } from '../../../../src/main/importer/source-document';

const shapeOf = ({ texts, grids }: Census): readonly unknown[] => [
  texts.map(({ text }) => text),
  grids.map(({ rows }) => rows),
];

describe('censusText', () => {
  const CASES: readonly (readonly [
    string,
    string,
    readonly string[],
    readonly (readonly (readonly string[])[])[],
  ])[] = [
    ['lines', '甲12\n\n 乙 \n', ['甲12', ' 乙 '], []],
    [
      'lines with as many tabs',
      '甲\n项目\t本年\n利息\t 5 \n合计\t5\t6\n',
      ['甲', '项目', '本年', '利息', '5', '合计\t5\t6'],
      [
        [
          ['项目', '本年'],
          ['利息', '5'],
        ],
      ],
    ],
    [
      'empty cells',
      '\t甲\t\n1\t\t2\n',
      ['甲', '1', '2'],
      [
        [
          ['', '甲', ''],
          ['1', '', '2'],
        ],
      ],
    ],
    ['a line with tabs alone', '甲\t乙\n丙\n', ['甲\t乙', '丙'], []],
    ['tabs that only indent', '\t甲\n\t乙\n', ['\t甲', '\t乙'], []],
    ['no tables over pages', '甲\t乙\n\f丙\t丁\n', ['甲\t乙', '丙\t丁'], []],
    [
      'Markdown tables',
      '| 甲 | 乙 |\n|---|:-:|\n| 1 | <<|\n| ^^ | a\\|b |\n丙',
      ['甲', '乙', '1', 'a|b', '丙'],
      [
        [
          ['甲', '乙'],
          ['1', '1'],
          ['1', 'a|b'],
        ],
      ],
    ],
    ['pipes without a rule', '| 甲 | 乙 |\n| 1 | 2 |\n', ['| 甲 | 乙 |', '| 1 | 2 |'], []],
    ['a rule of another width', '| 甲 | 乙 |\n|---|\n', ['| 甲 | 乙 |', '|---|'], []],
    ['marks as they are', '**甲** `1` <b> # 5\n', ['**甲** `1` <b> # 5'], []],
    [
      'marks of merged cells between tabs as text',
      '甲\t<<\n^^\t5\n',
      ['甲', '<<', '^^', '5'],
      [
        [
          ['甲', '<<'],
          ['^^', '5'],
        ],
      ],
    ],
  ];

  it.each(CASES)('counts %s', (_, text, texts, grids) => {
    expect(shapeOf(censusText(text))).toEqual([texts, grids]);
  });

  it('says where texts stand', () => {
    expect(censusText('甲\n\f\n乙\n1\t2\n3\t4').texts.map(({ label }) => label)).toEqual([
      '第1行',
      '第3行',
      ...['表1第1行第1格', '表1第1行第2格', '表1第2行第1格', '表1第2行第2格'],
    ]);
  });

  it.each([
    ['tabs', '1\t'.repeat(700_000)],
    ['pipes', `${'|1'.repeat(700_000)}|`],
  ])('refuses a table of too many %s', (_, line) => {
    const rule = line.startsWith('|') ? `\n${'|-'.repeat(700_000)}|` : '';
    expect(() => censusText(`${line}${rule}\n${line}`)).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  it.each([
    ['indented lines', '\t甲\n'.repeat(100_000)],
    ['rules', '|-|-|\n'.repeat(100_000)],
    ['backticks', '|`'.repeat(100_000)],
  ])('reads many %s quickly', (_, text) => {
    const started = performance.now();
    censusText(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
