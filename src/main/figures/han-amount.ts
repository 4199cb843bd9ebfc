import { type Decimal, decimal, shift } from '../../shared/decimal';
import type { Approximator } from '../../shared/model/quantity';
import { approximatorAfter, approximatorBefore, insideApproximator } from './approximators';
import type { Found } from './found';
import { hanFractionAt } from './fractions';
import { before, matchAt } from './match';
import { HAN_DIGITS, HAN_POWERS, hanPrecision, parseHanNumeral } from './numerals';
import { hanUnitAt, unitAt } from './units';

const RUN = `[${HAN_DIGITS}${HAN_POWERS}]+(?:点[${HAN_DIGITS}]+[万亿]*)?`;
const NUMERAL = new RegExp(RUN, 'y');
const SECOND = new RegExp(`[至到~～—–-](${RUN})`, 'y');
const FRACTION = new RegExp(`([百千万])分之(${RUN}|\\d+(?:\\.\\d+)?)(?!分之)`, 'y');
const MORE = /([余多几来])?([万亿]*)([余多])?/y;
const FRACTION_UNIT: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' };

/** Words that hold a numeral and a measure word and count nothing. */
const IDIOM =
  /两个(?:维护|确立|一百年|毫不动摇|结合)|三个代表|四个(?:自信|意识|全面)|五个坚持|三天两头|三次产业|三产|四上企业|两新|千家万户|三只松鼠|百家号|一条龙|两手抓/y;

/** What was read, and where to go on: after the numeral when nothing was found. */
export interface HanReading {
  readonly found: readonly Found[];
  readonly next: number;
}

/** Reads what a Chinese numeral at `at` counts: `七个`, `一百三十余家`, `数百场`, `百分之三`, `三成`. */
export function hanAmountsAt(text: string, at: number, floor: number): HanReading {
  const vague = vagueLead(text, at);
  if (vague === 'word') return { found: [], next: at + 1 };
  const from = at + (vague === 'some' ? 1 : 0);
  const part = from === at ? hanFractionAt(text, at) : null;
  if (part) return { found: [part], next: part.end };
  const fraction = fractionAt(text, from);
  if (fraction && from === at) return { found: [fraction], next: fraction.end };
  const run = matchAt(NUMERAL, text, from)?.[0] ?? '';
  if (run === '') return { found: [], next: at + 1 };
  const nothing = { found: [], next: from + run.length };
  const few = vague === null && !barred(text, at, run) ? fewAt(text, at, run) : null;
  if (few) return { found: [few], next: few.end };
  if (barred(text, at, run)) return nothing;
  const range = vague === 'some' ? null : rangeAt(text, at, run);
  if (range) return { found: range, next: range[1]?.end ?? nothing.next };
  const found = singleAt(text, at, from, run, vague === 'some', floor);
  return found ? { found: [found], next: found.end } : nothing;
}

/** 数百 and 几十 say `some`; the 数 of 笔数 and 数据 is a word. */
function vagueLead(text: string, at: number): 'some' | 'word' | null {
  if (!/[数几]/.test(text.charAt(at))) return null;
  if (!/[十百千万亿]/.test(text.charAt(at + 1))) return 'word';
  return /[笔户人件个次家总基参系函倍指多少十量额]/.test(before(text, at, 1)) ? 'word' : 'some';
}

