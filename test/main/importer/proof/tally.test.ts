import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCharacters } from '../../../../src/main/importer/proof/characters';
import { cleaner } from '../../../../src/main/importer/proof/clean';
import { compareNumbers } from '../../../../src/main/importer/proof/numbers';
import { tallyOf } from '../../../../src/main/importer/proof/tally';

const UNSURE = '\\`*_~<>[]&#|!';
const UNITS = [
  ...'0123456789.,．，-−%％‰ *|\\报告\n\t',
  '\u00a0',
  '\u0085',
  '\u0007',
  '\u200b',
  '\ufeff',
  '１',
  '٣',
  '𝟘',
  '😀',
];

const PLAIN = [...'0123456789.,．，-−%％ 报告\n\t\u3000'];

describe('tallyOf', () => {
  it.each([
    ['共3,190.25万元，占62.7%', 2, 18],
    ['1*2', 1, 2],
    ['1..2.', 2, 5],
    ['-5−6', 2, 4],
    ['𝟘１٣', 1, 3],
  ])('counts %j', (text, numbers, characters) => {
    expect(tallyOf([{ text, label: '' }], UNSURE)).toEqual({ numbers, characters });
  });

  it('counts what the comparison of both sides counts', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...PLAIN)).map((all) => all.join('')),
      fc.array(fc.constantFrom(...UNITS)).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.constantFrom('', UNSURE), (parts, unsure) => {
        const texts = parts.map((part) => ({ text: part, label: '' }));
        const clean = cleaner(unsure);
        expect(tallyOf(texts, unsure)).toEqual({
          numbers: compareNumbers(texts, [], clean).count,
          characters: compareCharacters(texts, [], clean).count,
        });
      }),
      { numRuns: 60 },
    );
  });
});
