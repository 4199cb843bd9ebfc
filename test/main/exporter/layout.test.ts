import type { ContentText, TDocumentDefinitions } from 'pdfmake/interfaces';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { layoutReport } from '../../../src/main/exporter/layout';
import { CHARACTER_PITCH, millimetres, TEXT_AREA } from '../../../src/main/exporter/layout/page';
import { fonts } from './helpers';

/** A node of the definition, as loosely as the tests need it. */
interface Node {
  readonly text?: string | readonly { readonly text: string; readonly font: string }[];
  readonly stack?: readonly Node[];
  readonly table?: { readonly widths: readonly number[]; readonly body: readonly (readonly Node[])[] };
  readonly canvas?: unknown;
  readonly svg?: string;
  readonly alignment?: string;
  readonly margin?: readonly number[];
  readonly fontSize?: number;
  readonly outlineText?: string;
  readonly outlineParentId?: string;
  readonly id?: string;
  readonly pageBreak?: string;
}

const layout = (text: string, draft = false): TDocumentDefinitions =>
  layoutReport(parseDocument(text), { draft, fonts });

const pages = (text: string): readonly (readonly Node[])[] =>
  (layout(text).content as readonly Node[]).map((page) => page.stack ?? []);

const nodes = (text: string): readonly Node[] => pages(text).flat();

const textOf = (node: Node): string =>
  typeof node.text === 'string' ? node.text : (node.text ?? []).map((run) => run.text).join('');

const find = (text: string, start: string): Node => {
  const found = nodes(text).find((node) => textOf(node).startsWith(start));
  if (!found) throw new Error(`no line begins with ${start}`);
  return found;
};

const fontOf = (node: Node): string | undefined =>
  typeof node.text === 'string' ? undefined : node.text?.[0]?.font;

const REPORT = `# 星河公司关于一季度工作的报告

云海市分行：

正文第一段。

## 一、总体情况

### （一）制度

#### 1. 明细

##### （1）细目

正文。

附件：1. 情况统计表
2. 制度清单

星河支付有限公司

2026年4月10日

## 附件1：情况统计表

表1 情况表

| 序号 | 金额（元） |
|---|---|
| 1 | 1,234.50 |
| 2 | 12.50 |
`;

