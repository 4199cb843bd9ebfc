import { add, compare, formatDecimal, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { readChain } from '../counts/enumerations';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';
import { NOT_LISTED } from './parts';
import { sumTie } from './sum-tie';

const LEAST = 2;

/** 投诉1,208件，反映四类问题：一是…共467件；二是…318件…: a figure in each link that together make the one before. */
export function chainTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  const chain = readChain(text, 0);
  const [first] = chain;
  if (!first || chain.length < LEAST || claims.length <= chain.length) return [];
  const wholes = claims.filter(({ spot, isRatio }) => spot.to <= first.at && !isRatio);
  return [...new Set(wholes.map(({ quantity }) => quantity.unit))].flatMap((unit): Tie[] => {
    const whole = wholes.findLast((one) => one.quantity.unit === unit);
    const parts = linkFigures(text, claims, chain, unit);
    if (!whole || !parts || /[。；]/.test(text.slice(whole.spot.to, first.at))) return [];
    const sum = parts.reduce((total, { value }) => add(total, value), zero);
    const adds = compare(sum, whole.value) === 0;
    const isSlip = isNearMiss(formatDecimal(sum), whole.quantity.value, whole.quantity.precision);
    if (!adds && !isSlip) return [];
    return [sumTie(quantities, whole, parts, NOT_LISTED)];
  });
}

/** One figure of the unit in each link, or null. */
function linkFigures(
  text: string,
  claims: readonly Claim[],
  chain: readonly { readonly at: number; readonly end: number }[],
  unit: string,
): readonly Claim[] | null {
  const parts: Claim[] = [];
  for (const [nth, { end }] of chain.entries()) {
    const rest = text.slice(end).search(/[。；]/);
    const close = Math.min(chain[nth + 1]?.at ?? text.length, rest < 0 ? text.length : end + rest);
    const own = claims.filter(
      ({ spot, quantity }) => spot.from >= end && spot.to <= close && quantity.unit === unit,
    );
    if (own.length !== 1 || !own[0]) return null;
    parts.push(own[0]);
  }
  return parts;
}
