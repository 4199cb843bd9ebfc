import { add, type Decimal, decimal, divide, shift } from '../../shared/decimal';
import { approximatorAfter, approximatorBefore } from './approximators';
import type { Found } from './found';
import { before, matchAt } from './match';

const DIGITS = '零一二三四五六七八九十';
const HAN = /([二两三四五六七八九十])分之([一二两三四五六七八九])(?![万亿十百分])/y;
const SLASHED = /([1-9])\/([2-9]|10)(?![\d/.\-年月日号])/y;
const SAYS_SHARE = /(?:占|约|近|超|超过|不足|不到|将近|接近|达|达到|逾|过|的|为|至)$/;

/**
 * `三分之一` at `at`, as per cent. A spoken fraction is no exact figure, and a third is no decimal: it stands for its
 * nearest whole per cent, commits only to tens of them, and says 约 where it says nothing else.
 */
export function hanFractionAt(text: string, at: number): Found | null {
  const match = matchAt(HAN, text, at);
  if (!match || /[百千万亿十几分]/.test(before(text, at, 1))) return null;
  return fraction(text, at, match[0], numberOf(match[2]), numberOf(match[1]));
}

/** The same of `1/3` behind a word that makes it a share; anything else with a stroke is a code or a date. */
export function slashedFractionAt(text: string, at: number): Found | null {
  const match = text.charAt(at + 1) === '/' ? matchAt(SLASHED, text, at) : null;
  if (!match || !SAYS_SHARE.test(before(text, at, 3))) return null;
  return fraction(text, at, match[0], Number(match[1]), Number(match[2]));
}

const numberOf = (digit = ''): number => (digit === '两' ? 2 : DIGITS.indexOf(digit));

function fraction(text: string, start: number, raw: string, part: number, whole: number): Found | null {
  if (part >= whole) return null;
  const end = start + raw.length;
  return {
    start,
    end,
    value: divide(decimal(String(part * 100)), decimal(String(whole)), 0),
    unit: '%',
    precision: 1,
    approximator: approximatorBefore(text, start, '%') ?? approximatorAfter(text, end) ?? 'about',
    exempt: null,
    bare: false,
  };
}

const HALF: Decimal = { units: 5n, scale: 1 };

/** `3年半`, `1个半月`: the half behind or inside the unit; where it ends, and the unit. Null where there is none. */
export function halfAt(text: string, at: number): { readonly unit: string; readonly end: number } | null {
  if (text.startsWith('年半', at) && !/[年载]/.test(text.charAt(at + 2))) return { unit: '年', end: at + 2 };
  if (text.startsWith('个半月', at)) return { unit: '个月', end: at + 3 };
  if (text.startsWith('个半小时', at)) return { unit: '小时', end: at + 4 };
  return null;
}

export const withHalf = (value: Decimal, power: number): Decimal => add(value, shift(HALF, power));
