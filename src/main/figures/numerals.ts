import { add, type Decimal, decimalOf, formatDecimal, multiply, zero } from '../../shared/decimal';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const LARGE: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

const power = (exponent: number): Decimal => decimalOf(10n ** BigInt(exponent), 0);
const whole = (value: number): Decimal => decimalOf(BigInt(value), 0);

/** `一百三十` → `130`, `二十万亿` → `20000000000000`, `二〇二六` → `2026`; null for what is no numeral. */
export function parseHanNumeral(text: string): string | null {
  if (text === '') return null;
  if (text.length > 1 && [...text].every((char) => char in DIGITS)) {
    return [...text]
      .map((char) => DIGITS[char])
      .join('')
      .replace(/^0+(?=\d)/, '');
  }
  let total = zero;
  let section = zero;
  let digit: number | null = null;
  for (const char of text) {
    const value = DIGITS[char];
    const small = SMALL[char];
    const large = LARGE[char];
    if (value !== undefined) {
      digit = value;
    } else if (small !== undefined) {
      section = add(section, multiply(whole(digit ?? 1), power(small)));
      digit = null;
    } else if (large !== undefined) {
      section = add(section, whole(digit ?? 0));
      digit = null;
      // 万亿: a large unit right after another one multiplies what stands there.
      if (section.units === 0n && total.units !== 0n) total = multiply(total, power(large));
      else total = scaleUp(total, section.units === 0n ? whole(1) : section, large);
      section = zero;
    } else {
      return null;
    }
  }
  return formatDecimal(add(total, add(section, whole(digit ?? 0))));
}

/** 一亿二千万: a smaller unit after a larger one adds; 二十万 … 亿 multiplies what came before. */
function scaleUp(total: Decimal, section: Decimal, exponent: number): Decimal {
  const part = multiply(section, power(exponent));
  if (total.units === 0n || total.units % 10n ** BigInt(exponent) === 0n) return add(total, part);
  return multiply(add(total, section), power(exponent));
}

const FULL_WIDTH = /[０-９．，]/g;
const HALF: Readonly<Record<string, string>> = { '．': '.', '，': ',' };

/** Full-width digits, point and comma as half-width ones; the length stays. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (char) => HALF[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0));
