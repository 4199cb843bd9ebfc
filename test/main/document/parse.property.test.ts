import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annexes } from '../../../src/main/document/labels';
import { parseDocument } from '../../../src/main/document/parse';

const marks = [
  '# ',
  '## ',
  '**',
  '*',
  '_',
  '`',
  '```',
  '~~~',
  '|',
  '|---|---|',
  '---',
  '> ',
  '>',
  '- ',
  '-',
  '1. ',
  '+',
];
const rest = [
  '\n',
  '\n',
  '\n\n',
  '  ',
  '    ',
  '\t',
  '　',
  '\f',
  '\\',
  '<br>',
  '<!--',
  '-->',
  '<div>',
  '[',
  '](a)',
  '&nbsp;',
];
const words = [
  '甲',
  '乙。',
  '12.5万元',
  '图1 甲',
  '表2',
  '附件1：',
  '附件',
  '2026年1月10日',
  '云杉公司',
  '某局：',
  '\\newpage',
];
const report = fc
  .array(fc.constantFrom(...marks, ...rest, ...words), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** A line shows something when it holds more than white space and quote marks. */
const shows = (line: string): boolean => /[^\s>]/.test(line);

function uncovered(text: string): readonly string[] {
  const { blocks, lineStarts } = parseDocument(text);
  const lines = text.split('\n');
  return lines.filter((line, index) => {
    const start = lineStarts[index] ?? 0;
    return (
      shows(line) && !blocks.some(({ range }) => range.start <= start && start + line.length <= range.end)
    );
  });
}

describe('parseDocument', () => {
  it('loses no line', () => {
    fc.assert(
      fc.property(report, (text) => uncovered(text).length === 0),
      { numRuns: 500 },
    );
  });

  it('gives blocks ascending, apart, of whole lines', () => {
    fc.assert(
      fc.property(report, (text) => {
        let end = -1;
        parseDocument(text).blocks.forEach(({ range, index }, at) => {
          expect(index).toBe(at);
          expect(range.start).toBeGreaterThan(end);
          expect(range.start === 0 || text[range.start - 1] === '\n').toBe(true);
          expect(range.end === text.length || text[range.end] === '\n').toBe(true);
          end = range.end;
        });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps rows and cells inside their table, ascending', () => {
    fc.assert(
      fc.property(report, (text) => {
        for (const block of parseDocument(text).blocks) {
          if (block.kind !== 'table') continue;
          let end = block.range.start;
          for (const row of [block.header, block.delimiter, ...block.rows]) {
            for (const { outer, range } of row.cells) {
              expect(outer.start).toBeGreaterThanOrEqual(end);
              expect(range.start >= outer.start && range.end <= outer.end && range.end >= range.start).toBe(
                true,
              );
              end = outer.end;
            }
          }
          expect(end).toBeLessThanOrEqual(block.range.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(annexes(parseDocument(text))).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['quotes on many lines', `${'> '.repeat(500)}甲\n`.repeat(500)],
    ['lists', '- '.repeat(20_000)],
    ['ordered lists', '1. '.repeat(20_000)],
    ['indented lists', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n')],
    ['half links', '[a](b'.repeat(30_000)],
    ['half tags', '<a b="'.repeat(30_000)],
    ['comments', '<!-- '.repeat(30_000)],
    ['backticks', Array.from({ length: 600 }, (_, size) => '`'.repeat(size + 1)).join(' ')],
    ['emphasis', '*a **b _c '.repeat(20_000)],
    ['pipes', '|'.repeat(200_000)],
    ['fences', '```\n\n甲\n\n~~~\n\n'.repeat(3000)],
    ['spaces', `${' '.repeat(200_000)}甲${'　'.repeat(200_000)}`],
  ])('survives hostile text: %s', (_name, text) => {
    const started = performance.now();
    parseDocument(text);
    // Generous: a quadratic step takes minutes here, a linear one some tens of milliseconds.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('takes time in proportion to the text', () => {
    const page =
      '## 一、甲\n\n2025年，交易额为12.5万元，**增长**3.1%。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n';
    const time = (text: string): number => {
      const started = performance.now();
      parseDocument(text);
      return performance.now() - started;
    };
    const small = page.repeat(1000);
    const large = page.repeat(10_000);
    time(small);
    const one = Math.min(time(small), time(small), time(small));
    expect(Math.min(time(large), time(large))).toBeLessThan(Math.max(40 * one, 400));
  });
});
