import { compare, negate } from '../../../../shared/decimal';
import type { Tie, TieForm } from '../../../../shared/model/tie';
import { buildTie, type TieDraft } from '../build';
import type { TieInput } from '../input';
import { type Claim, doubtInPlan, isEndOfRange, type Paragraph } from './claims';
import { cueBefore } from './cues';
import { readingsOf } from './readings';
import { holds, slipOf } from './slips';

/** Why a figure that no reading of its paragraph yields is only doubted. */
export const NEAREST = '按前后文最近的数核对，可能另有所指';

/**
 * Figures whose words say how they follow from others, but not from which: 占比, 平均, 高于…个百分点, 其余. All near ones are tried. A
 * reading that holds is what was meant, whatever else was read; where none does, one that would but for a slip is told.
 */
export function withDerived(input: TieInput, paragraph: Paragraph, ties: readonly Tie[]): readonly Tie[] {
  const stated = new Map<number, Tie[]>();
  for (const tie of ties) {
    const own = tie.terms[0]?.quantity ?? -1;
    stated.set(own, [...(stated.get(own) ?? []), tie]);
  }
  const replaced = new Set<Tie>();
  const found = paragraph.claims.flatMap((claim, at): readonly Tie[] => {
    const own = stated.get(claim.fact.quantity) ?? [];
    if (own.some(({ status, form }) => status === 'pass' || status === 'rounding' || SURE.has(form)))
      return [];
    const failing = own.filter(({ status }) => status === 'fail' || status === 'unclear');
    const tie = derivedTie(input, paragraph, at, failing.length > 0);
    if (tie) for (const one of failing) replaced.add(one);
    return tie ? [tie] : [];
  });
  return found.length === 0 ? ties : [...ties.filter((tie) => !replaced.has(tie)), ...found];
}

/** What is read as a sum or a difference is so by its words. */
const SURE = new Set<TieForm>(['sum', 'difference', 'part']);

/** `isTold`: another reading of it was found, which only one that holds may replace. */
function derivedTie(input: TieInput, { text, claims }: Paragraph, at: number, isTold: boolean): Tie | null {
  const claim = claims[at];
  if (!claim || claim.quantity.approximator !== null || isEndOfRange(text, claim)) return null;
  const cue = cueBefore(text, claim.spot.from, claim.quantity.unit);
  if (!cue || (cue.kind !== 'average' && digitsOf(claim) < FEWEST)) return null;
  const readings = readingsOf(input.quantities, { text, claims }, at, cue);
  const held = readings.find(({ draft }) => holds(draft));
  if (held) return buildTie(held.draft);
  if (isTold || doubtInPlan(text, claim.spot.from, claim.spot.to) !== '') return null;
  for (const { draft, isNear, isSure = false } of readings) {
    if (isSure) return buildTie({ ...draft, doubt: NEAREST });
    const slip = isNear && isTelling(draft) ? slipOf(draft) : null;
    if (slip) return buildTie(slip === 'direction' ? draft : { ...draft, doubt: NEAREST });
  }
  return null;
}

const FEWEST = 2;
const TELLING = 3;

const digitsOf = ({ quantity: { raw } }: Claim): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

/** Figures of two digits are alike by chance. */
const isTelling = ({ stated, operands }: TieDraft): boolean =>
  stated.raw.replace(/\D/g, '').replace(/^0+/, '').length >= TELLING ||
  operands.every((one) => 'term' in one && one.term.raw.replace(/\D/g, '').length >= TELLING);

/** A figure that fell as the arithmetic takes it. */
export const signedValue = ({ value }: Claim, sign: 1 | -1) =>
  sign < 0 && compare(value, negate(value)) > 0 ? negate(value) : value;
