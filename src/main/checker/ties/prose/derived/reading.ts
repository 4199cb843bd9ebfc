import { add, type Decimal, negate, zero } from '../../../../../shared/decimal';
import type { TermRole, TieForm, TieKind } from '../../../../../shared/model/tie';
import { type TextTerm, type TieDraft, termOf } from '../../build';
import type { TieInput } from '../../input';
import { areCounted, type Claim, type Paragraph } from '../claims';
import type { Cue } from './cues';

/** A figure that is said to follow from others, with those around it. */
export interface Sought {
  readonly quantities: TieInput['quantities'];
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly claim: Claim;
  readonly cue: Cue;
  /** Those near it that say exactly what they are, ascending. */
  readonly around: readonly Claim[];
  /** Those of them that stand before it. */
  readonly before: readonly Claim[];
}

/** A way in which a figure may follow from others around it. What is dear to know is told when asked. */
export interface Reading {
  /** What the others yield, as near as a binary number tells: those far off are not looked into. */
  readonly roughly: number;
  draft(): TieDraft;
  /** So near, and so worded, that a slip in one of its figures shows. */
  isNear(): boolean;
  /** Nothing else can be meant: any difference shows. */
  isSure(): boolean;
  /** Whether the words tell that it is just the other way round: then it is none. */
  isContrary(): boolean;
  /** Whether the words tell which of the two came first, so that a turned direction shows. */
  isOrdered(): boolean;
}

/** So many claims to either side. */
const WINDOW = 9;

export function soughtOf(
  { quantities }: TieInput,
  { text, claims }: Paragraph,
  at: number,
  claim: Claim,
  cue: Cue,
): Sought {
  const around = claims
    .slice(Math.max(0, at - WINDOW), at + WINDOW)
    .filter((one) => one !== claim && one.quantity.approximator === null);
  const before = around.filter(({ spot }) => spot.to <= claim.spot.from);
  return { quantities, text, claims, claim, cue, around, before };
}

const never = (): boolean => false;

export interface Strength {
  readonly isNear?: () => boolean;
  readonly isSure?: () => boolean;
  readonly isContrary?: () => boolean;
  readonly isOrdered?: () => boolean;
}

export type Operand = readonly [role: TermRole, of: Claim | Made];

/** Figures put together to be one. */
export interface Made {
  readonly value: Decimal;
  term(): TextTerm;
}

const KINDS: Readonly<Partial<Record<TieForm, TieKind>>> = { share: 'share', multiple: 'share', sum: 'sum' };

export function reading(
  sought: Sought,
  form: TieForm,
  operands: readonly Operand[],
  { isNear = never, isSure = never, isContrary = never, isOrdered = never }: Strength = {},
): Reading {
  return {
    roughly: rough(form, operands),
    draft: () => draftOf(sought, form, operands),
    isNear,
    isSure,
    isContrary,
    isOrdered,
  };
}

function draftOf({ quantities, claim, cue }: Sought, form: TieForm, operands: readonly Operand[]): TieDraft {
  const claims = operands.flatMap(([, one]) => ('fact' in one ? [one] : []));
  const isRatio = form === 'share' || form === 'rate' || form === 'multiple';
  return {
    kind: KINDS[form] ?? 'growth',
    form,
    stated: termOf(quantities, claim.fact.quantity, cue.sign < 0 ? negate(claim.value) : claim.value),
    operands: operands.map(([role, one]) => ({
      role,
      term: 'fact' in one ? termIn(quantities, one, isRatio) : one.term(),
    })),
    exact: !isRatio && areCounted([claim, ...claims]),
    counted: isRatio && areCounted(claims),
  };
}

/** A power of ten below every figure: nothing of it is rounded. */
export const WHOLE = -6;

/** Whole things are just so many: only what is measured may be rounded. */
function termIn(quantities: Sought['quantities'], claim: Claim, isRatio: boolean): TextTerm {
  const term = termOf(quantities, claim.fact.quantity);
  return isRatio && areCounted([claim]) ? { ...term, figure: { ...term.figure, precision: WHOLE } } : term;
}

/** Figures added up, as one. */
export function together(quantities: Sought['quantities'], claims: readonly Claim[]): Made {
  const value = claims.reduce((sum, one) => add(sum, one.value), zero);
  return {
    value,
    term: () => {
      const term = termOf(quantities, claims[0]?.fact.quantity ?? 0, value);
      const precision = Math.max(...claims.map(({ quantity }) => quantity.precision));
      const shown = `(${claims.map(({ quantity }) => quantity.raw).join(' + ')})`;
      return { ...term, shown, figure: { ...term.figure, precision } };
    },
  };
}

export const numberOf = ({ units, scale }: Decimal): number => Number(units) / 10 ** scale;

const roughOf = ([, one]: Operand): number =>
  'size' in one && one.value.units >= 0n ? one.size : numberOf(one.value);

function rough(form: TieForm, operands: readonly Operand[]): number {
  const [first = 0, second = 0] = operands.map(roughOf);
  switch (form) {
    case 'share':
      return (first / second) * 100;
    case 'rate':
      return ((first - second) / second) * 100;
    case 'multiple':
      return first / second;
    case 'sum':
      return operands.reduce((sum, one) => sum + roughOf(one), 0);
    default:
      return first - second;
  }
}
