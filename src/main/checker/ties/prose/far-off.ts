import {
  absolute,
  compare,
  type Decimal,
  decimal,
  multiply,
  shift,
  subtract,
} from '../../../../shared/decimal';
import type { TermRole, Tie } from '../../../../shared/model/tie';

export const ONE = decimal('1');
export const PER_CENT = decimal('100');
/** Beyond eight times no slip but one of the unit explains the difference. */
const FAR = decimal('8');

/** A quotient that has nothing to do with the stated one: other figures were meant. A unit slip leaves the digits. */
export function isFarOff(tie: Tie, top: TermRole, bottom: TermRole, factor: Decimal): boolean {
  const [stated] = tie.terms;
  const [over, under] = [top, bottom].map((wanted) => tie.terms.find(({ role }) => role === wanted)?.figure);
  if (!stated?.figure || !over || !under) return false;
  const own = absolute(multiply(decimal(stated.figure.value), decimal(under.value)));
  const yielded = absolute(multiply(decimal(over.value), factor));
  const isFar = compare(own, multiply(yielded, FAR)) > 0 || compare(yielded, multiply(own, FAR)) > 0;
  return isFar && !SCALES.some((power) => isNear(shift(own, power), yielded));
}

/** Powers of ten between scale words and units: 元, 百, 千, 万, 百万, 亿. */
const SCALES = [1, 2, 3, 4, 6, 8].flatMap((power) => [power, -power]);
const FIFTY = decimal('50');
const isNear = (a: Decimal, b: Decimal): boolean =>
  compare(multiply(absolute(subtract(a, b)), FIFTY), b) <= 0;
