import {
  absolute,
  add,
  compare,
  type Decimal,
  formatDecimal,
  negate,
  shift,
  subtract,
} from '../../../../../shared/decimal';
import { exchanged, isSlipOf } from '../../../../figures/identity/slip';
import { judge } from '../../arithmetic';
import type { TieDraft } from '../../build';
import type { Figure } from '../../interval';

/** How a tie that does not hold would: one of its figures copied wrongly. */
export type Slip = 'direction' | 'digits';

const DIGITS = 3;
/** By which units are mistaken. */
const POWERS = [-8, -4, -1, 1, 4, 8];

const judged = (
  { form, stated, operands, exact = false, counted = false }: TieDraft,
  figure = stated.figure,
) =>
  judge(
    form,
    figure,
    operands.map(({ role, ...one }) => ({ role, figure: figureOf(one) })),
    { exact, counted },
  );

type Bearer = { readonly term: { readonly figure: Figure } } | { readonly figure: Figure };
const figureOf = (bearer: Bearer): Figure => ('term' in bearer ? bearer.term.figure : bearer.figure);

export const draftHolds = (draft: TieDraft): boolean => isHeld(draft, draft.stated.figure);

/** To the last digit, or rounded otherwise by one of it. */
function isHeld(draft: TieDraft, figure: Figure): boolean {
  const { status, expected } = judged(draft, figure);
  if (status !== 'rounding') return status === 'pass';
  const apart = absolute(subtract(expected, figure.value));
  return compare(apart, shift({ units: 1n, scale: 0 }, figure.precision)) <= 0;
}

/** Null where no single slip explains the difference. */
export function slipOf(draft: TieDraft): Slip | null {
  const { figure } = draft.stated;
  if (/rate|points|difference/.test(draft.form) && isHeld(draft, { ...figure, value: negate(figure.value) }))
    return 'direction';
  const { expected, status } = judged(draft);
  if (status !== 'fail') return null;
  const isTurned = expected.units < 0n !== figure.value.units < 0n;
  if (!isTurned && (isCopiedWrongly(expected, figure) || isOfOtherUnit(draft))) return 'digits';
  const isMend = draft.operands.some((operand, at) =>
    variants(figureOf(operand)).some((value) => draftHolds(withOperand(draft, at, value))),
  );
  return isMend ? 'digits' : null;
}

/** As `slipOf`, the other figures being beyond doubt. Of `equal` the sign is the direction. */
export function statedSlip(draft: TieDraft): Slip | null {
  const { figure } = draft.stated;
  if (/rate|points|difference|equal/.test(draft.form) && figure.value.units !== 0n) {
    if (isHeld(draft, { ...figure, value: negate(figure.value) })) return 'direction';
  }
  const { expected, status } = judged(draft);
  if (status !== 'fail' || expected.units < 0n !== figure.value.units < 0n) return null;
  // What is made of rounded figures may itself be one off in its last digit.
  const unit = shift({ units: 1n, scale: 0 }, figure.precision);
  const meant =
    draft.form === 'equal' ? [expected] : [expected, add(expected, unit), subtract(expected, unit)];
  return meant.some((one) => isSlip(one, figure)) ? 'digits' : null;
}

const isSlip = (expected: Decimal, { value, precision }: Figure): boolean =>
  isSlipOf(formatDecimal(expected), formatDecimal(value), precision);

/** By which 元, 万元 and 亿元 are mistaken for each other. */
const SCALES = [-8, -4, 4, 8];

/** 3.43万元 for 3.43亿元: of another scale word it would hold. */
function isOfOtherUnit(draft: TieDraft): boolean {
  const { figure } = draft.stated;
  if (!/sum|difference|multiple/.test(draft.form) || digitsOf(figure.value, figure.precision).length < DIGITS)
    return false;
  return SCALES.some((power) =>
    isHeld(draft, { ...figure, value: shift(figure.value, power), precision: figure.precision + power }),
  );
}

/** The digits that tell; zeros at the end of a fraction where it is printed with them: 59.50. */
function digitsOf(value: Decimal, precision: number): string {
  const digits =
    precision < 0
      ? shift(absolute(value), -precision).units.toString()
      : formatDecimal(absolute(value)).replace(/\D/g, '').replace(/0+$/, '');
  return digits.replace(/^0+/, '');
}

/** Of three digits one that is otherwise proves nothing; the same in another order does. */
function isCopiedWrongly(expected: Decimal, { value, precision }: Figure): boolean {
  const [a, b] = [expected, value].map((one) => formatDecimal(absolute(one)));
  if (a === undefined || b === undefined || !isSlipOf(a, b, precision)) return false;
  const [left, right] = [expected, value].map((one) => digitsOf(one, precision));
  const isReordered = [...(left ?? '')].sort().join('') === [...(right ?? '')].sort().join('');
  return isReordered || Math.min(left?.length ?? 0, right?.length ?? 0) > DIGITS;
}

function withOperand(draft: TieDraft, at: number, value: Decimal): TieDraft {
  const operands = draft.operands.map((one, index) => {
    if (index !== at || !('term' in one)) return one;
    return { ...one, term: { ...one.term, figure: { ...one.term.figure, value } } };
  });
  return { ...draft, operands };
}

/** A figure with two neighbouring digits exchanged, or another power of ten. */
function variants({ value, precision }: Figure): readonly Decimal[] {
  const digits = shift(absolute(value), -precision).units.toString();
  if (digits.length < DIGITS) return [];
  const swapped = exchanged(digits).flatMap((other) => {
    if (other.startsWith('0')) return [];
    const turned = shift({ units: BigInt(other), scale: 0 }, precision);
    return [value.units < 0n ? negate(turned) : turned];
  });
  return [...swapped, ...POWERS.map((power) => shift(value, power))];
}
