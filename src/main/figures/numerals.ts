import { add, type Decimal, decimalOf, shift, zero } from '../../shared/decimal';

/** Units that write a Chinese numeral; `点` only counts between two of them. */
export const HAN_DIGITS = '〇零一二两三四五六七八九';
export const HAN_POWERS = '十百千万亿';

const DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('零一二三四五六七八九', (char, value) => [char, value] as const).concat([
    ['〇', 0],
    ['两', 2],
  ]),
);
const POWER: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

const DECIMAL_FORM = new RegExp(`^([${HAN_DIGITS}${HAN_POWERS}]+)点([${HAN_DIGITS}]+)([${HAN_POWERS}]*)$`);

/** A Chinese numeral's value: `一百三十` → 130, `一万五千亿`, `三点五亿`. Null for what is no single number (三五, 十四五). */
export function parseHanNumeral(text: string): Decimal | null {
  const parts = DECIMAL_FORM.exec(text);
  if (!parts) return parseWhole(text);
  const whole = parseWhole(parts[1] ?? '');
  const fraction = Array.from(parts[2] ?? '', (char) => DIGIT[char] ?? 0).join('');
  if (!whole) return null;
  const value = add(whole, decimalOf(BigInt(fraction), fraction.length));
  return shift(value, powerOf(parts[3] ?? ''));
}

const powerOf = (scale: string): number =>
  Array.from(scale).reduce((sum, char) => sum + (POWER[char] ?? 0), 0);

/**
 * Power of ten of the last figure that a numeral commits to. A count spoken in full is exact (`三十家`);
 * one that ends in 万 or 亿 is exact to that scale; one of scale words alone (`千万`) only to its size.
 */
export function hanPrecision(text: string): number {
  const scaleOnly = /^[百千万亿]+$/.test(text);
  if (scaleOnly) return powerOf(text);
  const [, fraction = '', scale = ''] = new RegExp(`(?:点([${HAN_DIGITS}]+))?([万亿]*)$`).exec(text) ?? [];
  return powerOf(scale) - fraction.length;
}

interface Reading {
  /** Multiples of 亿. */
  high: bigint;
  /** What stands below 亿, the 万 included. */
  low: bigint;
  /** What stands below 万. */
  section: bigint;
  digit: number | null;
  /** Power of the scale word read last in this section; a larger one may not follow a smaller. */
  last: number;
  hasTenThousands: boolean;
}

function parseWhole(text: string): Decimal | null {
  if (text === '') return null;
  const reading: Reading = {
    high: 0n,
    low: 0n,
    section: 0n,
    digit: null,
    last: 4,
    hasTenThousands: false,
  };
  for (let at = 0; at < text.length; at++) {
    if (!readUnit(reading, text.charAt(at), text.charAt(at - 1))) return null;
  }
  const tail = tailOf(reading, text.charAt(text.length - 2));
  const units = reading.high + reading.low + reading.section + tail;
  return units === 0n && !/^[零〇]$/.test(text) ? null : add(zero, decimalOf(units, 0));
}

/** Reads one unit; false when it cannot stand there. */
function readUnit(reading: Reading, char: string, before: string): boolean {
  const digit = DIGIT[char];
  if (digit !== undefined) return readDigit(reading, digit);
  const power = POWER[char];
  if (power === undefined) return false;
  return power < 4 ? readSmallPower(reading, power, before) : readLargePower(reading, power, before);
}

function readDigit(reading: Reading, digit: number): boolean {
  if (reading.digit !== null) return false;
  reading.digit = digit === 0 ? null : digit;
  return true;
}

function readSmallPower(reading: Reading, power: number, before: string): boolean {
  if (power >= reading.last) return false;
  // 十五, 一百十: the one is left out; 百 and 千 leave it out only at the very start (千万, 百余).
  if (reading.digit === null && before !== '' && !(power === 1 && /[百零〇万亿]/.test(before))) return false;
  reading.section += BigInt(reading.digit ?? 1) * 10n ** BigInt(power);
  reading.digit = null;
  reading.last = power;
  return true;
}

function readLargePower(reading: Reading, power: number, before: string): boolean {
  const bare = before === '';
  const section = bare ? 1n : reading.section + BigInt(reading.digit ?? 0);
  if (power === 4) {
    if (section === 0n || reading.hasTenThousands) return false;
    reading.low += section * 10_000n;
    reading.hasTenThousands = true;
  } else {
    const multiple = reading.low + section;
    if (multiple === 0n || reading.high > 0n) return false;
    reading.high = multiple * 100_000_000n;
    reading.low = 0n;
    reading.hasTenThousands = false;
  }
  reading.section = 0n;
  reading.digit = null;
  reading.last = 4;
  return true;
}

/** `两万五` is 25,000 and `一百五` 150, but `一百零五` and `十五` end in ones. */
function tailOf(reading: Reading, before: string): bigint {
  if (reading.digit === null) return 0n;
  const power = POWER[before];
  return BigInt(reading.digit) * (power !== undefined && power > 1 ? 10n ** BigInt(power - 1) : 1n);
}
