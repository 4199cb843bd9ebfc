import { add, compare, formatDecimal, shift, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { divided } from '../arithmetic';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Breakdown } from './breakdowns';
import { type Claim, doubtIn, type Paragraph } from './claims';
import { readParts } from './lists';
import { sumTie } from './sum-tie';

/** Digits below which two numbers agree by chance. */
const TELLING = 3;

/** 因证件过期注销4户。其余2户…: the next sentence tells the rest. */
const REST_BEHIND = /^[。；](?:其余|剩余|余下|另有)/;

/** 13个、12个、11个，三类合计占85.71%: not all of the whole. */
const LESS_THAN_ALL =
  /^[，,；](?:以上|上述|前)?[两三四五六七八九十\d]+(?:类|项|者|种|家|个|方面|部分)[^，。；\d]{0,8}占[^，。；\d]{0,12}\d{1,2}(?:\.\d+)?[%％]/;
/** 比末位高9.88分，其中一项就相差13.3分: parts of a difference may go the other way. */
const DIFFERENCE = /[较比与][^，。；]{0,24}(?:高|低|多|少|快|慢|长|短|大|小|差)(?:出|了|约)?$/;

/** Figures that only look alike, or a list that may not be whole: a doubt, told as one. */
export const NOT_LISTED = '文中没有说已列全各部分，或各部分可能重叠，无法断定';

/** Sums where a breakdown is whole, adds up to the digit, or is a plain list that ought to; else each part within its whole. */
export function partTies(
  { quantities }: TieInput,
  { text, claims }: Paragraph,
  breakdowns: readonly Breakdown[],
): readonly Tie[] {
  return breakdowns.flatMap(({ whole, parts, isWhole, from }): Tie[] => {
    if (!isWhole && isNested(claims, parts)) return [];
    const end = parts.at(-1)?.spot.to ?? whole.spot.to;
    const stated = termOf(quantities, whole.fact.quantity);
    const isOpen =
      REST_BEHIND.test(text.slice(end, end + 4)) || LESS_THAN_ALL.test(text.slice(end, end + 48));
    const adds = parts.length > 1 && sumOf(parts, whole);
    const reading = from < 0 || isOpen ? null : readParts(text, from, whole, parts);
    if (isWhole || adds === 'exact' || (adds === 'slip' && !isOpen) || reading !== null) {
      const isSure = isWhole || reading === 'exceeds' || reading === 'adds';
      return [sumTie(quantities, whole, parts, isSure ? notAdded(text, whole.spot.from, end) : NOT_LISTED)];
    }
    if (DIFFERENCE.test(text.slice(whole.spot.sentence, whole.spot.from))) return [];
    const doubt = doubtIn(text, whole.spot.from, end);
    return parts.map((part) =>
      buildTie({
        kind: 'part',
        form: 'part',
        stated: termOf(quantities, part.fact.quantity),
        operands: [{ role: 'whole', term: stated }],
        doubt: doubt || (sameMeasure(part, whole) ? '' : '两数的指标名称不同，可能不是部分与总数'),
      }),
    );
  });
}

/** 抽样1,200份，符合1,131份，符合率94.25%: the one is a share of the other, no part beside it. */
const isNested = (claims: readonly Claim[], parts: readonly Claim[]): boolean =>
  parts.some((part, at) => {
    const [before, rate] = [parts[at - 1], claims[claims.indexOf(part) + 1]];
    if (!before || rate?.quantity.unit !== '%' || before.value.units <= 0n) return false;
    return compare(divided(shift(part.value, 2), before.value, rate.quantity.precision), rate.value) === 0;
  });

/** Levels add up whatever prices their growth is told in; plans and sums without doubles may not. */
const NOT_ADDED = /剔除|扣除|抵[销消]|去重|重复|交叉|预计|计划|目标|力争|预期|拟|还原|折年|调整后/;

function notAdded(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('；', from - 1)) + 1;
  const word = NOT_ADDED.exec(text.slice(start, to + 4));
  return word ? `句中有“${word[0]}”，口径可能不同` : '';
}

/** Whether parts add up to the whole, or would but for one digit. */
function sumOf(parts: readonly Claim[], whole: Claim): 'exact' | 'slip' | null {
  const sum = parts.reduce((total, { value }) => add(total, value), zero);
  const digits = whole.quantity.raw.replace(/\D/g, '').replace(/0+$/, '').length;
  if (digits < TELLING || whole.quantity.approximator) return null;
  if (compare(sum, whole.value) === 0) return 'exact';
  return isNearMiss(formatDecimal(sum), whole.quantity.value, whole.quantity.precision) ? 'slip' : null;
}

/** 交易笔数 of a channel within 交易笔数; 出口 within 进出口总额 by its name. */
function sameMeasure({ fact }: Claim, whole: Claim): boolean {
  const [own, other] = [fact.concept, whole.fact.concept];
  if (own === other || own === '' || other === '') return true;
  const noun = (text: string) => text.slice(-2);
  return noun(own) === noun(other) || own.includes(noun(other)) || other.includes(noun(own));
}
