import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { layoutReport } from '../../../src/main/exporter/layout';
import { exportText, fonts, hasPdfTools, isSubsequence, pageTexts, shownText, visible } from './helpers';

const piece = fc.constantFrom(
  '# 标题\n',
  '## 一、情况\n',
  '### （一）背景\n',
  '#### 1. 明细\n',
  '## 附件1：表\n',
  '## 附件\n',
  '各位同事：\n',
  '特此报告。\n',
  '2026年1月10日\n',
  '星河公司\n',
  '---\n',
  '```\n  code\n```\n',
  '- 项\n',
  '1. 项\n',
  '表1 情况表\n',
  '图1 示意\n',
  '附件：1. 表\n',
  '| 项目 | 金额 |\n|---|---|\n| 甲<br>乙 | 1,234.50 |\n',
  '| a |\n|---|\n| b | c | d |\n',
  '| 空 | |\n|---|---|\n| | |\n',
  '余额3,190.25万元，增长12.5%（“同比”）。',
  '\n',
  '\n\n',
  '\u3000\u3000',
  '“',
  '（',
  '。。。',
  'https://example.invalid/a/b/c/d/e/f/g?h=i',
  '\u200b\ufeff',
  '喆😀𠮷',
  '\ud800',
  '\u0000',
  '<br>',
  '**重**',
  '\t',
  '长'.repeat(80),
  'W'.repeat(120),
  '|',
  '"',
);

describe('any text', () => {
  it('is laid out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        (text) => {
          const report = layoutReport(parseDocument(text), { draft: true, fonts });
          expect(report.pages.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.skipIf(!hasPdfTools)('is drawn, and reads back', { timeout: 60_000 }, async () => {
    const harmless = piece.filter((text) => !['\ud800', '\u0000', '喆😀𠮷'].includes(text));
    const texts = fc.sample(
      fc.array(harmless, { minLength: 5, maxLength: 60 }).map((parts) => parts.join('')),
      { numRuns: 12, seed: 7 },
    );
    for (const text of texts) {
      const pages = pageTexts(await exportText(text, { draft: true }));
      const planned = layoutReport(parseDocument(text), { draft: true, fonts }).pages;
      expect(pages).toHaveLength(planned.length);
      const read = visible(pages);
      const expected = shownText(parseDocument(text))
        .replace(/[\u200b\ufeff]/g, '')
        .replaceAll('𠮷', '〔U+20BB7〕');
      expect(isSubsequence(expected, read), text).toBe(true);
    }
  });
});
