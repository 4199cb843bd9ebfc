import type { Tie, TieForm } from '../../../../../shared/model/tie';
import { buildTie, type TieDraft } from '../../build';
import type { TieInput } from '../../input';
import { doubtInPlan, isEndOfRange, type Paragraph } from '../claims';
import { NEAREST } from '../nearest';
import { averages } from './averages';
import { differences, points, rates } from './changes';
import { type Cue, cueBefore } from './cues';
import { openTie } from './open';
import { numberOf, type Reading, type Sought, soughtOf } from './reading';
import { shares } from './shares';
import { draftHolds, slipOf } from './slips';
import { sums } from './sums';

/**
 * Figures whose words say how they follow from others, but not from which: 占比, 平均, 高于…个百分点, 其余. All near ones are tried. A
 * reading that draftHolds is what was meant, whatever else was read; where none does, one that would but for a slip is told.
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
    if (own.some(({ status, otherBase }) => status === 'pass' || status === 'rounding' || otherBase))
      return [];
    if (own.some(({ form }) => SURE.has(form))) return [];
    const failing = own.filter(({ status }) => status === 'fail' || status === 'unclear');
    const tie = derivedTie(input, paragraph, at, failing.length > 0);
    if (tie) for (const one of failing) replaced.add(one);
    return tie ? [tie] : [];
  });
  return found.length === 0 ? ties : [...ties.filter((tie) => !replaced.has(tie)), ...found];
}

/** What is read as a sum or a difference is so by its words. */
const SURE = new Set<TieForm>(['sum', 'difference', 'part']);

/** `isTold`: another reading of it was found, which only one that draftHolds may replace. */
function derivedTie(input: TieInput, paragraph: Paragraph, at: number, isTold: boolean): Tie | null {
  const { text, claims } = paragraph;
  const claim = claims[at];
  if (!claim || claim.quantity.approximator !== null || isEndOfRange(text, claim)) return null;
  const cue = cueBefore(text, claim.spot.from, claim.quantity.unit);
  if (!cue) return null;
  const isFew = cue.kind !== 'average' && digitsOf(claim.quantity.raw) < FEWEST;
  if (isFew && !TURNABLE.has(cue.kind)) return null;
  const sought = soughtOf(input, paragraph, at, claim, cue);
  const readings = WAYS[cue.kind](sought);
  const stated = numberOf(claim.value) * cue.sign;
  const width = 10 ** claim.quantity.precision * WIDER + Math.abs(stated) * TINY;
  for (const { roughly, draft, isContrary } of readings) {
    if (Math.abs(roughly - stated) > width || isContrary()) continue;
    const made = draft();
    if (draftHolds(made)) return isFew && !isTold ? null : buildTie(made);
  }
  if (isTold || doubtInPlan(text, claim.spot.from, claim.spot.to) !== '') return null;
  const turned = turnedTie(readings, (roughly) => Math.abs(roughly + stated) <= width);
  return turned ?? (isFew ? null : (slippedTie(readings) ?? openTie(sought)));
}

/** Of two figures whose order the words tell, the change told the other way round. */
function turnedTie(readings: readonly Reading[], isAbout: (roughly: number) => boolean): Tie | null {
  for (const { roughly, draft, isOrdered } of readings) {
    if (!isAbout(roughly) || !isOrdered()) continue;
    const made = draft();
    if (slipOf(made) === 'direction') return buildTie(made);
  }
  return null;
}

/** Told with a direction. */
const TURNABLE: ReadonlySet<Cue['kind']> = new Set(['rate', 'points', 'difference', 'net']);

const WAYS: Readonly<Record<Cue['kind'], (sought: Sought) => readonly Reading[]>> = {
  share: shares,
  rate: rates,
  points,
  average: averages,
  difference: differences,
  rest: differences,
  net: differences,
  sum: sums,
};

/** A reading draftHolds within a unit of the last digit; a binary number is off by less than this. */
const WIDER = 1.01;
const TINY = 1e-9;

/** The first of the near ones that a slip explains, or of which nothing else could be meant. */
function slippedTie(readings: readonly Reading[]): Tie | null {
  for (const one of readings) {
    if (one.isSure()) return buildTie({ ...one.draft(), doubt: NEAREST });
    if (!one.isNear()) continue;
    const draft = one.draft();
    const slip = isTelling(draft) ? slipOf(draft) : null;
    if (slip) return buildTie(slip === 'direction' ? draft : { ...draft, doubt: NEAREST });
  }
  return null;
}

const FEWEST = 2;
const TELLING = 3;

const digitsOf = (raw: string): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

/** Figures of two digits are alike by chance. */
const isTelling = ({ stated, operands }: TieDraft): boolean =>
  digitsOf(stated.raw) >= TELLING ||
  operands.every((one) => 'term' in one && digitsOf(one.term.raw) >= TELLING);
