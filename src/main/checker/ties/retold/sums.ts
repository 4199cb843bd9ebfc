import { add, compare } from '../../../../shared/decimal';
import type { Claim } from '../prose/claims';

/** 2个尚未整改 here and 1个正在推进 there are 3个 together: whether one is another and a third, each of one unit. */
export const isMadeUp = ({ value, quantity }: Claim, other: Claim, all: readonly Claim[]): boolean =>
  all.some(
    (one) =>
      one !== other &&
      one.quantity.unit === quantity.unit &&
      compare(add(one.value, other.value), value) === 0,
  );

/** What a list names beside a figure: 个人客户117户 of 对公客户62户、个人客户117户. */
export function listedWith(
  { spot, quantity }: Claim,
  text: string,
  claims: readonly Claim[],
): readonly Claim[] {
  const at = claims.findIndex((one) => one.quantity === quantity);
  return [claims[at - 1], claims[at + 1]].flatMap((one) => {
    if (!one) return [];
    const [first, last] = one.spot.from < spot.from ? [one.spot, spot] : [spot, one.spot];
    return /^(?:、|和|与|及|以及)[^，。；]*$/.test(text.slice(first.to, last.from)) ? [one] : [];
  });
}
