import { compare, decimalOf } from '../../../../../shared/decimal';
import { termOf } from '../../build';
import type { Claim } from '../claims';
import { isChange } from '../levels';
import { type Made, type Reading, reading, type Sought, WHOLE } from './reading';
import { type Units, unitsIn } from './spans';
import { wordsBefore } from './words';

/** A total around it by what it is spread over: days and months of its period, or what is counted. */
export function averages(sought: Sought): readonly Reading[] {
  const { text, claim, around, cue } = sought;
  const { unit } = claim.quantity;
  const totals = around
    .filter(
      (one) =>
        (one.quantity.unit === unit || one.quantity.unit === `人${unit}`) &&
        compare(one.value, claim.value) > 0 &&
        !EXTREME.test(wordsBefore(text, one, 12)) &&
        !isChange(one, text),
    )
    .reverse();
  if (totals.length === 0) return [];
  if (cue.per !== '') return totals.flatMap((total) => ofPeriod(sought, total, totals.length === 1));
  const counts = around.filter((one) => !one.isRatio && isCount(one) && !isChange(one, text)).reverse();
  return totals.flatMap((total) =>
    counts.flatMap((count) => (count === total ? [] : [ofCount(sought, totals, total, count)])),
  );
}

/** 单日最高7,452笔: no total. */
const EXTREME = /(?:最[高低大小多少长短]|峰值|单[日月笔户次]|平均|[日月年季周人笔户]均)[^，。；\d]{0,6}$/;

/** What counts a total that is spread: no amount of money. */
const isCount = ({ quantity: { unit }, value }: Claim): boolean =>
  unit !== '' && !unit.endsWith('元') && value.units > 0n && value.scale === 0;

function ofPeriod(sought: Sought, total: Claim, isOnly: boolean): readonly Reading[] {
  const { text, claim, cue } = sought;
  return unitsIn(cue.per, total, text).map((units) =>
    reading(
      sought,
      'multiple',
      [
        ['current', total],
        ['base', spread(sought, total, units)],
      ],
      {
        isNear: () =>
          units.isTold && (isOnly ? total.spot.sentence === claim.spot.sentence : isOfOneName(sought, total)),
      },
    ),
  );
}

/** 交易金额1257.04亿元…，日均交易金额: called the same, told right before, and no earlier figure. */
function isOfOneName({ text, claim }: Sought, total: Claim): boolean {
  const name = /[日月年季周]均(?<name>[\p{Script=Han}]{2,8}?)(?:为|达)?$/u.exec(wordsBefore(text, claim, 14))
    ?.groups?.['name'];
  return (
    name !== undefined &&
    new RegExp(`${name}(?:为|达|共)?$`).test(wordsBefore(text, total, 14)) &&
    total.spot.to <= claim.spot.from &&
    claim.spot.from - total.spot.to <= REACH
  );
}

const REACH = 60;

/** A number of days or months as what a total is spread over. */
function spread({ quantities }: Sought, total: Claim, { count, shown }: Units): Made {
  const value = decimalOf(BigInt(count), 0);
  const figure = { value, precision: WHOLE, approximator: null };
  return { value, term: () => ({ ...termOf(quantities, total.fact.quantity), shown, figure }) };
}

const SUMMED = /(?:累计|合计|共计?|总计)[^，。；\d]{0,8}$/;
const TIME = /[天日月年时分秒]$/;

function ofCount(sought: Sought, totals: readonly Claim[], total: Claim, count: Claim): Reading {
  const { text, claim } = sought;
  const isHere = (one: Claim): boolean => one.spot.sentence === claim.spot.sentence;
  const isSummed = (): boolean => isHere(total) && SUMMED.test(wordsBefore(text, total, 14));
  const isNear = (): boolean =>
    isHere(count) &&
    isOfEach(text, claim, count) &&
    (isSummed() || (total === totals[0] && isCountedBy(text, claim, count) && isBefore(text, total, claim)));
  const isSure = (): boolean => {
    if (!isNear() || !isSummed() || totals.length > 1) return false;
    const rivals = sought.around.filter(
      (one) =>
        isHere(one) &&
        one !== total &&
        !one.isRatio &&
        isCount(one) &&
        one.quantity.unit !== claim.quantity.unit &&
        !isChange(one, text) &&
        !TIME.test(one.quantity.unit),
    );
    return rivals.length === 1 && rivals[0] === count;
  };
  return reading(
    sought,
    'multiple',
    [
      ['current', total],
      ['base', count],
    ],
    { isNear, isSure },
  );
}

/** 平均每家 is not of 1,563个. */
function isOfEach(text: string, average: Claim, { quantity: { unit } }: Claim): boolean {
  const each = /每([\p{Script=Han}])[^，。；\d]{0,10}$/u.exec(wordsBefore(text, average, 16))?.[1];
  return each === undefined || each === unit || (each === '个' && unit !== '家') || `${each}次` === unit;
}

/** 人均, of 17人; 平均每家, of 46家. */
function isCountedBy(text: string, average: Claim, count: Claim): boolean {
  const found = /([\p{Script=Han}])均[^，。；\d]{0,8}$|每([\p{Script=Han}])[^，。；\d]{0,8}$/u.exec(
    wordsBefore(text, average, 16),
  );
  const own = found?.[1] ?? found?.[2] ?? '';
  return (
    own !== '' && (count.quantity.unit === own || (own === '人' && /^[名位]$/.test(count.quantity.unit)))
  );
}

/** In the same sentence or the one before. */
function isBefore(text: string, total: Claim, average: Claim): boolean {
  const between = text.slice(total.spot.to, average.spot.from);
  return total.spot.to <= average.spot.from && (between.match(/。/g) ?? []).length <= 1;
}
