import { add, compare, type Decimal, decimal, subtract, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import type { Claim, Paragraph } from './claims';

/** Whether other figures of the sentence are what a total sums, what its parts make up, or its words say that it is no sum. */
export function isOtherSum(tie: Tie, stated: Claim, paragraph: Paragraph): boolean {
  const addends = addendsOf(tie, paragraph);
  return (
    isSumOfOthers(stated, paragraph) ||
    makesUpAnother(addends, stated, paragraph) ||
    makesUpListed(addends, stated, paragraph) ||
    holdsOthers(addends) ||
    balancesOtherwise(addends, stated) ||
    isSumOfFirst(addends, stated, paragraph) ||
    isOtherThanSum(addends, stated, paragraph)
  );
}

export const sameUnit = (a: Claim, b: Claim): boolean => a.quantity.unit === b.quantity.unit;
const equal = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;

/** The figures of a claim's sentence in its unit. */
export const inSentence = (claim: Claim, { claims }: Paragraph): readonly Claim[] =>
  claims.filter((one) => one.spot.sentence === claim.spot.sentence && sameUnit(one, claim));

const MOST_ADDENDS = 8;

/** Two or more figures right before it, one after the other, make it up. */
function isSumOfOthers(stated: Claim, paragraph: Paragraph): boolean {
  const row = inSentence(stated, paragraph);
  const at = row.indexOf(stated);
  let sum = zero;
  for (let count = 1; count <= MOST_ADDENDS; count++) {
    const addend = row[at - count];
    if (!addend) return false;
    sum = add(sum, addend.value);
    if (count > 1 && equal(sum, stated.value)) return true;
  }
  return false;
}

const addendsOf = (tie: Tie, { claims }: Paragraph): readonly Claim[] =>
  claims.filter(({ fact }) =>
    tie.terms.some(({ quantity, role }) => role === 'addend' && quantity === fact.quantity),
  );

/** The addends make up a figure that stands before them and is not the one they were held against. */
function makesUpAnother(addends: readonly Claim[], stated: Claim, paragraph: Paragraph): boolean {
  const [first] = addends;
  if (!first || addends.length < 2) return false;
  const sum = addends.reduce((total, { value }) => add(total, value), zero);
  return inSentence(first, paragraph).some(
    (one) =>
      one !== stated && one.spot.to <= first.spot.from && !addends.includes(one) && equal(one.value, sum),
  );
}

/** 3笔分别为600万元、400万元和250万元，其中已收回325万元，余额925万元: they make up what is listed before them, the stated figure its last. */
function makesUpListed(addends: readonly Claim[], stated: Claim, paragraph: Paragraph): boolean {
  const [first] = addends;
  if (!first || stated.spot.to > first.spot.from) return false;
  const row = inSentence(stated, paragraph);
  const sum = addends.reduce((total, { value }) => add(total, value), zero);
  let listed = stated.value;
  for (let at = row.indexOf(stated) - 1; at >= 0; at--) {
    listed = add(listed, row[at]?.value ?? zero);
    if (equal(listed, sum)) return true;
  }
  return false;
}

/** 其中已结案5件，胜诉3件、和解2件: the first is made up by those behind it. */
function holdsOthers([first, ...others]: readonly Claim[]): boolean {
  return (
    first !== undefined &&
    others.length > 1 &&
    !areToldAlike([first, ...others]) &&
    equal(
      first.value,
      others.reduce((sum, { value }) => add(sum, value), zero),
    )
  );
}

/** 因…撤销8个，因…撤销6个，因…撤销2个: none of them holds the others, though 8 is 6 and 2. */
const areToldAlike = ([first, ...others]: readonly Claim[]): boolean =>
  others.every(({ spot }) => spot.head.slice(-2) === first?.spot.head.slice(-2)) &&
  (first?.spot.head.length ?? 0) > 2;

/** One of the addends is what the others, with or without the total, make up: 利息693,818元，计提69,382元，留存624,436元. */
function balancesOtherwise(addends: readonly Claim[], stated: Claim): boolean {
  const sum = addends.reduce((total, { value }) => add(total, value), zero);
  if (addends.length < 2 || compare(sum, TELLING) < 0) return false;
  return addends.some(({ value }) => {
    const rest = subtract(sum, value);
    return equal(value, rest) ? addends.length > 2 : equal(value, add(rest, stated.value));
  });
}

const FIRST = /前[一二三四五六七八九十两\d]+[^，。；、\d]{0,8}$/;
/** Small numbers make up each other by chance. */
const TELLING = decimal('100');

/** 甲15、乙5、丙2、其他1，前三个合计22: of the first of them. */
function isSumOfFirst(addends: readonly Claim[], stated: Claim, { text }: Paragraph): boolean {
  if (!FIRST.test(text.slice(0, stated.spot.from))) return false;
  let sum = zero;
  return addends.some(({ value }, at) => {
    sum = add(sum, value);
    return at > 0 && equal(sum, stated.value);
  });
}

const STOCK = /现行|现有|目前|存量|累计|[年期月季]末|现存|在用|在册|历年/;
const OUT = /流出|减少|亏损|下降|支出|净减|退出|注销/;
const OVERLAPPING = /[均都同]时?(?:具备|满足|存在|涉及|发生|符合|选择)|交叉|重叠|重复|去重|同时|兼[具有]/;

/** Flows and a stock (修订7项、新订3项，现行合计24项), in and out (净流出…、净流入…), parts that overlap (两项均具备的32份). */
function isOtherThanSum(addends: readonly Claim[], stated: Claim, { text }: Paragraph): boolean {
  const [first, last] = [addends[0], addends.at(-1)];
  if (!first || !last) return false;
  const sum = addends.reduce((total, { value }) => add(total, value), zero);
  const isMore = compare(stated.value, sum) > 0;
  if (isMore && last.spot.to <= stated.spot.from && STOCK.test(text.slice(last.spot.to, stated.spot.from)))
    return true;
  const outward = addends.filter(({ spot }) =>
    OUT.test(/[^，。；、\d]*$/.exec(text.slice(0, spot.from))?.[0] ?? ''),
  );
  if (outward.length > 0 && outward.length < addends.length) return true;
  const behind = /^[^。]{0,40}/.exec(text.slice(Math.max(last.spot.to, stated.spot.to)))?.[0] ?? '';
  return (
    !isMore &&
    OVERLAPPING.test(text.slice(Math.min(first.spot.from, stated.spot.from), last.spot.to) + behind)
  );
}
