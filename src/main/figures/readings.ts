import { decimal, formatDecimal, multiply, negate, parseDecimal, shift } from '../../shared/decimal';
import type { Approximator, ExemptReason } from '../../shared/model/quantity';
import { halfWidth, parseHanNumeral } from './numerals';
import { baseUnit, SCALES } from './units';

/** A number as read at `from`–`to` of a prose text. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly unit: string;
  readonly precision: number;
  readonly approximator: Approximator | null;
  readonly exempt: ExemptReason | null;
}

const EXEMPT_GROUPS = ['date', 'time', 'reference', 'ordinal', 'code', 'name'] as const;
const TEN_PERCENT = decimal('10');

/** What a match of the scanner says; null when it is a word after all. */
export function readMatch(match: RegExpExecArray, text: string): Reading | null {
  const groups = match.groups ?? {};
  const exempt = EXEMPT_GROUPS.find((group) => groups[group] !== undefined);
  const span = { from: match.index, to: match.index + match[0].trimEnd().length };
  if (exempt) return { ...span, ...plain(firstDigits(match[0])), exempt };
  const around = approximatorAround(text, span.from, span.to);
  if (groups.arabic !== undefined) return readArabic(groups, span, text, around);
  if (groups.percentHan !== undefined) return readPercent(groups.percentValue ?? '', span, around);
  if (groups.some !== undefined) return readSome(groups, span);
  return readHan(groups, span, text, around);
}

const plain = (value: string) => ({ value, unit: '', precision: 0, approximator: null });

const firstDigits = (text: string): string =>
  halfWidth(/[0-9０-９]+/.exec(text)?.[0] ?? '0').replace(/^0+(?=\d)/, '');

type Groups = Readonly<Record<string, string | undefined>>;
type Span = Pick<Reading, 'from' | 'to'>;

function readArabic(groups: Groups, span: Span, text: string, around: Approximator | null): Reading | null {
  const digits = halfWidth(groups.digits ?? '').replaceAll(',', '');
  const fraction = digits.split('.')[1]?.length ?? 0;
  const exponent = SCALES[groups.scale ?? ''] ?? 0;
  const minus = groups.sign === '-' || groups.sign === '−' || groups.sign === '负' || inBrackets(text, span);
  const parsed = shift(parseDecimal(digits) ?? decimal('0'), exponent);
  const approximator = groups.more1 || groups.more2 ? 'over' : around;
  const unit = baseUnit(groups.unit ?? '');
  const value = unit === '成' ? multiply(parsed, TEN_PERCENT) : parsed;
  return {
    ...span,
    value: formatDecimal(minus ? negate(value) : value),
    unit: unit === '成' ? '%' : unit,
    precision: exponent - fraction + (unit === '成' ? 1 : 0),
    approximator,
    exempt: exemptArabic(groups, span, text),
  };
}

/** `（1,234.5）` alone in a cell is how accountants write a negative amount. */
const inBrackets = (text: string, { from, to }: Span): boolean =>
  /^\s*[（(]$/.test(text.slice(0, from)) &&
  /^[）)]\s*$/.test(text.slice(to)) &&
  /[.,]/.test(text.slice(from, to));

