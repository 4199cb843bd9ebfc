import { add, compare, type Decimal, decimal, negate, shift } from '../../shared/decimal';
import { approximatorAfter, approximatorBefore, insideApproximator } from './approximators';
import type { Found } from './found';
import { halfAt, withHalf } from './fractions';
import { before, matchAt } from './match';
import { ratioUnitAt, scaleAt, unitAt } from './units';

/**
 * Digits as printed: grouped by commas or thin spaces (GB/T 15835-2011 §5.1.3), else plain. A figure with
 * misplaced commas and a point (`1,23,456.7`) is still one figure.
 */
const DIGITS =
  /(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,3}(?:[\u2005\u2006\u2009\u202f]\d{3})+(?!\d)|\d{1,6}(?:,\d{2,4})+(?=\.\d))(?:\.\d+)?|\d{1,3}(?:，\d{3})+(?=\.\d|[万亿元笔户家%％])(?:\.\d+)?|\d+(?:\.\d+)?/y;
const TENS_OF_THOUSANDS = /(\d{1,4}(?:\.\d+)?)([万千])/y;
/** 1万3千元. */
const THOUSANDS = /(\d)(千)(?=[元户家个人笔件台份])/y;
const INSIDE =
  /[余多几来](?=[万亿个家户款人笔台件次项份条批种类张所名场轮期只支座处套部组位元美港年天小分百千吨倍岁国公平方积页篇])/y;
const MONTHS_MORE = /个[多余]月/y;
const PREFIX = /(?:人民币|[¥￥]|HK\$|US\$|MOP\$?|\$|€|£)[ ]?$/;
/** What each of them ends in. */
const PREFIX_LAST = /[币¥￥$P€£ ]/;
const CURRENCY: Readonly<Record<string, string>> = {
  '¥': '元',
  '￥': '元',
  HK$: '港元',
  US$: '美元',
  $: '美元',
  MOP: '澳门元',
  MOP$: '澳门元',
  '€': '欧元',
  '£': '英镑',
};

export interface Amount extends Found {
  /** Power of ten of the scale words. */
  readonly power: number;
}

