import { add, compare, formatDecimal, multiply, shift } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { divided } from '../arithmetic';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, type Paragraph } from './claims';
import { isChange } from './levels';
import { NEAREST } from './nearest';

/** 平均每笔, 人均, 单件平均 …: what a total is spread over. */
const EACH =
  /(?:^|[，,、；;：（(。])(?:折合|其中|即)?(?:(?:平均)?每(?:一)?(?<each>[\p{Script=Han}])[^，。；、\d每]{0,8}?|(?<per>[人笔户件案场单家次台店起点])均(?![衡等匀])[^，。；、\d每]{0,8}?|单(?<one>[件笔户次个家])平均[^，。；、\d]{0,6}?)(?:约|近|为|达)?$/u;
/** What counts the same: 案均 of 起, 人均 of 名. */
const COUNTED_BY: Readonly<Record<string, readonly string[]>> = {
  人: ['人', '名', '位'],
  名: ['名', '人', '位'],
  位: ['位', '人', '名'],
  案: ['起', '件', '宗'],
  起: ['起', '件'],
  场: ['场', '次', '期'],
  期: ['期', '场', '次'],
  次: ['次', '场', '期'],
  单: ['单', '件', '笔'],
  点: ['个', '处'],
};
const REACH = 26;
const NEAR = 4;

/** 退款3.15万笔，金额486.73万元，平均每笔154.52元: the total before it by the count before it. */
export function averageTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((average, at): Tie[] => {
    if (average.isRatio || !isRead(average)) return [];
    const { each, per, one } =
      EACH.exec(text.slice(Math.max(0, average.spot.from - REACH), average.spot.from))?.groups ?? {};
    const unit = each ?? per ?? one;
    if (unit === undefined) return [];
    const tieOf = ({ total, count, more }: Pair, doubt = ''): Tie =>
      buildTie({
        kind: 'share',
        form: 'multiple',
        stated: asPrinted(termOf(quantities, average.fact.quantity)),
        operands: [
          { role: 'current', term: termOf(quantities, total.fact.quantity) },
          { role: 'base', term: baseTerm(quantities, count, more) },
        ],
        doubt,
      });
    const pairs = pairsBefore(text, claims, at, COUNTED_BY[unit] ?? [unit]);
    const ties = pairs.map((pair) => tieOf(pair));
    const holding = ties.find(({ status }) => status === 'pass' || status === 'rounding');
    if (holding) return [holding];
    const misplaced = farPairs(claims, at, COUNTED_BY[unit] ?? [unit]).find((pair) =>
      isUnitSlip(average, pair),
    );
    if (misplaced) return [tieOf(misplaced)];
    const [nearest] = pairs;
    if (!nearest || ties[0]?.status !== 'fail') return [];
    const isAbout = average.quantity.approximator !== null;
    const plain = pairs.findIndex((pair) => !isAbout && isPlain(text, pair, average, claims, unit));
    if (ties[plain]) return [ties[plain]];
    const slip = pairs.find((pair) => isSlip(average, pair) || isWhole(average, pair, pairs));
    return slip ? [tieOf(slip, isAbout || !isSlip(average, slip) ? NEAREST : '')] : [];
  });
}

const ABOUT_DIGITS = 3;

/** 平均每场约156人次 prints as many digits as an exact one would: held to them. */
const isRead = ({ quantity: { approximator, raw } }: Claim): boolean =>
  approximator === null ||
  (approximator === 'about' && raw.replace(/\D/g, '').replace(/0+$/, '').length >= ABOUT_DIGITS);

const asPrinted = (term: TextTerm): TextTerm => ({ ...term, figure: { ...term.figure, approximator: null } });

interface Pair {
  readonly total: Claim;
  readonly count: Claim;
  /** 3名填报人员和1名复核人员: counted with the others. */
  readonly more: Claim | null;
}

/** Whole things are just so many: only what is spread over them may be rounded. */
const WHOLE = -6;

function baseTerm(quantities: TieInput['quantities'], count: Claim, more: Claim | null): TextTerm {
  const term = termOf(quantities, count.fact.quantity);
  const precision = areCounted([count]) ? WHOLE : term.figure.precision;
  if (!more) return { ...term, figure: { ...term.figure, precision } };
  const shown = `(${more.quantity.raw} + ${term.raw})`;
  return { ...term, shown, figure: { ...term.figure, precision, value: add(more.value, count.value) } };
}

/** What may have been spread, over what: those nearest first. */
function pairsBefore(
  text: string,
  claims: readonly Claim[],
  at: number,
  units: readonly string[],
): readonly Pair[] {
  const average = claims[at];
  if (!average) return [];
  const before = claims.slice(Math.max(0, at - 3 * NEAR), at).filter(({ isRatio }) => !isRatio);
  const counts = before
    .filter((one) => units.includes(one.quantity.unit) && !isChange(one, text))
    .slice(-NEAR);
  const totals = before
    .filter(
      ({ spot, quantity, value }) =>
        spot.sentence === average.spot.sentence &&
        isSpread(quantity.unit, average.quantity.unit) &&
        value.units > 0n &&
        !/[人笔户件案场单家次台店起平月日年]均|每/.test(spot.head),
    )
    .slice(-NEAR);
  return totals.reverse().flatMap((total) =>
    [...counts].reverse().flatMap((count): readonly Pair[] => {
      if (count === total) return [];
      const before = claims[claims.indexOf(count) - 1];
      const isJoined =
        before?.quantity.unit === count.quantity.unit &&
        /^[^，。；：、\d]{1,12}[和及与]$/.test(count.spot.gap);
      const plain = { total, count, more: null };
      return isJoined && before ? [{ ...plain, more: before }, plain] : [plain];
    }),
  );
}

