import type { Analysis } from './analysis';

/** What a person decided about a finding. `open` is the absence of a disposition. */
export interface Disposition {
  readonly fingerprint: string;
  readonly kind: 'waived' | 'fixed';
  /** Required for a waiver; the fix's title for a fix. */
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One row of the library. */
export interface ReportSummary {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  /** Number of the current revision, from 1. */
  readonly revision: number;
  readonly changedAt: string;
  readonly characters: number;
  readonly quantities: number;
  /** Share of claims (quantities that are not exempt) tied, 0 to 1. */
  readonly tied: number;
  readonly open: { readonly error: number; readonly doubt: number; readonly notice: number };
}

/** One line of a report's history, newest last. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  /** `report.imported`, `finding.fixed`, `finding.waived`, `act.undone`, `report.exported` … */
  readonly action: string;
  /** A sentence for a person, in Chinese. */
  readonly summary: string;
  /** SHA-256 that chains this entry to the one before it, hex. */
  readonly hash: string;
}

/** Everything that the review screen shows of one report. */
export interface ReviewSnapshot {
  readonly report: ReportSummary;
  readonly revisionId: number;
  /** SHA-256 of the working text, hex. */
  readonly sha256: string;
  /** With `states` and `coverage` as they are after waivers. */
  readonly analysis: Analysis;
  readonly dispositions: readonly Disposition[];
  readonly history: readonly AuditEntry[];
  /** What the next undo or redo would do, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
}
