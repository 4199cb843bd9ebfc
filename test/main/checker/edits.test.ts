import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, movedRanges } from '../../../src/main/checker/edits';
import type { Edit } from '../../../src/shared/model/finding';
import { rangeOf } from '../../../src/shared/model/range';

const TEXT = '全年交易金额为3,190.25万元，同比增长12%。';

describe('movedRanges', () => {
  const moved = (on: string, edits: readonly Edit[]): string => {
    const start = TEXT.indexOf(on);
    const [range = rangeOf(0, 0)] = movedRanges([rangeOf(start, start + on.length)], edits);
    return applyEdits(TEXT, edits).slice(range.start, range.end);
  };
  const edit = (on: string, text: string): Edit => {
    const start = TEXT.indexOf(on);
    return { range: rangeOf(start, start + on.length), text };
  };

  it.each([
    ['behind an edit', '12%', [edit('全年', '2025年度')], '12%'],
    ['before an edit', '全年', [edit('12%', '13%')], '全年'],
    ['around an edit', '3,190.25万元', [edit('190', '1900')], '3,1900.25万元'],
    ['equal to an edit', '12%', [edit('12%', '12.5%')], '12.5%'],
    ['inside an edit', '190', [edit('3,190.25万元', '41万元')], '41万元'],
    ['deleted', '12%', [edit('12%', '')], ''],
    ['between two edits', '交易金额', [edit('全年', '年'), edit('同比', '环比')], '交易金额'],
    ['right before an edit', '全年', [edit('交易', '转账')], '全年'],
    ['right behind an edit', '金额', [edit('交易', '转账业务')], '金额'],
  ])('moves a range %s', (_, on, edits, expected) => expect(moved(on, edits)).toBe(expected));

  it('keeps every untouched character under its range', () => {
    const texts = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.option(fc.string())), { minLength: 1 });
    fc.assert(
      fc.property(texts, (parts) => {
        const edits: Edit[] = [];
        const kept: { readonly range: ReturnType<typeof rangeOf>; readonly text: string }[] = [];
        let text = '';
        for (const [part, replacement] of parts) {
          const range = rangeOf(text.length, text.length + part.length);
          if (replacement === null) kept.push({ range, text: part });
          else edits.push({ range, text: replacement });
          text += part;
        }
        const after = applyEdits(text, edits);
        const ranges = movedRanges(
          kept.map(({ range }) => range),
          edits,
        );
        expect(ranges.map(({ start, end }) => after.slice(start, end))).toEqual(kept.map((one) => one.text));
      }),
    );
  });
});
