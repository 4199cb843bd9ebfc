import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import type { Block } from '../../../src/shared/model/document';

const summary = (block: Block): string => {
  if (block.kind === 'table') return `table ${block.rows.length}${block.broken ? ' broken' : ''}`;
  if (block.kind === 'heading') return `heading ${block.level} ${block.prose.text}`;
  if (block.kind === 'list-item') return `item ${block.depth} ${block.marker} ${block.prose.text}`;
  return 'prose' in block ? `${block.kind} ${block.prose.text}` : block.kind;
};

const blocksOf = (text: string): readonly string[] => parseDocument(text).blocks.map(summary);

describe('blocks', () => {
  it.each([
    ['empty text', '', []],
    ['blank lines', '\n　\n \n', []],
    ['headings', '# 甲\n## 乙\n####### 丙', ['heading 1 甲', 'heading 2 乙', 'paragraph ####### 丙']],
    ['a rule right below text is no heading', '甲\n---\n乙', ['paragraph 甲', 'divider', 'paragraph 乙']],
    ['double rule below text stays text', '甲\n===', ['paragraph 甲\n===']],
    ['indented text is a paragraph', '    甲1\n\n\t乙', ['paragraph 甲1', 'paragraph 乙']],
    ['ideographic indent begins a paragraph', '　　甲\n　　乙\n丙', ['paragraph 甲', 'paragraph 乙\n丙']],
    ['a line of ideographic spaces parts', '甲\n　　\n乙', ['paragraph 甲', 'paragraph 乙']],
    ['HTML is text', '<div>\n甲\n\n乙</div>', ['paragraph 甲', 'paragraph 乙']],
    ['link definitions are text', '[1]: 12万元', ['paragraph [1]: 12万元']],
    ['list', '- 甲\n- 乙\n  - 丙', ['item 0 - 甲', 'item 0 - 乙', 'item 1 - 丙']],
    ['ordered list', '1. 甲\n2) 乙', ['item 0 1. 甲', 'item 0 2) 乙']],
    ['second paragraph of an item', '1. 甲\n\n   乙', ['item 0 1. 甲', 'paragraph 乙']],
    ['empty item', '-\n- 甲', ['item 0 - ', 'item 0 - 甲']],
    ['list in a list on one line', '- 1. 甲', ['item 1 1. 甲']],
    ['heading in an item', '- # 甲', ['heading 1 甲']],
    ['quotes', '> 甲\n>\n> 乙\n\n> > 丙', ['paragraph 甲', 'paragraph 乙', 'paragraph 丙']],
    ['item in a quote', '> - 甲', ['item 0 - 甲']],
    ['fence', '甲\n```\n12\n```\n乙', ['paragraph 甲', 'code', 'paragraph 乙']],
    ['unclosed fence', '甲\n```\n12\n\n乙', ['paragraph 甲\n```\n12', 'paragraph 乙']],
    ['form feed', '甲\n\f\n乙', ['paragraph 甲', 'page-break', 'paragraph 乙']],
    ['form feed before a heading', '甲\n\n\f# 乙', ['paragraph 甲', 'heading 1 乙']],
    ['page break command', '甲\n\\newpage\n乙', ['paragraph 甲', 'page-break', 'paragraph 乙']],
    [
      'page break by style',
      '<div style="page-break-after: always"></div>\n\n甲',
      ['page-break', 'paragraph 甲'],
    ],
    ['page break comment', '甲\n\n<!-- pagebreak -->', ['paragraph 甲', 'page-break']],
    ['caption', '*图1 流程示意图*\n\n**表2：甲乙**', ['caption 图1 流程示意图', 'caption 表2：甲乙']],
    ['caption below a picture', '![](a.png)\n图1 甲', ['paragraph ', 'caption 图1 甲']],
    ['caption above a unit note', '表1 甲\n单位：万元', ['caption 表1 甲', 'paragraph 单位：万元']],
    ['caption above a table', '表1 甲\n| a |\n|---|\n| 1 |', ['caption 表1 甲', 'table 1']],
    ['a sentence about a table', '表1显示增长。', ['paragraph 表1显示增长。']],
    [
      'text above and below a table',
      '甲\n| a | b |\n|---|---|\n| 1 | 2 |\n\n乙',
      ['paragraph 甲', 'table 1', 'paragraph 乙'],
    ],
    [
      'signature without blank lines',
      '特此报告。\n某某支付有限公司\n2026年1月10日',
      ['paragraph 特此报告。', 'paragraph 某某支付有限公司', 'paragraph 2026年1月10日'],
    ],
  ])('%s', (_name, source, expected) => {
    expect(blocksOf(source)).toEqual(expected);
  });

  it('takes whole lines, marks included, without the line break', () => {
    const text = '> - **甲**\n>   乙\n\n## 丙 ##\n';
    const ranges = parseDocument(text).blocks.map(({ range }) => text.slice(range.start, range.end));
    expect(ranges).toEqual(['> - **甲**\n>   乙', '## 丙 ##']);
  });

  it('points each block at the heading above', () => {
    const { blocks } = parseDocument('甲\n\n# 乙\n\n丙\n\n## 丁\n\n戊');
    expect(blocks.map((block) => block.section)).toEqual([-1, 1, 1, 3, 3]);
    expect(blocks.map((block) => block.index)).toEqual([0, 1, 2, 3, 4]);
  });

  it('content of fenced code', () => {
    const text = '```js\na\nb\n```\n\n~~~\n~~~';
    const contents = parseDocument(text).blocks.map((block) =>
      block.kind === 'code' ? text.slice(block.content.start, block.content.end) : null,
    );
    expect(contents).toEqual(['a\nb', '']);
  });

  it.each([
    ['甲\n\n# 乙', '乙'],
    ['## 甲\n\n乙', '甲'],
    ['甲<br>乙', '甲乙'],
    ['| a |\n|---|', ''],
    ['', ''],
  ])('title of %j', (text, title) => {
    expect(parseDocument(text).title).toBe(title);
  });
});
