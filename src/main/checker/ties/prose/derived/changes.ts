import { compare } from '../../../../../shared/decimal';
import type { Claim } from '../claims';
import { isChange } from '../levels';
import { isFlow, isOnlyFlow } from './flows';
import { ordered } from './ordered';
import { type Reading, reading, type Sought } from './reading';
import { comparedWith, isEarlier, isInOneSentence, isPlainlyEarlier, wordsBefore } from './words';

/** All pairs of one unit, those nearest first; the second is what the first changed from. */
function pairs(
  { text, claims, around, claim }: Sought,
  fits: (claim: Claim) => boolean,
): readonly (readonly [current: Claim, base: Claim])[] {
  const apart = (one: Claim): number => Math.abs(one.spot.from - claim.spot.from);
  const near = around.filter(fits).sort((a, b) => apart(a) - apart(b));
  const told = comparedWith(text, claims, claims.indexOf(claim));
  return near
    .flatMap((current, at) =>
      near
        .slice(at + 1)
        .filter((one) => one.quantity.unit === current.quantity.unit)
        .flatMap((other) => [[current, other] as const, [other, current] as const]),
    )
    .filter(([, base]) => told === null || base === told || base.quantity.unit !== told.quantity.unit);
}

export const rates = (sought: Sought): readonly Reading[] =>
  pairs(sought, ({ isRatio }) => !isRatio)
    .filter(([, base]) => base.value.units > 0n)
    .map(([current, base]) =>
      reading(
        sought,
        'rate',
        [
          ['current', current],
          ['base', base],
        ],
        {
          isNear: () => isNearChange(sought, current, base),
          isSure: () => isInRow(sought, current, base),
          ...ordered(sought, current, base),
        },
      ),
    );

/** Both stand in the sentence before the change, one of them told as the earlier, nothing of the same unit between or behind. */
function isNearChange({ text, claims, claim }: Sought, current: Claim, base: Claim): boolean {
  const last = Math.max(current.spot.to, base.spot.to);
  const first = Math.min(current.spot.from, base.spot.from);
  if (last > claim.spot.from || first < claim.spot.sentence || !isInOneSentence(text, current, base))
    return false;
  if (isChange(current, text) || isChange(base, text)) return false;
  const gap = text.slice(last, claim.spot.from);
  // 第一季度…，第二季度…，环比增长: the second from the first.
  const follows = base.spot.to <= current.spot.from && isOfPeriod(text, base) && isOfPeriod(text, current);
  const isTold = isEarlier(text, base) && (!isEarlier(text, current) || isComparedWith(text, base));
  if (!(/环比/.test(gap) && follows) && !isTold) return false;
  const isBetween = claims.some(
    (one) =>
      one !== current &&
      one !== base &&
      one.spot.from > first &&
      one.spot.to <= claim.spot.from &&
      one.quantity.unit === base.quantity.unit &&
      !isChange(one, text),
  );
  return !isBetween && !gap.includes('；');
}

/** 较8月末的27.95亿元 behind 9月末…28.64亿元. */
const isComparedWith = (text: string, base: Claim): boolean =>
  /[较比与](?:\d{4}年)?(?:\d{1,2}月|第?[一二三四]季度|上[年月季期]|去年)[^，。；、\d]{0,6}的$/.test(
    wordsBefore(text, base, 18),
  );

const isOfPeriod = (text: string, claim: Claim): boolean =>
  /(?:第?[一二三四]季度|[上下]半年|\d{1,2}月)[^，。；\d]{0,10}$/.test(wordsBefore(text, claim, 20));

const ONLY_CHANGE = /^[）)]?[，,]?(?:同比|环比)?(?:净)?[\p{Script=Han}]{1,3}(?:了)?$/u;

/** 发现问题49个，上年为21个，增加28个: the three in a row, the second plainly of an earlier time. */
function isInRow({ text, claims, claim }: Sought, current: Claim, base: Claim): boolean {
  const at = claims.indexOf(claim);
  return (
    claims[at - 1] === base &&
    claims[at - 2] === current &&
    isInOneSentence(text, current, claim) &&
    !isChange(current, text) &&
    !isChange(base, text) &&
    isPlainlyEarlier(text, base) &&
    ONLY_CHANGE.test(text.slice(base.spot.to, claim.spot.from)) &&
    !/其中|折合|按/.test(text.slice(current.spot.from, claim.spot.to))
  );
}

/** 笔数增速高于金额增速, 前者高出后者: both stand before it. */
const BOTH =
  /(?:增速|增幅|涨幅|降幅|占比|率)[高低快慢]于[^，。；\d全总平均]{0,8}(?:增速|增幅|涨幅|降幅|占比|率)$|前者[^，。；\d]{0,6}后者$/;
const APART = /[高低快慢多少]|前者/;

export function points(sought: Sought): readonly Reading[] {
  const { text, claim, before, cue } = sought;
  if (claim.quantity.unit === '基点') return [];
  const own = before.filter(
    ({ quantity, spot }) => quantity.unit === '%' && spot.sentence === claim.spot.sentence,
  );
  const isApart = cue.sign > 0 && own.length === 2 && APART.test(wordsBefore(text, claim, 14));
  return pairs(sought, ({ quantity }) => quantity.unit === '%').map(([current, base]) => {
    const isNear = (): boolean =>
      isApart && own.includes(current) && own.includes(base) && compare(current.value, base.value) > 0;
    const isSure = (): boolean => isNear() && BOTH.test(text.slice(own[1]?.spot.to ?? 0, claim.spot.from));
    return reading(
      sought,
      'points',
      [
        ['current', current],
        ['base', base],
      ],
      { isNear, isSure, ...ordered(sought, current, base) },
    );
  });
}

/** 已办结182件, 已修复…个: what is left is the rest of the figure before. */
const DONE =
  /已(?:经)?(?:完成|办结|整改|修复|处置|解决|销号|通过|接听|支付|使用|收回|兑付|发放|更换|补正)[^，。；、\d]{0,4}$/;

export function differences(sought: Sought): readonly Reading[] {
  const { text, claim, before, cue } = sought;
  const { unit } = claim.quantity;
  const own = before.filter((one) => one.quantity.unit === unit && one.spot.sentence === claim.spot.sentence);
  return pairs(sought, ({ quantity }) => quantity.unit === unit).map(([current, base]) => {
    const isRest = (): boolean =>
      own.length === 2 && current === own[0] && base === own[1] && compare(current.value, base.value) > 0;
    const isNear =
      cue.kind === 'net'
        ? () => isFlow(current, base)
        : cue.kind === 'rest'
          ? isRest
          : () => isNearChange(sought, current, base);
    const isSure =
      cue.kind === 'net'
        ? () => isFlow(current, base) && isOnlyFlow(sought, current, base)
        : cue.kind === 'rest'
          ? () => isRest() && DONE.test(wordsBefore(text, base, 10))
          : () => isInRow(sought, current, base);
    return reading(
      sought,
      'difference',
      [
        ['current', current],
        ['base', base],
      ],
      { isNear, isSure, ...ordered(sought, current, base) },
    );
  });
}
