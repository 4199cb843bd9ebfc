import { absolute, add, type Decimal, subtract } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { changeTerm, DOWN, FALLS, UP } from './change-terms';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { isChange, isMeasuredAgainst } from './levels';

const THEN = new RegExp(
  `^(?:[（(][^（）()]{0,10}[）)])?[，,、（(]?(?:同比|环比|比上年|增幅|降幅|涨幅|相应|也)?(${UP}|${DOWN}|增幅|降幅|涨幅)(?:了|约|达|为|幅度?为?)?$`,
);
const BEFORE = new RegExp(
  `(?:(?:同比|环比|[较比][^，。；]{1,10})净?|(?:^|[，,])净)(${UP}|${DOWN}|多增|少增)(?:了|约|近)?$`,
);

/** 年末1,285.4万户，比上年末增加105.2万户，增长8.91%: the base is the difference of the two. */
export function amountAndRateTies({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((amount, at): Tie[] => {
    const rate = claims[at + 1];
    if (rate?.quantity.unit !== '%' || amount.isRatio || amount.quantity.unit === '') return [];
    const current = currentBefore(text, claims, at);
    if (!current) return [];
    const grown = BEFORE.exec(
      text.slice(Math.max(current.spot.to, amount.spot.from - 20), amount.spot.from),
    )?.[1];
    const then = THEN.exec(rate.spot.gap)?.[1];
    // 多增120亿元 is a change of the change.
    if (grown === undefined || then === undefined || /多增|少增/.test(grown)) return [];
    if (current.spot.sentence !== rate.spot.sentence) return [];
    const falls = FALLS.test(grown);
    const doubt = doubtIn(text, rate.spot.from, rate.spot.to);
    if (falls === FALLS.test(then)) {
      const isOther = isOfOtherBasis(text, amount, rate);
      // 比6月末增加7,014.07万元，环比增长9.15%: so small a change says little of what changed.
      if (!isOther && rate.spot.gap.includes('环比')) return [];
      const ties = rateOfAmount(quantities, current, amount, rate, falls, doubt);
      return isOther ? ties.filter(({ status }) => status === 'pass') : ties;
    }
    // 减少8.72万台，增长5.76%: told where the rate's word is borne out, or the amount's.
    const [asRate] = rateOfAmount(quantities, current, amount, rate, !falls, doubt);
    const [turned] = rateOfAmount(quantities, current, amount, rate, falls, doubt, !falls);
    const isMade = asRate?.status === 'pass' || turned?.expected.replace(/^-/, '') === rate.quantity.raw;
    return turned && isMade ? [turned] : [];
  });
}

/** 较上年同期增加58亿元，环比增长5.00%: the rate need not be that of the amount. */
function isOfOtherBasis(text: string, { spot }: Claim, rate: Claim): boolean {
  const words = text.slice(Math.max(0, spot.from - 20), spot.from);
  if (rate.spot.gap.includes('环比')) return /上年|去年|同比|同期|年初/.test(words);
  return (
    rate.spot.gap.includes('同比') &&
    /[较比](?:上月|上季|上期|\d{1,2}月|第?[一二三四]季度)|环比|[年季月]初/.test(words)
  );
}

/** The figure that changed: right before, or with rates of it between (完成预算的72.6%，). Never one that says what it was. */
function currentBefore(text: string, claims: readonly Claim[], at: number): Claim | null {
  const amount = claims[at];
  const current = claims.slice(0, at).findLast((one) => !one.isRatio && !isChange(one, text));
  if (!amount || !current || current.quantity.unit !== amount.quantity.unit) return null;
  if (isMeasuredAgainst(current, text) || BASE.test(text.slice(current.spot.sentence, current.spot.from)))
    return null;
  const between = text.slice(current.spot.to, amount.spot.from);
  return /[。；]/.test(between) || OTHER_SUBJECT.test(between) ? null : current;
}

/** 比上年末的386人净增22人. */
const BASE = /[较比与][^，。；]{1,16}$/;

/** 较上年增加1.68万元，其中公务接待较上年减少0.58万元: another figure's change. */
const OTHER_SUBJECT =
  /其中|[，,](?!(?:完成|为|占|同比|环比|分别|预算|总[量额数]|规模|余额|数量|金额|全年|累计|[较比与]))[^，。；\d]{2,}[较比][^，。；]*$/;

function rateOfAmount(
  quantities: TieInput['quantities'],
  current: Claim,
  amount: Claim,
  rate: Claim,
  falls: boolean,
  doubt: string,
  isToldAsFall = falls,
): Tie[] {
  const size = absolute(amount.value);
  const base: Decimal = falls ? add(current.value, size) : subtract(current.value, size);
  if (base.units <= 0n) return [];
  const now = termOf(quantities, current.fact.quantity);
  const then: TextTerm = {
    ...termOf(quantities, amount.fact.quantity, base),
    shown: `(${current.quantity.raw} ${falls ? '+' : '-'} ${amount.quantity.raw})`,
  };
  const figure = { ...then.figure, precision: Math.max(now.figure.precision, then.figure.precision) };
  return [
    buildTie({
      kind: 'growth',
      form: 'rate',
      stated: changeTerm(quantities, rate, isToldAsFall ? 'down' : 'up'),
      operands: [
        { role: 'current', term: now },
        { role: 'base', term: { ...then, figure } },
      ],
      counted: areCounted([current, amount]),
      doubt,
    }),
  ];
}
