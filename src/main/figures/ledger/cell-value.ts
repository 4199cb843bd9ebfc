import {
  compare,
  type Decimal,
  decimal,
  decimalOf,
  divide,
  formatDecimal,
  negate,
  shift,
} from '../../../shared/decimal';
import type { SheetCell } from '../../../shared/model/ledger';
import { type StatedUnit, statedUnit } from '../units';
import { isPlaceholder } from './words';

export interface CellValue {
  readonly value: string;
  readonly unit: string;
  readonly precision: number;
}

/** A figure, the reason why there is none, or null for a cell that claims nothing. */
export type CellReading = { readonly figure: CellValue } | { readonly reason: string } | null;

/** A figure as a cell shows it. */
interface Shown {
  readonly value: Decimal;
  /** Power of ten of its last digit. */
  readonly last: number;
  /** Stated in the cell itself: `3,190万元`, `7.35%`. */
  readonly unit: StatedUnit | null;
  /** Told by a currency sign, which says nothing of a scale. */
  readonly currency: string;
}

const SHOWN =
  /^([-+−]?)(\(?)([-+−]?)(人民币|HK\$|US\$|MOP\$|[¥￥$€£])?\s?([-−]?)((?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d*)?)(?:E([+-]?\d{1,3}))?\s?([^\d()]{0,8}?)(\)?)([%‰]?)$/i;
const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: '元',
  '¥': '元',
  '￥': '元',
  HK$: '港元',
  US$: '美元',
  $: '美元',
  MOP$: '澳门元',
  '€': '欧元',
  '£': '英镑',
};
/** By how many digits a format may move the point: `%`, thousands, 万, millions, 亿, billions. */
const MOVES = [0, -2, -3, 3, 4, 6, 8, 9, 12];
const MOST_CHARACTERS = 80;
const NO_FIGURE = '单元格里的不是一个普通的数';

/**
 * Reads a cell of a value column. The value is the cell's own number where it has one, as its format moves the
 * point; how many digits of it count is what the format shows. `unit` holds unless the cell states its own.
 */
export function readCell(cell: SheetCell, unit: StatedUnit): CellReading {
  const text = cell.text.trim();
  if (text === cell.number && PLAIN.test(text)) return { figure: plainFigure(text, unit) };
  if (text === '') return isZero(cell.number) ? null : { reason: '单元格里有数，但格式把它隐藏了' };
  if (isPlaceholder(text)) {
    // How accounting formats show zero.
    return cell.number === '0' ? { figure: { value: '0', unit: unit.unit, precision: unit.power } } : null;
  }
  if (text.startsWith('#')) return { reason: `单元格的公式有错误（${text.slice(0, 12)}）` };
  if (cell.date !== '') return { reason: '单元格里的是日期' };
  const shown = shownIn(text);
  if (!shown) return { reason: NO_FIGURE };
  if (cell.number === '') {
    if (/\dE[+-]?\d/i.test(text)) return { reason: '以科学记数法写出，后面的数字已经丢失' };
    return shown.unit ? { figure: figureOf(shown, shown.value, unit) } : { reason: NO_FIGURE };
  }
  const value = valueBehind(decimal(cell.number), shown);
  if (!value) return { reason: '显示的数与单元格里的数不一致' };
  return { figure: figureOf(shown, value, unit) };
}

/** Most cells: a number shown as it is. */
const PLAIN = /^-?\d+(?:\.\d+)?$/;

function plainFigure(text: string, { unit, power }: StatedUnit): CellValue {
  const point = text.indexOf('.');
  const places = point < 0 ? 0 : text.length - point - 1;
  const value = power === 0 ? text : formatDecimal(shift(decimal(text), power));
  return { value, unit, precision: power - places };
}

const isZero = (number: string): boolean => number === '' || number === '0';

function figureOf(shown: Shown, value: Decimal, unit: StatedUnit): CellValue {
  // A scale word in the cell (`1.2亿`) takes the place of the header's scale, and its unit if it has one.
  const power = shown.unit ? shown.unit.power : unit.power;
  return {
    value: formatDecimal(shift(value, power)),
    unit: shown.unit?.unit || unit.unit || shown.currency,
    precision: shown.last + power,
  };
}

/** The exact number at the place where the format shows its point; null when it is another number. */
function valueBehind(number: Decimal, shown: Shown): Decimal | null {
  for (const move of MOVES) {
    const moved = shift(number, -move);
    if (compare(roundedTo(moved, shown.last), shown.value) === 0) return moved;
  }
  return null;
}

/** Half away from zero, to the digit at a power of ten. */
const roundedTo = (value: Decimal, power: number): Decimal =>
  shift(divide(shift(value, -power), decimalOf(1n, 0), 0), power);

function shownIn(text: string): Shown | null {
  const match = text.length > MOST_CHARACTERS ? null : SHOWN.exec(halfWidth(text));
  if (!match) return null;
  const [, outer = '', opened = '', inner = '', mark = '', late = '', digits = '', power = '0'] = match;
  const [word = '', closed = '', percent = ''] = match.slice(8);
  if (!/\d/.test(digits) || (opened === '(') !== (closed === ')')) return null;
  const signs = `${outer}${inner}${late}`;
  if (signs.length > 1 || (opened !== '' && signs !== '')) return null;
  const stated = `${word.trim()}${percent}`;
  const unit = stated === '' ? null : statedUnit(stated);
  if (stated !== '' && !unit) return null;
  const plain = digits.replaceAll(',', '').replace(/^\./, '0.').replace(/\.$/, '');
  const places = plain.split('.')[1]?.length ?? 0;
  const value = shift(decimal(plain), Number(power));
  const isNegative = opened !== '' || /[-−]/.test(signs);
  return {
    value: isNegative ? negate(value) : value,
    last: Number(power) - places,
    unit,
    currency: CURRENCIES[mark.toUpperCase()] ?? '',
  };
}

/** Full-width forms of ASCII as ASCII. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
