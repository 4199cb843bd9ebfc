import { compare } from '../../../../shared/decimal';
import type { Breakdown } from './breakdowns';
import type { Claim } from './claims';
import { isMeasuredAgainst } from './levels';

/** 合计1,280件，占80.00%；转办144件: a figure with its own share stands beside the next. */
export const hasOwnShare = (text: string, { spot }: Claim): boolean =>
  /^[，,（(、]?占[^，。；\d]{0,12}\d/.test(text.slice(spot.to, spot.to + 20));

/** 由13名董事组成，其中…；女性董事3名，占比23.1%: the one whole that its sentence breaks down. */
export function sentenceWhole(
  text: string,
  breakdowns: readonly Breakdown[],
  part: Claim,
): Claim | undefined {
  const own = breakdowns.filter(
    ({ whole, parts }) =>
      whole.spot.sentence === part.spot.sentence &&
      whole.quantity.unit === part.quantity.unit &&
      !hasOwnShare(text, whole) &&
      (parts.at(-1)?.spot.to ?? part.spot.to) < part.spot.from,
  );
  const [first, ...others] = own;
  return first && others.length === 0 && compare(part.value, first.whole.value) <= 0
    ? first.whole
    : undefined;
}

/** 抽查业务180笔，发现17笔…，占比9.4%: part of what was looked through right before. */
export function sampled(text: string, claims: readonly Claim[], part: Claim): Claim | undefined {
  const before = claims[claims.indexOf(part) - 1];
  if (!before || before.isRatio || before.quantity.unit !== part.quantity.unit) return undefined;
  if (
    !/^[，,](?:经[^，。；\d]{1,8})?(?:发现|查出|其中有|有)$/.test(text.slice(before.spot.to, part.spot.from))
  )
    return undefined;
  return compare(part.value, before.value) <= 0 ? before : undefined;
}

/** The figure before that bears the name: 货物进出口总额 for 进出口总额. Never one that is a part of the same whole itself. */
export function namedWhole(
  text: string,
  claims: readonly Claim[],
  at: number,
  part: Claim,
  of: string,
): Claim | undefined {
  // 其 is whoever the clause speaks of.
  if (of.startsWith('其')) return undefined;
  const name = of.replace(/^(?:全部|全市|全省|全国|该|同期|当年|总)/, '').replace(/(?:总量|总额|总数)$/, '');
  if (name.length < 2) return undefined;
  const isPart = (one: Claim): boolean => {
    const next = claims.find(({ spot, isRatio }) => spot.from >= one.spot.to && !isRatio);
    return (text.slice(one.spot.to, next?.spot.from).split(/[。；]/)[0] ?? '').includes(`占${of}`);
  };
  return claims
    .slice(0, at)
    .findLast(
      (one) =>
        one !== part &&
        !one.isRatio &&
        !isPart(one) &&
        !isMeasuredAgainst(one, text) &&
        one.fact.period === part.fact.period &&
        bears(one, name, /^(?:总|全)/.test(of)),
    );
}

/** 投诉举报 ends in 举报 and is another thing: so short a name must be all of it. */
function bears({ fact: { scope, concept } }: Claim, name: string, isAll: boolean): boolean {
  const [whole, own] = [`${scope}${concept}`, concept].map((text) => text.replace(/(?:总量|总额|总数)$/, ''));
  return name.length < SHORT && !isAll ? whole === name || own === name : (whole ?? '').endsWith(name);
}

const SHORT = 3;