describe('layoutReport', () => {
  it('sets A4 with the margins of GB/T 9704-2012 §5.2.1', () => {
    const { pageSize, pageMargins, version, language, displayTitle } = layout(REPORT);
    expect(pageSize).toEqual({ width: millimetres(210), height: millimetres(297) });
    const [left, top, right] = pageMargins as readonly number[];
    expect(left).toBeCloseTo(millimetres(28));
    expect(right).toBeCloseTo(millimetres(210 - 28 - 156));
    // The first line's square begins half a leading below 37 mm.
    expect(top).toBeCloseTo(millimetres(37) + 6.5, 0);
    expect({ version, language, displayTitle }).toEqual({
      version: '1.7',
      language: 'zh-CN',
      displayTitle: true,
    });
  });

  it('centres the title in 22 pt Song', () => {
    expect(find(REPORT, '星河公司')).toMatchObject({ alignment: 'center', fontSize: 22 });
    expect(fontOf(find(REPORT, '星河公司'))).toBe('TitleSong');
  });

  it.each([
    ['一、总体情况', 'HeiTi'],
    ['（一）制度', 'KaiTi'],
    ['1. 明细', 'FangSong'],
    ['（1）细目', 'FangSong'],
    ['正文第一段', 'FangSong'],
  ])('sets %s in %s, indented two characters', (start, font) => {
    const node = find(REPORT, start);
    expect(fontOf(node)).toBe(font);
    expect(node.fontSize).toBe(16);
    expect(node.margin?.[0]).toBeCloseTo(2 * CHARACTER_PITCH);
  });

  it('puts the addressee flush left', () => {
    expect(find(REPORT, '云海市分行：').margin?.[0]).toBe(0);
  });

  it('puts the date four characters from the right and the signatory centred above it', () => {
    const [signatory, date] = [find(REPORT, '星河支付有限公司'), find(REPORT, '2026年4月10日')];
    expect(date.alignment).toBe('right');
    expect(date.margin?.[2]).toBeCloseTo(4 * CHARACTER_PITCH);
    expect(signatory.alignment).toBe('right');
    const width = (count: number) => count * CHARACTER_PITCH;
    const centre = (node: Node, characters: number) => (node.margin?.[2] ?? 0) + width(characters) / 2;
    // The date: 8 half-width digits (2026 4 10 makes 7) and three characters.
    expect(Math.abs(centre(signatory, 8) - centre(date, 6.5))).toBeLessThan(3);
  });

  it('lists annexes one line below the text, the second number below the first', () => {
    const [first, second] = [find(REPORT, '附件：1.'), find(REPORT, '2. 制度清单')];
    expect(first.margin?.[1]).toBeGreaterThan(20);
    expect(second.margin?.[0]).toBeCloseTo(5 * CHARACTER_PITCH);
  });

  it('opens a page for an annex: label in HeiTi at the left, title centred below', () => {
    const last = pages(REPORT).at(-1) ?? [];
    expect(last[0] && textOf(last[0])).toBe('附件1：');
    expect(last[0] && fontOf(last[0])).toBe('HeiTi');
    expect(last[0]?.margin?.[0]).toBe(0);
    expect(last[1]).toMatchObject({ alignment: 'center', fontSize: 22 });
  });

  it('draws a table over the full measure, numbers to the right', () => {
    const table = nodes(REPORT).find((node) => node.table)?.table;
    expect(table?.body).toHaveLength(3);
    const inner = (table?.widths ?? []).reduce((sum, width) => sum + width, 0);
    expect(inner + 2 * 8 + 3 * 0.5).toBeCloseTo(TEXT_AREA.width);
    expect(table?.body[1]?.[1]?.stack?.[0]?.alignment).toBe('right');
    expect(table?.body[0]?.[1]?.stack?.[0]?.alignment).toBe('center');
  });

  it('nests bookmarks as the headings nest', () => {
    const marks = nodes(REPORT).filter((node) => node.outlineText !== undefined);
    expect(marks.map((node) => node.outlineText)).toEqual([
      '星河公司关于一季度工作的报告',
      '一、总体情况',
      '（一）制度',
      '1. 明细',
      '（1）细目',
      '附件1：情况统计表',
    ]);
    const byTitle = new Map(marks.map((node) => [node.outlineText, node]));
    expect(byTitle.get('（一）制度')?.outlineParentId).toBe(byTitle.get('一、总体情况')?.id);
    expect(byTitle.get('附件1：情况统计表')?.outlineParentId).toBeUndefined();
  });

  it('never ends a page with a heading', () => {
    const text = `# 题\n\n${'段落。\n\n'.repeat(19)}## 一、标题\n\n${'段落。\n\n'.repeat(5)}`;
    const [first = [], second = []] = pages(text);
    expect(first.map(textOf)).not.toContain('一、标题');
    expect(second[0] && textOf(second[0])).toBe('一、标题');
  });

  it('keeps a table’s caption with the table', () => {
    const text = `# 题\n\n${'段落。\n\n'.repeat(18)}表1 情况表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n`;
    const last = pages(text).at(-1) ?? [];
    expect(last[0] && textOf(last[0])).toBe('表1 情况表');
    expect(last[1]?.table).toBeDefined();
  });

  it('cuts a row that no page could hold', () => {
    const text = `# 题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | ${'很长的说明。'.repeat(600)} |\n`;
    const set = pages(text);
    expect(set.length).toBeGreaterThan(1);
    for (const page of set) expect(page.filter((node) => node.table)).toHaveLength(1);
  });

  it('keeps code as it stands', () => {
    const text = '# 题\n\n```\nif (a) {\n  b\n}\n```\n';
    expect(fontOf(find(text, 'if (a)'))).toBe('Mono');
    expect(find(text, 'b').margin?.[0]).toBeCloseTo(10.5);
  });

  it('draws a dot, and writes none, before an item without a number', () => {
    const list = nodes('# 题\n\n- 第一项\n');
    expect(list.some((node) => node.canvas)).toBe(true);
    expect(list.map(textOf)).toContain('第一项');
  });

  it('alternates the side of the folio', () => {
    const footer = layout(REPORT).footer as unknown as (page: number) => ContentText;
    expect(footer(1)).toMatchObject({ text: '— 1 —', alignment: 'right', fontSize: 14 });
    expect(footer(2)).toMatchObject({ text: '— 2 —', alignment: 'left' });
  });

  it('marks a draft with a word above and a drawing behind, a final report with neither', () => {
    const draft = layout(REPORT, true);
    expect((draft.header as unknown as () => ContentText)().text).toBe('草稿');
    const drawing = (draft.background as unknown as () => Node)();
    expect(drawing.svg).toContain('<path');
    expect(drawing.svg).not.toContain('<text');
    const final = layout(REPORT);
    expect(final.header).toBeUndefined();
    expect(final.background).toBeUndefined();
  });

  it('gives the same definition for the same report', () => {
    const plain = (definition: TDocumentDefinitions) => JSON.stringify(definition);
    expect(plain(layout(REPORT))).toBe(plain(layout(REPORT)));
  });
});
