import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/renderer/text/source-places';
import { rangeOf } from '../../src/shared/model/range';

const MAP = [
  { range: rangeOf(0, 4), label: '正文第1段' },
  { range: rangeOf(6, 8), label: '表1第1行第1格' },
  { range: rangeOf(11, 15), label: '表1第1行第2格' },
];
const labels = (start: number, end: number) =>
  placesOf(MAP, rangeOf(start, end))?.map((place) => place.label) ?? null;

describe('the places of a range', () => {
  it.each([
    [0, 4, '正文第1段', '正文第1段'],
    [2, 7, '正文第1段', '表1第1行第1格'],
    [5, 20, '表1第1行第1格', '表1第1行第2格'],
    [12, 12, '表1第1行第2格', '表1第1行第2格'],
    [4, 4, '正文第1段', '正文第1段'],
  ])('%i–%i are %s to %s', (start, end, first, last) => expect(labels(start, end)).toEqual([first, last]));
  it.each([
    [4, 6],
    [8, 11],
    [5, 5],
    [15, 20],
    [100, 200],
  ])('%i–%i were generated', (start, end) => expect(labels(start, end)).toBeNull());
  it('are none without a map', () => expect(placesOf([], rangeOf(0, 9))).toBeNull());

  it('are those that a search from the front finds', () => {
    const lengths = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.nat(60), fc.integer({ min: 1, max: 20 }), (gaps, start, length) => {
        let at = 0;
        const map = gaps.map(([gap, size], index) => {
          const range = rangeOf(at + gap, at + gap + size);
          at = range.end;
          return { range, label: `${index}` };
        });
        const found = map.filter(({ range }) => range.end > start && range.start < start + length);
        const expected = found[0] ? [found[0], found.at(-1)] : null;
        expect(placesOf(map, rangeOf(start, start + length))).toEqual(expected);
      }),
    );
  });
});
