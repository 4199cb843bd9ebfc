import type { Range } from '../../../shared/model/range';

/** What may stand between a bound and its other end or its word: 岁, 万元（含）, 个工作日. */
const UNIT = '[\\p{Script=Han}%％‰]{0,4}(?:[（(]不?含(?:本数)?[）)])?';
const TO = '(?:[-－—–~～至到]{1,2}|以上至)';
/** 45岁至59岁, 1.00至1.50（含）, 30岁（含）以下的占…, 18岁以下9人: behind the digits. */
const ENDS = new RegExp(
  `^${UNIT}(?:${TO}[\\d,.]+${UNIT}|(?:[及和或]?以[上下内外]|以后)(?:[（(]不?含[^）)]*[）)])?的?[^，。；、\\d]{0,14}(?:\\d|[占为是]|[，、；]\\d))`,
  'u',
);
/** … and in front of them: 18岁至, 1.00至. */
const BEGINS = new RegExp(`\\d${UNIT}${TO}$`, 'u');
/** 5:3 and 9:8:3: no part of it is a figure by itself. */
const RATIO_FRONT = /\d\s?[:：]\s?$/;
const RATIO_BEHIND = /^\s?[:：]\s?\d/;
const AROUND = 24;

/** Whether the figure, digits alone or with its unit, bounds a class (ages, grades, amounts) or is a part of a ratio. */
export function isBound(text: string, { start, end }: Range): boolean {
  const digits = /^[-−－]?[\d,.]+/.exec(text.slice(start, end))?.[0].length ?? end - start;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const behind = text.slice(start + digits, start + digits + AROUND);
  return (
    ENDS.test(behind) || BEGINS.test(before) || RATIO_FRONT.test(before) || RATIO_BEHIND.test(text.slice(end))
  );
}
