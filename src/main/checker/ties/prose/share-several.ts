import { add, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from './claims';
import { shareTie } from './share-tie';

/** 甲类783件、乙类579件. */
export const isSibling = (text: string, a: Claim, b: Claim): boolean =>
  a.quantity.unit === b.quantity.unit &&
  /^(?:、|和|及|以及)[^，。；：\d]{1,24}$/.test(text.slice(a.spot.to, b.spot.from));

/** 甲类783件、乙类579件，占工单总量的54%: the share may be of all that are listed. */
export function isOneOfSeveral(text: string, claims: readonly Claim[], part: Claim): boolean {
  const before = claims[claims.indexOf(part) - 1];
  return before !== undefined && isSibling(text, before, part);
}

/** Whole and share of a list: told only where the list as a whole bears it out. */
export function severalOf(
  quantities: TieInput['quantities'],
  text: string,
  claims: readonly Claim[],
  rate: Claim,
  last: Claim,
  whole: Claim | undefined,
): Tie[] {
  if (!whole || whole === last || whole.quantity.unit !== last.quantity.unit) return [];
  const parts = [last];
  for (let at = claims.indexOf(last) - 1; at >= 0; at--) {
    const [one, next] = [claims[at], parts[0]];
    if (!one || !next || !isSibling(text, one, next)) break;
    parts.unshift(one);
  }
  if (parts.includes(whole)) return [];
  const sum = parts.reduce((total, { value }) => add(total, value), zero);
  const term = termOf(quantities, last.fact.quantity);
  const tied = [
    shareTie(quantities, text, rate, last, whole),
    shareTie(quantities, text, rate, last, whole, {
      sum: {
        ...term,
        shown: `(${parts.map(({ quantity }) => quantity.raw).join(' + ')})`,
        figure: { ...term.figure, value: sum },
      },
    }),
  ];
  return tied.filter(({ status }) => status === 'pass' || status === 'rounding').slice(0, 1);
}
