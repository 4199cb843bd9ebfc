import type { Severity } from './finding';
import type { SignOffPolicy } from './sign-off';

/** How a policy ranks a rule's findings; `off`: the rule does not run, and the record says so. */
export const ruleLevels = ['off', 'notice', 'doubt', 'error'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** The outer parts of a document that is sent (GB/T 9704-2012 §7.3). */
export const documentParts = ['addressee', 'closing', 'signatory', 'date', 'annex-list'] as const;
export type DocumentPart = (typeof documentParts)[number];

/**
 * A term that a house does not write. Where it counts is said in phrases, a small notation without loops, so that no
 * policy can make a check slow: `a|b` either, `( )` a group, `#` a number, `…` up to twelve characters of one clause.
 */
export interface PolicyTerm {
  /** What is not written, literally. */
  readonly avoid: string;
  /** What is written instead; empty: leave it out. */
  readonly use: string;
  readonly level: Severity;
  readonly why: string;
  readonly followedBy?: string;
  readonly notFollowedBy?: string;
  readonly precededBy?: string;
  readonly notPrecededBy?: string;
  /** Only in a paragraph that holds this too. */
  readonly beside?: string;
}

/** The parts that one type of document must have. */
export interface DocumentType {
  readonly name: string;
  /** Endings of titles, one of which makes a document of this type; none: every document. */
  readonly titles: readonly string[];
  readonly parts: readonly DocumentPart[];
  /** Required of every document of the type, not only where it is plainly a letter. */
  readonly always: boolean;
}

export interface RulePolicy {
  readonly level?: RuleLevel;
  /** Threshold → value; those left out have the rule's own. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** What a house demands of its reports. */
export interface Policy {
  readonly format: 1;
  readonly name: string;
  readonly description: string;
  /** Code → what departs from the rule's own level and thresholds. */
  readonly rules: Readonly<Record<string, RulePolicy>>;
  readonly terms: readonly PolicyTerm[];
  /** The first that a document's title fits counts. */
  readonly documents: readonly DocumentType[];
  /** Who must sign before the release; left out: `DEFAULT_SIGN_OFF`. */
  readonly signOff?: SignOffPolicy;
  /** True: the PDF ends with a page that says how the report was checked. */
  readonly summaryPage?: boolean;
}

/** A rule as a policy sees it. */
export interface RuleEntry {
  readonly code: string;
  readonly name: string;
  /** Its own grade. */
  readonly severity: Severity;
  /** Threshold → its own value and the bounds within which it makes sense. */
  readonly limits: Readonly<Record<string, Limit>>;
}

export interface Limit {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** Which policy a check followed. */
export interface PolicySummary {
  readonly name: string;
  /** SHA-256 of the policy as canonical JSON, hex. */
  readonly sha256: string;
}

/** A policy of the library. */
export interface PolicyEntry {
  /** The file's name of a shipped one; `own-7` of one of the house. */
  readonly id: string;
  readonly policy: Policy;
  readonly sha256: string;
  /** Shipped ones cannot be changed, only copied. */
  readonly shipped: boolean;
  /** Reports for which a person chose it. */
  readonly reports: number;
  readonly changedBy: string | null;
  /** ISO 8601, UTC. */
  readonly changedAt: string | null;
}

/** The policies of the library and what they may speak of. */
export interface PolicyShelf {
  readonly policies: readonly PolicyEntry[];
  /** The one that reports follow unless a person chooses another. */
  readonly standard: string;
  readonly rules: readonly RuleEntry[];
}
