import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { MissingGlyphsError } from '../../../src/main/exporter/export';
import {
  exportText,
  fixture,
  hasPdfTools,
  hasReference,
  inspect,
  isSubsequence,
  pageTexts,
  REFERENCE_REPORT,
  shownText,
  visible,
} from './helpers';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('exportPdf', () => {
  it('gives the same bytes for the same report and date', async () => {
    const [first, second] = [
      await exportText(fixture('self-check.md')),
      await exportText(fixture('self-check.md')),
    ];
    expect(hash(second)).toBe(hash(first));
    const later = await exportText(fixture('self-check.md'), { createdAt: new Date('2026-02-01T00:00:00Z') });
    expect(hash(later)).not.toBe(hash(first));
  });

  it('refuses a final PDF with a character that no font has, and names it', async () => {
    const failed = await exportText('# 报告\n\n进展顺利😀。').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(MissingGlyphsError);
    expect(String(failed)).toContain('U+1F600');
  });

  it('reports progress that never falls and ends at 1', async () => {
    const seen: number[] = [];
    await exportText('# 报告\n\n正文。', { onProgress: (fraction) => seen.push(fraction) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('exports an empty report as one page', async () => {
    expect((await exportText('')).length).toBeGreaterThan(500);
  });
});

describe.skipIf(!hasPdfTools)('the exported PDF', () => {
  let pdf: Uint8Array;
  let draft: Uint8Array;

  beforeAll(async () => {
    pdf = await exportText(fixture('self-check.md'));
    draft = await exportText(fixture('self-check.md'), { draft: true });
  });

  it('is sound and is PDF 1.7 on A4', () => {
    expect(inspect(pdf, 'qpdf', '--check', '{}')).toContain('No syntax or stream encoding errors');
    const info = inspect(pdf, 'pdfinfo', '{}');
    expect(info).toMatch(/PDF version:\s+1\.7/);
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    expect(info).toMatch(/Title:\s+星河支付有限公司关于2025年度/);
    expect(info).toMatch(/CreationDate:.*2026/);
  });

  it('embeds a subset of every font, with its characters', () => {
    const rows = inspect(pdf, 'pdffonts', '{}').trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+.*\s+yes yes yes\s/);
  });

  it('states language and title, and has bookmarks', () => {
    const plain = inspect(pdf, 'qpdf', '--qdf', '--object-streams=disable', '{}', '-');
    expect(plain).toContain('/Lang (zh-CN)');
    expect(plain).toContain('/DisplayDocTitle true');
    const outline = JSON.parse(inspect(pdf, 'qpdf', '--json=2', '--json-key=outlines', '{}')).outlines;
    expect(outline[0].title).toMatch(/^星河支付有限公司/);
    expect(outline.length + outline[0].kids.length).toBeGreaterThan(2);
  });

  it('carries the evidence', () => {
    const evidence = JSON.parse(inspect(pdf, 'qpdf', '--show-attachment=evidence.json', '{}'));
    const text = fixture('self-check.md');
    expect(evidence.report.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(evidence).toMatchObject({ format: 1, draft: false, createdAt: '2026-01-10T08:00:00.000Z' });
  });

  it('reads back as the report, character for character', () => {
    const expected = shownText(parseDocument(fixture('self-check.md')));
    const read = visible(pageTexts(pdf));
    expect(isSubsequence(expected, read)).toBe(true);
    // What is more than the report: the headers that tables repeat on the next page.
    const repeated = ['问题整改措施', '日期金额（元）', '日期金额（元）'].join('');
    expect(read.length).toBe(expected.length + repeated.length);
  });

  it('keeps the order of paragraphs for readers that rearrange', () => {
    const read = visible(pageTexts(pdf, 'default'));
    const { blocks } = parseDocument(fixture('self-check.md'));
    let at = 0;
    for (const block of blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'caption') continue;
      const text = block.prose.text.replace(/\s/g, '');
      // A paragraph on two pages has a table's worth of nothing in between, never other text.
      expect(read.indexOf(text, at), text).toBeGreaterThanOrEqual(at);
      at = read.indexOf(text, at) + text.length;
    }
  });

  it('has 22 lines of 28 characters on a full page, GB/T 9704-2012 §5.2.3', async () => {
    const [, second = ''] = pageTexts(await exportText(`# 报告\n\n${'支付业务稳健运行'.repeat(200)}。`));
    const lines = second.split('\n').filter((line) => line.length > 0 && !line.startsWith('—'));
    expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
  });

  it('numbers its pages', () => {
    for (const [index, page] of pageTexts(pdf).entries()) expect(page).toContain(`— ${index + 1} —`);
  });

  it('marks every page of a draft, and none of a final report', () => {
    for (const page of pageTexts(draft)) expect(page.match(/^草稿$/gm)).toHaveLength(1);
    for (const page of pageTexts(pdf)) expect(page).not.toMatch(/^草稿$/m);
    expect(visible(pageTexts(draft))).toBe(visible(pageTexts(pdf)));
  });

  it('tells characters apart that look alike', async () => {
    const text = '# 报告\n\n⻛险与风险，⾦额与金额，Ａ与A，⼀与一。';
    expect(visible(pageTexts(await exportText(text)))).toBe(shownText(parseDocument(text)));
  });

  it('spells out in a draft what no font has', async () => {
    const read = visible(pageTexts(await exportText('# 报告\n\n顺利😀。', { draft: true })));
    expect(read).toBe('报告顺利〔U+1F600〕。');
  });

  it('keeps its metadata well-formed, whatever the title', async () => {
    const odd = await exportText('# A&B<c>“报”告\n\n正文。');
    expect(inspect(odd, 'pdfinfo', '{}')).toMatch(/Title:\s+A&B<c>“报”告/);
    expect(inspect(odd, 'pdfinfo', '-meta', '{}')).toContain('A&amp;B&lt;c&gt;“报”告');
  });

  it('breaks pages where the report does', async () => {
    const pages = pageTexts(
      await exportText('# 报告\n\n甲。\n\n## 附件1：名单\n\n乙。\n\n## 附件2 清单\n\n丙。'),
    );
    expect(pages.map((page) => page.replace(/— \d+ —|\s/g, ''))).toEqual([
      '报告甲。',
      '附件1：名单乙。',
      '附件2清单丙。',
    ]);
  });
});

describe.skipIf(!hasPdfTools || !hasReference)('the reference report', () => {
  it('reads back completely, within three seconds', async () => {
    const text = readFileSync(REFERENCE_REPORT, 'utf8');
    const start = performance.now();
    const pdf = await exportText(text);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(visible(pageTexts(pdf))).toBe(shownText(parseDocument(text)));
    expect(visible(pageTexts(pdf, 'default'))).not.toContain('\ufffd');
  });
});
