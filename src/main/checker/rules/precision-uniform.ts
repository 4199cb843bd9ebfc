import { groupBy } from '../../../shared/group-by';
import { remembered } from '../../../shared/memo';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { type PrintedDigits, printedDigits, significantDigits } from '../text/printed-digits';

type MessageId = 'fewer' | 'carried';

interface Member {
  readonly quantity: Quantity;
  readonly fact: Fact;
  readonly digits: PrintedDigits;
}

/** Targets are round. */
const PLANNED = /安排|计划|预期|目标|力争|拟|不低于|不超过|左右|以上|以内/;
const RATES = new Set(['%', '‰']);
/** Of a small family every other member must agree, of a larger one three of four. */
const SMALL_FAMILY = 4;
const OTHERS = 2;
const RELATED = 3;
/** A base of two digits is known to one part in a hundred at best. */
const BASE_DIGITS = 2;
const RATE_DECIMALS = 2;

/** One figure of a family in fewer decimals than the others; a rate more precise than its base can carry. */
export const precisionUniform = defineRule<MessageId>({
  code: 'N211',
  name: 'precision-uniform',
  severity: 'notice',
  looks: 'across',
  messages: {
    fewer: '“{figure}”只有{own}位小数，同类数字都是{usual}位（如{other}）',
    carried: '“{base}”只有{digits}位有效数字，得不出“{rate}”这样精确的变动幅度',
  },
  applies: (report) => membersOf(report).length > 1,
  check(report) {
    const members = membersOf(report);
    const families = groupBy(members, familyOf);
    const amounts = groupBy(
      members.filter(({ quantity, digits }) => !RATES.has(quantity.unit) && digits.fraction !== ''),
      ({ digits }) => digits.tail,
    );
    return [
      ...[...families.values()].flatMap(fewerOf),
      ...[...amounts.values()].filter(isCustom).flatMap(fewerOf),
      ...members.flatMap((one) => carriedOf(report, one)),
    ];
  },
});

/** Measured figures of the prose: counts of whole things have no decimals, 约 and 超 need none. */
const membersOf = remembered(({ document, facts, quantities }: CheckedReport): readonly Member[] => {
  return facts.flatMap((fact) => {
    const quantity = quantities[fact.quantity];
    if (!quantity || quantity.approximator !== null || quantity.place.row !== undefined) return [];
    const { start, end } = quantity.range;
    if (PLANNED.test(document.text.slice(Math.max(0, start - 16), end + 3))) return [];
    const digits = printedDigits(quantity.raw);
    if (!digits || (!RATES.has(quantity.unit) && !/^[百千]?[万亿]/.test(digits.tail))) return [];
    return [{ quantity, fact, digits }];
  });
});

/** 日均交易金额 in 万元 is one family; so are all rates of change. */
function familyOf({ quantity, fact, digits }: Member): string {
  if (!RATES.has(quantity.unit)) return `${fact.concept} ${digits.tail}`;
  return /增速|增长|增幅|降幅|同比|环比/.test(fact.concept)
    ? `rate ${quantity.unit}`
    : `${fact.concept} ${quantity.unit}`;
}

/** So many amounts of one unit, nearly all in as many decimals: that is how the report writes them. */
const MANY = 8;
const MOST_ODD = 10;

function isCustom(family: readonly Member[]): boolean {
  const counts = [...groupBy(family, ({ digits }) => digits.fraction.length).values()].map(
    ({ length }) => length,
  );
  return family.length >= MANY && (family.length - Math.max(...counts)) * MOST_ODD <= family.length;
}

function fewerOf(family: readonly Member[]): Problem<MessageId>[] {
  const counts = new Map<number, number>();
  for (const { digits } of family)
    counts.set(digits.fraction.length, (counts.get(digits.fraction.length) ?? 0) + 1);
  const [usual, share] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const few = family.filter(({ digits }) => digits.fraction.length < usual);
  const enough =
    family.length <= SMALL_FAMILY
      ? few.length === 1 && share === family.length - 1
      : share * 4 >= family.length * 3;
  if (share < OTHERS || few.length === 0 || !enough) return [];
  const others = family.filter(({ digits }) => digits.fraction.length === usual);
  return few.map(({ quantity, digits }) => ({
    message: 'fewer',
    data: { figure: quantity.raw, own: digits.fraction.length, usual, other: others[0]?.quantity.raw ?? '' },
    range: quantity.range,
    related: others.slice(0, RELATED).map((one) => ({ range: one.quantity.range, note: '同类数字' })),
  }));
}

function carriedOf({ quantities }: CheckedReport, { quantity, fact, digits }: Member): Problem<MessageId>[] {
  const rate = fact.comparison?.form === 'rate' ? quantities[fact.comparison.quantity ?? -1] : undefined;
  const printed = rate && printedDigits(rate.raw);
  if (!rate || !printed || RATES.has(quantity.unit)) return [];
  const own = significantDigits(digits);
  if (own > BASE_DIGITS || printed.fraction.length < RATE_DECIMALS) return [];
  // 100万 may be exact: only a figure with decimals shows where its digits end.
  if (digits.fraction === '') return [];
  return [
    {
      message: 'carried',
      data: { base: quantity.raw, digits: own, rate: rate.raw },
      range: quantity.range,
      related: [{ range: rate.range, note: '变动幅度' }],
    },
  ];
}
