import { compare } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { holds } from '../arithmetic';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, type Paragraph } from './claims';

const PARTS = 4;
const WHOLES = 16;

/**
 * A sentence can be read in more than one way: 抽查3,000份，其中个人2,400份、机构600份，发现缺失54份，缺失率1.80% is a share of
 * the 3,000. Where the reading found does not hold and another one of the same words does, the other is what was meant.
 */
export function otherwise(tie: Tie, { quantities }: TieInput, { claims }: Paragraph): Tie {
  const [stated] = tie.terms;
  if (tie.status !== 'fail' || !stated || tie.form !== 'share') return tie;
  const at = claims.findIndex(({ fact }) => fact.quantity === stated.quantity);
  const rate = claims[at];
  if (!rate) return tie;
  const figures = claims.slice(0, at).filter(({ isRatio }) => !isRatio);
  const fronts = figures.filter(({ spot }) => spot.sentence === rate.spot.sentence).slice(-PARTS);
  const others = claims
    .slice(Math.max(0, at - WHOLES), at + WHOLES)
    .filter(({ isRatio, quantity }) => !isRatio && quantity.approximator === null);
  for (const front of fronts.reverse()) {
    for (const other of others) {
      const made = isPair(front, other) ? pairTie(tie, rate, front, other, quantities) : null;
      if (made && holds(made.status)) return made;
    }
  }
  return tie;
}

const isPair = (front: Claim, other: Claim): boolean =>
  front !== other && front.quantity.unit === other.quantity.unit && compare(front.value, other.value) <= 0;

const pairTie = (
  { kind, form }: Tie,
  rate: Claim,
  part: Claim,
  whole: Claim,
  quantities: TieInput['quantities'],
): Tie =>
  buildTie({
    kind,
    form,
    stated: termOf(quantities, rate.fact.quantity),
    operands: [
      { role: 'part', term: termOf(quantities, part.fact.quantity) },
      { role: 'whole', term: termOf(quantities, whole.fact.quantity) },
    ],
    counted: areCounted([part, whole]),
  });
