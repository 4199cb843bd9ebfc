import { spanOf } from '../../../../figures/identity/span';
import type { Claim } from '../claims';

/** So many days, months, quarters or years. */
export interface Units {
  readonly count: number;
  /** As an expression writes it: 92天. */
  readonly shown: string;
  /** The total's own period says so. */
  readonly isTold: boolean;
}

const DAY = 86_400_000;
const COMMON: Readonly<Record<string, readonly number[]>> = {
  日: [28, 29, 30, 31, 90, 91, 92, 181, 182, 184, 273, 274, 365, 366],
  月: [3, 6, 9, 10, 11, 12],
  季: [2, 3, 4],
  年: [2, 3, 5],
  周: [4, 13, 26, 52],
};

/** Of how many days a total's 日均 may be, months its 月均: those of its period, 92个自然日 as the text tells, else usual ones. */
export function unitsIn(per: string, { fact, spot }: Claim, text: string): readonly Units[] {
  const span = spanOf(fact.period);
  const told = span && span.start !== '' ? countIn(per, span.start, span.end) : null;
  const days =
    per === '日'
      ? [
          ...text
            .slice(Math.max(0, spot.from - FAR), spot.from + FAR)
            .matchAll(/(\d{2,3})(?:个)?(?:自然日|工作日|交易日|天)/g),
        ].map(([, days]) => Number(days))
      : [];
  const toldHere = text
    .slice(Math.max(0, spot.from - 40), spot.from)
    .match(/(?:历时|为期|共)?(\d{1,3})(?:个)?(?:自然日|天)[^。]*$/)?.[1];
  const named = namedBefore(per, text, spot.from);
  const usual = [...days, ...(COMMON[per] ?? [])].filter((count) => count !== told && count !== named);
  const of = (count: number, isTold: boolean): Units => ({
    count,
    shown: `${count}${NAMES[per] ?? ''}`,
    isTold,
  });
  const here = per === '日' && toldHere !== undefined ? [of(Number(toldHere), true)] : [];
  if (named !== null) return [of(named, true), ...usual.map((count) => of(count, false))];
  return [
    ...here,
    ...(told === null ? [] : [of(told, here.length === 0)]),
    ...usual.map((count) => of(count, false)),
  ];
}

const SPELLED = '零一二三四五六七八九十';
const PERIODS: Readonly<Record<string, RegExp>> = {
  日: /(?<count>\d{1,3}|[二三四五六七八九十])个?(?:工作日|交易日|自然日|天)[^。；\d]{0,16}$/,
  月: /(?<count>\d{1,2}|[二三四五六七八九十])个月[^。；\d]{0,16}$/,
  季: /(?<count>[二三四2-8])个季度[^。；\d]{0,16}$/,
  周: /(?<count>\d{1,2}|[二三四五六七八九十])周[^。；\d]{0,16}$/,
};

/** 三个月笔数合计, 10个工作日累计: the total says itself how many it is of; null where it does not. */
function namedBefore(per: string, text: string, from: number): number | null {
  const start = Math.max(text.lastIndexOf('。', from), from - 28, 0);
  const count = PERIODS[per]?.exec(text.slice(start, from))?.groups?.['count'];
  if (count === undefined) return null;
  const value = /\d/.test(count) ? Number(count) : SPELLED.indexOf(count);
  return value > 1 ? value : null;
}

const FAR = 120;
const NAMES: Readonly<Record<string, string>> = { 日: '天', 月: '个月', 季: '个季度', 年: '年', 周: '周' };

function countIn(per: string, start: string, end: string): number | null {
  const [from, to] = [new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`)];
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
  if (per === '日') return Math.round((to.getTime() - from.getTime()) / DAY) + 1;
  if (per === '月') return months > 1 ? months : null;
  return per === '季' && months % 3 === 0 && months > 3 ? months / 3 : null;
}
