import type { Range } from './range';

/** What is planted, one at a time, in scratch copies of a report. */
export const errorKinds = ['digit', 'row', 'count', 'total', 'reference', 'unit'] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** One planted error and what the check said of it. */
export interface PlantedError {
  readonly kind: ErrorKind;
  /** Place in the report as it is, without the error. */
  readonly range: Range;
  /** What stands there, and what was put there instead. */
  readonly before: string;
  readonly after: string;
  /** Title of the section; empty before the first heading. */
  readonly section: string;
  /** Codes of the findings that the error raised at its place or against it; empty when no rule told it. */
  readonly caughtBy: readonly string[];
  /** True when a tie over this place failed that held before, whether or not a rule told it. */
  readonly tied: boolean;
}

/** Told by a rule, or by a tie that no longer holds: the figure is shown as conflicting then. */
export const isCaught = ({ caughtBy, tied }: PlantedError): boolean => caughtBy.length > 0 || tied;

export interface PowerShare {
  readonly planted: number;
  readonly caught: number;
}

/** How much a clean result is worth on this very document. */
export interface PowerReport extends PowerShare {
  readonly kinds: readonly (PowerShare & { readonly kind: ErrorKind })[];
  readonly sections: readonly (PowerShare & { readonly section: string; readonly range: Range })[];
  /** How often each rule was the one that told; most first. */
  readonly rules: readonly { readonly code: string; readonly rule: string; readonly caught: number }[];
  readonly errors: readonly PlantedError[];
  /** Kinds of which the document offers no place to plant one. */
  readonly absent: readonly ErrorKind[];
}
