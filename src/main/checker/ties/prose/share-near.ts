import { compare, formatDecimal, shift } from '../../../../shared/decimal';
import { isSlipOf } from '../../../figures/identity/slip';
import { divided } from '../arithmetic';
import type { Claim } from './claims';
import { isChange } from './levels';
import { isSibling } from './share-several';

/** Why a share of an unnamed whole that does not hold is only doubted. */
export const UNNAMED = '占比没有写明是占什么的比重，按前文最近的总数核对';

const NEAR = 6;

/** A whole that stands somewhere before. `isSlip`: the share looks like its share copied wrongly. */
export interface NearWhole {
  readonly whole: Claim;
  readonly isSlip: boolean;
}

/** 货物22.40亿元、机票2.52亿元、留学1.96亿元: one of several side by side. */
function isListed(text: string, claims: readonly Claim[], one: Claim): boolean {
  const at = claims.indexOf(one);
  const [before, next] = [claims[at - 1], claims[at + 1]];
  return (
    (before !== undefined && isSibling(text, before, one)) ||
    (next !== undefined && isSibling(text, one, next))
  );
}

/**
 * 共受理3,186件，其中热线2,147件、在线1,039件。首日受理1,912件，占60.0%: nobody says of what. A figure before of which it is the share is
 * meant; else one of which it would be but for a slip.
 */
export function nearWhole(
  text: string,
  claims: readonly Claim[],
  part: Claim,
  rate: Claim,
): NearWhole | null {
  const before = claims
    .slice(0, claims.indexOf(part))
    .filter(
      (one) =>
        !one.isRatio &&
        one.quantity.unit === part.quantity.unit &&
        one.quantity.approximator === null &&
        compare(one.value, part.value) > 0 &&
        !isChange(one, text) &&
        // One that has its own share stands beside the part, not above it.
        !/^[，,（(]?[^，。；\d]{0,8}占/.test(text.slice(one.spot.to, one.spot.to + 14)),
    )
    .slice(-NEAR)
    .reverse();
  const { value, precision } = rate.quantity;
  const shares = before.map((whole) => ({
    whole,
    share: formatDecimal(divided(shift(part.value, 2), whole.value, precision)),
  }));
  const exact = shares.find(({ share }) => Number(share) === Number(value));
  if (exact) return { whole: exact.whole, isSlip: false };
  const slip = shares.find(
    ({ share, whole }) => isSlipOf(share, value, precision) && !isListed(text, claims, whole),
  );
  return slip ? { whole: slip.whole, isSlip: true } : null;
}