function exemptArabic(groups: Groups, { from, to }: Span, text: string): ExemptReason | null {
  const bare = !groups.unit && !groups.scale;
  if (
    bare &&
    /[（(]$/.test(text.slice(Math.max(0, from - 1), from)) &&
    /^[）)]/.test(text.slice(to, to + 1))
  ) {
    return inBrackets(text, { from, to }) ? null : 'list-number';
  }
  if (groups.unit === '号' || (bare && /^[#号]/.test(text.slice(to)))) return 'name';
  return null;
}

function readPercent(value: string, span: Span, approximator: Approximator | null): Reading | null {
  const [whole = '', fraction = ''] = value.split('点');
  const arabic = parseDecimal(halfWidth(value).replaceAll(',', ''));
  if (arabic)
    return {
      ...span,
      value: formatDecimal(arabic),
      unit: '%',
      precision: -arabic.scale,
      approximator,
      exempt: null,
    };
  const integer = parseHanNumeral(whole);
  if (integer === null) return null;
  const digits =
    fraction === '' ? '' : `.${[...fraction].map((char) => parseHanNumeral(char) ?? '').join('')}`;
  const parsed = parseDecimal(integer + digits);
  if (!parsed) return null;
  return {
    ...span,
    value: formatDecimal(parsed),
    unit: '%',
    precision: -parsed.scale,
    approximator,
    exempt: null,
  };
}

function readSome(groups: Groups, span: Span): Reading | null {
  const value = parseHanNumeral(groups.someScale ?? '') ?? hanScale(groups.someScale ?? '');
  if (value === null) return null;
  const unit = baseUnit(groups.someUnit ?? '');
  return { ...span, value, unit, precision: value.length - 1, approximator: 'some', exempt: null };
}

/** 百, 千, 万 … without a digit before them. */
const hanScale = (text: string): string | null => parseHanNumeral(`一${text}`);

function readHan(groups: Groups, span: Span, text: string, around: Approximator | null): Reading | null {
  const digits = groups.hanDigits ?? '';
  const unit = baseUnit(groups.hanUnit ?? '');
  if (!isCount(digits, unit, text, span, around)) return null;
  const value = /^[百千万亿]/.test(digits) ? hanScale(digits) : parseHanNumeral(digits);
  if (value === null) return null;
  const approximator = groups.hanMore ? 'over' : around;
  const zeros = /0*$/.exec(value)?.[0].length ?? 0;
  const precision = approximator || digits.length < 3 ? Math.min(zeros, value.length - 1) : 0;
  if (unit === '成')
    return { ...span, value: `${value}0`, unit: '%', precision: 1, approximator, exempt: null };
  return { ...span, value, unit, precision: approximator ? precision : 0, approximator, exempt: null };
}

/** 一个, 一项: mostly an article, not a count. 千家万户, 二〇二六年: words and dates. 四大行: a name. */
function isCount(
  digits: string,
  unit: string,
  text: string,
  { from, to }: Span,
  around: Approximator | null,
): boolean {
  if (/^[一〇零]$/.test(digits)) return false;
  if (!/[一二两三四五六七八九]/.test(digits) && !digits.startsWith('十'))
    return around !== null && digits.length > 1;
  if (unit === '年' && (/^[〇零一二三四五六七八九]{2,}$/.test(digits) || /^[级期]/.test(text.slice(to))))
    return false;
  if (unit === '大') return !/^[行湾学会]/.test(text.slice(to)) && /[\u4e00-\u9fff]/.test(text.charAt(to));
  if (/^十分$|^万一$/.test(digits + unit)) return false;
  if (/[〇零]$/.test(digits)) return false;
  return !/[第之]$/.test(text.slice(Math.max(0, from - 1), from));
}

const BEFORE: readonly (readonly [RegExp, Approximator])[] = [
  [/(?:不少于|不低于|不小于|至少|最少|最低)$/, 'at-least'],
  [/(?:不足|不到|不满|少于|低于|小于|不超过|不多于|至多|最多)$/, 'below'],
  [/(?:将近|接近|近|临近)$/, 'nearly'],
  [/(?:大约|约为|约|大概|大致)$/, 'about'],
  [/(?:超过|超出|超|逾|突破|高于|多于|大于|过)$/, 'over'],
];
const AFTER: readonly (readonly [RegExp, Approximator])[] = [
  [/^(?:左右|上下|许)/, 'about'],
  [/^(?:以上|及以上|起)/, 'at-least'],
  [/^(?:以下|以内|之内)/, 'below'],
];

function approximatorAround(text: string, from: number, to: number): Approximator | null {
  const before = text.slice(Math.max(0, from - 3), from);
  const after = text.slice(to, to + 3);
  return (
    BEFORE.find(([regex]) => regex.test(before))?.[1] ??
    AFTER.find(([regex]) => regex.test(after))?.[1] ??
    null
  );
}
