import { describe, expect, it } from 'vitest';
import { censusHtml } from '../../../../src/main/importer/census/html';

const textsOf = (source: string): readonly string[] => censusHtml(source).texts.map(({ text }) => text);
const gridsOf = (source: string): readonly (readonly (readonly string[])[])[] =>
  censusHtml(source).grids.map(({ rows }) => rows);
const table = (...rows: readonly string[]): string => `<table><tr>${rows.join('<tr>')}</table>`;

describe('censusHtml', () => {
  const TEXTS: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'blocks apart and inline elements together',
      '<div>甲<b>3,1</b><i>90</i><p>乙</p>丙</div>',
      ['甲3,190', '乙', '丙'],
    ],
    ['white space as one space', '<p> 甲\n\t 12 <b> </b>乙 </p>', ['甲 12  乙']],
    ['white space as it is in pre', '<pre>甲\n  1\t2</pre>', ['甲\n  1\t2']],
    ['line breaks', '1<br>2<hr>3', ['1\n2', '3']],
    ['raised and lowered digits', '120<sup>2</sup>CO<sub>2</sub><sup><b>34</b></sup>', ['120²CO₂³⁴']],
    [
      'nothing that a browser leaves out',
      '<title>1</title><script>2</script><style>3</style><noscript>4</noscript><template>5</template><select><option>6</select><p>0',
      ['0'],
    ],
    [
      'nothing hidden',
      '<p hidden>1</p><p style="color:red; DISPLAY : None">2</p><p style="visibility:hidden">3</p><p style="display:none !important">4</p><p>5<!-- 6 --></p>',
      ['5'],
    ],
    [
      'pictures and frames as nothing, apart',
      '1<img alt="2">3<iframe>4</iframe>5<object>6</object>7<wbr>8',
      ['1 3 5 78'],
    ],
    ['entities', '<p>1&nbsp;2&#51;&lt;&sup2;', ['1\u00a023<²']],
    ['formulas, whose parts stand apart', '<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>', ['1  2']],
    ['captions', '<table><caption>题1</caption><tr><td>2<td>3</table>', ['题1', '2', '3']],
    ['list items without their markers', '<ol start="7"><li>甲<li>乙</ol>', ['甲', '乙']],
    [
      'a table of one cell as what is in it',
      '<p>1</p><table><tr><td colspan="3"><p>2</p>3</table>',
      ['1', '2', '3'],
    ],
    ['what shows as a block', '1<span style="display:block">2</span>3', ['1', '2', '3']],
    ['a page without a body', '<frameset><frame></frameset>', []],
  ];

  it.each(TEXTS)('counts %s', (_, source, texts) => expect(textsOf(source)).toEqual(texts));

  const GRIDS: readonly (readonly [string, string, readonly (readonly (readonly string[])[])[]])[] = [
    [
      'cells',
      table('<td>1<td><p>2<p>3', '<th>4<td>'),
      [
        [
          ['1', '2\n3'],
          ['4', ''],
        ],
      ],
    ],
    [
      'short rows',
      table('<td>1<td>2', '<td>3'),
      [
        [
          ['1', '2'],
          ['3', ''],
        ],
      ],
    ],
    [
      'columns',
      table('<td colspan=2>1<td>2', '<td>3<td>4<td>5'),
      [
        [
          ['1', '1', '2'],
          ['3', '4', '5'],
        ],
      ],
    ],
    [
      'rows',
      table('<td rowspan=2>1<td>2', '<td>3', '<td>4<td>5'),
      [
        [
          ['1', '2'],
          ['1', '3'],
          ['4', '5'],
        ],
      ],
    ],
    [
      'rows and columns',
      table('<td>1<td rowspan=2 colspan=2>2', '<td>3', '<td>4<td>5<td>6'),
      [
        [
          ['1', '2', '2'],
          ['3', '2', '2'],
          ['4', '5', '6'],
        ],
      ],
    ],
    [
      'rows to the end of the section',
      '<table><tbody><tr><td rowspan=0>1<td>2<tr><td>3<tbody><tr><td>4<td>5</table>',
      [
        [
          ['1', '2'],
          ['1', '3'],
          ['4', '5'],
        ],
      ],
    ],
    [
      'no rows beyond the section',
      '<table><thead><tr><th rowspan=9>1<th>2<tbody><tr><td>3<td>4</table>',
      [
        [
          ['1', '2'],
          ['3', '4'],
        ],
      ],
    ],
    [
      'head first and feet last',
      '<table><tfoot><tr><td>5<td>6<tbody><tr><td>3<td>4<thead><tr><td>1<td>2</table>',
      [
        [
          ['1', '2'],
          ['3', '4'],
          ['5', '6'],
        ],
      ],
    ],
    [
      'spans that are none',
      table('<td colspan=0>1<td colspan=x>2<td rowspan=-2>3<td colspan="2px">4'),
      [[['1', '2', '3', '4', '4']]],
    ],
    [
      'no hidden cells and rows',
      table('<td>1<td style="display:none">8<td>2', '<td>3<td style="visibility:hidden">9'),
      [
        [
          ['1', '2'],
          ['3', ''],
        ],
      ],
    ],
    [
      'nested tables behind theirs, and their text there only',
      table(`<td>1${table('<td>5<td>6')}2<td>3`),
      [[['1\n2', '3']], [['5', '6']]],
    ],
    [
      'a nested table of one cell with the cell around it',
      table(`<td>1${table('<td>5')}2<td>3`),
      [[['1\n5\n2', '3']]],
    ],
  ];

  it.each(GRIDS)('counts %s', (_, source, grids) => expect(gridsOf(source)).toEqual(grids));

  it('caps columns at 1000', () => {
    expect(gridsOf(table('<td colspan=100000>1<td>2'))[0]?.[0]).toHaveLength(1001);
  });

  it('says where texts stand, and gives the text of each cell once', () => {
    const { texts } = censusHtml(`<p>甲</p>${table('<td colspan=2>1<td>2', '<td>3<td><td>5')}<p>乙`);
    expect(texts.map(({ text, label }) => ({ text, label }))).toEqual([
      { text: '甲', label: '正文第1段' },
      { text: '1', label: '表1第1行第1格' },
      { text: '2', label: '表1第1行第3格' },
      { text: '3', label: '表1第2行第1格' },
      { text: '5', label: '表1第2行第3格' },
      { text: '乙', label: '正文第2段' },
    ]);
  });

  const HOSTILE: readonly (readonly [string, string, string])[] = [
    ['elements within each other', '<div>'.repeat(100_000), 'too-deep'],
    ['tables within tables', `${'<table><tr><td>1<td>'.repeat(9)}`, 'too-deep'],
    ['many wide cells', table('<td colspan=1000>1'.repeat(1000)), 'too-large'],
    [
      'a tall cell over many rows',
      table('<td rowspan=60000 colspan=1000>1', ...Array.from({ length: 1000 }, () => '<td>2')),
      'too-large',
    ],
  ];

  it.each(HOSTILE)('refuses %s', (_, source, code) => {
    const started = performance.now();
    expect(() => censusHtml(source)).toThrow(expect.objectContaining({ code }));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
