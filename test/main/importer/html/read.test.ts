import { describe, expect, it } from 'vitest';
import { compose } from '../../../../src/main/importer/compose';
import { readHtml } from '../../../../src/main/importer/html/read';
import type { SourceBlock } from '../../../../src/main/importer/source-document';

const written = (html: string): string => compose(readHtml(html)).text;
const notes = (html: string) => readHtml(html).notes.map(({ code, places }) => [code, ...places]);

describe('readHtml', () => {
  it.each([
    ['paragraphs', '<p>甲</p><p>乙</p>', '甲\n\n乙\n'],
    ['loose text', '甲<div>乙</div>丙<section>丁</section>', '甲\n\n乙\n\n丙\n\n丁\n'],
    ['white space', '<p>  全年 \n\t <b> 12.5 </b>\n万元 </p>', '全年 12.5 万元\n'],
    ['a line broken between Chinese characters', '<p>全年\n平稳，\n共</p>', '全年平稳，共\n'],
    ['a line broken between numbers', '<p>１２\n３４</p>', '１２ ３４\n'],
    ['spaces that do not break', '<p>甲&nbsp;&nbsp;乙　丙</p>', '甲\u00a0\u00a0乙　丙\n'],
    ['line breaks', '<p>甲<br> 乙<br><br>丙</p>', '甲\n乙\n\n丙\n'],
    ['text as it stands', '<pre>甲  12\n乙\t34</pre>', '甲  12\n乙\t34\n'],
    ['raised and lowered digits', '<p>120<sup>2</sup>，CO<sub>2</sub></p>', '120²，CO₂\n'],
    ['a formula', '<p>占<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>强</p>', '占 1 2 强\n'],
    [
      'rules and page breaks',
      '<p>甲</p><hr><p style="page-break-before:always">乙</p>',
      '甲\n\n\\newpage\n\n乙\n',
    ],
    ['what is no text', '<style>p{}</style><script>1</script><template>2</template><p>甲</p>', '甲\n'],
    ['markup as text', '<p>&lt;b&gt;甲&lt;/b&gt; &amp;nbsp; *乙*</p>', '\\<b>甲\\</b> \\&nbsp; \\*乙\\*\n'],
    ['blocks inside inline elements', '<b>甲<div>乙</div>丙</b>', '甲\n\n乙\n\n丙\n'],
    ['definitions and quotes', '<dl><dt>甲<dd>乙</dl><blockquote>丙</blockquote>', '甲\n\n乙\n\n丙\n'],
    ['text of no width', '<p>12\u200b3\ufeff</p>', '123\n'],
    ['nothing', '<p>&nbsp;</p>', ''],
  ])('reads %s', (_, html, expected) => expect(written(html)).toBe(expected));

  it.each([
    [
      'one title first',
      '<h1>报告</h1><h2>一、甲</h2><h3>（一）乙</h3>',
      '# 报告\n\n## 一、甲\n\n### （一）乙\n',
    ],
    [
      'several titles',
      '<h1>一、甲</h1><h2>（一）乙</h2><h1>二、丙</h1>',
      '## 一、甲\n\n### （一）乙\n\n## 二、丙\n',
    ],
    [
      'a title that does not come first',
      '<h2>甲</h2><h1>乙</h1><h6>丙</h6>',
      '### 甲\n\n## 乙\n\n###### 丙\n',
    ],
    [
      'no headings',
      '<p>一、甲</p><p>（一）乙</p><p>全年平稳。</p>',
      '## 一、甲\n\n### （一）乙\n\n全年平稳。\n',
    ],
    ['headings beside numbered text', '<h1>报告</h1><p>一、甲</p>', '# 报告\n\n一、甲\n'],
  ])('finds levels: %s', (_, html, expected) => expect(written(html)).toBe(expected));

  it.each([
    ['bullets in bullets', '<ul><li>甲<ul><li>乙</ul><li>丙</ul>', '- 甲\n    - 乙\n- 丙\n'],
    ['numbers', '<ol start=3><li>甲<li value=7>乙<li>丙</ol>', '3. 甲\n7. 乙\n8. 丙\n'],
    ['reversed numbers', '<ol reversed><li>甲<li>乙</ol>', '2. 甲\n1. 乙\n'],
    ['letters', '<ol type=A><li>甲<li>乙</ol>', 'A. 甲\n\nB. 乙\n'],
    ['Roman numbers', '<ol type=i start=4><li>甲<li>乙</ol>', 'iv. 甲\n\nv. 乙\n'],
    [
      'Chinese numbers',
      '<ol style="list-style-type: cjk-ideographic" start=10><li>甲。<li>乙。</ol>',
      '十、甲。\n\n十一、乙。\n',
    ],
    ['no marks', '<ul style="list-style: none"><li>甲</ul>', '甲\n'],
    ['several paragraphs', '<ol><li><p>甲</p><p>乙</p><li>丙</ol>', '1. 甲\n\n乙\n\n2. 丙\n'],
  ])('reads lists: %s', (_, html, expected) => expect(written(html)).toBe(expected));

  const rows = (...lines: readonly string[]): string => {
    const [header = '', ...body] = lines;
    return `${[header, `|${' --- |'.repeat(header.split('|').length - 2)}`, ...body].join('\n')}\n`;
  };

  it.each([
    ['a grid', '<tr><th>甲<th>乙<tr><td>1<td>2', rows('| 甲 | 乙 |', '| 1 | 2 |')],
    [
      'merged cells',
      '<tr><th rowspan=2>项目<th colspan=2>金额<tr><th>本年<th>上年<tr><td>甲<td>1<td>2',
      rows('| 项目 | 金额 | << |', '| ^^ | 本年 | 上年 |', '| 甲 | 1 | 2 |'),
    ],
    [
      'a block of merged cells',
      '<tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2',
      rows('| 甲 | << | 1 |', '| ^^ | ^^ | 2 |'),
    ],
    [
      'a cell that would overlap another',
      '<tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁',
      rows('| 甲 | 乙 |  |', '| 丙 | ^^ | 丁 |'),
    ],
    [
      'rowspan=0, to the end of its group',
      '<tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tbody><tr><td>乙<td>3',
      rows('| 甲 | 1 |', '| ^^ | 2 |', '| 乙 | 3 |'),
    ],
    [
      'a rowspan that ends with its group',
      '<thead><tr><td rowspan=9>甲<td>1<tbody><tr><td>乙<td>2',
      rows('| 甲 | 1 |', '| 乙 | 2 |'),
    ],
    [
      'head, body and foot in order',
      '<tfoot><tr><td>合计<td>3</tfoot><tbody><tr><td>甲<td>3</tbody><thead><tr><th>项<th>数</thead>',
      rows('| 项 | 数 |', '| 甲 | 3 |', '| 合计 | 3 |'),
    ],
    ['a caption', '<caption>表1 情况</caption><tr><td>甲<td>1', `表1 情况\n\n${rows('| 甲 | 1 |')}`],
    ['short rows', '<tr><td>甲<td>1<tr><td>乙', rows('| 甲 | 1 |', '| 乙 |  |')],
    ['paragraphs of a cell', '<tr><td><p>甲</p><p>乙</p><td>1<br>2', rows('| 甲<br>乙 | 1<br>2 |')],
    ['a numbered list of a cell', '<tr><td><ol><li>甲<li>乙</ol><td>1', rows('| 1. 甲<br>2. 乙 | 1 |')],
    [
      'a table in a table',
      '<tr><td>甲<td>前<table><tr><td>a<td>b</table>后',
      `${rows('| 甲 | 前<br>〔嵌套表〕<br>后 |')}\n${rows('| a | b |')}`,
    ],
    ['a table for the layout', '<tr><td><h2>甲</h2><p>乙</p>', '### 甲\n\n乙\n'],
    ['a cell that is not shown', '<tr><td>甲<td style="display:none">9<td>乙', rows('| 甲 | 乙 |')],
    ['a cell that is blank', '<tr><td>甲<td style="visibility:hidden">9<td>乙', rows('| 甲 |  | 乙 |')],
    ['nothing but a caption', '<caption>甲</caption>', '甲\n'],
  ])('reads tables: %s', (_, html, expected) => expect(written(`<table>${html}</table>`)).toBe(expected));

  it('names places by paragraph, table, row and cell', () => {
    const { blocks } = readHtml('<p>甲</p><table><tr><td>1<td>2</table><p>乙</p>');
    const labels = (block: SourceBlock): readonly string[] =>
      block.kind === 'table'
        ? [block.label, ...block.rows.flat().map(({ label }) => label)]
        : block.kind === 'page-break'
          ? []
          : [block.label];
    expect(blocks.flatMap(labels)).toEqual(['第1段', '表1', '表1第1行第1格', '表1第1行第2格', '第2段']);
  });

  it.each([
    ['a picture', '<p>见<img src="a.png" alt="示意  图"></p>', [['image', '第1段']]],
    [
      'a picture from elsewhere',
      '<img src="//x.cn/a.png">',
      [
        ['image', '第1段'],
        ['external', '第1段'],
      ],
    ],
    ['a chart', '<p>甲</p><svg><text>9</text></svg>', [['object', '第2段']]],
    ['a control with a value', '<input value="9"><input type=hidden value="8">', [['object', '第1段']]],
    ['hidden text', '<p hidden>9</p><p style="DISPLAY: none">8</p><p>甲</p>', [['hidden', '第1段']]],
    ['nothing hidden', '<p hidden> </p><p>甲</p>', []],
    ['hidden cells', '<table><tr><td>1<td>2<td hidden>3</table>', [['hidden', '表1']]],
    ['rows too short', '<table><tr><td>1<td>2<tr><td>3</table>', [['ragged-row', '表1第2行']]],
    [
      'tables in tables',
      '<table><tr><td>1<td><table><tr><td>2<td>3</table></table>',
      [['nested-table', '表1第1行第2格']],
    ],
    ['formulas', '<math><mn>1</mn></math>', [['equation', '第1段']]],
  ])('notes %s', (_, html, expected) => expect(notes(html)).toEqual(expected));

  it('writes what stands for pictures and objects as generated', () => {
    const { text, generated } = compose(readHtml('<p>见<img alt="流程 图">与<canvas>9</canvas>。</p>'));
    expect(text).toBe('见〔图片：流程 图〕与〔嵌入对象〕。\n');
    expect(generated.map(({ start, end }) => text.slice(start, end))).toEqual([
      '〔图片：流程 图〕',
      '〔嵌入对象〕',
    ]);
  });

  it.each([
    ['struck', '<del>甲</del>'],
    ['struck', '<span style="text-decoration: line-through">甲</span>'],
    ['inserted', '<ins>甲</ins>'],
    ['highlighted', '<mark>甲</mark>'],
    ['highlighted', '<span style="background:yellow;mso-highlight:yellow">甲</span>'],
  ])('marks text as %s: %s', (kind, html) => {
    const { marks } = compose(readHtml(`<p>前${html}后</p>`));
    expect(marks).toEqual([{ kind, detail: '', range: { start: 1, end: 2 } }]);
  });

  it.each([
    '<span style="background: white">甲</span>',
    '<p style="background-color: yellow">甲</p>',
    '<table><tr><td style="background:#ccc">甲<td>乙</table>',
  ])('marks nothing: %s', (html) => expect(compose(readHtml(html)).marks).toEqual([]));

  it.each([
    ['too-deep', '<div>'.repeat(100_000)],
    ['too-deep', '<b>'.repeat(100_000)],
    ['too-deep', Array.from({ length: 20_000 }, (_, at) => `<font size=${at}><p>x`).join('')],
    ['too-deep', '<table><tr><td>a<td>'.repeat(100)],
    ['too-large', `<table>${'<tr><td rowspan=65534 colspan=1000>'.repeat(1000)}</table>`],
    ['too-large', `<table><tr>${'<td colspan=1000>'.repeat(700)}</table>`],
  ])('refuses what is %s', (code, html) => {
    const started = performance.now();
    expect(() => readHtml(html)).toThrow(expect.objectContaining({ code }));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    ['one cell that claims the world', '<table><tr><td rowspan=65534 colspan=1000>x</table>'],
    ['many cells in a row', `<table><tr>${'<td>x'.repeat(50_000)}</table>`],
    ['many attributes', `<a ${Array.from({ length: 50_000 }, (_, at) => `a${at}`).join(' ')}>x`],
    ['text in front of an open table', `<table>${'<i>x</i>'.repeat(50_000)}`],
    ['one long style', `<p style="${'a:b;'.repeat(100_000)}">x`],
    ['white space', `${' \n'.repeat(300_000)}x`],
  ])('survives %s', (_, html) => {
    const started = performance.now();
    written(html);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
