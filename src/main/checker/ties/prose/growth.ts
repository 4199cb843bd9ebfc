import { shift } from '../../../../shared/decimal';
import type { Comparison } from '../../../../shared/model/quantity';
import type { Tie, TieForm } from '../../../../shared/model/tie';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { isToldOfOther } from './between';
import { changeTerm, DOWN, FALLS, UP } from './change-terms';
import { areCounted, type Claim, doubtIn, doubtInPlan, isEndOfRange, type Paragraph } from './claims';
import { isInflow, isOutflow } from './derived/flows';
import { amountAndRateTies } from './growth-amounts';

/** Facts of one paragraph in which a base is looked for. */
export const NEAR = 12;

/** What a paragraph claims of the change of its own figures. */
export const growthTies = (input: TieInput, paragraph: Paragraph): readonly Tie[] => [
  ...fromStatedBases(input, paragraph),
  ...fromTo(input, paragraph),
  ...amountAndRateTies(input, paragraph),
];

/** 2025年120亿元，较2024年的100亿元增长20%: both figures stand there. */
function fromStatedBases({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((claim, at): Tie[] => {
    const { comparison } = claim.fact;
    if (!comparison || claim.isRatio !== (comparison.form === 'points')) return [];
    const rate = claims.find(({ fact }) => fact.quantity === comparison.quantity);
    if (!rate || isToldOfOther(text, claim, rate)) return [];
    if (isEndOfRange(text, rate) || isEndOfRange(text, claim) || isFlowOfNet(text, claim, rate)) return [];
    const bases = claims
      .slice(Math.max(0, at - NEAR), at + NEAR)
      .filter((one) => isBase(one, claim, comparison) && !isBaseOfOther(text, claims, one, claim));
    const [base] = bases;
    if (!base || bases.some((one) => one.quantity.value !== base.quantity.value)) return [];
    const form = formOf(comparison, rate);
    if (!form) return [];
    const rateOf = rate.quantity.unit === '基点' ? basisPoints : (term: TextTerm) => term;
    return [
      buildTie({
        kind: 'growth',
        form,
        stated: changeTerm(quantities, rate, comparison.direction),
        operands: [
          { role: 'current', term: rateOf(termOf(quantities, claim.fact.quantity)) },
          { role: 'base', term: rateOf(termOf(quantities, base.fact.quantity)) },
        ],
        exact: form === 'difference' && areCounted([claim, base, rate]),
        counted: form === 'rate' && areCounted([claim, base]),
        doubt: doubtIn(text, rate.spot.from, rate.spot.to),
      }),
    ];
  });
}

/** 新开1个、撤销2个，总数比年初的8个净减少1个: what went is not what became less. */
const isFlowOfNet = (text: string, claim: Claim, { spot }: Claim): boolean =>
  /净[^，。；\d]{1,3}$/.test(text.slice(Math.max(0, spot.from - 5), spot.from)) &&
  (isInflow(claim) || isOutflow(claim));

/** 共600件，比上年同期的615件下降2.44%…结算延迟168件，同比增长19.15%: the 615 are what the 600 grew from. */
function isBaseOfOther(text: string, claims: readonly Claim[], base: Claim, claim: Claim): boolean {
  if (!/[较比与][^，。；\d]*的?$/.test(text.slice(Math.max(0, base.spot.from - 16), base.spot.from)))
    return false;
  const own = claims.findLast(
    (one) =>
      one.spot.to <= base.spot.from &&
      one.spot.sentence === base.spot.sentence &&
      !one.isRatio &&
      one.quantity.unit === base.quantity.unit,
  );
  return own !== undefined && own !== claim;
}

/** One thing in one scope, in the period that the change is counted from. */
export const isBase = (
  one: Claim,
  { fact, quantity }: Claim,
  { basePeriod }: Pick<Comparison, 'basePeriod'>,
): boolean =>
  basePeriod !== '' &&
  one.fact.quantity !== fact.quantity &&
  one.fact.concept === fact.concept &&
  one.fact.scope === fact.scope &&
  one.fact.period === basePeriod &&
  one.quantity.unit === quantity.unit;

function formOf({ form }: Comparison, rate: Claim): TieForm | null {
  const { unit } = rate.quantity;
  if (form === 'rate') return unit === '%' ? 'rate' : null;
  if (form === 'increase') return unit === '倍' ? 'increase' : null;
  if (form === 'points') return unit === '个百分点' || unit === '基点' ? 'points' : null;
  return form === 'difference' ? 'difference' : null;
}

/** 1.83% as 183 of what a change in 基点 is told in. */
const basisPoints = (term: TextTerm): TextTerm => ({
  ...term,
  figure: { ...term.figure, value: shift(term.figure.value, 2), precision: term.figure.precision + 2 },
});

/** The rate from one stated figure to another. */
export const rateTie = (
  { quantities }: TieInput,
  { text }: Paragraph,
  change: { readonly rate: Claim; readonly falls: boolean; readonly current: Claim; readonly base: Claim },
): Tie =>
  buildTie({
    kind: 'growth',
    form: 'rate',
    stated: changeTerm(quantities, change.rate, change.falls ? 'down' : 'up'),
    operands: [
      { role: 'current', term: termOf(quantities, change.current.fact.quantity) },
      { role: 'base', term: termOf(quantities, change.base.fact.quantity) },
    ],
    counted: areCounted([change.current, change.base]),
    doubt: doubtIn(text, change.rate.spot.from, change.rate.spot.to),
  });

const FROM = /(?:从|由)[^，。；：]{0,24}$/;
const TO = new RegExp(`^[^，。；：\\d]{0,12}(?:${UP}|${DOWN}|变化|调整)(?:至|到|为|成)[^，。；：\\d]{0,10}$`);
const CHANGE = new RegExp(
  `^[^，。；\\d（(]{0,6}[，,（(][^，。；\\d]{0,8}(${UP}|${DOWN}|增幅|降幅|涨幅)[^，。；\\d]{0,4}$`,
);
/** 从9个拓展到29个，增长222.2%. */
function fromTo({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((base, at): Tie[] => {
    const [current, change] = [claims[at + 1], claims[at + 2]];
    if (!current || !change || base.quantity.unit !== current.quantity.unit) return [];
    if (
      !FROM.test(text.slice(Math.max(0, base.spot.from - 30), base.spot.from)) ||
      !TO.test(current.spot.gap)
    )
      return [];
    // 增至52家，其中新增8家、退出2家: gross, not what it grew by.
    const word = /其中|新增|新开|新设/.test(change.spot.gap) ? undefined : CHANGE.exec(change.spot.gap)?.[1];
    const form = word === undefined ? null : changeForm(base, change);
    if (!form || word === undefined) return [];
    const doubt = doubtInPlan(text, change.spot.from, change.spot.to);
    return [
      buildTie({
        kind: 'growth',
        form,
        stated: changeTerm(quantities, change, FALLS.test(word) ? 'down' : 'up'),
        operands: [
          { role: 'current', term: termOf(quantities, current.fact.quantity) },
          { role: 'base', term: termOf(quantities, base.fact.quantity) },
        ],
        exact: form === 'difference' && areCounted([base, current, change]),
        counted: form === 'rate' && areCounted([base, current]),
        doubt,
      }),
    ];
  });
}

/** Of two rates, a change in % may be meant in points: no tie. */
function changeForm(base: Claim, { quantity }: Claim): TieForm | null {
  if (quantity.unit === base.quantity.unit && !base.isRatio) return 'difference';
  if (base.isRatio) return quantity.unit === '个百分点' ? 'points' : null;
  if (quantity.unit === '%') return 'rate';
  return quantity.unit === '倍' ? 'increase' : null;
}
