import {
  add,
  type Decimal,
  decimal,
  formatDecimal,
  halfUnit,
  negate,
  shift,
  zero,
} from '../../../shared/decimal';
import { rememberedText } from '../../../shared/memo';

/** A figure in a table cell. `value` is in the unit without 万 or 亿; `scale` is that power of ten. */
export interface Amount {
  readonly value: Decimal;
  readonly scale: number;
  /** Digits printed after the point. */
  readonly decimals: number;
  readonly grouped: boolean;
  /** The unit printed in the cell, scale included: 万元, 笔, %; often empty. */
  readonly unit: string;
  readonly raw: string;
}

const AMOUNT =
  /^([（(]?)([-+−－△▲]?)((?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:，\d{3})+|\d+)(?:\.\d+)?)([）)]?)((?:[百千]?[万亿]|千|百)?)((?:[\p{L}％%‰]{0,5})?)$/u;
const STARTS = /^\s*[（(]?\s*[-+−－△▲]?\s*\d/;
const POWERS: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
};

/** Reads an amount, in accountants' notation too: `(1,234)` and `△5` are negative. Null for anything else. */
export const amountOf = rememberedText((text): Amount | null => {
  if (text.length > 60 || !STARTS.test(text)) return null;
  const whole = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  const match = AMOUNT.exec(whole);
  if (!match) return null;
  const [, open = '', sign = '', digits = '', close = '', power = '', unit = ''] = match;
  if ((open === '') !== (close === '')) return null;
  const grouped = /[,，]/.test(digits);
  const plain = grouped ? digits.replace(/[,，]/g, '') : digits;
  const scale = POWERS[power] ?? 0;
  const magnitude = shift(decimal(plain), scale);
  const negative = open !== '' || /[-−－△▲]/.test(sign);
  return {
    value: negative ? negate(magnitude) : magnitude,
    scale,
    decimals: plain.split('.')[1]?.length ?? 0,
    grouped,
    unit: power + unit,
    raw: text,
  };
});

/** Half a unit of the last printed digit. */
export const slackOf = (amount: Amount): Decimal => halfUnit(amount.scale - amount.decimals);

/** A computed value written as `like` is written: its unit, digits after the point and grouping. */
export function writtenLike(value: Decimal, like: Amount): string {
  const own = shift(value, -like.scale);
  const negative = own.units < 0n;
  const [whole = '0', fraction = ''] = formatDecimal(negative ? negate(own) : own).split('.');
  const digits = like.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const places = fraction.padEnd(like.decimals, '0');
  return `${negative ? '-' : ''}${digits}${places ? `.${places}` : ''}${like.unit}`;
}

export const sumOf = (values: readonly Decimal[]): Decimal => values.reduce(add, zero);
