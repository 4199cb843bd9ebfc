import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanPrecision, parseHanNumeral } from '../../../src/main/figures/numerals';
import { formatDecimal } from '../../../src/shared/decimal';

const DIGITS = '零一二三四五六七八九';

/** The oracle: a number below 10,000 spoken in full. */
function spokenSection(value: number): string {
  const padded = String(value).padStart(4, '0');
  const spoken = Array.from(padded, (digit, at) =>
    digit === '0' ? '零' : (DIGITS[Number(digit)] ?? '') + (['千', '百', '十', ''][at] ?? ''),
  );
  return spoken.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function spoken(value: number): string {
  const [high, middle, low] = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  const part = (section: number, word: string): string =>
    section > 0 ? spokenSection(section) + word : '零';
  return `${part(high, '亿')}${part(middle, '万')}${spokenSection(low)}`
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

describe('parseHanNumeral', () => {
  it.each([
    ['七', '7'],
    ['十', '10'],
    ['十五', '15'],
    ['二十', '20'],
    ['两百', '200'],
    ['一百三十', '130'],
    ['一百零五', '105'],
    ['一百五', '150'],
    ['两万五', '25000'],
    ['一万五千亿', '1500000000000'],
    ['三点五亿', '350000000'],
    ['一亿二千万', '120000000'],
    ['千万', '10000000'],
    ['三万亿', '3000000000000'],
  ])('%s is %s', (text, value) => {
    const read = parseHanNumeral(text);
    expect(read && formatDecimal(read)).toBe(value);
  });

  it.each(['', '三五', '十四五', '百十百', '二〇二五', '点五', '万万', '人'])(
    '%j is no single number',
    (text) => {
      expect(parseHanNumeral(text)).toBeNull();
    },
  );

  it('reads every spoken number below 一万亿', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
        const read = parseHanNumeral(spoken(value));
        expect(read && formatDecimal(read), spoken(value)).toBe(String(value));
      }),
      { numRuns: 500 },
    );
  });

  it('knows how far a numeral commits itself', () => {
    expect(['三十', '千万', '五千万', '三点五亿', '三点五'].map(hanPrecision)).toEqual([0, 7, 4, 7, -1]);
  });
});
