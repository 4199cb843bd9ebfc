import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeats, GRAM, HARD_BREAK, SOFT_BREAK } from '../../../../src/main/checker/text/repeats/repeats';

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from(text, (char) =>
    char === '|' ? HARD_BREAK : char === '.' ? SOFT_BREAK : char.charCodeAt(0),
  );

const repeatsIn = (text: string): string[] =>
  findRepeats(unitsOf(text)).map(({ to, length }) => text.slice(to, to + length));

describe('findRepeats', () => {
  it('finds the longest match once', () => {
    expect(repeatsIn('xabcdefghijklmnopqy|zabcdefghijklmnopqw')).toEqual(['abcdefghijklmnopq']);
  });

  it('crosses a sentence end only when both sides go on alike', () => {
    expect(repeatsIn('abcdefghijklm.opqrstu|abcdefghijklm.opqrstu')).toEqual(['abcdefghijklm.opqrstu']);
    expect(repeatsIn('abcdefghijklm.opqrstu|abcdefghijklm.xyz')).toEqual(['abcdefghijklm']);
  });

  it('never crosses a block', () => {
    expect(repeatsIn('abcdef|ghijklm-abcdef|ghijklm')).toEqual([]);
  });

  it('does not let a run of one unit repeat itself', () => {
    const found = findRepeats(unitsOf('a'.repeat(1000)));
    for (const { from, to, length } of found) expect(from + length).toBeLessThanOrEqual(to);
  });

  it('reports only true repeats, and one wherever a gram comes again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '|', '.'), minLength: 0, maxLength: 300 }),
        (text) => {
          const found = findRepeats(unitsOf(text));
          for (const { from, to, length } of found) {
            expect(length).toBeGreaterThanOrEqual(GRAM);
            expect(text.slice(from, from + length)).toBe(text.slice(to, to + length));
            expect(text.slice(to, to + length)).not.toContain('|');
          }
          if (found.length === 0) expect(hasApartRepeat(text)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** A gram without breaks that comes again clear of its first place. */
function hasApartRepeat(text: string): boolean {
  for (let at = 0; at + GRAM <= text.length; at++) {
    const gram = text.slice(at, at + GRAM);
    const again = text.indexOf(gram, at + GRAM);
    if (!/[.|]/.test(gram) && again >= 0 && text.lastIndexOf(gram, again - 1) <= again - GRAM) return true;
  }
  return false;
}
