import { add, compare, formatDecimal, subtract, zero } from '../../../../shared/decimal';
import { allMatches } from '../../../../shared/matches';
import type { Tie } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';
import { NOT_LISTED } from './parts';
import { sumTie } from './sum-tie';

/** 从部门看， 分期限看， 按用途分， */
const VIEW = /(?:从|分|按)[^，。；\d]{1,10}(?:看|来看|分|划分|统计)，/g;
const LEAST = 3;
/** Nothing but a name between two parts. */
const NAME = /^[，、；和]?(?:和|及)?[\p{Script=Han}A-Za-z]{1,16}$/u;

/** 存款余额8,642.3亿元…。从部门看，住户…、企业…: what a view of the whole lists makes up the paragraph's figure. */
export function viewTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return allMatches(text, VIEW).flatMap(({ 0: word, index }): Tie[] => {
    const from = index + word.length;
    const stop = text.slice(from).search(/[。；\n]/);
    const end = stop < 0 ? text.length : from + stop;
    const parts = claims.filter(({ spot }) => spot.from >= from && spot.to <= end);
    const unit = parts[0]?.quantity.unit ?? '';
    if (parts.length < LEAST || unit === '' || !parts.every((one, nth) => isPart(text, one, nth, from, unit)))
      return [];
    const wholes = claims.filter(
      ({ spot, quantity, isRatio }) => spot.to <= index && !isRatio && quantity.unit === unit,
    );
    const sum = parts.reduce((total, { value }) => add(total, value), zero);
    const whole =
      wholes.find(({ value }) => compare(value, sum) === 0) ??
      wholes.find((one) => isMisread(sum, one, parts));
    if (!whole) return [];
    return [sumTie(quantities, whole, parts, NOT_LISTED)];
  });
}

const isPart = (
  text: string,
  { spot, quantity, isRatio }: Claim,
  nth: number,
  from: number,
  unit: string,
): boolean =>
  !isRatio &&
  quantity.unit === unit &&
  quantity.approximator === null &&
  NAME.test(nth === 0 ? text.slice(from, spot.from) : spot.gap) &&
  !/增加|减少|增长|下降|新增|等$/.test(nth === 0 ? text.slice(from, spot.from) : spot.gap);

/** One figure, copied wrongly, explains the gap. */
function isMisread(sum: Claim['value'], whole: Claim, parts: readonly Claim[]): boolean {
  const gap = subtract(whole.value, sum);
  return (
    isNearMiss(formatDecimal(sum), whole.quantity.value, whole.quantity.precision) ||
    parts.some(({ value, quantity }) =>
      isNearMiss(formatDecimal(add(value, gap)), quantity.value, quantity.precision),
    )
  );
}
