import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../../src/main/checker/text/terms/term-chunks';
import { Grams, spanOf, wordBeside } from '../../../../src/main/checker/text/terms/term-grams';
import { parseDocument } from '../../../../src/main/document/parse';

const WORDS = ['条码', '支付', '钱包', '境外', '机构', 'App', '商户', '的', '，', '。', '3', '《办法》'];
const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }), {
  maxLength: 8,
});

/** Every `size` words in a row that stand in one chunk, from the row of words itself. */
function plainly(chunks: ReturnType<typeof chunksOf>, size: number): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let at = 0; at + size <= chunks.words.length; at++) {
    if (chunks.chunks[at] !== chunks.chunks[at + size - 1]) continue;
    const key = Array.from(chunks.words.slice(at, at + size), (word) => chunks.texts[word]).join(' ');
    found.set(key, [...(found.get(key) ?? []), at]);
  }
  return found;
}

describe('Grams', () => {
  it('hold every sequence of words with all its places', () => {
    fc.assert(
      fc.property(texts, (paragraphs) => {
        const chunks = chunksOf(parseDocument(paragraphs.map((words) => words.join('')).join('\n\n')));
        const pairs = new Grams(chunks);
        for (const [grams, size] of [
          [pairs, 2],
          [new Grams(chunks, pairs), 3],
        ] as const) {
          const wanted = plainly(chunks, size);
          expect(grams.size).toBe(wanted.size);
          for (let gram = 0; gram < grams.size; gram++) {
            const words = grams.textsOf(gram);
            const places = grams.places(gram);
            expect(places.map(({ at }) => at)).toEqual(wanted.get(words.join(' ')));
            expect(grams.count(gram)).toBe(places.length);
            expect(grams.placesOf(...words)).toEqual(places);
          }
          expect(grams.placesOf(...Array.from({ length: size }, () => '没有'))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('know the words beside a place, within its chunk', () => {
    const chunks = chunksOf(parseDocument('境外钱包机构，条码支付'));
    const [place] = new Grams(chunks).placesOf('境外', '钱包');
    if (!place) throw new Error('not found');
    expect([-1, 0, 1, 2, 3].map((by) => wordBeside(place, by))).toEqual(['', '境外', '钱包', '机构', '']);
    expect(spanOf(place, 3)).toEqual([0, 6]);
  });
});
