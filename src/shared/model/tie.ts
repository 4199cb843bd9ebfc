import type { Range } from './range';

export type TieKind = 'sum' | 'share' | 'growth' | 'count' | 'same' | 'part' | 'prior' | 'ledger';

export type TieStatus = 'pass' | 'rounding' | 'fail' | 'unclear';

export interface TieTerm {
  readonly range: Range;
  readonly raw: string;
  /** Index into `Analysis.quantities`, or null for a term that is no quantity (an item of a list, a row). */
  readonly quantity: number | null;
}

/** A constraint that two or more quantities must meet, evaluated. The first term is the stated one. */
export interface Tie {
  readonly kind: TieKind;
  readonly status: TieStatus;
  /** The arithmetic as a person would write it: `120 + 80 + 51 = 251`. */
  readonly expression: string;
  /** What the other terms yield. */
  readonly expected: string;
  /** What the report states. */
  readonly actual: string;
  /** Why it could not be evaluated; only for `unclear`. */
  readonly reason?: string;
  readonly terms: readonly TieTerm[];
}
