import { absolute, compare, decimal, subtract } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { placeSearch } from '../search';
import { holds, judge } from '../ties/arithmetic';
import type { Figure } from '../ties/interval';
import { type Money, moneyIn, scaledBy } from './money-figures';
import { rescaled } from './unit-words';

/** An amount that what its own sentence says of it makes impossible as it is, and right in another unit. */
export interface OutOfScale {
  readonly raw: string;
  readonly written: string;
  readonly other: string;
  readonly range: Range;
  /** Where the other figure stands. */
  readonly beside: Range;
}

/** Such a figure within its stretch of prose. */
interface Slip {
  readonly wrong: Money;
  readonly written: string;
  readonly beside: Money;
}

/** A sentence read: its amounts, its rates, its text and where it begins. */
interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly amounts: readonly Money[];
}

const MAY =
  /最[高大低小]|峰值|谷值|[比较][^，。；]{1,16}(?:增|减|上升|下降)|费率|出金|流出|提现|转出|划出|支取|出账/;
const SENTENCE = /[^。；\n]+/g;
const POWERS = [4, -4, 8, -8];

/** 入金1,634.83亿元，出金1,633.41万元，…增加1.42亿元; 日均余额19.86亿元，单日最高余额26.71万元. */
export const outOfScale = placeSearch<OutOfScale>([['digit']], (prose) =>
  slipsIn(prose.text).map(({ wrong, written, beside }) => ({
    raw: wrong.raw,
    written,
    other: beside.raw,
    range: sourceRange(prose, wrong.from, wrong.to),
    beside: sourceRange(prose, beside.from, beside.to),
  })),
);

function slipsIn(text: string): readonly Slip[] {
  if (!text.includes('元') || !MAY.test(text)) return [];
  return allMatches(text, SENTENCE).flatMap(({ 0: own, index }) => {
    if (!MAY.test(own)) return [];
    const amounts = moneyIn(own, index);
    if (amounts.length < 2) return [];
    const sentence = { text: own, start: index, amounts };
    const found = [extremes, levels, flows, fees].flatMap((search) => search(sentence));
    return found.filter((one, at) => found.findIndex(({ wrong }) => wrong === one.wrong) === at);
  });
}

/** `power` more makes it right; null where nobody writes the figure so. */
function slipOf(wrong: Money, power: number, beside: Money): readonly Slip[] {
  const written = rescaled(wrong.raw, power);
  return written === null ? [] : [{ wrong, written, beside }];
}

/** Whose it is stands before the mean: 单户最高余额, 其中预付卡最高余额 are other measures. */
const EXTREME =
  /^(?:其间|期间|全年|年内|本期|期内|当[年季月])?(?<per>单?日|单?月|单季)?(?:内|度)?(?<way>最高|最大|峰值|最低|最小)(?<noun>[\p{Script=Han}]{0,8}?)(?:为|是|达到?)?$/u;
const MEAN = /(?<per>日均|月均|季均|平均)(?<noun>[\p{Script=Han}]{2,8}?)(?:为|是|达到?)?$/u;
/** What stands at a time: the highest of it is above any mean. */
const STOCK = /余额|存款|头寸|沉淀资金|规模$/;

/** The highest below the mean, the lowest above it. */
function extremes({ amounts }: Sentence): readonly Slip[] {
  return amounts.flatMap((extreme, at) => {
    const { per = '', way = '', noun = '' } = EXTREME.exec(extreme.lead)?.groups ?? {};
    if (way === '') return [];
    const isMean = (one: Money): boolean => {
      const { per: by = '', noun: of = '' } = MEAN.exec(one.lead)?.groups ?? {};
      const isSame = of !== '' && (noun === '' || of.endsWith(noun) || noun.endsWith(of));
      return isSame && (STOCK.test(of) || (per !== '' && per.at(-1) === by.charAt(0)));
    };
    const mean = amounts.slice(0, at).findLast(isMean) ?? amounts.slice(at + 1).find(isMean);
    if (!mean || mean.scale === extreme.scale) return [];
    const isLow = /[低小]/.test(way);
    const isRight = ({ value }: Figure): boolean =>
      isLow ? compare(value, mean.figure.value) <= 0 : compare(value, mean.figure.value) >= 0;
    const power = mean.scale - extreme.scale;
    if (isRight(extreme.figure) || !isRight(scaledBy(extreme.figure, power))) return [];
    return slipOf(extreme, power, mean);
  });
}

const CHANGED = /^，?(?:[比较][^，。；]{1,16})(?:净?增加|增长|上升|净增|减少|下降)了?$/;
const FALLS = /减少|下降/;
const RATE = /^，(?:增幅|增长|增速|升幅|上升|降幅|下降)(?:为|达)?(?<rate>\d+(?:\.(?<part>\d+))?)[%％]/;
/** What may be less than its own rise: it began below nothing. */
const SIGNED = /利润|净|差|损|亏|敞口|盈|缺口|收益/;

