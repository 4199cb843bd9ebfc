import type { Analysis } from './analysis';
import type { CommentThread } from './comment';
import type { RevisionComparison } from './comparison';
import type { Severity } from './finding';
import type { QuantityState } from './quantity';
import type { CaseState, CaseView, WaiverState } from './sign-off';
import type { ImportNote, LosslessProof, SourceFormat } from './source';

/** What a person decided about a finding. `open` is the absence of a disposition. */
export interface Disposition {
  readonly fingerprint: string;
  readonly kind: 'waived' | 'fixed';
  /** Required for a waiver; the fix's title for a fix. */
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Stable id of who decided; null for decisions from before there were identities. */
  readonly byId: string | null;
  /** What a waiver is bound to; null for a fix, and for decisions from before this was kept. */
  readonly bound: WaiverBound | null;
  /** The last day on which a waiver holds, `2026-12-31`; null: without end. */
  readonly expiresOn: string | null;
  /** Who stood by a waiver as the second person; an error's counts only with one. */
  readonly confirmed: WaiverConfirmation | null;
}

/** The finding as it was when it was waived. */
export interface WaiverBound {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly excerpt: string;
  /** SHA-256 of the finding's own text, hex. */
  readonly textHash: string;
  /** SHA-256 of the text of its related places, hex. */
  readonly relatedHash: string;
}

export interface WaiverConfirmation {
  readonly by: string;
  readonly byId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A waiver as it stands now. */
export interface WaiverView {
  readonly waiver: Disposition;
  readonly state: WaiverState;
  /** Whether the person at the desk may stand by it as the second one. */
  readonly mayConfirm: boolean;
}

/** One row of the library. */
export interface ReportSummary {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  /** Whose report it is, as its title says; empty where it does not. */
  readonly institution: string;
  /** Year of the period that the title names. */
  readonly year: number | null;
  /** Number of the current revision, from 1. */
  readonly revision: number;
  readonly changedAt: string;
  /** Last opened by a person; null for never. */
  readonly openedAt: string | null;
  readonly archived: boolean;
  readonly tags: readonly string[];
  readonly characters: number;
  readonly quantities: number;
  /** Share of claims (quantities that are not exempt) tied, 0 to 1. */
  readonly tied: number;
  /** Where it stands on its way to the release. */
  readonly state: CaseState;
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
  /** Every waiver with what has become of it, unused ones too. */
  readonly waivers: readonly WaiverView[];
  /** Its way to the release, for the person at the desk. */
  readonly signOff: CaseView;
  /** Oldest first. */
  readonly comments: readonly CommentThread[];
  /** The policy that it follows; `chosen`: by a person, not as the library's standard. */
  readonly policy: { readonly id: string; readonly chosen: boolean };
  readonly history: readonly AuditEntry[];
  /** Newest last. */
  readonly revisions: readonly RevisionSummary[];
  /** Where the current revision's text was imported from. */
  readonly source: SourceSummary;
  /** What the next undo or redo would do, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface RevisionSummary {
  readonly id: number;
  readonly number: number;
  /** The revision that it was made from: after an undo, not always the one numbered before. */
  readonly parentId: number | null;
  /** Why it was made: 导入原件, a fix's title. */
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  /** True when it came from a file, false for an edit. */
  readonly imported: boolean;
}

/** A source as imported. */
export interface SourceSummary {
  readonly fileName: string;
  readonly format: SourceFormat;
  /** SHA-256 of its bytes, hex. */
  readonly sha256: string;
  readonly importedAt: string;
  readonly notes: readonly ImportNote[];
  /** Null for sources imported before proofs were kept. */
  readonly proof: LosslessProof | null;
}

/** What came of an import. */
export type ImportOutcome =
  /** A report of its own. `known`: these bytes were in the library already, and nothing was imported. */
  | { readonly kind: 'opened'; readonly snapshot: ReviewSnapshot; readonly known: boolean }
  /** The next revision of a report, with what it changed. */
  | { readonly kind: 'revised'; readonly snapshot: ReviewSnapshot; readonly comparison: RevisionComparison }
  /** Stopped: the working text is not the source. Nothing is stored unless the person goes on with the token. */
  | {
      readonly kind: 'unproved';
      readonly token: string;
      readonly fileName: string;
      readonly proof: LosslessProof;
      readonly notes: readonly ImportNote[];
    };

export interface OfferedReport {
  readonly id: number;
  readonly title: string;
  readonly changedAt: string;
  /** Of the same kind, of whatever period: the titles differ in their periods alone. */
  readonly alike: boolean;
}

/** What a report is checked against, and what could be chosen. */
export interface ReferenceChoice {
  /** True while the library proposes: the newest earlier report of the same kind, and every ledger. */
  readonly automatic: boolean;
  readonly previousReportId: number | null;
  readonly ledgerIds: readonly number[];
  /** Other reports of the library, likeliest first. */
  readonly reports: readonly OfferedReport[];
  readonly ledgers: readonly { readonly id: number; readonly name: string; readonly facts: number }[];
}

/** A fact of another report of the library, or of another place of this one. */
export interface FactElsewhere {
  readonly reportId: number;
  readonly title: string;
  readonly revision: number;
  readonly concept: string;
  readonly scope: string;
  readonly period: string;
  readonly raw: string;
  /** Exact decimal string in the base unit. */
  readonly value: string;
  readonly unit: string;
  /** `第12行`. */
  readonly place: string;
  readonly state: QuantityState;
}
