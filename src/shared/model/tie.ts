import type { Approximator } from './quantity';
import type { Range } from './range';
import type { ReferenceKind } from './reference';

export type TieKind = 'sum' | 'share' | 'growth' | 'count' | 'same' | 'part' | 'prior' | 'ledger';

export type TieStatus = 'pass' | 'rounding' | 'fail' | 'unclear';

/**
 * The arithmetic of a tie, over the values of its terms in one base unit. The first term is the stated one, s.
 *
 * | form | holds when |
 * | --- | --- |
 * | `sum` | s = addends − subtrahends |
 * | `part` | s ≤ whole |
 * | `share` | s % = part ÷ whole × 100 |
 * | `rate` | s % = (current − base) ÷ base × 100; a decline is negative |
 * | `points` | s percentage points = current % − base % |
 * | `difference` | s = current − base |
 * | `multiple` | s = current ÷ base |
 * | `increase` | s = (current − base) ÷ base, in 倍 |
 * | `count` | s = number of items |
 * | `equal` | s = other |
 */
export type TieForm =
  | 'sum'
  | 'part'
  | 'share'
  | 'rate'
  | 'points'
  | 'difference'
  | 'multiple'
  | 'increase'
  | 'count'
  | 'equal';

export type TermRole =
  | 'stated'
  | 'addend'
  | 'subtrahend'
  | 'part'
  | 'whole'
  | 'current'
  | 'base'
  | 'other'
  | 'item';

/** What the arithmetic takes of a term; absent for an item that is merely counted. */
export interface TermFigure {
  /** Exact decimal string in the base unit, signed as the arithmetic takes it. */
  readonly value: string;
  /** Power of ten of the last printed digit in the base unit. */
  readonly precision: number;
  readonly approximator: Approximator | null;
}

export interface TieTerm {
  readonly range: Range;
  readonly raw: string;
  /** Index into `Analysis.quantities`, or null for a term that is no quantity (an item of a list, a row). */
  readonly quantity: number | null;
  readonly role: TermRole;
  readonly figure?: TermFigure;
}

/** A term that stands outside this text: in the previous report or in a ledger. */
export interface OutsideTerm {
  readonly source: ReferenceKind;
  /** Index into `Analysis.references`. */
  readonly reference: number;
  readonly concept: string;
  readonly scope: string;
  readonly period: string;
  /** `台账!C5`, or `第12行`. */
  readonly place: string;
  readonly raw: string;
  readonly role: TermRole;
  readonly figure: TermFigure;
}

/** A constraint that two or more quantities must meet, evaluated. The first term is the stated one. */
export interface Tie {
  readonly kind: TieKind;
  readonly form: TieForm;
  readonly status: TieStatus;
  /** The arithmetic as a person would write it: `120 + 80 + 51 = 251`. */
  readonly expression: string;
  /** What the other terms yield. */
  readonly expected: string;
  /** What the report states. */
  readonly actual: string;
  /** Why it could not be evaluated; only for `unclear`. */
  readonly reason?: string;
  /** What nearly all rows of a table show of its columns: `“余量” = “RTO” - “用时”`; absent where names or words say it. */
  readonly relation?: string;
  /**
   * What a sentence calls the fact that it refers back to (正在核实的交易 of 对正在核实的12笔交易): both are one, however far apart.
   * Absent where only names tell.
   */
  readonly definite?: string;
  /** A share whose words name its base, of which it is not; absent else. No other figure is sought for it. */
  readonly otherBase?: true;
  readonly terms: readonly TieTerm[];
  /** Terms from outside this text; absent when there are none. */
  readonly outside?: readonly OutsideTerm[];
}

/** The one change to one figure that makes several failing ties hold and breaks none that holds. */
export interface Culprit {
  /** Index into `Analysis.quantities`. */
  readonly quantity: number;
  readonly range: Range;
  readonly raw: string;
  /** What the figure must read. */
  readonly text: string;
  /** Exact decimal string in the base unit. */
  readonly value: string;
  /** Indices into `Analysis.ties`: failing ones that would hold. */
  readonly mends: readonly number[];
  /** `1,284 改为 1,248 可使4处勾稽成立`. */
  readonly message: string;
}
