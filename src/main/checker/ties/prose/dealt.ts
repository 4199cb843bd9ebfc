import { add, compare, formatDecimal, subtract, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { comparable } from './comparable';
import { isChange, isMeasuredAgainst } from './levels';
import { NOT_LISTED } from './parts';
import { sumTie } from './sum-tie';

const REACH = 110;
const FEWEST = 2;
const MOST = 9;

/** Words between a whole and the first of its parts that say that all of it is dealt out. */
const DEALT =
  /(?:(?:分布在|分布于|分别来自|来自|分属|归属|下调为|上调为|调整为|划分为|分类为|认定为|评定为|处理方式为|处置方式为|处理结果为|构成为|分为)|：)[\p{Script=Han}A-Za-z“”《》]{0,14}$/u;
/** 来自甲部、乙部和丙部，分别为: one by one. */
const RESPECTIVELY = /(?:分别|依次)(?:为|是)$/;
/** What must stand in a paragraph of which `DEALT`, `RESPECTIVELY` or `ALL` can match. */
const MAY_DEAL = /：|分布|来自|[分归]属|调为|调整为|[分定成式果别次类]为|全|均已|悉数/;
const ALL = /(?:全部|均已|全数|悉数)[^。；]{0,24}，其中[^，。；]{0,16}$/;
/** Some of them, or each of them more than once. */
const OPEN =
  /等|主要|重点|其余|其他|另|超过|包括|含|涉及|存在|同时|重复|交叉|可能|约|近|预计|计划|目标|增加|减少|新增|占/;
/** Of things that may have several: 原因有三类：甲3家、乙2家. */
const SEVERAL = /原因|问题|情形|类型|方面|事由|违规|不足/;
const ENTITIES = /^(?:家|户|人|名|位|个|台)$/;
const TIMES = /^(?:年|个?月|天|日|周|个?小时|分钟|秒)$/;

/** 26家机构，分布在华东7家、华南8家、西南6家、东北5家: what the words deal out wholly adds up. */
export function dealtTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  if (!MAY_DEAL.test(text)) return [];
  return claims.flatMap((first, at): readonly Tie[] => {
    const next = claims[at + 1];
    if (at === 0 || first.isRatio || first.quantity.unit === '' || !next) return [];
    if (next.spot.sentence !== first.spot.sentence) return [];
    const whole = wholeBefore(text, claims, at);
    if (!whole) return [];
    const join = text.slice(Math.max(0, first.spot.from - REACH), first.spot.from);
    if (!DEALT.test(join) && !RESPECTIVELY.test(join) && !ALL.test(join)) return [];
    const parts = listFrom(text, claims, at, RESPECTIVELY.test(join));
    const last = parts.at(-1);
    if (!last || parts.length < FEWEST || parts.length > MOST) return [];
    if (!/^(?:（[^（）]{0,30}）)?(?:[。；）]|$)/.test(text.slice(last.spot.to))) return [];
    if (parts.some((one) => !comparable(one, whole) || isChange(one, text))) return [];
    const between = text.slice(whole.spot.to, last.spot.to);
    if (!isToldWhole(between, whole, parts)) return [];
    return [sumTie(quantities, whole, parts, doubtIn(text, whole.spot.from, last.spot.to) || NOT_LISTED)];
  });
}

/** The one figure of that unit before the list in its sentence. */
function wholeBefore(text: string, claims: readonly Claim[], at: number): Claim | null {
  const first = claims[at];
  let whole: Claim | null = null;
  for (let back = at - 1; first && back >= 0; back--) {
    const one = claims[back];
    if (!one || one.spot.sentence !== first.spot.sentence || first.spot.from - one.spot.to > REACH) break;
    if (one.quantity.unit !== first.quantity.unit) continue;
    if (whole) return null;
    whole = one;
  }
  if (!whole || isChange(whole, text) || isMeasuredAgainst(whole, text)) return null;
  return whole.quantity.approximator === null ? whole : null;
}

const NEXT = /^(?:（[^（）]{0,30}）)?(?:[，、；]|和|及|以及)(?:和|及)?[^，。；、：\d]{1,20}$/;
const NEXT_ONE = /^(?:、|，|和|及|以及)$/;

/** What is listed alike from there on; the times that reasons name passed over. */
function listFrom(text: string, claims: readonly Claim[], at: number, isBare: boolean): readonly Claim[] {
  const first = claims[at];
  if (!first) return [];
  const list = [first];
  for (const next of claims.slice(at + 1)) {
    const last = list.at(-1) ?? first;
    if (TIMES.test(next.quantity.unit) && next.quantity.unit !== first.quantity.unit) continue;
    const gap = text.slice(last.spot.to, next.spot.from).replace(/\d+(?:个?月|年|天|日)/g, '');
    const isNext = (isBare ? NEXT_ONE : NEXT).test(gap);
    if (!isNext || next.quantity.unit !== first.quantity.unit || next.quantity.approximator !== null) break;
    list.push(next);
  }
  return list;
}

/** Adds up; or says that it is all, and misses by a slip of one figure. */
function isToldWhole(between: string, whole: Claim, parts: readonly Claim[]): boolean {
  const sum = parts.reduce((all, { value }) => add(all, value), zero);
  const order = compare(sum, whole.value);
  if (order === 0) return true;
  if (OPEN.test(between) || parts.some(({ value }) => compare(value, whole.value) >= 0)) return false;
  // One that has two of the problems is counted in both.
  if (order > 0 && SEVERAL.test(between) && ENTITIES.test(whole.quantity.unit)) return false;
  return isOneSlip(subtract(whole.value, sum), whole, parts);
}

const SMALL_GAP = 2;
const SMALL = 100;

/** One part or the whole was copied wrongly; of few things one was counted otherwise. */
function isOneSlip(gap: Claim['value'], whole: Claim, parts: readonly Claim[]): boolean {
  const isSmall = areCounted([whole, ...parts]) && Number(whole.quantity.value) < SMALL;
  if (isSmall && Math.abs(Number(formatDecimal(gap))) <= SMALL_GAP) return true;
  const sum = subtract(whole.value, gap);
  const slips = [[sum, whole] as const, ...parts.map((part) => [add(part.value, gap), part] as const)];
  return slips.some(
    ([meant, { quantity }]) =>
      meant.units > 0n && isSlipOf(formatDecimal(meant), quantity.value, quantity.precision),
  );
}
