import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  halfUnit,
  multiply,
  shift,
  subtract,
} from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { holds } from '../arithmetic';
import type { Claim, Paragraph } from './claims';
import { inSentence, isOtherSum, sameUnit } from './explained-sums';
import { isFarOff, ONE, PER_CENT } from './far-off';

/**
 * The ties without those that do not hold and whose words only suggest them, where another reading of the same sentence explains the
 * figures exactly: the parts make up another figure named before (计划34个，比上年少1个，其中信贷10个…), the total sums others
 * (技术13人、风控7人，两类合计20人 behind 在岗46人), the share is of the whole that a neighbour's share is of.
 */
export function withoutExplained(ties: readonly Tie[], paragraph: Paragraph): readonly Tie[] {
  return ties.filter((tie) => holds(tie.status) || !isExplained(tie, ties, paragraph));
}

function isExplained(tie: Tie, ties: readonly Tie[], paragraph: Paragraph): boolean {
  const stated = paragraph.claims.find(({ fact }) => fact.quantity === tie.terms[0]?.quantity);
  if (!stated) return false;
  switch (tie.form) {
    case 'sum':
      return isOtherSum(tie, stated, paragraph);
    case 'part':
      return hasLargerBefore(tie, stated, paragraph);
    case 'share':
      return isFarOff(tie, 'part', 'whole', PER_CENT) || isOfSharedWhole(tie, stated, ties, paragraph);
    case 'difference':
      return isNowhereNear(tie) && isOfAnotherPair(stated, paragraph) && !isOfOtherUnit(tie);
    case 'multiple':
      return isFarOff(tie, 'current', 'base', ONE);
    default:
      return false;
  }
}

const TWICE = decimal('2');

/** More than twice what is stated: one of the two was read for another. 净增15 of 312 and 299 is a slip rather. */
function isNowhereNear({ terms }: Tie): boolean {
  const [stated, current, base] = ['stated', 'current', 'base'].map(
    (wanted) => terms.find(({ role }) => role === wanted)?.figure,
  );
  if (!stated || !current || !base) return false;
  const apart = absolute(subtract(decimal(current.value), decimal(base.value)));
  return compare(apart, multiply(absolute(decimal(stated.value)), TWICE)) > 0;
}

/** By which 元, 万元 and 亿元 are mistaken for each other. */
const SCALES = [-8, -4, 4, 8];

/** 28.64万元 less 27.95亿元: with one unit otherwise it holds. */
function isOfOtherUnit({ terms }: Tie): boolean {
  const [stated, current, base] = terms.map(({ figure }) => figure && decimal(figure.value));
  if (!stated || !current || !base) return false;
  const holds = (a: Decimal, b: Decimal): boolean => compare(subtract(a, b), stated) === 0;
  return SCALES.some((power) => holds(shift(current, power), base) || holds(current, shift(base, power)));
}

/** From here on two figures are not so far apart by chance. */
const TELLING = decimal('20');

/** 14家，退出5家、新增2家，年末11家，比年初减少3家: two figures of the sentence are just so far apart; of few things the first and the last. */
function isOfAnotherPair(stated: Claim, paragraph: Paragraph): boolean {
  const all = inSentence(stated, paragraph);
  const own = absolute(stated.value);
  const before = all.slice(0, all.indexOf(stated));
  const row = compare(own, TELLING) < 0 ? [...before.slice(0, 1), ...before.slice(1).slice(-1)] : all;
  return row.some((a, at) =>
    row
      .slice(at + 1)
      .some((b) => a !== stated && b !== stated && compare(absolute(subtract(a.value, b.value)), own) === 0),
  );
}

/** 约谈5家、暂停2家、终止1家，其中暂停的2家: of the five. */
function hasLargerBefore(tie: Tie, stated: Claim, paragraph: Paragraph): boolean {
  const whole = tie.terms[1]?.quantity;
  if (!/其中[^。；\d]*$/.test(paragraph.text.slice(0, stated.spot.from))) return false;
  return inSentence(stated, paragraph).some(
    (one) =>
      one.fact.quantity !== whole && one.spot.to <= stated.spot.from && compare(one.value, stated.value) > 0,
  );
}

/** 前五名5,256万元，占59.93%；第一名1,862万元，占21.23%: both of a whole that stands elsewhere. */
function isOfSharedWhole(tie: Tie, stated: Claim, ties: readonly Tie[], paragraph: Paragraph): boolean {
  const part = paragraph.claims.find(({ fact }) =>
    tie.terms.some(({ quantity, role }) => role === 'part' && quantity === fact.quantity),
  );
  if (!part) return false;
  const failing = new Set(
    ties.filter(({ status }) => status === 'fail').map(({ terms: [first] }) => first?.quantity),
  );
  return paragraph.claims.some((rate, at) => {
    const front = paragraph.claims[at - 1];
    if (rate === stated || rate.quantity.unit !== stated.quantity.unit || failing.has(rate.fact.quantity))
      return false;
    if (!front || front === part || front.isRatio || !sameUnit(front, part)) return false;
    if (
      !/^[，,（(、]?(?:约|仅|合计)?占[^，。；、\d]{0,10}$/.test(
        paragraph.text.slice(front.spot.to, rate.spot.from),
      )
    )
      return false;
    return isProportional([part, front], [stated, rate]);
  });
}

/** part ÷ front = stated ÷ rate as far as the rates are printed: both are of one whole. */
function isProportional([part, front]: Pair, [stated, rate]: Pair): boolean {
  const [own, other] = [halfUnit(stated.quantity.precision), halfUnit(rate.quantity.precision)];
  const low = multiply(part.value, subtract(rate.value, other));
  const high = multiply(part.value, add(rate.value, other));
  return (
    compare(low, multiply(front.value, add(stated.value, own))) <= 0 &&
    compare(high, multiply(front.value, subtract(stated.value, own))) >= 0
  );
}

type Pair = readonly [Claim, Claim];
