import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/main/document/parse';
import { sourceRange } from '../../../src/main/document/prose';
import { extractQuantities } from '../../../src/main/figures/quantities';
import type { Block, Prose } from '../../../src/shared/model/document';

const PIECES = [
  ...'0 1 23 123 2025 １ 年 月 日 . , ， - ~ % 万 亿 元 家 个 第 图 表 （ ） ( ) A B2 App v : / 〔 〕 号 《 》'.split(
    ' ',
  ),
  ...'三 百 分之 两 余 近 至 、 。 0 数 成 多 20220105 ** | × T+1 95001'.split(' '),
  ' ',
  '\n',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => `甲${pieces.join('')}`);
const tableOf = (cell: string): string =>
  `| 项目（万元） | 数 |\n|--|--|\n| ${cell.replaceAll(/[|\n]/g, ' ')} | ${cell.replaceAll(/[|\n]/g, '')} |`;

const prosesOf = (block: Block): readonly Prose[] => {
  if (block.kind === 'table')
    return [block.header, ...block.rows].flatMap(({ cells }) => cells.map(({ prose }) => prose));
  return 'prose' in block ? [block.prose] : [];
};

/** Runs of digits that do not lie in exactly one quantity. */
function unaccounted(source: string): string[] {
  const document = parseDocument(source);
  const ranges = extractQuantities(document).map(({ range }) => range);
  return document.blocks.flatMap(prosesOf).flatMap((prose) =>
    Array.from(prose.text.matchAll(/[\d０-９]+/g)).flatMap((match) => {
      const run = sourceRange(prose, match.index, match.index + match[0].length);
      const holders = ranges.filter(({ start, end }) => start <= run.start && run.end <= end);
      return holders.length === 1 ? [] : [match[0]];
    }),
  );
}

describe('nothing silently unchecked', () => {
  it('puts every run of digits into exactly one quantity', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(unaccounted(source)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('does so in tables', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(unaccounted(tableOf(source))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('yields quantities in order, apart and inside the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        let last = 0;
        for (const { range } of extractQuantities(parseDocument(source))) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          expect(range.end).toBeGreaterThan(range.start);
          last = range.end;
        }
        expect(last).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});
