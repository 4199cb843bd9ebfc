import { describe, expect, it } from 'vitest';
import { lineOf, proseIndexer, sourceOffset, sourceSpan } from '../../src/renderer/text/prose-map';
import type { Prose } from '../../src/shared/model/document';

/** `x甲**乙丙**丁<br>戊`, of which `x` is left out before the start. */
const source = 'x甲**乙丙**丁<br>戊';
const prose: Prose = {
  text: '甲乙丙丁戊',
  start: 1,
  gaps: [
    { at: 1, skip: 2 },
    { at: 3, skip: 2 },
    { at: 4, skip: 4 },
  ],
};

describe('sourceOffset', () => {
  it('finds every character where it stands', () => {
    for (let index = 0; index < prose.text.length; index++) {
      expect(source[sourceOffset(prose, index)]).toBe(prose.text[index]);
    }
  });
  it('spans from the first to after the last character', () => {
    expect(sourceSpan(prose)).toEqual({ start: 1, end: source.length });
  });
});

describe('proseIndexer', () => {
  const indexOf = proseIndexer(prose);
  it('is the inverse of sourceOffset', () => {
    for (let index = 0; index < prose.text.length; index++) {
      expect(indexOf(sourceOffset(prose, index))).toBe(index);
    }
  });
  it('counts the characters before any offset', () => {
    for (let offset = 0; offset <= source.length + 2; offset++) {
      const before = [...prose.text].filter((_, index) => sourceOffset(prose, index) < offset).length;
      expect(indexOf(offset), `offset ${offset}`).toBe(before);
    }
  });
  it('needs no gaps', () => {
    const plain = proseIndexer({ text: 'abc', start: 10, gaps: [] });
    expect([9, 10, 12, 13, 99].map(plain)).toEqual([0, 0, 2, 3, 3]);
  });
});

describe('lineOf', () => {
  it.each([
    [0, 1],
    [4, 1],
    [5, 2],
    [99, 3],
  ])('offset %i is in line %i', (offset, line) => expect(lineOf([0, 5, 9], offset)).toBe(line));
});
