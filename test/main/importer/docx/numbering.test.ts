import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/main/importer/docx/numerals';
import { p, tbl, tc } from '../../../helpers/docx';
import { lines } from './reading';

const level = (at: number | string, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (levels: string, override = ''): string =>
  `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>${override}</w:num>`;
const listed = (at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`;
const item = (text: string, at = 0): string => p(text, listed(at));
const style = (id: string, inner: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;

describe('an automatic number', () => {
  it.each([
    ['decimal', '1.%1', '5亿元。', '{1.1 }5亿元。'],
    ['decimal', '%1', '2025年平稳。', '{1 }2025年平稳。'],
    ['chineseCounting', '%1', '百万元以上。', '{一 }百万元以上。'],
    ['chineseCounting', '%1、', '5亿元。', '{一、}5亿元。'],
    ['decimal', '第%1条', '总则。', '{第1条}总则。'],
  ])('never runs into a figure behind it: %s %s %s', async (format, text, words, expected) => {
    const numbering = list(level(0, format, text, '<w:suff w:val="nothing"/>'));
    expect(await lines({ body: item(words), numbering })).toEqual([expected]);
  });

  it('fills a column of empty paragraphs, as Word prints it', async () => {
    const empty = (inner = ''): string => tc(`<w:p><w:pPr>${listed(0)}</w:pPr>${inner}</w:p>`);
    const body = tbl([
      ['序号', '机构'],
      [empty(), '甲'],
      [empty('<w:r><w:t xml:space="preserve"> </w:t></w:r>'), '乙'],
      [empty(), '丙'],
    ]);
    expect(await lines({ body, numbering: list(level(0, 'decimal', '%1')) })).toEqual([
      '序号 | 机构 // {1} | 甲 // {2} | 乙 // {3} | 丙',
    ]);
  });

  it('is counted by an empty paragraph, not by a deleted one', async () => {
    const empty = (mark = ''): string => `<w:p><w:pPr>${listed(0)}${mark}</w:pPr></w:p>`;
    const body = item('甲。') + empty() + empty('<w:rPr><w:del w:id="1"/></w:rPr>') + item('乙。');
    expect(await lines({ body, numbering: list(level(0, 'decimal', '第%1条')) })).toEqual([
      '{第1条 }甲。',
      '{第3条 }乙。',
    ]);
  });

  it('keeps the numbers of lists in cells', async () => {
    const body = tbl([[tc(item('甲') + item('乙')), '1']]);
    expect(await lines({ body, numbering: list(level(0, 'decimal', '%1）')) })).toEqual([
      '{1）}甲\n{2）}乙 | 1',
    ]);
  });
});

describe('levels', () => {
  const three = (restart: string): string =>
    list(
      level(0, 'decimal', '第%1章') + level(1, 'decimal', '第%2节') + level(2, 'decimal', '第%3款', restart),
    );
  const body = [0, 1, 2, 1, 2, 0, 2].map((at) => item('文。', at)).join('');

  it.each([
    ['', '第1款 第2节 第1款 第2章 第1款'],
    ['<w:lvlRestart w:val="0"/>', '第1款 第2节 第2款 第2章 第3款'],
    ['<w:lvlRestart w:val="1"/>', '第1款 第2节 第2款 第2章 第1款'],
  ])('start anew as %s says', async (restart, expected) => {
    const shown = await lines({ body, numbering: three(restart) });
    expect(
      shown
        .slice(2)
        .map((one) => /\{(\S+) \}/.exec(one)?.[1])
        .join(' '),
    ).toBe(expected);
  });

  it('come from styles, level and list each from the nearest that says it', async () => {
    const styles =
      style('a', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('b', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
      style('c', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>') +
      style('d', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('e', '<w:basedOn w:val="d"/>');
    const numbering = list(
      level(0, 'decimal', '第%1章') +
        level(1, 'decimal', '第%2节') +
        level(2, 'decimal', '第%3款', '<w:pStyle w:val="d"/>'),
    );
    const styled = (id: string): string => p('文。', `<w:pStyle w:val="${id}"/>`);
    expect(await lines({ body: ['a', 'b', 'c', 'd', 'e'].map(styled).join(''), numbering, styles })).toEqual([
      '{第1章 }文。',
      '{第1节 }文。',
      '文。',
      '{第1款 }文。',
      '{第2款 }文。',
    ]);
  });

  it('are those of a linked list style', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="s"/>${level(0, 'decimal', '第%1条')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    expect(await lines({ body: item('文。'), numbering })).toEqual(['{第1条 }文。']);
  });

  it('are all Arabic where the list says so', async () => {
    const numbering = list(level(0, 'chineseCounting', '第%1条', '<w:isLgl/>'));
    expect(await lines({ body: item('文。'), numbering })).toEqual(['{第1条 }文。']);
  });

  it('of newer formats are read by their fallback', async () => {
    const format =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="甲, 乙"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperLetter"/></mc:Fallback></mc:AlternateContent>';
    const numbering = list(
      `<w:lvl w:ilvl="0"><w:start w:val="1"/>${format}<w:lvlText w:val="%1类"/></w:lvl>`,
    );
    expect(await lines({ body: item('文。'), numbering })).toEqual(['{A类 }文。']);
  });

  it('may be replaced by an override', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '第%1部')}</w:lvlOverride>`;
    expect(
      await lines({ body: item('文。'), numbering: list(level(0, 'decimal', '%1.'), override) }),
    ).toEqual(['{第I部 }文。']);
  });

  it.each(['-1', '9', '4000000000', '1e9', 'x', ''])('beyond the nine of a list are none: %s', async (at) => {
    const override = `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="-7"/></w:lvlOverride>`;
    const body = p('文。', `<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>`);
    const numbering = list(level(at, 'decimal', '%1.'), override);
    expect(await lines({ body, numbering, styles: style('a', '') })).toEqual(['文。']);
  });
});

describe('formatNumber', () => {
  it.each([
    [0, 'chineseCountingThousand', '零'],
    [10, 'chineseCounting', '十'],
    [21, 'japaneseCounting', '二十一'],
    [105, 'chineseCountingThousand', '一百零五'],
    [110, 'chineseCountingThousand', '一百一十'],
    [1001, 'chineseCountingThousand', '一千零一'],
    [2024, 'ideographDigital', '二〇二四'],
    [27, 'lowerLetter', 'aa'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [9, 'decimalZero', '09'],
    [10, 'decimalZero', '10'],
    [20, 'decimalEnclosedCircle', '⑳'],
    [51, 'decimalEnclosedCircle', '(51)'],
    [10, 'ideographTraditional', '癸'],
    [11, 'ideographTraditional', '11'],
    [12, 'decimalFullWidth', '１２'],
    [5, 'none', ''],
    [7, 'somethingNew', '7'],
  ])('%s as %s is %s', (value, format, expected) => expect(formatNumber(value, format)).toBe(expected));
});
