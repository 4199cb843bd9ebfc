import { describe, expect, it } from 'vitest';
import { helpBlocks, inLanguage } from '../../src/renderer/text/markdown-blocks';

describe('helpBlocks', () => {
  it('reads headings, paragraphs and lists', () =>
    expect(helpBlocks('# 标题\n\n第一行\n第二行\n\n- 一\n- 二\n')).toEqual([
      { kind: 'heading', level: 1, text: '标题' },
      { kind: 'paragraph', text: '第一行第二行' },
      { kind: 'list', ordered: false, items: ['一', '二'] },
    ]));
  it('keeps a space between Latin lines', () =>
    expect(helpBlocks('one two\nthree')).toEqual([{ kind: 'paragraph', text: 'one two three' }]));
  it('reads numbered lists with continued items', () =>
    expect(helpBlocks('1. a\n   b\n2. c')).toEqual([{ kind: 'list', ordered: true, items: ['a b', 'c'] }]));
  it('reads tables and code, also code that never closes', () =>
    expect(helpBlocks('| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n<b>x</b>')).toEqual([
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
      { kind: 'code', text: '<b>x</b>' },
    ]));
  it('takes HTML for plain text', () =>
    expect(helpBlocks('<img src=x>')).toEqual([{ kind: 'paragraph', text: '<img src=x>' }]));

  it('keeps lines that stand four spaces in as they are', () =>
    expect(helpBlocks('误：\n\n    | 4 | 5 |\n      x\n\n正：')).toEqual([
      { kind: 'paragraph', text: '误：' },
      { kind: 'code', text: '| 4 | 5 |\n  x' },
      { kind: 'paragraph', text: '正：' },
    ]));
});

describe('inLanguage', () => {
  it('takes the half of a page that is in the language of the window', () => {
    const page = '# 单元格\n\n一段。\n\n---\n\n# Cell\n\nA paragraph.\n';
    expect(inLanguage(page, 'zh-CN').trim()).toBe('# 单元格\n\n一段。');
    expect(inLanguage(page, 'en').trim()).toBe('# Cell\n\nA paragraph.');
    expect(inLanguage('# 只有中文', 'en')).toBe('# 只有中文');
  });
});
