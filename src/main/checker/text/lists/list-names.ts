import { remembered } from '../../../../shared/memo';
import type { Counted } from '../../ties/counts/counted';

/** Words that introduce a list and belong to no member. */
const LEAD = /^.*(?:包括|如|即|为|是|与|和|及|接入|覆盖|上线|：|:|（|\()/;
/** Units of a noun that tell what is counted. */
const HEAD = 4;

/** 100日元 in a table of rates is 日元. */
const MULTIPLE = /^10+(?=\p{Script=Han})/u;
export const nameOf = (text: string): string =>
  text
    .replace(LEAD, '')
    .replace(/[\s“”"《》]/g, '')
    .replace(MULTIPLE, '');

export const nounOf = remembered(
  ({ block, to }: Counted): string =>
    /^[\p{Script=Han}A-Za-z]{2,8}/u.exec(block.prose.text.slice(to))?.[0] ?? '',
);

/** Only lists of one number of one unit are compared. */
export const countKey = ({ value, unit }: Counted): string => `${value} ${unit}`;

/** 支付机构参加 and 收单机构完成: both count 机构. */
export function sameNoun(a: string, b: string): boolean {
  const [left, right] = [a.slice(0, HEAD), b.slice(0, HEAD)];
  for (let at = 0; at + 2 <= left.length; at++) if (right.includes(left.slice(at, at + 2))) return true;
  return false;
}

/** One count, or the same of the same thing in two places. */
export const isOneCount = (a: Counted, b: Counted): boolean =>
  a.quantity === b.quantity || (a.value === b.value && a.unit === b.unit && sameNoun(nounOf(a), nounOf(b)));

export function rememberedBy<T, V>(keyOf: (one: T) => string, make: (one: T) => V): (one: T) => V {
  const known = new Map<string, V>();
  return (one) => {
    const key = keyOf(one);
    const made = known.get(key) ?? make(one);
    known.set(key, made);
    return made;
  };
}

/** Fewer shared names prove nothing. */
export const SHARED = 2;
