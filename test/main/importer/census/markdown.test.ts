import { describe, expect, it } from 'vitest';
import { censusMarkdown } from '../../../../src/main/importer/census/markdown';
import { proveLossless } from '../../../../src/main/importer/proof';

const gridsOf = (text: string): readonly (readonly (readonly string[])[])[] =>
  censusMarkdown(text).grids.map(({ rows }) => rows);

describe('censusMarkdown', () => {
  const GRIDS: readonly (readonly [string, string, readonly (readonly (readonly string[])[])[]])[] = [
    [
      'cells',
      '| 甲 | 乙 |\n|---|:-:|\n| 1 | |\n',
      [
        [
          ['甲', '乙'],
          ['1', ''],
        ],
      ],
    ],
    [
      'cells without outer pipes',
      '甲 | 乙\n---|---\n1 | 2\n',
      [
        [
          ['甲', '乙'],
          ['1', '2'],
        ],
      ],
    ],
    [
      'marks, pipes and breaks in cells',
      '| **甲** | `a\\|b` |\n|---|---|\n| 1<br>2 | *3* |\n',
      [
        [
          ['甲', 'a|b'],
          ['1\n2', '3'],
        ],
      ],
    ],
    [
      'merged cells',
      '| 甲 | << | 乙 |\n|---|---|---|\n| ^^ | << | ^^ |\n| 1 | 2 | 3 |\n',
      [
        [
          ['甲', '甲', '乙'],
          ['甲', '甲', '乙'],
          ['1', '2', '3'],
        ],
      ],
    ],
    [
      'rows of other widths',
      '| 甲 | 乙 |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n',
      [
        [
          ['甲', '乙', ''],
          ['1', '', ''],
          ['1', '2', '3'],
        ],
      ],
    ],
    [
      'a table that goes on to a blank line',
      '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n注 3\n\n| 丙 |\n',
      [
        [
          ['甲', '乙'],
          ['1', '2'],
          ['注 3', ''],
        ],
      ],
    ],
    [
      'a rule of another width',
      '| 甲 | 乙 |\n|---|\n| 1 | 2 |\n注 3\n',
      [
        [
          ['甲', '乙'],
          ['1', '2'],
        ],
      ],
    ],
    [
      'framed lines without a rule',
      '| 甲 | 乙 |\n| 1 | 2 |\n| 3 | 4 |\n',
      [
        [
          ['甲', '乙'],
          ['1', '2'],
          ['3', '4'],
        ],
      ],
    ],
    ['no tables in code', '```\n| 甲 | 乙 |\n|---|---|\n```\n', []],
    ['no table of one cell', '| 甲 |\n|---|\n', []],
  ];

  it.each(GRIDS)('counts %s', (_, text, grids) => expect(gridsOf(text)).toEqual(grids));

  it('says where texts stand', () => {
    const { texts } = censusMarkdown('# 甲\n\n乙\n\n| 1 | 2 |\n|---|---|\n\n```\n3\n```\n');
    expect(texts.map(({ text, label }) => ({ text, label }))).toEqual([
      { text: '# 甲', label: '第1行' },
      { text: '乙', label: '第3行' },
      { text: '1', label: '表1第1行第1格' },
      { text: '2', label: '表1第1行第2格' },
      { text: '3', label: '第9行' },
    ]);
  });

  const HONEST: readonly (readonly [string, string])[] = [
    ['headings, quotes and lists', '# 甲1 #\n\n> 乙2\n> 丙\n\n- 3\n  - 4\n* 5\n\n1. 六\n2) 七\n'],
    ['lists within items', '- 1. 甲\n- - 乙\n'],
    ['marks that close and marks that do not', '**甲3**.5 3*4*5 138****1234 a_b ~~6~~ `7` \\*8\\*\n'],
    ['marks over lines', '**甲\n12** `乙\n3`\n'],
    ['links and pictures', '[甲1](https://a.cn/2) ![图3](4.png "5") [6] (7) <https://a.cn/8>\n'],
    [
      'tags and entities',
      '<span style="width:5px">甲</span>1&nbsp;2<br>3<td>4</td><td>5</td> \\<b> \\&nbsp; <某5>\n',
    ],
    ['comments', '甲<!-- 5 -->乙 <!--\n6\n--> 丙\n\n<!--\n\n7 -->\n'],
    ['rules and page breaks', '甲\n\n---\n\n***\n\n\\newpage\n\n乙\n---\n'],
    ['code', '```js\nlet 甲 = 5 // <b>\n\n- 6\n```\n\n~~~\n`7`\n~~~\n'],
    ['a fence that nothing closes', '```\n甲 5\n\n- 6\n'],
    ['indented code', '甲\n\n    乙 5\n'],
    ['tables', '表1 甲\n\n| **甲** | 3* |\n|---|---|\n| 1<br>2 | << |\n| ^^ | \\| |\n'],
    ['broken tables', '| 甲 | 乙 |\n|---|\n| 1 | 2 |\n\n|---|---|\n| 3 | 4 |\n\n| 5 |\n'],
    ['no final line break', '甲 5'],
  ];

  it.each(HONEST)('agrees with the checker about %s', (_, text) => {
    expect(proveLossless(censusMarkdown(text), text, []).differences).toEqual([]);
  });

  it.each([
    ['comments', '<!--'.repeat(100_000)],
    ['fences', '```\n\n~~~~\n\n'.repeat(20_001)],
    ['links', '](('.repeat(100_000)],
    ['tags', '<b '.repeat(100_000)],
    ['lines', '甲\n'.repeat(200_000)],
    ['rules', '|-|-|\n\n'.repeat(100_000)],
  ])('reads many %s quickly', (_, text) => {
    const started = performance.now();
    censusMarkdown(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
