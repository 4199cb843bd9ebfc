import type { Claim } from '../claims';
import { isChange } from '../levels';
import type { Sought } from './reading';

const IN =
  /(?:新增|新设|新开|新建|新签|新入|开立|进场|入职|招聘|引进|入网|拓展|投放|入金|流入|收汇|收款|来账|转入|收入|增加)[^，。；、\d]{0,8}$/;
const OUT =
  /(?:退出|撤销|注销|销户|离场|离职|解约|终止|关停|回笼|出金|流出|付汇|付款|往账|转出|清退|支出|减少|核销)[^，。；、\d]{0,8}$/;

const NET = /净[^，。；、\d]{0,4}$|顺差|逆差/;
const PERIOD = /[年月季]/;

export const isInflow = ({ spot }: Claim): boolean => IN.test(spot.head);
export const isOutflow = ({ spot }: Claim): boolean => OUT.test(spot.head);

/** 进场41人、离场27人: what came and what went. */
export const isFlow = (came: Claim, went: Claim): boolean =>
  isInflow(came) && isOutflow(went) && !isInflow(went);

/** The only ones of the unit in their sentence, the one told right behind the other. */
export function isOnlyFlow({ text, claims, claim }: Sought, came: Claim, went: Claim): boolean {
  const like = claims.filter(
    (one) =>
      one !== claim && one.quantity.unit === claim.quantity.unit && one.spot.sentence === came.spot.sentence,
  );
  const [ins, outs] = [IN, OUT].map((words) => like.filter(({ spot }) => words.test(spot.head)));
  const between = text.slice(
    Math.min(came.spot.to, went.spot.to, claim.spot.to),
    Math.max(came.spot.from, claim.spot.from),
  );
  const isTold = claims.some(({ spot }) => spot.sentence === came.spot.sentence && NET.test(spot.head));
  if (claim.spot.sentence !== came.spot.sentence && (isTold || PERIOD.test(claim.spot.head))) return false;
  return (
    ins?.length === 1 &&
    outs?.length === 1 &&
    Math.abs(like.indexOf(came) - like.indexOf(went)) === 1 &&
    (between.match(/。/g) ?? []).length <= 1 &&
    !/其中|上年|去年|同期|另|；(?!付|出|退|撤|流出|支)/.test(between) &&
    (IN.test(came.spot.head) ? !isChange(came, text) || /新增/.test(came.spot.head) : true)
  );
}
