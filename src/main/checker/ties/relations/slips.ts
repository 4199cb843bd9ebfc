import { absolute, type Decimal, formatDecimal, negate, shift } from '../../../../shared/decimal';
import type { TieStatus } from '../../../../shared/model/tie';
import { exchanged, isSlipOf } from '../../../figures/identity/slip';
import { judge } from '../arithmetic';
import type { TextTerm, TieDraft } from '../build';
import type { Figure } from '../interval';

/** A figure of a tie that does not hold, and what it would read if it was copied wrongly. */
export interface TermSlip {
  readonly term: TextTerm;
  readonly value: Decimal;
}

/** Fewer digits exchanged or replaced prove nothing. */
const LEAST_DIGITS = 3;
const DIGITS = '0123456789';

/** The single slips, each of one figure, that would make a tie hold: a sign, two neighbouring digits, one digit. */
export function slipsOf(draft: TieDraft): readonly TermSlip[] {
  const { form, stated, operands, exact = false } = draft;
  const figures = operands.map((one) => ({
    role: one.role,
    figure: 'term' in one ? one.term.figure : one.figure,
  }));
  const statusWith = (at: number, value: Decimal): TieStatus => {
    const changed = figures.map((one, index) =>
      index === at ? { ...one, figure: { ...one.figure, value } } : one,
    );
    return judge(form, stated.figure, changed, { exact }).status;
  };
  const { expected } = judge(form, stated.figure, figures, { exact });
  const own = isMiswritten(expected, stated.figure) ? [{ term: stated, value: expected }] : [];
  const others = operands.flatMap((operand, at) => {
    if (!('term' in operand)) return [];
    return variants(operand.term.figure).map((value) => ({
      term: operand.term,
      value,
      status: statusWith(at, value),
    }));
  });
  // What holds to the last digit speaks louder than what rounding allows.
  const exactly = others.filter(({ status }) => status === 'pass');
  const right =
    exactly.length > 0 || own.length > 0 ? exactly : others.filter(({ status }) => status === 'rounding');
  return [...own, ...right.map(({ term, value }) => ({ term, value }))];
}

function isMiswritten(expected: Decimal, { value, precision }: Figure): boolean {
  const [right, wrong] = [expected, value].map((one) => formatDecimal(absolute(one)));
  if (right === undefined || wrong === undefined) return false;
  return right === wrong || (expected.units < 0n === value.units < 0n && isSlipOf(right, wrong, precision));
}

/** The other sign, two neighbouring digits exchanged, one digit otherwise. */
function variants({ value, precision }: Figure): readonly Decimal[] {
  if (value.units === 0n) return [];
  const digits = shift(absolute(value), -precision).units.toString();
  if (digits.length < LEAST_DIGITS) return [negate(value)];
  const others = [...exchanged(digits), ...replaced(digits)].map((text) => {
    const other = shift({ units: BigInt(text), scale: 0 }, precision);
    return value.units < 0n ? negate(other) : other;
  });
  return [negate(value), ...others];
}

const replaced = (digits: string): readonly string[] =>
  [...digits].flatMap((digit, at) =>
    [...DIGITS].filter((one) => one !== digit).map((one) => digits.slice(0, at) + one + digits.slice(at + 1)),
  );
