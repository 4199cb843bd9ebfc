import type { LedgerFact } from './ledger';

/** Where a figure to compare with comes from. */
export type ReferenceKind = 'previous' | 'ledger';

/** Facts that a report is checked against: the earlier report of its kind, or a ledger. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** A report's title, a ledger's name. */
  readonly name: string;
  readonly facts: readonly LedgerFact[];
}

/** What the analysis keeps of a reference. */
export interface ReferenceSummary {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly facts: number;
  /** How many of its facts stand beside a figure of the report. */
  readonly used: number;
}

/** A figure of a reference beside one of the report. */
export interface AlignedFigure {
  /** Index into `Analysis.references`. */
  readonly reference: number;
  readonly concept: string;
  readonly scope: string;
  readonly period: string;
  /** `台账!C5`, or `第12行`. */
  readonly place: string;
  readonly raw: string;
  /** Exact decimal string in the base unit. */
  readonly value: string;
  readonly unit: string;
  /** The report's value less this one, exact decimal string in the base unit. */
  readonly difference: string;
  /** The same as a percentage of this one, two decimals (`-14.37`); empty where this one is zero or negative. */
  readonly rate: string;
}

/** A figure of the report beside the same figure of others. */
export interface Alignment {
  /** Index into `Analysis.facts`. */
  readonly fact: number;
  /** Of the period before, from the previous report. */
  readonly previous: AlignedFigure | null;
  /** Of the same period, from a ledger. */
  readonly ledger: AlignedFigure | null;
}
