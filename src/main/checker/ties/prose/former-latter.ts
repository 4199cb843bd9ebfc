import { negate } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { isChange } from './levels';

const TIMES = /(?:(?<latter>后者)[是为]前者|(?<former>前者)[是为]后者)的$/;
const APART =
  /(?:(?<latter>后者)[较比]前者|(?<former>前者)[较比]后者)(?:(?<up>多|高|增加)|(?<down>少|低|减少))出?$/;
const REACH = 12;

/** 收款笔均2,388元，付款笔均3,724元，后者是前者的1.56倍: of the only two figures of one unit that the sentence told before. */
export function formerLatterTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  if (!text.includes('后者')) return [];
  return claims.flatMap((claim, at): readonly Tie[] => {
    const { unit, approximator } = claim.quantity;
    const isTimes = unit === '倍';
    if (approximator !== null || (claim.isRatio && !isTimes)) return [];
    const head = text.slice(Math.max(0, claim.spot.from - REACH), claim.spot.from);
    const found = (isTimes ? TIMES : APART).exec(head)?.groups;
    if (!found) return [];
    const pair = pairBefore(text, claims.slice(0, at), claim, isTimes ? null : unit);
    if (!pair) return [];
    const [former, latter] = pair;
    const [current, base] = found['latter'] === undefined ? [former, latter] : [latter, former];
    const value = found['down'] === undefined ? claim.value : negate(claim.value);
    return [
      buildTie({
        kind: isTimes ? 'share' : 'growth',
        form: isTimes ? 'multiple' : 'difference',
        stated: termOf(quantities, claim.fact.quantity, value),
        operands: [
          { role: 'current', term: termOf(quantities, current.fact.quantity) },
          { role: 'base', term: termOf(quantities, base.fact.quantity) },
        ],
        exact: !isTimes && areCounted([claim, current, base]),
        doubt: doubtIn(text, claim.spot.from, claim.spot.to),
      }),
    ];
  });
}

/** Null where the sentence tells more than two that could be meant, or one of them roughly. */
function pairBefore(
  text: string,
  before: readonly Claim[],
  { spot: { sentence, from } }: Claim,
  unit: string | null,
): readonly [Claim, Claim] | null {
  const own = before.filter(({ spot }) => spot.sentence === sentence);
  const nearest = own.at(-1);
  const alike = own.filter(({ quantity }) => quantity.unit === (unit ?? nearest?.quantity.unit));
  const [former, latter, third] = alike;
  if (!nearest || !former || !latter || third || latter !== nearest) return null;
  if (alike.some((one) => one.quantity.approximator !== null || one.isRatio || isChange(one, text)))
    return null;
  return /^[，,；;](?:而)?$/.test(text.slice(latter.spot.to, from).replace(/[前后]者.*$/, ''))
    ? [former, latter]
    : null;
}
