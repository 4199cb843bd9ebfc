import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { layoutReport } from '../../../src/main/exporter/layout';
import { CHARACTER_PITCH, millimetres, PAGE, TEXT_AREA } from '../../../src/main/exporter/layout/page';
import type { Part } from '../../../src/main/exporter/layout/parts';
import type { Mark, PlacedReport, PlacedTable, PlacedText } from '../../../src/main/exporter/layout/placed';
import { fonts } from './helpers';

const layout = (text: string, draft = false): PlacedReport =>
  layoutReport(parseDocument(text), { draft, fonts });

const pages = (text: string): readonly (readonly Mark[])[] => layout(text).pages.map((page) => page.marks);

const marks = (text: string): readonly Mark[] => pages(text).flat();

const isText = (mark: Mark): mark is PlacedText => mark.kind === 'text';
const isTable = (mark: Mark): mark is PlacedTable => mark.kind === 'table';

const textOf = (mark: Mark | undefined): string =>
  mark?.kind === 'text' ? mark.runs.map((run) => run.text).join('') : '';

const find = (text: string, start: string): PlacedText => {
  const found = marks(text)
    .filter(isText)
    .find((mark) => textOf(mark).startsWith(start));
  if (!found) throw new Error(`no line begins with ${start}`);
  return found;
};

const fontOf = (mark: PlacedText): string | undefined => mark.runs[0]?.font;

/** Characters from the left edge of the text area to a line, and from its end to the right edge. */
const indentOf = (mark: PlacedText): number => (mark.x - TEXT_AREA.left) / CHARACTER_PITCH;
const roomAfter = (mark: PlacedText): number =>
  (TEXT_AREA.left + TEXT_AREA.width - mark.x - mark.width) / CHARACTER_PITCH;

