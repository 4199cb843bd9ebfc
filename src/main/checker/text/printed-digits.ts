import { rememberedText } from '../../../shared/memo';
import { halfWidth } from '../../figures/match';

/** A figure's numeral as it is printed. */
export interface PrintedDigits {
  /** Where the numeral stands in the figure's raw text, and its length. */
  readonly at: number;
  readonly length: number;
  /** Digits before the point, without grouping. */
  readonly whole: string;
  /** Digits behind the point. */
  readonly fraction: string;
  /** True where commas or thin spaces group the digits. */
  readonly grouped: boolean;
  /** What follows the numeral: scale words and unit. */
  readonly tail: string;
}

const NUMERAL = /\d[\d,，\u2005\u2006\u2009\u202f]*(?:\.\d+)?/;

/** The numeral of a figure in Arabic digits; null for one in Chinese numerals. */
export const printedDigits = rememberedText((raw): PrintedDigits | null => {
  const half = halfWidth(raw);
  const match = NUMERAL.exec(half);
  if (!match) return null;
  const [whole = '', fraction = ''] = match[0].split('.');
  const digits = whole.replace(/\D/g, '');
  return {
    at: match.index,
    length: match[0].length,
    whole: digits,
    fraction,
    grouped: digits.length !== whole.length,
    tail: half.slice(match.index + match[0].length),
  };
});

/** How many digits say something: without leading zeros, and of a whole number without the zeros at its end. */
export function significantDigits({ whole, fraction }: PrintedDigits): number {
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  return (fraction === '' ? digits.replace(/0+$/, '') : digits).length;
}
