import { compare, decimalOf, multiply } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, doubtIn, type Paragraph } from './claims';

const AGAINST = /[较比与][^，。；\d]{0,12}(?:\d{1,2}月|(?:19|20)\d{2}年)?[^，。；\d]{0,6}的$/;
const FROM = /(?:由|从)[^，。；\d]{0,14}$/;
const TO = /^[^，。；：\d]{0,6}(?:增|升|长|扩|提)[^，。；\d]{0,4}(?:至|到|为)$/;
const TWO = decimalOf(2n, 0);
/** Below three quarters of it nothing is twice as much, not even nearly. */
const [THREE, FOUR] = [decimalOf(3n, 0), decimalOf(4n, 0)];

/** 较上月的1.60亿元翻一番; 翻了一番，由6,310万笔增至8,426万笔: twice as much, four times for 两番. */
export function doublingTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((stated, at): readonly Tie[] => {
    if (stated.quantity.unit !== '番' || stated.value.scale > 0 || stated.value.units > 4n) return [];
    const pair = sinceBase(text, claims, at) ?? fromTo(text, claims, at + 1) ?? fromTo(text, claims, at - 2);
    if (!pair) return [];
    let times = decimalOf(1n, 0);
    for (let nth = 0n; nth < stated.value.units; nth++) times = multiply(times, TWO);
    const isShort =
      compare(multiply(pair.current.value, FOUR), multiply(multiply(pair.base.value, times), THREE)) < 0;
    const term = termOf(quantities, stated.fact.quantity, times);
    const approximator = isShort ? null : (stated.quantity.approximator ?? 'about');
    return [
      buildTie({
        kind: 'growth',
        form: 'multiple',
        stated: { ...term, figure: { ...term.figure, precision: -1, approximator } },
        operands: [
          { role: 'current', term: termOf(quantities, pair.current.fact.quantity) },
          { role: 'base', term: termOf(quantities, pair.base.fact.quantity) },
        ],
        doubt: doubtIn(text, stated.spot.from, stated.spot.to),
      }),
    ];
  });
}

interface Pair {
  readonly current: Claim;
  readonly base: Claim;
}

function sinceBase(text: string, claims: readonly Claim[], at: number): Pair | null {
  const [current, base, stated] = [claims[at - 2], claims[at - 1], claims[at]];
  if (!current || !base || !stated || current.quantity.unit !== base.quantity.unit) return null;
  const isAgainst =
    AGAINST.test(text.slice(current.spot.to, base.spot.from)) &&
    /^(?:实现)?翻(?:了)?$/.test(text.slice(base.spot.to, stated.spot.from));
  return isAgainst && current.spot.sentence === stated.spot.sentence ? { current, base } : null;
}

/** The two figures from `at` on, next to what is said of them. */
function fromTo(text: string, claims: readonly Claim[], at: number): Pair | null {
  const [base, current] = [claims[at], claims[at + 1]];
  if (!base || !current || base.quantity.unit !== current.quantity.unit) return null;
  const isFrom = FROM.test(text.slice(Math.max(0, base.spot.from - 18), base.spot.from));
  return isFrom && TO.test(current.spot.gap) && base.spot.sentence === current.spot.sentence
    ? { current, base }
    : null;
}
