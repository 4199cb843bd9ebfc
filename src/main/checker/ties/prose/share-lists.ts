import { add, decimal, formatDecimal, subtract, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, doubtIn, type Paragraph } from './claims';
import { misreadPart } from './misread-part';
import { NEAREST } from './nearest';
import { UNNAMED } from './share-near';

const LEAST = 3;
const PAIR = 2;
const DIGITS = 4;
/** 甲12.4亿元，占54.52%, 甲12.4亿元、占比54.52%. */
const ITS_SHARE =
  /^[，,、（(](?:占比?|占(?:全部|总[额量数]|全国|合计|已?[\p{Script=Han}]{2}(?:笔数|件数|户数|总额))的?)(?:为|约|达)?$/u;
export const HUNDRED = decimal('100');

/** Shares of one whole that nobody names: what is listed with a share each makes it up, or the shares make up 100 %. */
export const shareListTies = (input: TieInput, paragraph: Paragraph): readonly Tie[] => [
  ...partsWithShares(input, paragraph),
  ...partsThenShares(input, paragraph),
  ...sharesOfAll(input, paragraph),
];

interface Pair {
  readonly part: Claim;
  readonly rate: Claim;
}

/** 甲207亿元，占54.5%；乙163亿元，占42.7%；丙10亿元，占2.8%: each of their sum, where all but one say that this is the whole. */
function partsWithShares({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  const pairs = claims.flatMap((rate, at): Pair[] => {
    const part = claims[at - 1];
    if (!part || rate.quantity.unit !== '%' || part.isRatio || part.quantity.unit === '') return [];
    return ITS_SHARE.test(text.slice(part.spot.to, rate.spot.from)) ? [{ part, rate }] : [];
  });
  const [first] = pairs;
  if (
    !first ||
    pairs.length < PAIR ||
    pairs.some(({ part }) => part.quantity.unit !== first.part.quantity.unit)
  )
    return [];
  const sum = pairs.reduce((total, { part }) => add(total, part.value), zero);
  const ties = pairs.map(({ part, rate }): Tie => {
    const whole = termOf(quantities, part.fact.quantity, sum);
    return buildTie({
      kind: 'share',
      form: 'share',
      stated: termOf(quantities, rate.fact.quantity),
      operands: [
        { role: 'part', term: termOf(quantities, part.fact.quantity) },
        {
          role: 'whole',
          term: {
            ...whole,
            shown: `(${pairs.map((one) => one.part.quantity.raw).join(' + ')})`,
          },
        },
      ],
      doubt: doubtIn(text, rate.spot.from, rate.spot.to),
    });
  });
  const failing = ties.filter(({ status }) => status !== 'pass' && status !== 'rounding');
  if (pairs.length >= LEAST) return failing.length <= 1 ? ties : misread(ties, pairs);
  return isPairOfAll(pairs, ties) ? ties : [];
}

const THEN = /(?:分别占|占比分别为|分别占比)[^，。；\d]{0,10}$/;

/** 甲2,316万笔，乙871万笔，丙420万笔，分别占64.21%、24.15%和11.64%: one by one, of their sum. */
function partsThenShares({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((first, at): readonly Tie[] => {
    if (
      first.quantity.unit !== '%' ||
      !THEN.test(text.slice(Math.max(0, first.spot.from - 20), first.spot.from))
    )
      return [];
    const rates = runOf(text, claims, at);
    const parts = claims.slice(Math.max(0, at - rates.length), at);
    const [part] = parts;
    if (!part || rates.length < LEAST || parts.length < rates.length) return [];
    if (
      parts.some(
        (one) =>
          one.isRatio ||
          one.quantity.unit !== part.quantity.unit ||
          one.spot.sentence !== first.spot.sentence,
      )
    )
      return [];
    const sum = parts.reduce((total, { value }) => add(total, value), zero);
    const ties = rates.map((rate, nth) => shareOfSum(quantities, parts[nth] ?? part, rate, parts, sum));
    const failing = ties.filter(({ status }) => status !== 'pass' && status !== 'rounding');
    const pairs = rates.map((rate, nth): Pair => ({ part: parts[nth] ?? part, rate }));
    return failing.length <= 1 ? ties : misread(ties, pairs);
  });
}

/** The share of the one part whose digits keep all shares from being true. */
function misread(ties: readonly Tie[], pairs: readonly Pair[]): readonly Tie[] {
  const tie = ties[misreadPart(pairs)];
  return tie && tie.status === 'fail' ? [{ ...tie, status: 'unclear', reason: NEAREST }] : [];
}

/** Shares side by side, from the one at `at` on. */
function runOf(text: string, claims: readonly Claim[], at: number): readonly Claim[] {
  const run: Claim[] = [];
  for (const next of claims.slice(at)) {
    const last = run.at(-1);
    if (last && (next.quantity.unit !== '%' || !NEXT.test(text.slice(last.spot.to, next.spot.from)))) break;
    run.push(next);
  }
  return run;
}

function shareOfSum(
  quantities: TieInput['quantities'],
  part: Claim,
  rate: Claim,
  parts: readonly Claim[],
  sum: Claim['value'],
): Tie {
  const whole = {
    ...termOf(quantities, part.fact.quantity, sum),
    shown: `(${parts.map(({ quantity }) => quantity.raw).join(' + ')})`,
  };
  return buildTie({
    kind: 'share',
    form: 'share',
    stated: termOf(quantities, rate.fact.quantity),
    operands: [
      { role: 'part', term: termOf(quantities, part.fact.quantity) },
      { role: 'whole', term: whole },
    ],
  });
}

/** Of two, one share that holds to four digits shows that the two are all. */
const isPairOfAll = (pairs: readonly Pair[], ties: readonly Tie[]): boolean =>
  ties.some(
    ({ status }, at) =>
      status === 'pass' && (pairs[at]?.rate.quantity.raw.replace(/\D/g, '').length ?? 0) >= DIGITS,
  ) || ties.every(({ status }) => status === 'pass' || status === 'rounding');

/** Shares of the whole, not of each: 三类客户占比分别为, not 四类业务的自动化处理占比分别为. */
const ALL =
  /(?:[，：；]|[类种个项档级部][\p{Script=Han}]{0,3})(?:占比|比重|份额|构成比例?)(?:分别)(?:为|是|达)?$/u;
const NEXT = /^(?:[、，,]|以?及|[和与])$/;
/** 三类共计, 分为: all are told. */
const SAYS_ALL = /[二三四五六七八九十两\d][类种个项档级部]|共|合计|总计|分为|划分|构成/;
/** Some of all, or such as overlap. */
const NOT_ALL =
  /前[一二三四五六七八九十\d]|主要|其中|等|多选|可多|较[^，。；]{0,8}(?:上升|下降|提高)|覆盖|同比|环比/;

/** 占比分别为59.26%、35.94%和4.80%: three or more that make 100 %, or would but for digits exchanged. */
function sharesOfAll({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((first, at): Tie[] => {
    const head = text.slice(Math.max(0, first.spot.from - 12), first.spot.from);
    if (first.quantity.unit !== '%' || !/(?:占比|比重|份额|构成比?例?)分别(?:为|是|达)?$/.test(head))
      return [];
    const rates = runOf(text, claims, at);
    if (rates.length < LEAST || rates.some(({ quantity }) => quantity.approximator !== null)) return [];
    if (NOT_ALL.test(text.slice(first.spot.sentence, first.spot.from))) return [];
    const sum = rates.reduce((total, { value }) => add(total, value), zero);
    const tie = (stated: Claim): Tie => hundredTie(quantities, stated, rates);
    const plain = tie(rates.at(-1) ?? first);
    if (plain.status === 'rounding') return [];
    if (plain.status === 'pass') return [plain];
    const saysAll = ALL.test(head) && SAYS_ALL.test(text.slice(first.spot.sentence, first.spot.from));
    const slips = rates.filter(({ value, quantity }) => {
      const right = subtract(HUNDRED, subtract(sum, value));
      if (right.units <= 0n || !isSlipOf(formatDecimal(right), quantity.value, quantity.precision))
        return false;
      // Where nothing says that these are all, only the same digits in another order show it.
      return saysAll || ordered(formatDecimal(right)) === ordered(quantity.value);
    });
    const [slip, ...others] = slips;
    return slip ? [others.length > 0 ? plain : tie(slip)] : [];
  });
}

const ordered = (value: string): string => [...value.replace(/\D/g, '')].sort().join('').replace(/^0+/, '');

/** All of them make 100 %; told of the one that is stated. */
export function hundredTie(quantities: TieInput['quantities'], stated: Claim, rates: readonly Claim[]): Tie {
  const own = termOf(quantities, stated.fact.quantity);
  const whole: TextTerm = {
    ...own,
    shown: '100%',
    figure: { value: HUNDRED, precision: -6, approximator: null },
  };
  return buildTie({
    kind: 'share',
    form: 'sum',
    stated: own,
    operands: [
      { role: 'addend', term: whole },
      ...rates
        .filter((one) => one !== stated)
        .map((one) => ({ role: 'subtrahend' as const, term: termOf(quantities, one.fact.quantity) })),
    ],
    doubt: UNNAMED,
  });
}
