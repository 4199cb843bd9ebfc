import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachRun, wordsOf } from '../../../../src/main/checker/language/segment';

const shown = (text: string): string =>
  wordsOf(text)
    .map((word) => word.text)
    .join('|');

describe('words', () => {
  it.each([
    ['持续推进条码支付互联互通合作', '持续|推进|条码|支付|互联互通|合作'],
    ['核心信贷业务系统', '核心|信贷|业务|系统'],
    ['违规收取取商户押金', '违规|收取|取|商户|押金'],
    ['境外钱包App机构', '境外|钱包|App|机构'],
    ['2025年，反洗钱监测', '年|反洗钱|监测'],
  ])('of %s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'支付商户管理A1，的\u{20000}') }), (text) => {
        for (const word of wordsOf(text)) {
          expect(text.slice(word.start, word.start + word.text.length)).toBe(word.text);
        }
      }),
    );
  });

  it('are looked for in what a pattern of Han characters and Latin words finds', () => {
    const unit = fc.constantFrom(
      ...'支付A1z，的。 々〇〡〸㐀龿豈⼀９Ａ（\u{20000}\u{1f600}',
      '\ud840',
      '\udc00',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const runs: (readonly [string, number])[] = [];
        eachRun(text, (run, start) => runs.push([run, start]));
        const found = [...text.matchAll(/\p{Script=Han}+|[A-Za-z][A-Za-z0-9]*/gu)];
        expect(runs).toEqual(found.map((match) => [match[0], match.index]));
      }),
    );
  });
});
