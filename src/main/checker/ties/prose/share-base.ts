import { compare } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { holds } from '../arithmetic';
import type { TieInput } from '../input';
import { areCounted, type Claim, type Paragraph } from './claims';
import { isChange } from './levels';
import { shareTie } from './share-tie';

const SHARE =
  /^[^，。；\d]{0,4}[，,（(]占(?:全部|全体|总|所有)?(?<of>[\p{Script=Han}]{2,10}?)(?:总数|总量)?的(?:比[例重]?为?)?$/u;
const REACH = 160;

/**
 * 收回有效问卷59份…满意的54家，占有效问卷的91.53%: what is counted otherwise than its base. Where it is no share of the base that bears
 * the name, but of another figure around it, the base was mistaken.
 */
export function shareBaseTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  if (!text.includes('占')) return [];
  return claims.flatMap((rate, at): readonly Tie[] => {
    const part = claims[at - 1];
    if (rate.quantity.unit !== '%' || !part || rate.quantity.approximator !== null) return [];
    const of = SHARE.exec(text.slice(part.spot.to, rate.spot.from))?.groups?.['of'];
    if (of === undefined || !areCounted([part]) || isChange(part, text)) return [];
    const before = claims.slice(0, at - 1).filter(({ spot }) => rate.spot.from - spot.to <= REACH);
    const [base, another] = before.filter((one) => bears(text, one, of));
    if (!base || another || !areCounted([base]) || base.quantity.unit === part.quantity.unit) return [];
    if (compare(part.value, base.value) > 0) return [];
    const tie = shareTie(quantities, text, rate, part, base);
    if (holds(tie.status)) return [tie];
    const isMistaken = before.some(
      (one) => one !== base && areCounted([one]) && holds(shareTie(quantities, text, rate, part, one).status),
    );
    return isMistaken && tie.status === 'fail' ? [{ ...tie, otherBase: true }] : [];
  });
}

/** 收回有效问卷59份, 59份有效问卷. */
function bears(text: string, { spot: { head, to }, quantity }: Claim, name: string): boolean {
  return (
    !/%|倍|百分点/.test(quantity.unit) &&
    (head.replace(/(?:共|为|有)$/, '').endsWith(name) || text.startsWith(name, to))
  );
}