/** A part and those below it, as `Table(TR(TH TH) TR(TD TD))`. */
const outline = (part: Part): string =>
  part.parts.length === 0 ? part.tag : `${part.tag}(${part.parts.map(outline).join(' ')})`;

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
  it('fills the text area of GB/T 9704-2012 §5.2.1 from its first line', () => {
    const first = find('国'.repeat(40), '国');
    expect(first.x).toBeCloseTo(millimetres(28) + 2 * CHARACTER_PITCH);
    // The first line's square begins half a leading below 37 mm; the base line is 0.88 em below its top.
    expect(first.y).toBeCloseTo(millimetres(37) + (TEXT_AREA.height / 22 - 16) / 2 + 0.88 * 16, 1);
    expect(PAGE).toEqual({ width: millimetres(210), height: millimetres(297) });
  });

  it('centres the title in 22 pt Song', () => {
    const title = find(REPORT, '星河公司');
    expect(title.size).toBe(22);
    expect(indentOf(title)).toBeCloseTo(roomAfter(title));
    expect(fontOf(title)).toBe('TitleSong');
  });

  it.each([
    ['一、总体情况', 'HeiTi'],
    ['（一）制度', 'KaiTi'],
    ['1. 明细', 'FangSong'],
    ['（1）细目', 'FangSong'],
    ['正文第一段', 'FangSong'],
  ])('sets %s in %s, indented two characters', (start, font) => {
    const line = find(REPORT, start);
    expect(fontOf(line)).toBe(font);
    expect(line.size).toBe(16);
    expect(indentOf(line)).toBeCloseTo(2);
  });

  it('puts the addressee flush left', () => {
    expect(indentOf(find(REPORT, '云海市分行：'))).toBeCloseTo(0);
  });

  it('puts the date four characters from the right and the signatory centred above it', () => {
    const [signatory, date] = [find(REPORT, '星河支付有限公司'), find(REPORT, '2026年4月10日')];
    expect(roomAfter(date)).toBeCloseTo(4);
    const centre = (mark: PlacedText) => mark.x + mark.width / 2;
    expect(centre(signatory)).toBeCloseTo(centre(date));
    expect(signatory.y).toBeLessThan(date.y);
  });

  it('never leaves the signatory alone on a page, GB/T 9704-2012 §7.3.5.4', () => {
    const text = (lines: number) =>
      `# 题\n\n${'段落。\n\n'.repeat(lines)}特此报告。\n\n星河支付有限公司\n\n2026年4月10日\n`;
    for (let lines = 12; lines < 22; lines += 1) {
      const last = (pages(text(lines)).at(-1) ?? []).map(textOf);
      expect(last.slice(-3)).toEqual(['特此报告。', '星河支付有限公司', '2026年4月10日']);
    }
  });

  it('lists annexes one line below the text, the second number below the first', () => {
    const [last, first, second] = ['正文。', '附件：1.', '2. 制度清单'].map((start) => find(REPORT, start));
    expect((first?.y ?? 0) - (last?.y ?? 0)).toBeCloseTo((2 * TEXT_AREA.height) / 22, 0);
    expect(second && indentOf(second)).toBeCloseTo(5);
  });

  it('opens a page for an annex: label in HeiTi at the left, title centred below', () => {
    const [label, title] = (pages(REPORT).at(-1) ?? []).filter(isText);
    expect(textOf(label)).toBe('附件1：');
    expect(label && fontOf(label)).toBe('HeiTi');
    expect(label && indentOf(label)).toBeCloseTo(0);
    expect(title?.size).toBe(22);
  });

  it('draws a table over the full measure, numbers to the right', () => {
    const table = marks(REPORT).find(isTable);
    expect(table?.rows).toHaveLength(3);
    const right = Math.max(...(table?.rules ?? []).map((rule) => rule.x + rule.width));
    expect(right).toBeCloseTo(TEXT_AREA.left + TEXT_AREA.width);
    const number = table?.rows[1]?.[1]?.lines[0];
    expect(number && number.x + number.width).toBeCloseTo(right - 0.5 - 4);
  });

  it('nests bookmarks as the headings nest', () => {
    const found = layout(REPORT).pages.flatMap((page) => page.bookmarks);
    expect(found.map(({ title, depth }) => `${depth} ${title}`)).toEqual([
      '0 星河公司关于一季度工作的报告',
      '0 一、总体情况',
      '1 （一）制度',
      '2 1. 明细',
      '3 （1）细目',
      '0 附件1：情况统计表',
    ]);
  });

  it('tags headings, paragraphs, lists, tables with their captions, and figures', () => {
    const list = '# 题\n\n正文。\n\n- 甲\n  - 乙\n- 丙\n\n〔图片：流程〕\n\n图1 流程图\n\n图2 无图\n';
    expect(outline(layout(list).root)).toBe(
      'Document(H1 P L(LI(LBody(L(LI(LBody)))) LI(LBody)) Figure(Caption) Figure(Caption))',
    );
    expect(
      layout(list)
        .root.parts.slice(-2)
        .map((part) => part.alt),
    ).toEqual(['流程', '图2 无图']);
    expect(outline(layout(REPORT).root)).toBe(
      'Document(H1 P P H2 H3 H4 H5 P P P P H2 Table(Caption TR(TH TH) TR(TD TD) TR(TD TD)))',
    );
  });

  it('tags a merged cell once, with what it reaches over', () => {
    const { root } = layout('| 甲 | << | 乙 |\n|---|---|---|\n| 丙 | 1 | 2 |\n| ^^ | 3 | 4 |\n');
    expect(outline(root)).toBe('Document(Table(TR(TH TH) TR(TD TD TD) TR(TD TD)))');
    const [header, row] = root.parts[0]?.parts ?? [];
    expect(header?.parts[0]).toMatchObject({ columns: 2, rows: 1 });
    expect(row?.parts[0]).toMatchObject({ columns: 1, rows: 2 });
  });

  it('reads in the order of the structure, and repeats headers for the eye only', () => {
    const rows = Array.from({ length: 80 }, (_, at) => `| ${at} | 说明${at} |`).join('\n');
    const report = layout(`# 题\n\n| 序号 | 说明 |\n|---|---|\n${rows}\n`);
    const order: Part[] = [];
    const walk = (part: Part): void => {
      order.push(part);
      part.parts.forEach(walk);
    };
    walk(report.root);
    const tables = report.pages.flatMap((page) => page.marks.filter(isTable));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables.slice(1))
      expect(table.rows[0]?.flatMap((cell) => cell.lines.map((line) => line.part))).toEqual([null, null]);
    const read = report.pages
      .flatMap((page) => page.marks)
      .flatMap((mark) => (isTable(mark) ? mark.rows.flat().flatMap((cell) => cell.lines) : [mark]))
      .flatMap((mark) => (mark.kind === 'text' && mark.part ? [order.indexOf(mark.part)] : []));
    expect(read).toEqual([...read].sort((a, b) => a - b));
    expect(new Set(read).size).toBe(1 + 2 + 160);
  });

  it('never ends a page with a heading', () => {
    const text = `# 题\n\n${'段落。\n\n'.repeat(19)}## 一、标题\n\n${'段落。\n\n'.repeat(5)}`;
    const [first = [], second = []] = pages(text);
    expect(first.map(textOf)).not.toContain('一、标题');
    expect(textOf(second[0])).toBe('一、标题');
  });

  it('keeps a table’s caption with the table, and a figure’s with its frame', () => {
    const text = `# 题\n\n${'段落。\n\n'.repeat(18)}表1 情况表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n`;
    const last = pages(text).at(-1) ?? [];
    expect(textOf(last[0])).toBe('表1 情况表');
    expect(last[1]?.kind).toBe('table');
    const figure = pages(`# 题\n\n${'段落。\n\n'.repeat(14)}图1 流程图\n`).at(-1) ?? [];
    expect(figure.map((mark) => mark.kind)).toEqual(['rules', 'text']);
  });

  it('cuts a row that no page could hold', () => {
    const text = `# 题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | ${'很长的说明。'.repeat(600)} |\n`;
    const set = pages(text);
    expect(set.length).toBeGreaterThan(1);
    for (const page of set) expect(page.filter(isTable)).toHaveLength(1);
  });

  it('keeps code as it stands', () => {
    const text = '# 题\n\n```\nif (a) {\n  b\n}\n```\n';
    expect(fontOf(find(text, 'if (a)'))).toBe('Mono');
    expect(find(text, 'b').x - TEXT_AREA.left).toBeCloseTo(10.5);
  });

  it('draws a dot, and writes none, before an item without a number', () => {
    const list = marks('# 题\n\n- 第一项\n');
    expect(list.map((mark) => mark.kind)).toContain('dot');
    expect(list.map(textOf)).toContain('第一项');
  });

  it('alternates the side of the folio', () => {
    const [first, second] = layout(`${'段落。\n\n'.repeat(30)}`).pages.map((page) => page.folio);
    expect([textOf(first), first?.size, first && roomAfter(first)]).toEqual(['— 1 —', 14, expect.closeTo(1)]);
    expect([textOf(second), second && indentOf(second)]).toEqual(['— 2 —', expect.closeTo(1)]);
  });

  it('marks a draft with a word above, a final report with none', () => {
    expect(layout(REPORT, true).draftWord?.runs[0]?.text).toBe('草稿');
    expect(layout(REPORT).draftWord).toBeNull();
  });

  it('gives the same pages for the same report', () => {
    const plain = (report: PlacedReport) => JSON.stringify(report);
    expect(plain(layout(REPORT))).toBe(plain(layout(REPORT)));
  });
});