const FAR = 14;

/** As `pairsBefore`, the total anywhere before in the paragraph. */
function farPairs(claims: readonly Claim[], at: number, units: readonly string[]): readonly Pair[] {
  const average = claims[at];
  const before = claims
    .slice(Math.max(0, at - FAR), at)
    .filter(({ isRatio, quantity, value }) => !isRatio && quantity.approximator === null && value.units > 0n);
  const counts = before.filter(({ quantity: { unit } }) => units.includes(unit));
  return before
    .filter(({ quantity }) => average !== undefined && isSpread(quantity.unit, average.quantity.unit))
    .flatMap((total) => counts.flatMap((count) => (count === total ? [] : [{ total, count, more: null }])));
}

const UNIT_DIGITS = 4;

/** 238.28元 for 238.28万元: so many digits are those of the quotient, of another power of ten by which units are told. */
function isUnitSlip({ quantity, value }: Claim, { total, count }: Pair): boolean {
  return [-8, -4, 4, 8].some((power) => {
    const printed = shift(value, power);
    const expected = divided(total.value, count.value, quantity.precision + power);
    return (
      formatDecimal(printed)
        .replace(/\D|^0+/g, '')
        .replace(/0+$/, '').length >= UNIT_DIGITS && compare(printed, expected) === 0
    );
  });
}

/** 2,560人次, 平均每人40次. */
const isSpread = (total: string, average: string): boolean => total === average || total === `人${average}`;

/** 较上年同期减少2起: says nothing of what was spread. */
const COMPARED = /[较比与](?:上年|去年|上月|上季度?|上期)[^，。；\d]{0,6}\d+[^，。；\d]{1,3}(?=，)/;

/** Both stand in the sentence, nothing else could be meant. */
function isPlain(
  text: string,
  { total, count }: Pair,
  average: Claim,
  claims: readonly Claim[],
  unit: string,
): boolean {
  const start = average.spot.sentence;
  if (count.spot.sentence !== start || text.slice(total.spot.to, average.spot.from).includes('；'))
    return false;
  const own = claims.filter(
    (one) => one.spot.sentence === start && one.spot.from < average.spot.from && !isChange(one, text),
  );
  const like = (one: Claim): readonly Claim[] =>
    own.filter(({ quantity }) => quantity.unit === one.quantity.unit);
  const isOnlyCount = like(count).length === 1 && count.quantity.unit === unit;
  if (isSummedUp(text, total, average) && (isOnlyCount || isOfOneName(total, count))) return true;
  const between = text
    .slice(Math.min(total.spot.from, count.spot.from), average.spot.from)
    .replace(COMPARED, '');
  return (
    like(total).length === 1 && like(count).length === 1 && !/其中|上年|去年|同期|上月|上季|另/.test(between)
  );
}

const SUMMED = /(?:累计|合计|共计|总计|共)[^，。；\d]{0,8}$/;

/** 累计87分钟，平均每起29分钟: the total right before it, told as one. */
const isSummedUp = (text: string, total: Claim, average: Claim): boolean =>
  SUMMED.test(total.spot.head) &&
  /^[）)]?[，,、（(][^，。；\d]{0,10}$/.test(text.slice(total.spot.to, average.spot.from));

const NAME =
  /(?<name>[\p{Script=Han}]{2,10}?)(?:累计|合计|共计|总计|共)?(?:金额|人数|户数|件数|笔数)?(?:为|达)?$/u;

/** 经济处罚38人、…，经济处罚合计5.32万元: called the same. */
function isOfOneName(total: Claim, count: Claim): boolean {
  const [one, other] = [total, count].map(
    ({ spot }) => NAME.exec(spot.head.replace(/^.*[，、；]/, '').replace(/^其中/, ''))?.groups?.['name'],
  );
  return one !== undefined && one === other;
}

const LEAST = 10n;

/**
 * 巡检人员64人，其中自有46人、外包18人…出动2,560人次，平均每人45次: of the greatest count, which goes into the total without a rest,
 * and nothing else comes near what is stated.
 */
function isWhole({ quantity, value }: Claim, { total, count, more }: Pair, pairs: readonly Pair[]): boolean {
  if (quantity.precision < 0 || more || !areCounted([count]) || count.value.units < LEAST) return false;
  const whole = pairs.every((one) => one.total === total && compare(one.count.value, count.value) <= 0);
  const expected = divided(total.value, count.value, quantity.precision);
  const isEven = compare(multiply(expected, count.value), total.value) === 0;
  return whole && isEven && formatDecimal(expected).length === formatDecimal(value).length;
}

function isSlip({ quantity }: Claim, { total, count }: Pair): boolean {
  if (count.value.units === 0n) return false;
  const expected = divided(total.value, count.value, quantity.precision);
  return isSlipOf(formatDecimal(expected), quantity.value, quantity.precision);
}
