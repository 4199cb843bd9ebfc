import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { compose } from '../../../src/main/importer/compose';
import type { SourceBlock, SourceCell, Span } from '../../../src/main/importer/source-document';

const written = (...blocks: readonly SourceBlock[]) => compose({ blocks, notes: [] });
const paragraph = (...spans: readonly (Span | string)[]): SourceBlock => ({
  kind: 'paragraph',
  label: '段',
  spans: spans.map((span) => (typeof span === 'string' ? { text: span } : span)),
});
const item = (marker: string, depth: number, text: string): SourceBlock => ({
  ...{ kind: 'item', label: '项', marker, depth },
  spans: [{ text }],
});
const cell = (text: string): SourceCell => ({ label: '格', spans: [{ text }] });
const covered = (from: 'left' | 'up'): SourceCell => ({ label: '格', spans: [], covered: from });
const table = (...rows: readonly (readonly SourceCell[])[]): SourceBlock => ({
  kind: 'table',
  label: '表',
  rows,
});

describe('compose', () => {
  it('writes every kind of block', () => {
    const blocks = [
      { kind: 'heading', level: 1, label: '题', spans: [{ text: '云杉支付\n年度报告' }] } as const,
      paragraph('　　全年平稳。'),
      item('-', 0, '甲'),
      item('-', 1, '乙'),
      { kind: 'page-break' } as const,
      table([cell('项目'), cell('金额')], [cell('收入'), cell('1,204.5')]),
    ];
    expect(written(...blocks).text).toBe(
      [
        '# 云杉支付<br>年度报告',
        '全年平稳。',
        '- 甲\n    - 乙',
        '\\newpage',
        '| 项目 | 金额 |\n| --- | --- |\n| 收入 | 1,204.5 |\n',
      ].join('\n\n'),
    );
  });

  it('writes merged cells, breaks, pipes and tabs of a table', () => {
    const grid = table(
      [cell('类别'), cell('金额'), covered('left')],
      [covered('up'), cell('本年\n上年'), cell('甲|乙')],
      [cell('1\t2'), cell(''), cell('<<')],
    );
    expect(written(grid).text).toBe(
      '| 类别 | 金额 | << |\n| --- | --- | --- |\n| ^^ | 本年<br>上年 | 甲\\|乙 |\n| 1 2 |  | \\<< |\n',
    );
  });

  it('writes a table of one row', () => {
    expect(written(table([cell('甲'), cell('乙')])).text).toBe('| 甲 | 乙 |\n| --- | --- |\n');
  });

  it('keeps a header of dashes', () => {
    const { text } = written(table([cell('-'), cell('-')], [cell('1'), cell('2')]));
    expect(parseDocument(text).blocks).toMatchObject([
      {
        kind: 'table',
        broken: false,
        header: { cells: [{ prose: { text: '-' } }, { prose: { text: '-' } }] },
      },
    ]);
  });

  it.each([
    ['empty lines part paragraphs', '甲\n\n乙', '甲\n\n乙\n'],
    ['a line break stays', '甲\n　乙', '甲\n乙\n'],
    ['a tab stays', '甲\t12\t34', '甲\t12\t34\n'],
    ['wide spaces stay inside', '甲　乙\u00a0丙', '甲　乙\u00a0丙\n'],
    ['nothing of no width stays', '\ufeff甲\u200b乙\u00ad丙\u0007', '甲乙丙\n'],
    ['other line breaks are line breaks', '12\v34\u202856', '12\n34\n56\n'],
    ['nothing is nothing', ' \n\t　', ''],
  ])('%s', (_, text, expected) => expect(written(paragraph(text)).text).toBe(expected));

  it.each([
    ['deeper than the one before', [0, 3, 9], [0, 1, 2]],
    ['out and in again', [2, 1, 1, 0, 1], [0, 1, 1, 0, 1]],
    [
      'deeper than any list goes',
      Array.from({ length: 14 }, (_, depth) => depth),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 8],
    ],
  ])('keeps the depth of items: %s', (_, depths, expected) => {
    for (const marker of ['-', '7.', '1234.']) {
      const { text } = written(...depths.map((depth) => item(marker, depth, '甲')));
      const read = parseDocument(text).blocks.map((block) => (block.kind === 'list-item' ? block.depth : -1));
      expect(read.slice(0, expected.length)).toEqual(expected);
      expect(new Set(read.slice(expected.length)).has(-1)).toBe(false);
    }
  });

  it('keeps items apart whatever their markers', () => {
    const markers = ['-', '5.', '-', '1.', '12.', '-'];
    const { text } = written(...markers.map((marker) => item(marker, 0, '甲')));
    expect(parseDocument(text).blocks.map((block) => block.kind === 'list-item' && block.marker)).toEqual(
      markers,
    );
  });

  it('writes a number that is no Markdown marker as words', () => {
    const { text, generated } = written(item('（一）', 0, '甲'));
    expect(text).toBe('（一） 甲\n');
    expect(generated).toEqual([{ start: 0, end: 4 }]);
  });

  it('maps blocks and cells, not what covers a cell', () => {
    const { text, map } = written(
      paragraph('2*3'),
      table([cell('a|b'), covered('left')], [cell(''), cell('c')]),
    );
    expect(map.map(({ range }) => text.slice(range.start, range.end))).toEqual(['2*3', 'a\\|b', '', 'c']);
  });

  it('says what was generated: markers and spans', () => {
    const { text, generated } = written(
      item('3.', 0, '甲'),
      paragraph({ text: '（一）', generated: true }, '总体*情况*', { text: '〔图片〕', generated: true }),
    );
    expect(text).toBe('3. 甲\n\n（一）总体\\*情况\\*〔图片〕\n');
    expect(generated.map(({ start, end }) => text.slice(start, end))).toEqual(['3.', '（一）', '〔图片〕']);
  });

  it('joins equal marks of neighbouring spans', () => {
    const marks = [{ kind: 'highlighted', detail: '' }] as const;
    const { text, marks: found } = written(
      paragraph('全年', { text: '增', marks }, { text: '长', marks }, '约', { text: '3%', marks }),
    );
    expect(found.map(({ range }) => text.slice(range.start, range.end))).toEqual(['增长', '3%']);
  });

  it('lets a deletion stand where it stood, and part no highlight', () => {
    const highlighted = { kind: 'highlighted', detail: '' } as const;
    const deleted = { kind: 'deleted', detail: '旧' } as const;
    const { marks } = written(
      paragraph(
        { text: '甲', marks: [highlighted] },
        { text: '', marks: [deleted] },
        { text: '乙', marks: [highlighted] },
      ),
      paragraph({ text: '', marks: [{ kind: 'deleted', detail: '整段' }] }),
    );
    expect(marks).toEqual([
      { kind: 'highlighted', detail: '', range: { start: 0, end: 2 } },
      { kind: 'deleted', detail: '旧', range: { start: 1, end: 1 } },
      { kind: 'deleted', detail: '整段', range: { start: 2, end: 2 } },
    ]);
  });

  it('takes time in proportion to the text', () => {
    const sentence = '2025年，交易额为12.5万元，见[2025]3号文，张**等5人，<5%，**重点**内容。';
    const time = (count: number): number => {
      const source = Array.from({ length: count }, () => paragraph(sentence));
      const started = performance.now();
      written(...source);
      return performance.now() - started;
    };
    time(2000);
    expect(Math.min(time(20_000), time(20_000))).toBeLessThan(Math.max(40 * time(2000), 1500));
  });
});
