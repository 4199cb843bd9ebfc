import { add, decimal, multiply } from '../../shared/decimal';
import type { Amount } from './amount';
import type { Found } from './found';

/** How many of the second unit one of the first is. */
const TIMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  天: { 小时: '24' },
  小时: { 分钟: '60' },
  分钟: { 秒: '60' },
  年: { 个月: '12' },
};
const FULL: Readonly<Record<string, string>> = { 分: '分钟' };

const isAmount = (found: Found | undefined): found is Amount =>
  found !== undefined && found.exempt === null && 'power' in found;

const unitOf = ({ unit }: Found): string => FULL[unit] ?? unit;

/** 3小时20分钟 is one length of time, told in two units: 200分钟. */
export function withCompounds(found: readonly Found[]): readonly Found[] {
  if (!found.some(({ unit }) => unit in TIMES || unit in FULL)) return found;
  const merged: Found[] = [];
  for (const one of found) {
    const last = merged.at(-1);
    const times = last && TIMES[unitOf(last)]?.[unitOf(one)];
    if (times === undefined || !isAmount(last) || !isAmount(one) || !isWhole(last, one)) merged.push(one);
    else
      merged[merged.length - 1] = {
        ...one,
        start: last.start,
        value: add(multiply(last.value, decimal(times)), one.value),
        unit: unitOf(one),
        approximator: last.approximator ?? one.approximator,
      };
  }
  return merged;
}

const isWhole = (first: Amount, second: Amount): boolean =>
  first.end === second.start && first.precision === 0 && first.power === 0 && second.power === 0;
