import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from './claims';
import { isChange, isMeasuredAgainst } from './levels';
import { shareTie } from './share-tie';

/** 10.53亿元，是2024年3.51亿元的3倍. */
const multipleTie = (quantities: TieInput['quantities'], rate: Claim, current: Claim, base: Claim): Tie =>
  buildTie({
    kind: 'share',
    form: 'multiple',
    stated: termOf(quantities, rate.fact.quantity),
    operands: [
      { role: 'current', term: termOf(quantities, current.fact.quantity) },
      { role: 'base', term: termOf(quantities, base.fact.quantity) },
    ],
  });

const BEHIND_WHOLE = /^的?(?:比重|比例)?(?:为|达到?|约|近|超过?)*$/;
const BEFORE_WHOLE = /占[^，。；\d]{0,20}$/;
/** 完成全年3,000户目标的95.83%, 为设计容量每秒12万笔的57.02%: the whole with its own name behind it, and nothing else before. */
const OF_WHOLE =
  /[，,](?:完成|达到?|为|是|相当于|仅为|仅占|约为|占)(?:(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?)[^，。；\d]{0,20}$/;
const BEHIND_OF = /^(?:[^，。；\d]{0,8})的(?:约|近)?$/;

/** 税收98亿元，占一般公共预算收入123亿元的79.7%: the whole stands between 占 and the share. */
export function inlineShare(
  text: string,
  claims: readonly Claim[],
  at: number,
): { readonly part: Claim; readonly whole: Claim } | null {
  const [part, whole, rate] = [claims[at - 2], claims[at - 1], claims[at]];
  if (!part || !whole || !rate || part.isRatio || whole.isRatio) return null;
  if (part.quantity.unit !== whole.quantity.unit || part.spot.sentence !== rate.spot.sentence) return null;
  const between = text.slice(part.spot.to, whole.spot.from);
  const holds = BEFORE_WHOLE.test(between) && !/[。；]/.test(between);
  return holds && BEHIND_WHOLE.test(text.slice(whole.spot.to, rate.spot.from)) ? { part, whole } : null;
}

const isOtherwiseCounted = (text: string, direct: Claim, whole: Claim): boolean =>
  !direct.isRatio &&
  direct.quantity.unit !== whole.quantity.unit &&
  /^[，,（(]占[^，。；\d]{0,4}$/.test(text.slice(direct.spot.to, whole.spot.from));

/** The one figure of that unit before, or the one of which it is so much. */
export function measuredShare(
  quantities: TieInput['quantities'],
  text: string,
  claims: readonly Claim[],
  at: number,
  form: 'share' | 'multiple' = 'share',
): Tie | null {
  const [whole, rate] = [claims[at - 1], claims[at]];
  if (!whole || !rate || whole.isRatio) return null;
  if (!BEHIND_OF.test(text.slice(whole.spot.to, rate.spot.from))) return null;
  const head = text.slice(Math.max(0, whole.spot.from - 26), whole.spot.from);
  if (!OF_WHOLE.test(head) || /[较比与]/.test(head.split(/[，,]/).at(-1) ?? '')) return null;
  // 清退的两家投诉154件，占五家的50.99%: of what the five have, counted as the part is.
  const direct = claims[at - 2];
  if (direct && isOtherwiseCounted(text, direct, whole)) return null;
  const fronts = claims
    .slice(0, at - 1)
    .filter(
      (one) =>
        one.quantity.unit === whole.quantity.unit &&
        one.spot.sentence === rate.spot.sentence &&
        !isMeasuredAgainst(one, text) &&
        !isChange(one, text) &&
        !/[较比与由从][^，。；\d]{0,16}$/.test(one.spot.head),
    );
  const ties = [...fronts]
    .reverse()
    .map((part) =>
      form === 'multiple'
        ? multipleTie(quantities, rate, part, whole)
        : shareTie(quantities, text, rate, part, whole, { isPlan: true }),
    );
  const holding = ties.find(({ status }) => status === 'pass' || status === 'rounding');
  if (holding || ties.length === 1) return holding ?? ties[0] ?? null;
  // 共86,742.90万元，日均17,348.58万元，为9月日均13,411.22万元的1.29倍: the one right before.
  const isNext = fronts.at(-1) === claims[at - 2] && /^[，,]/.test(text.slice(fronts.at(-1)?.spot.to));
  return form === 'multiple' && isNext ? (ties[0] ?? null) : null;
}
