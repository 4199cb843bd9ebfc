import { describe, expect, it } from 'vitest';
import { annexes, annexLabel, captionLabel, headingNumber } from '../../../src/main/document/labels';
import { ordinalValue } from '../../../src/main/document/numerals';
import { parseDocument } from '../../../src/main/document/parse';
import type { Label, Prose } from '../../../src/shared/model/document';

const proseOf = (text: string): Prose => ({ text, start: 0, gaps: [] });
const shown = (label: Label | null): string | null => (label ? `${label.noun}/${label.number}` : null);

describe('heading numbers', () => {
  it.each([
    ['一、总体情况', '一、', 'han-comma', 1],
    ['十二、总体情况', '十二、', 'han-comma', 12],
    ['（三）总体情况', '（三）', 'han-paren', 3],
    ['(二十一) 总体情况', '(二十一)', 'han-paren', 21],
    ['1. 总体情况', '1.', 'arabic-dot', 1],
    ['2、总体情况', '2、', 'arabic-dot', 2],
    ['（1）总体情况', '（1）', 'arabic-paren', 1],
    ['第三章 总体情况', '第三章', 'chapter', 3],
    ['第2部分 总体情况', '第2部分', 'chapter', 2],
    ['1.1 总体情况', '1.1', 'decimal', 1],
    ['2.3.12总体情况', '2.3.12', 'decimal', 12],
  ])('%s', (text, raw, scheme, value) => {
    expect(headingNumber(text)).toEqual({ raw, scheme, value });
  });

  it.each(['总体情况', '一个方面', '3.5亿元的投入', '2025年情况', '第三方支付', '12家机构', ''])(
    'none: %s',
    (text) => {
      expect(headingNumber(text)).toBeNull();
    },
  );
});

describe('ordinals', () => {
  it.each([
    ['7', 7],
    ['十', 10],
    ['二十', 20],
    ['三十五', 35],
    ['一百零二', 102],
    ['二〇', 20],
    ['', null],
    ['甲', null],
    ['十十', null],
  ])('%s', (text, value) => {
    expect(ordinalValue(text)).toBe(value);
  });
});

describe('captions', () => {
  it.each([
    ['图1 流程示意图', '图/1'],
    ['表 2 统计表', '表/2'],
    ['图 3：流程', '图/3'],
    ['图1-2 流程', '图/1-2'],
    ['表一 统计表', '表/一'],
    ['表3', '表/3'],
    ['图4云杉钱包首页', '图/4'],
    ['表1显示', null],
    ['表1显示，交易额增长。', null],
    ['图2和图3', null],
    ['图2、图3为首页', null],
    ['表一致性核对', null],
    ['图书馆收费', null],
    ['如图1', null],
    ['表1 统计情况如下：', null],
    [`图1 ${'甲'.repeat(60)}`, null],
  ])('%s', (text, label) => {
    expect(shown(captionLabel(proseOf(text)))).toBe(label);
  });

  it('gives the place of noun and number', () => {
    expect(captionLabel({ text: '表 2 甲', start: 12, gaps: [] })?.range).toEqual({ start: 12, end: 15 });
  });
});

describe('annex labels', () => {
  it.each([
    ['附件1：名单', '附件/1'],
    ['附录2 名单', '附录/2'],
    ['附件', '附件/'],
    ['附件：名单', '附件/'],
    ['附件二：名单', '附件/二'],
    ['附表1-1 名单', '附表/1-1'],
    ['附录A 名单', '附录/A'],
    ['【附件3】名单', '附件/3'],
    ['附件1名单', '附件/1'],
    ['附件清单', null],
    ['附件一致性', null],
    ['见附件1', null],
  ])('%s', (text, label) => {
    expect(shown(annexLabel(proseOf(text)))).toBe(label);
  });
});

describe('annexes', () => {
  const found = (text: string): readonly string[] =>
    annexes(parseDocument(text)).map(
      ({ label, blocks }) => `${shown(label)}: ${blocks.map((b) => b.kind).join()}`,
    );
  const table = '| a |\n|---|\n| 1 |';

  it.each([
    [
      'headings',
      `# 题\n\n## 附件1：甲\n\n${table}\n\n## 附件2：乙\n\n丙`,
      ['附件/1: table', '附件/2: paragraph'],
    ],
    [
      'up to a heading of the level',
      `# 题\n\n## 附录1\n\n### 甲\n\n乙\n\n## 其他\n\n丙`,
      ['附录/1: heading,paragraph'],
    ],
    ['with a title of its own', `# 附件\n\n# 名单\n\n${table}\n\n# 其他`, ['附件/: heading,table']],
    [
      'plain lines behind the date',
      `# 题\n\n甲。\n\n2026年1月10日\n\n**附件1**\n\n名单\n\n${table}\n\n附件2：乙\n\n${table}`,
      ['附件/1: paragraph,table', '附件/2: table'],
    ],
    ['plain line behind a page break', `# 题\n\n甲。\n\n\\newpage\n\n附件\n\n${table}`, ['附件/: table']],
    ['a list of annexes is none', '# 题\n\n甲。\n\n附件：1. 名单\n\n某某有限公司\n\n2026年1月10日', []],
    ['a sentence is none', '# 题\n\n---\n\n附件1 已另行报送。', []],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
