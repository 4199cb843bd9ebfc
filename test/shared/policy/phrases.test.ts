import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal, phrasePattern } from '../../../src/shared/policy/phrases';

const fits = (phrase: string, text: string): boolean =>
  new RegExp(`^${phrasePattern(phrase)}$`, 'u').test(text);

describe('phrasePattern', () => {
  it.each([
    ['甲|乙', '乙'],
    ['截(止|至)#年', '截止2025年'],
    ['(到|至|)目前', '目前'],
    ['(到|至|)目前', '到目前'],
    ['向…反应', '向人民银行反应'],
    ['向…反应', '向反应'],
    ['A.B', 'A.B'],
  ])('%s fits %s', (phrase, text) => expect(fits(phrase, text)).toBe(true));

  it.each([
    ['甲|乙', '甲乙'],
    ['截(止|至)#年', '截止二〇二五年'],
    ['向…反应', '向人民银行，反应'],
    ['向…反应', '向一二三四五六七八九十一二三反应'],
    ['A.B', 'AxB'],
  ])('%s does not fit %s', (phrase, text) => expect(fits(phrase, text)).toBe(false));

  it.each(['(甲', '甲)', ')甲('])('refuses %s', (phrase) =>
    expect(() => phrasePattern(phrase)).toThrow(SyntaxError),
  );

  it('makes a pattern of every text, and literal text of what stands for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(new RegExp(`^${literal(text)}$`, 'u').test(text)).toBe(true);
        if (!/[()]/.test(text)) expect(() => new RegExp(phrasePattern(text), 'u')).not.toThrow();
      }),
    );
  });
});
