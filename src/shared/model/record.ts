import type { Severity } from './finding';

/** What was decided of a finding, by whom and when. */
export interface RecordDecision {
  readonly kind: string;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  /** The last day on which a waiver holds; empty: without end. */
  readonly expiresOn: string;
}

export interface RecordFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly excerpt: string;
  /** The other places and what they say. */
  readonly evidence: readonly string[];
  /** Null: open. */
  readonly decision: RecordDecision | null;
}

/** A decision whose finding is no longer in the text: fixed, or a waiver that nothing needs any more. */
export interface RecordSettled extends RecordDecision {
  readonly subject: string;
}

export interface RecordMove {
  readonly action: string;
  readonly by: string;
  readonly role: string;
  readonly reason: string;
  readonly at: string;
  /** First digits of the signature; empty for other moves. */
  readonly signature: string;
}

export interface RecordComment {
  /** How the passage began when it was commented on. */
  readonly excerpt: string;
  /** The finding that it is about as well; empty: none, or gone. */
  readonly subject: string;
  readonly said: readonly { readonly body: string; readonly by: string; readonly at: string }[];
  /** Both empty while it is open. */
  readonly settledBy: string;
  readonly settledAt: string;
}

export interface RecordEntry {
  readonly at: string;
  readonly actor: string;
  readonly summary: string;
  readonly hash: string;
}

/** Everything that an auditor asks of a report's review: printed as PDF, and as a workbook. */
export interface ReviewRecord {
  readonly title: string;
  readonly fileName: string;
  readonly uid: string;
  readonly revision: number;
  readonly revisions: number;
  /** SHA-256 of the text, hex. */
  readonly sha256: string;
  readonly policy: string;
  /** State of a figure → how many, as the check left them. */
  readonly coverage: readonly (readonly [string, number])[];
  readonly findings: readonly RecordFinding[];
  readonly settled: readonly RecordSettled[];
  readonly moves: readonly RecordMove[];
  readonly comments: readonly RecordComment[];
  readonly entries: readonly RecordEntry[];
  /** Of the case's chain. */
  readonly head: string;
}
