import { compare, shift, subtract } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { roundTo } from '../arithmetic';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, claimsOf } from '../prose/claims';

/** What stands between a figure and the same in a larger unit. */
const THAT_IS =
  /^(?:[，,]?(?:也?即|约合|折合|合计?约|相当于)(?:人民币)?(?:约|为)?|[（(](?:约|即|约合|折合|合)(?:人民币)?(?:约|为)?)$/;
const HINT = /[即合约]|相当于/;

/**
 * 32,108.00万元，约合3.21亿元: one figure in two units, the coarser being the finer rounded, or cut off. The finer is told to be
 * wrong no more than the other: either may be.
 */
export function inOtherUnits(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  return input.document.blocks.flatMap((block): readonly Tie[] => {
    if ((block.kind !== 'paragraph' && block.kind !== 'list-item') || !HINT.test(block.prose.text)) return [];
    const { text } = block.prose;
    const claims = claimsOf(block, input);
    return claims.flatMap((claim, at): readonly Tie[] => {
      const before = claims[at - 1];
      if (!before || tied.has(claim.fact.quantity) || !isComparable(before, claim)) return [];
      if (!THAT_IS.test(text.slice(before.spot.to, claim.spot.from).replace(/\s+/g, ''))) return [];
      return isCutOff(before, claim) ? [] : [tieOf(input, claim, before)];
    });
  });
}

/** Of one unit, the second printed less exactly, neither told as more or less than it is. */
const isComparable = ({ quantity: fine, isRatio }: Claim, { quantity: coarse }: Claim): boolean =>
  !isRatio &&
  fine.unit === coarse.unit &&
  fine.unit !== '' &&
  fine.approximator === null &&
  (coarse.approximator === null || coarse.approximator === 'about') &&
  coarse.precision > fine.precision &&
  scaleOf(fine.raw) !== scaleOf(coarse.raw);

const scaleOf = (raw: string): string => /[万亿千百]+/.exec(raw)?.[0] ?? '';

/** 3.318亿元 told as 3.31亿元. */
function isCutOff({ value: fine }: Claim, { value: coarse, quantity: { precision } }: Claim): boolean {
  const rest = subtract(fine, coarse);
  const isShort = rest.units > 0n && compare(rest, shift({ units: 1n, scale: 0 }, precision)) < 0;
  return isShort && compare(roundTo(fine, precision), coarse) !== 0;
}

function tieOf({ quantities }: TieInput, coarse: Claim, fine: Claim): Tie {
  const stated = termOf(quantities, coarse.fact.quantity);
  return buildTie({
    kind: 'same',
    form: 'equal',
    stated: { ...stated, figure: { ...stated.figure, approximator: null } },
    operands: [{ role: 'other', term: termOf(quantities, fine.fact.quantity) }],
    definite: '两种单位的同一数',
  });
}
