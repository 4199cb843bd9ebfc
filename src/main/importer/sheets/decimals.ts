import { decimalOf, formatDecimal, shift } from '../../../shared/decimal';

/** Digits that Excel and WPS keep of a number; the rest is the noise of binary doubles. */
const KEPT = 15;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Most cells: as short as it gets, nothing to round. */
const PLAIN = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
/** No double reaches further; a longer text is hostile. */
const MOST_CHARACTERS = 400;

/**
 * The number that a program shows for a double printed into a workbook: `0.30000000000000004` → `0.3`,
 * `1.5E-3` → `0.0015`. Rounded half up on the digits themselves, without floating point. Null for other text.
 */
export function shownDecimal(text: string): string | null {
  if (text.length <= KEPT && PLAIN.test(text)) return text;
  const match = text.length > MOST_CHARACTERS ? null : NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const exponent = Number(power) - fraction.length;
  const dropped = Math.max(0, digits.length - KEPT);
  const kept = BigInt(digits.slice(0, KEPT) || '0') + (digits.charAt(KEPT) >= '5' ? 1n : 0n);
  return formatDecimal(shift(decimalOf(sign === '-' ? -kept : kept, 0), exponent + dropped));
}