/** 余额2.06万元，比季初增加1,927.32万元，增幅10.34%: the level that does not go with its own change and rate. */
function levels({ text, start, amounts }: Sentence): readonly Slip[] {
  return amounts.flatMap((level, at) => {
    const change = amounts
      .slice(at + 1)
      .find((one) => CHANGED.test(text.slice(level.to - start, one.from - start)));
    if (!change || SIGNED.test(level.lead)) return [];
    const falls = FALLS.test(text.slice(level.to - start, change.from - start));
    const { rate = '', part = '' } = RATE.exec(text.slice(change.to - start))?.groups ?? {};
    if (rate === '') return [];
    const value = decimal(falls ? `-${rate}` : rate);
    const stated = { value, precision: -part.length, approximator: null };
    const fits = (own: Figure): boolean => bearsOut(stated, own, change.figure, falls);
    if (fits(level.figure)) return [];
    const power = POWERS.find((one) => fits(scaledBy(level.figure, one)));
    return power === undefined ? [] : slipOf(level, power, change);
  });
}

function bearsOut(stated: Figure, level: Figure, change: Figure, falls: boolean): boolean {
  const by = falls ? { ...change.value, units: -change.value.units } : change.value;
  const base = subtract(level.value, by);
  if (base.units <= 0n) return false;
  const precision = Math.max(level.precision, change.precision);
  const figure = { value: base, precision, approximator: level.approximator };
  return holds(
    judge('rate', stated, [
      { role: 'current', figure: level },
      { role: 'base', figure },
    ]).status,
  );
}

const IN = /入金|流入|充值|存入|转入|划入|入账$/;
const OUT = /出金|流出|提现|支取|转出|划出|出账$/;
const NET = /(?:净增|净?增加|净?减少|下降|净流[入出]|差额|净额)(?:额|了|为)?$/;

/** What came and what went, of which one makes the change that the sentence tells, in another unit. */
function flows({ amounts }: Sentence): readonly Slip[] {
  return amounts.flatMap((came, at) => {
    const went = amounts[at + 1];
    if (!went || !IN.test(came.lead) || !OUT.test(went.lead)) return [];
    const changes = amounts.slice(at + 2).filter(({ lead }) => NET.test(lead));
    const fits = (a: Figure, b: Figure): boolean => changes.some(({ figure }) => isNet(a, b, figure));
    if (changes.length === 0 || fits(came.figure, went.figure)) return [];
    const power = went.scale === came.scale ? 0 : came.scale - went.scale;
    if (power === 0) return [];
    if (fits(came.figure, scaledBy(went.figure, power))) return slipOf(went, power, came);
    return fits(scaledBy(came.figure, -power), went.figure) ? slipOf(came, -power, went) : [];
  });
}

function isNet(came: Figure, went: Figure, change: Figure): boolean {
  const turned = compare(came.value, went.value) < 0;
  const [current, base] = turned ? [went, came] : [came, went];
  return holds(
    judge('difference', { ...change, value: absolute(change.value) }, [
      { role: 'current', figure: current },
      { role: 'base', figure: base },
    ]).status,
  );
}

const FEE = /手续费|服务费|佣金|分润$/;
const VOLUME = /(?:交易|收单|清算|结算|支付|消费|付款|收款)(?:金额|额|规模)(?:为|达)?$/;
const FEE_RATES =
  /费率[^，。；\d]{0,6}(?<list>\d+(?:\.\d+)?[%％‰](?:[^，。；\d]{1,6}\d+(?:\.\d+)?[%％‰])?)/gu;
const ONE_RATE = /(\d+(?:\.(\d+))?)([%％‰])/g;
/** Digits that a rate must have before what it comes to is no chance. */
const FEWEST = 3;

/** 交易金额398.53万元, with fees and a rate of which one tells 398.53亿元. */
function fees({ text, amounts }: Sentence): readonly Slip[] {
  const rates = allMatches(text, FEE_RATES).flatMap(({ groups }) =>
    allMatches(groups?.['list'] ?? '', ONE_RATE).flatMap(({ 1: digits = '', 2: part = '', 3: sign }) => {
      const by = sign === '‰' ? -1 : 0;
      const figure = { value: decimal(digits), precision: -part.length, approximator: null };
      return digits.replace(/\D|^0\.?0*/g, '').length < FEWEST ? [] : [scaledBy(figure, by)];
    }),
  );
  if (rates.length === 0) return [];
  const volumes = amounts.filter(({ lead }) => VOLUME.test(lead));
  const charged = amounts.filter(({ lead }) => FEE.test(lead));
  const [volume, ...others] = volumes;
  if (!volume || others.length > 0) return [];
  const fits = (part: Figure, whole: Figure): boolean =>
    rates.some((rate) =>
      holds(
        judge('share', rate, [
          { role: 'part', figure: part },
          { role: 'whole', figure: whole },
        ]).status,
      ),
    );
  if (charged.some(({ figure }) => fits(figure, volume.figure))) return [];
  const power = POWERS.find((one) =>
    charged.some(({ figure }) => fits(figure, scaledBy(volume.figure, one))),
  );
  const [fee] = charged;
  return power === undefined || !fee ? [] : slipOf(volume, power, fee);
}
