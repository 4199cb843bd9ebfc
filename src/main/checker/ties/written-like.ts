import {
  absolute,
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  negate,
  shift,
} from '../../../shared/decimal';
import type { Figure } from './interval';

const NUMERAL = /\d[\d,，\u2005\u2006\u2009\u202f]*(?:\.\d+)?/;
/** From -4 to 16, those of the usual scale words first: no two of them can fit. */
const POWERS = [0, 4, 8, -2, ...[-4, -3, -1, 1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16]];

/**
 * A value written as a printed figure is: its scale words, unit, grouping and number of decimals. `3,168.70万元` for
 * 31687000 like `3,190.25万元`. A decline is written without its minus where the printed one has none. Where the figure
 * is in Chinese numerals the plain decimal is given.
 */
export function writtenLike(value: Decimal, like: { readonly raw: string; readonly figure: Figure }): string {
  const { raw, figure } = like;
  const half = /[０-９]/.test(raw)
    ? raw.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : raw;
  const numeral = NUMERAL.exec(half);
  const power = numeral && powerOf(numeral[0], figure.value);
  // 3小时20分钟 in one unit.
  const rest = numeral ? half.slice(numeral.index + numeral[0].length) : '';
  if (/\d/.test(rest)) return `${formatDecimal(value)}${rest.replace(/^.*\d/, '')}`;
  if (!numeral || power === null) return formatDecimal(value);
  const printed = numeral[0];
  const decimals = printed.split('.')[1]?.length ?? 0;
  const own = shift(value, -power);
  const [whole = '0', fraction = ''] = formatDecimal(absolute(own)).split('.');
  const digits =
    /[,，]/.test(printed) || (printed.length < 4 && whole.length > 3 && decimals > 0)
      ? whole.replace(/\B(?=(\d{3})+$)/g, ',')
      : whole;
  const places = fraction.padEnd(decimals, '0');
  const text = `${digits}${places ? `.${places}` : ''}`;
  const head = half.slice(0, numeral.index);
  const tail = half.slice(numeral.index + printed.length);
  const negativePrinted = figure.value.units < 0n;
  // 下降14.37%: the sign is in the words.
  const worded = negativePrinted && !/[-−－﹣负(（△▲]/.test(head);
  const negative = own.units < 0n;
  if (negative === negativePrinted) return `${head}${text}${tail}`;
  if (worded) return `${negative ? '' : '-'}${head}${text}${tail}`;
  if (negativePrinted) return `${head.replace(/[-−－﹣负(（△▲]/, '')}${text}${tail.replace(/^[)）]/, '')}`;
  // +6 → -6.
  return `-${head.replace(/[+＋﹢]/, '')}${text}${tail}`;
}

/** The power of ten between the printed digits and the figure's value; null when there is none. */
function powerOf(printed: string, value: Decimal): number | null {
  const digits = decimal(printed.replace(/[^\d.]/g, ''));
  const magnitude = value.units < 0n ? negate(value) : value;
  if (digits.units === 0n) return 0;
  return POWERS.find((power) => compare(shift(digits, power), magnitude) === 0) ?? null;
}
