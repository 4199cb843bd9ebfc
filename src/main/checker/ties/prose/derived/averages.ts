import { compare, decimalOf } from '../../../../../shared/decimal';
import { termOf } from '../../build';
import type { Claim } from '../claims';
import { isChange } from '../levels';
import { type Made, type Reading, reading, type Sought, together, WHOLE } from './reading';
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
  const listed = ofList(sought);
  if (listed.length > 0 || totals.length === 0) return listed;
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

const LISTED = /^(?:、|，|；|和|及|与|以及)[^，。；、\d]{0,14}$/;
const MEAN = /^(?:[）)])?[，,；](?:[^，。；\d]{0,6})?(?:平均|[日月季年周场次]均)[^，。；、\d]{0,6}$/;
const FEWEST = 3;
const MOST = 12;

/** 28分钟、35分钟和42分钟，平均35分钟: the mean of what is listed right before it. */
function ofList(sought: Sought): readonly Reading[] {
  const { text, claims, claim, cue } = sought;
  const at = claims.indexOf(claim);
  if (cue.per !== '' && cue.per !== '月' && cue.per !== '季') return [];
  const list: Claim[] = [];
  for (let back = at - 1; back >= 0 && list.length <= MOST; back--) {
    const one = claims[back];
    if (!one || one.quantity.unit !== claim.quantity.unit || one.isRatio || isChange(one, text)) break;
    const gap = text.slice(one.spot.to, (list[0] ?? claim).spot.from);
    if (!(list.length === 0 ? MEAN : LISTED).test(gap)) break;
    list.unshift(one);
  }
  if (list.length < FEWEST || list.length > MOST || /每/.test(wordsBefore(text, claim, 6))) return [];
  const lead = wordsBefore(text, list[0] ?? claim, 40);
  if (cue.per !== '' && (!lead.includes(cue.per) || lead.includes('末'))) return [];
  const values = list.map(({ value }) => value);
  const isBetween =
    values.some((one) => compare(one, claim.value) < 0) &&
    values.some((one) => compare(one, claim.value) > 0);
  if (!isBetween) return [];
  const total = together(sought.quantities, list);
  const units: Units = { count: list.length, shown: `${list.length}`, isTold: true };
  const operands = [['current', total] as const, ['base', spread(sought, list[0] ?? claim, units)] as const];
  const isCounted = (): boolean => toldCount(text, list[0] ?? claim) === list.length;
  return [reading(sought, 'multiple', operands, { isNear: () => true, isSure: isCounted })];
}

const NUMERALS = '零一二三四五六七八九十';

/** 五个部门得分依次为, 停机3次，分别为: how many the list says it has. */
function toldCount(text: string, first: Claim): number {
  const found =
    /(?<count>\d{1,2}|[二三四五六七八九十])(?:个|家|次|起|场|期|名|位|款|笔|户|项|条|轮|类|季度)[^。；\d]{0,18}(?:分别|依次)[^。；\d]{0,16}$/.exec(
      wordsBefore(text, first, 44),
    )?.groups?.['count'];
  if (found === undefined) {
    const names = /(?:^|[，。；])(?<names>[^，。；]{4,60})(?:分别|依次)(?:为|是)?$/.exec(
      wordsBefore(text, first, 66),
    )?.groups?.['names'];
    return names?.includes('、') ? (names.match(/[、和及与]/g) ?? []).length + 1 : 0;
  }
  return /\d/.test(found) ? Number(found) : NUMERALS.indexOf(found);
}

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