/** Ordinals, weekdays and fractions (三分之一), names in quotation marks. */
function barred(text: string, at: number, run: string): boolean {
  const end = at + run.length;
  if (/[第其初之]$|(?:周|星期|礼拜)$|[“‘「『《〈"]$/.test(before(text, at, 2))) return true;
  return text.startsWith('分之', end) || matchAt(IDIOM, text, at) !== null;
}

/** Two neighbouring digits: 两三家, 五六百户, 八九成. */
const FEW = /^([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/;
const NEXT = ['一二', '二三', '两三', '三四', '三五', '四五', '五六', '六七', '七八', '八九'];

/** `两三家`: the lower of the two, to its size only. */
function fewAt(text: string, at: number, run: string): Found | null {
  const match = FEW.exec(run);
  const [, first = '', second = '', scale = ''] = match ?? [];
  const value = NEXT.includes(`${first}${second}`) ? parseHanNumeral(`${first}${scale}`) : null;
  if (!value) return null;
  const [raw = '', , power = ''] = matchAt(MORE, text, at + run.length) ?? [];
  const end = at + run.length + raw.length;
  if (scale === '' && power === '' && unitAt(text, end)?.unit === '成') {
    return claim(text, at, end + 1, shift(value, 1), '%', 1, 'some');
  }
  const hit = hanUnitAt(text, end);
  if (!hit || (/^[年天]$/.test(hit.unit) && /级/.test(text.charAt(hit.end)))) return null;
  const more = Array.from(power).reduce((sum, char) => sum + (char === '万' ? 4 : 8), 0);
  return claim(
    text,
    at,
    hit.end,
    shift(value, more),
    hit.unit,
    String(value.units).length - 1 + more,
    'some',
  );
}

function fractionAt(text: string, at: number): Found | null {
  const match = matchAt(FRACTION, text, at);
  const [raw = '', base = '', numeral = ''] = match ?? [];
  const value = /\d/.test(numeral) ? decimal(numeral) : parseHanNumeral(numeral);
  if (!match || !value) return null;
  const unit = FRACTION_UNIT[base] ?? '%';
  const precision = /\d/.test(numeral) ? -(numeral.split('.')[1]?.length ?? 0) : hanPrecision(numeral);
  return claim(text, at, at + raw.length, value, unit, precision, null);
}

/** `三至五个`: both figures have the unit. */
function rangeAt(text: string, at: number, run: string): readonly Found[] | null {
  const match = matchAt(SECOND, text, at + run.length);
  if (!match) return null;
  const second = match[1] ?? '';
  const end = at + run.length + match[0].length;
  const hit = hanUnitAt(text, end);
  const values = [parseHanNumeral(run), parseHanNumeral(second)] as const;
  if (!hit || !values[0] || !values[1]) return null;
  return [
    claim(text, at, at + run.length, values[0], hit.unit, hanPrecision(run), null),
    claim(text, end - second.length, hit.end, values[1], hit.unit, hanPrecision(second), null),
  ];
}

function singleAt(
  text: string,
  at: number,
  from: number,
  run: string,
  some: boolean,
  floor: number,
): Found | null {
  const value = parseHanNumeral(run);
  if (!value) return null;
  const tenths = tenthsAt(text, from, run);
  if (tenths) return tenths;
  const [raw = '', inside = '', scale = '', later = ''] = matchAt(MORE, text, from + run.length) ?? [];
  const power = Array.from(scale).reduce((sum, char) => sum + (char === '万' ? 4 : 8), 0);
  const hit = hanUnitAt(text, from + run.length + raw.length);
  const more = inside || later;
  if (!hit || !counts(text, at, run, hit.unit, some || more !== '', floor)) return null;
  const approximator = some || /上$/.test(before(text, at, 1)) ? 'some' : insideApproximator(more);
  return claim(text, at, hit.end, shift(value, power), hit.unit, hanPrecision(run) + power, approximator);
}

/** Whether numeral and measure word really count. 一个, 二期, 百家 and 万家 mostly do not. */
function counts(
  text: string,
  at: number,
  run: string,
  unit: string,
  approximate: boolean,
  floor: number,
): boolean {
  const ahead = before(text, at, Math.min(2, at - floor));
  if (run === '二' || /^[零〇]+$/.test(run)) return false;
  if (run === '一') {
    if (/^(?:倍|个百分点|基点)$/.test(unit)) return true;
    return unit === '番' ? /翻(?:了)?$/.test(ahead) : /(?:共|仅|仅有|只有|共有|合计|总计)$/.test(ahead);
  }
  if (/^[百千万亿]$/.test(run))
    return approximate || /(?:[上近超逾约]|超过|[^经通不]过|突破|不足|不到)$/.test(ahead);
  return true;
}

/** `三成`, `三成五`: tenths, as per cent. */
function tenthsAt(text: string, at: number, run: string): Found | null {
  const end = at + 2;
  if (!/^[一二两三四五六七八九]$/.test(run) || unitAt(text, at + 1)?.unit !== '成') return null;
  const tail = text.slice(end, end + 2);
  if (/^[一二]$/.test(run) && !/^(?:[，。；、）)多]|以上|以下|左右|$)/.test(tail)) return null;
  const half = /^(?:[一二三四五六七八九](?![个家成])|半)/.test(tail) ? tail.charAt(0) : '';
  const tens = parseHanNumeral(run);
  const value = tens && shift(tens, 1);
  const more = half ? parseHanNumeral(half === '半' ? '五' : half) : null;
  if (!value) return null;
  const units = more ? { units: value.units + more.units, scale: 0 } : value;
  return claim(text, at, end + half.length, units, '%', half ? 0 : 1, null);
}

function claim(
  text: string,
  start: number,
  end: number,
  value: Decimal,
  unit: string,
  precision: number,
  known: Approximator | null,
): Found {
  const approximator = known ?? approximatorBefore(text, start, unit) ?? approximatorAfter(text, end);
  return { start, end, value, unit, precision, approximator, exempt: null, bare: false };
}
