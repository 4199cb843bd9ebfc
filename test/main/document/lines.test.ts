import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineColumn, lineStartsOf, skipSpace, skipSpaceBack } from '../../../src/main/document/lines';

describe('lines', () => {
  it.each([
    ['', [0]],
    ['甲', [0]],
    ['甲\n', [0, 2]],
    ['甲\n\n乙', [0, 2, 3]],
  ])('starts of %j', (text, starts) => {
    expect(lineStartsOf(text)).toEqual(starts);
  });

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 1],
    [3, 3, 1],
    [4, 3, 2],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(lineColumn(lineStartsOf('甲\n\n乙'), offset)).toEqual({ line, column });
  });

  it('agrees with counting line breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', 'a', '\n'), { maxLength: 60 }), fc.nat(), (units, seed) => {
        const text = units.join('');
        const offset = seed % (text.length + 1);
        const before = text.slice(0, offset).split('\n');
        const expected = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
        expect(lineColumn(lineStartsOf(text), offset)).toEqual(expected);
      }),
    );
  });

  it('knows the same white space as a regular expression', () => {
    for (let code = 0; code < 0x10000; code++) {
      const unit = String.fromCharCode(code);
      const end = /\s/.test(unit) ? 1 : 0;
      if (skipSpace(unit, 0, 1) !== end || skipSpaceBack(unit, 0, 1) !== 1 - end)
        throw new Error(`U+${code}`);
    }
  });
});