/** Every table of a text: whether its pages are turned, its type size, and what stands in its cells, line by line. */
const tablesOf = (text: string) =>
  layout(text).pages.flatMap((page) =>
    page.marks.filter(isTable).map((table) => ({
      turned: page.turned,
      size: table.rows[0]?.[0]?.lines[0]?.size,
      cells: table.rows.map((row) => row.map((cell) => cell.lines.map(textOf))),
    })),
  );

const wide = (columns: number, value: string): string => {
  const row = (cell: (at: number) => string): string =>
    `| 地区 | ${Array.from({ length: columns }, (_, at) => cell(at)).join(' | ')} |`;
  return [
    row((at) => `${at + 1}月`),
    `|${'---|'.repeat(columns + 1)}`,
    row(() => value),
    row(() => value),
  ].join('\n');
};

describe('wide tables', () => {
  it('stay upright, in smaller type, while that is legible', () => {
    expect(tablesOf(wide(6, '1,234.50'))[0]).toMatchObject({ turned: false });
    expect(tablesOf(wide(9, '1,234.50'))[0]).toMatchObject({ turned: false, size: expect.any(Number) });
  });

  it('lie on pages turned on their side, with their caption, GB/T 9704-2012 §11', () => {
    const text = `# 题\n\n前文。\n\n表1 各月金额\n\n${wide(12, '1,234,567.50')}\n\n后文。\n`;
    const turned = layout(text).pages.map((page) => [page.turned, page.marks.map(textOf).filter(Boolean)]);
    expect(turned).toEqual([
      [false, ['题', '前文。']],
      [true, ['表1 各月金额']],
      [false, ['后文。']],
    ]);
  });

  it('stand below the heading of their annex', () => {
    const [, annex] = layout(`# 题\n\n前文。\n\n## 附件1：金额\n\n${wide(12, '1,234,567.50')}\n`).pages;
    expect(annex?.turned).toBe(true);
    expect(annex?.marks.map(textOf).filter(Boolean)).toEqual(['附件1：', '金额']);
  });

  it.each([3, 8, 12, 16, 24, 40])('of %i columns never break a number apart', (columns) => {
    const cells = tablesOf(wide(columns, '1,234,567,890.50')).flatMap((table) => table.cells.flat());
    for (const lines of cells) expect(lines.length, lines.join('/')).toBeLessThanOrEqual(1);
  });

  it('that fit nowhere go on below, each part with the first column, which is read once', () => {
    const text = wide(60, '1,234,567.50');
    const tables = tablesOf(text);
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect(table.cells[1]?.[0]).toEqual(['地区']);
    const { root } = layout(text);
    expect(root.parts[0]?.parts.map((row) => row.parts.length)).toEqual([61, 61, 61]);
  });
});
