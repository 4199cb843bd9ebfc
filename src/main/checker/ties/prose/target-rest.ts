import { subtract } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';

const DONE = /(?:已|累计)?(?:完成|实现|达到)(?:全年)?(?:目标|任务|计划)?(?:的)?$/;
const REST = /(?:需|须|应|待|尚需|还需|仍需|再)(?:再)?完成$/;
const REACH = 14;

/** 全年190亿元的目标（上半年已完成43.3%，下半年需完成107.79亿元）: what is done and what is left make up the target. */
export function targetRestTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  if (!text.includes('完成')) return [];
  return claims.flatMap((rest, at): readonly Tie[] => {
    const [target, done] = [claims[at - 2], claims[at - 1]];
    if (!target || !done || done.quantity.unit !== '%' || target.quantity.unit !== rest.quantity.unit)
      return [];
    if (!endsIn(text, rest, REST) || !endsIn(text, done, DONE)) return [];
    if ([target, done, rest].some(({ quantity }) => !isPlain(quantity.approximator))) return [];
    const between = text.slice(target.spot.to, done.spot.from);
    if (!/目标|任务|计划/.test(text.slice(target.spot.from - 8, done.spot.from)) || /[。；]/.test(between))
      return [];
    if (target.spot.sentence !== rest.spot.sentence || /[。；]/.test(rest.spot.gap)) return [];
    const part = termOf(quantities, rest.fact.quantity, subtract(target.value, rest.value));
    const shown = `(${target.quantity.raw} - ${rest.quantity.raw})`;
    const whole = termOf(quantities, target.fact.quantity);
    return [
      buildTie({
        kind: 'share',
        form: 'share',
        stated: termOf(quantities, done.fact.quantity),
        operands: [
          { role: 'part', term: { ...part, shown } },
          // 突破190亿元: the target itself is a round figure.
          {
            role: 'whole',
            term: { ...whole, figure: { ...whole.figure, precision: EXACT, approximator: null } },
          },
        ],
      }),
    ];
  });
}

const EXACT = -6;
const isPlain = (approximator: string | null): boolean => approximator === null || approximator === 'over';
const endsIn = (text: string, { spot: { from } }: Claim, words: RegExp): boolean =>
  words.test(text.slice(Math.max(0, from - REACH), from));
