import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recurrenceOf } from '../../../../src/main/checker/text/repeats/recurrence';

const NONE = { twin: false, second: false, pair: false, word: false };

describe('recurrence', () => {
  it.each([
    ['全年围绕支付服务主责', NONE],
    ['的的', { ...NONE, twin: true }],
    ['三项专项检查', { ...NONE, second: true }],
    ['数字，数字', { ...NONE, pair: true }],
    ['支付渠道支付渠道', { ...NONE, pair: true, word: true }],
    ['1212', NONE],
  ])('of %s', (text, recurrence) => {
    expect(recurrenceOf(text)).toEqual(recurrence);
  });

  it('never misses what the patterns of doubled words look for', () => {
    const unit = fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑AB，1');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const { twin, second, pair, word } = recurrenceOf(text);
        if (/([\u4e00-\u9fff])\1/.test(text)) expect(twin).toBe(true);
        if (/([\u4e00-\u9fff])(?!\1)[\u4e00-\u9fff]\1/.test(text)) expect(second).toBe(true);
        if (/([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2,4}\1/.test(text)) expect(pair).toBe(true);
        if (/([\u4e00-\u9fffA-Za-z]{3,12})\1/.test(text)) expect(word).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows nothing of the text before', () => {
    recurrenceOf('甲乙丙丁');
    expect(recurrenceOf('甲乙丙丁')).toEqual(NONE);
  });
});