/** （1,234.5）万元 is negative in an account, when its unit stands behind the brackets. */
const ACCOUNT =
  /[（(](\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[）)](?=[万亿千百]*(?:元(?!器)|美元|港元|[%％]))/y;

/** The negative figure of an account whose first digit is at `at`, or null. */
export function accountAt(text: string, at: number, floor: number): Amount | null {
  const isOpened = at - 1 >= floor && '（('.includes(text.charAt(at - 1));
  const match = isOpened && at > 0 ? matchAt(ACCOUNT, text, at - 1) : null;
  if (!match || !/[\p{Script=Han}：:]/u.test(before(text, at - 1, 1))) return null;
  const plain = (match[1] ?? '').replaceAll(',', '');
  const scale = scaleAt(text, at - 1 + match[0].length);
  const { unit, end } = unitAfter(text, scale.end, '');
  return {
    start: at - 1,
    end,
    value: negate(shift(decimal(plain), scale.power)),
    unit,
    precision: scale.power - (plain.split('.')[1]?.length ?? 0),
    approximator: approximatorBefore(text, at - 1, unit) ?? approximatorAfter(text, end),
    exempt: null,
    bare: false,
    power: scale.power,
  };
}

interface Magnitude {
  readonly value: Decimal;
  readonly power: number;
  readonly precision: number;
  readonly end: number;
  readonly inside: string;
}

/** Reads the figure whose first digit is at `at`. `floor` is the end of the quantity before it. */
export function amountAt(text: string, at: number, floor: number): Amount | null {
  const digits = matchAt(DIGITS, text, at);
  if (!digits) return null;
  const magnitude = magnitudeAt(text, at, digits[0]);
  const lead = leadOf(text, at, floor);
  const half = magnitude.inside === '' ? halfAt(text, magnitude.end) : null;
  const { unit, end, more } = half ? { ...half, more: '' } : unitAfter(text, magnitude.end, lead.unit);
  const size = half ? withHalf(magnitude.value, magnitude.power) : magnitude.value;
  const approximator =
    insideApproximator(magnitude.inside || more) ??
    approximatorBefore(text, lead.start, unit) ??
    approximatorAfter(text, end);
  return {
    start: lead.start,
    end,
    value: lead.negative ? negate(size) : size,
    unit,
    precision: half ? Math.min(magnitude.precision, magnitude.power - 1) : magnitude.precision,
    approximator,
    exempt: null,
    bare: unit === '' && magnitude.power === 0,
    power: magnitude.power,
  };
}

/** Digits with their scale words: `3,190.25万`, `130余万`, `1亿2000万`, `3亿多`. */
function magnitudeAt(text: string, at: number, printed: string): Magnitude {
  const plain = /[^\d.]/.test(printed) ? printed.replace(/[^\d.]/g, '') : printed;
  const decimals = decimalsOf(plain);
  let end = at + printed.length;
  let inside = insideAt(text, end);
  const scale = scaleAt(text, end + inside.length);
  end = scale.end;
  const value = shift(decimal(plain), scale.power);
  const smaller = scale.power === 8 ? TENS_OF_THOUSANDS : scale.power === 4 ? THOUSANDS : null;
  const more = smaller && inside === '' ? matchAt(smaller, text, end) : null;
  if (more) return withMore(value, more, end);
  if (inside === '') {
    inside = insideAt(text, end);
    end += inside.length;
  }
  return { value, power: scale.power, precision: scale.power - decimals, end, inside };
}

/** How many digits stand behind the point. */
function decimalsOf(plain: string): number {
  const point = plain.indexOf('.');
  return point < 0 ? 0 : plain.length - point - 1;
}

const insideAt = (text: string, at: number): string =>
  /[余多几来]/.test(text.charAt(at)) ? (matchAt(INSIDE, text, at)?.[0] ?? '') : '';

function withMore(value: Decimal, more: RegExpExecArray, at: number): Magnitude {
  const [raw, digits = '0', word] = more;
  // 1亿2千万 reads 2千万; 3亿5千 is rare enough to read as 5000.
  const power = word === '千' && more.input.charAt(at + raw.length) === '万' ? 7 : word === '千' ? 3 : 4;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return {
    value: add(value, shift(decimal(digits), power)),
    power,
    precision: power - decimals,
    end: at + raw.length + (power === 7 ? 1 : 0),
    inside: '',
  };
}

interface Lead {
  readonly start: number;
  readonly negative: boolean;
  readonly unit: string;
}

/** The sign and currency mark before the digits. A hyphen right after another quantity parts a range. */
function leadOf(text: string, at: number, floor: number): Lead {
  const isMarked = at > floor && PREFIX_LAST.test(text.charAt(at - 1));
  const mark = isMarked ? (PREFIX.exec(text.slice(Math.max(floor, at - 5), at))?.[0] ?? '') : '';
  const from = at - mark.length;
  const unit = CURRENCY[mark.trim()] ?? '';
  const start = unit === '' ? at : from;
  const sign = text.charAt(start - 1);
  if (start - 1 < floor || !/[-−－﹣+负△▲]/.test(sign)) return { start, negative: false, unit };
  const joined = start - 1 === floor && floor > 0;
  if (joined || /[\w)）\]%％‰\-—–抱肩担欠自亏胜]/.test(before(text, start - 1, 1))) {
    return { start, negative: false, unit };
  }
  return { start: start - 1, negative: sign !== '+', unit };
}

interface UnitAfter {
  readonly unit: string;
  readonly end: number;
  /** 多 of 个多月. */
  readonly more: string;
}

function unitAfter(text: string, at: number, currency: string): UnitAfter {
  if (text.charAt(at) === '个' && matchAt(MONTHS_MORE, text, at))
    return { unit: '个月', end: at + 3, more: '多' };
  const space = /[ \u00a0\u2009]/.test(text.charAt(at)) ? 1 : 0;
  const hit = ratioUnitAt(text, at) ?? (space ? unitAt(text, at + space) : null);
  if (hit) return { unit: currency || hit.unit, end: hit.end, more: '' };
  return { unit: currency, end: at, more: '' };
}

/** Of `3-5万元` the first figure takes scale and unit of the second. */
export function withRangeUnit(first: Amount, second: Amount): Amount {
  if (first.unit !== '' || second.unit === '') return first;
  // 5000-1万元 shares only the unit: scaled, its first figure would exceed the second.
  const shared = first.power === 0 && compare(shift(first.value, second.power), second.value) <= 0;
  const power = shared ? second.power : 0;
  return {
    ...first,
    value: shift(first.value, power),
    precision: first.precision + power,
    unit: second.unit,
    power: first.power + power,
    bare: false,
  };
}
