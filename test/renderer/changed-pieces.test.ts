import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPieces, type Piece } from '../../src/renderer/text/changed-pieces';

const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const marked = (before: string, after: string): readonly [string, string] => {
  const pieces = changedPieces(before, after);
  return [shown(pieces.before), shown(pieces.after)];
};

describe('the pieces of a change', () => {
  it.each([
    ['新增商户12户', '新增商户15户', '新增商户[12]户', '新增商户[15]户'],
    ['共1,284.50万元', '共1,384.50万元', '共[1,284.50]万元', '共[1,384.50]万元'],
    ['占比7.3%左右', '占比7.35%左右', '占比[7.3%]左右', '占比[7.35%]左右'],
    ['商户数量增加', '商户增加', '商户[数量]增加', '商户增加'],
    ['𠮷祥商户', '𠮷庆商户', '𠮷[祥]商户', '𠮷[庆]商户'],
    ['', '新段', '', '[新段]'],
    ['旧段', '', '[旧段]', ''],
    ['完全不同的一句', '别处另写过新段', '[完全不同的一句]', '[别处另写过新段]'],
  ])('%s → %s', (before, after, left, right) => expect(marked(before, after)).toEqual([left, right]));

  it('are whole beyond 2,000 characters', () => {
    const long = '甲'.repeat(2001);
    expect(changedPieces(long, `${long}乙`).after).toEqual([{ text: `${long}乙`, changed: true }]);
  });

  it('are whole when nearly all of it differs, without a long wait', () => {
    const [before, after] = ['甲'.repeat(2000), '乙'.repeat(2000)];
    const start = performance.now();
    expect(changedPieces(before, after).before).toEqual([{ text: before, changed: true }]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('are the texts when they are put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const pieces = changedPieces(before, after);
        expect(pieces.before.map(({ text }) => text).join('')).toBe(before);
        expect(pieces.after.map(({ text }) => text).join('')).toBe(after);
      }),
    );
  });
});
