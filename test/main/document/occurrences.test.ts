import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesIn } from '../../../src/main/document/occurrences';

const texts = fc.string({ unit: fc.constantFrom('支', '付', '清', '算', 'a', '\n'), maxLength: 40 });

describe('occurrencesIn', () => {
  it('tells the next place of a word as a pass over the text does', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(45), (text, long, from) => {
        const words = occurrencesIn(text);
        for (const word of [long.slice(0, 5), text.slice(from, from + 3), '支付'])
          if (word !== '') expect(words.next(word, from)).toBe(text.indexOf(word, from));
      }),
    );
  });

  it('counts places that overlap, no more than asked for', () => {
    const words = occurrencesIn('清清清算，清算');
    expect([words.count('清清'), words.count('清算'), words.count('清清', 1), words.count('付清')]).toEqual([
      2, 2, 1, 0,
    ]);
  });

  it('tells where two characters stand side by side, from the end backwards', () => {
    expect(occurrencesIn('支付清算支付').pairs('支'.charCodeAt(0), '付'.charCodeAt(0))).toEqual([4, 0]);
  });
});
