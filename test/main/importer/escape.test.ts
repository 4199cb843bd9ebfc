import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { compose } from '../../../src/main/importer/compose';

const label = '段';
const paragraph = (text: string): string =>
  compose({ blocks: [{ kind: 'paragraph', label, spans: [{ text }] }], notes: [] }).text.slice(0, -1);
const heading = (text: string): string =>
  compose({ blocks: [{ kind: 'heading', level: 2, label, spans: [{ text }] }], notes: [] }).text.slice(3, -1);

describe('escaping', () => {
  it.each([
    '2*3',
    '2 * 3 * 4',
    '2*3*4',
    '<5%',
    'a<b且c>d',
    '[2025]3号',
    '云杉发[2025]12号（见附件）',
    '张**、李**、王**',
    '138****5678',
    '2026年__月__日',
    'pay_order_id',
    '5~10万元',
    '*注：本表不含手续费。',
    '甲\\乙',
    '甲`乙',
    '&amp;与A&B',
    '#3号机房',
    '-5.2%',
    '+3.1个百分点',
    '1. 完善制度',
    '3) 完善制度',
    '1.5亿元',
    '甲|乙|丙',
    '|甲|乙|',
    '第一行|甲\n第二行|乙',
    '1 > 0',
  ])('leaves %j as it is', (text) => expect(paragraph(text)).toBe(text));

  it.each([
    ['**重点**内容', '\\*\\*重点\\*\\*内容'],
    ['*甲*', '\\*甲\\*'],
    ['_甲_', '\\_甲\\_'],
    ['~~甲~~', '\\~\\~甲\\~\\~'],
    ['接口`a`可用', '接口\\`a\\`可用'],
    ['甲<br>乙', '甲\\<br>乙'],
    ['<!-- 甲 -->', '\\<!-- 甲 -->'],
    ['[附件](a)', '\\[附件\\](a)'],
    ['![图](a)', '!\\[图](a)'],
    ['![图](a b c)', '!\\[图](a b c)'],
    ['甲&nbsp;乙', '甲\\&nbsp;乙'],
    ['见<https://example.com>', '见\\<https://example.com>'],
    ['甲\\*乙', '甲\\\\*乙'],
    ['甲\\\n乙', '甲\\\\\n乙'],
    ['# 甲', '\\# 甲'],
    ['> 甲', '\\> 甲'],
    ['- 甲', '\\- 甲'],
    ['* 甲', '\\* 甲'],
    ['---', '\\---'],
    ['* * *', '\\* * *'],
    ['```', '\\```'],
    ['~~~', '\\~~~'],
    ['1.', '1\\.'],
    ['1. - 甲', '1. \\- 甲'],
    ['1. 甲\n2. 乙', '1. 甲\n2\\. 乙'],
    ['甲\n---\n乙', '甲\n\\---\n乙'],
    ['甲|乙\n---|---', '甲|乙\n---\\|---'],
    ['|甲|\n|乙|\n|丙|', '\\|甲|\n\\|乙|\n\\|丙|'],
    ['\\newpage', '\\\\newpage'],
    ['<div style="break-after: page">', '\\<div style="break-after: page">'],
  ])('writes %j as %j', (text, expected) => expect(paragraph(text)).toBe(expected));

  it.each([
    ['语言C#', '语言C#'],
    ['甲 #', '甲 \\#'],
    ['甲 ##', '甲 \\##'],
    ['##', '\\##'],
    ['# 甲', '# 甲'],
    ['- 甲', '- 甲'],
    ['1. 甲', '1. 甲'],
  ])('writes the heading %j as %j', (text, expected) => expect(heading(text)).toBe(expected));

  it('keeps cells apart that hold one backtick each', () => {
    const row = ['`', '甲', '`'].map((text) => ({ label, spans: [{ text }] }));
    const { text } = compose({ blocks: [{ kind: 'table', label, rows: [row, row] }], notes: [] });
    const [block] = parseDocument(text).blocks;
    expect(block?.kind === 'table' && block.rows[0]?.cells.map(({ prose }) => prose.text)).toEqual([
      '`',
      '甲',
      '`',
    ]);
  });

  it.each([
    ['stars', '*a'],
    ['backticks', '`a``'],
    ['links', '[a](b)'],
    ['link ends', '](a)'],
    ['tags', '<b>'],
    ['half tags', '<b a="'],
    ['comments', '<!--'],
    ['backslashes', '\\'],
    ['entities', '&nbsp;'],
    ['pipes', '|a|\n'],
    ['rules', '- '],
    ['all of them', '*_`[<'],
  ])('survives hostile text: %s', (_, unit) => {
    const started = performance.now();
    const text = paragraph(unit.repeat(200_000 / unit.length));
    expect(text.length).toBeGreaterThan(100_000);
    // Generous: a quadratic step takes minutes here.
    expect(performance.now() - started).toBeLessThan(6000);
  });
});
