import type { RevisionComparison } from './comparison';
import type { Severity } from './finding';

/** What a person at the laptop may do. One person may have several; four eyes bind all the same. */
export const roles = ['preparer', 'compliance', 'legal', 'releaser'] as const;
export type Role = (typeof roles)[number];

/** The stages that are signed before the release, in their order. */
export const stages = ['compliance', 'legal'] as const;
export type Stage = (typeof stages)[number];

/** Where a report stands on its way. `review`: handed in, and no stage signed in full. */
export const caseStates = ['draft', 'review', 'compliance-signed', 'legal-signed', 'released'] as const;
export type CaseState = (typeof caseStates)[number];

/** `drop`: a change after the signature took it away; nobody asks for it. */
export const stageActions = ['submit', 'sign', 'return', 'withdraw', 'drop', 'release', 'reopen'] as const;
export type StageAction = (typeof stageActions)[number];
/** What a person asks for. */
export type AskedAction = Exclude<StageAction, 'drop'>;

/** Who acts. */
export interface Person {
  /** Stable UUID. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What a policy demands of the sign-off. */
export interface SignOffPolicy {
  /** The stages that must be signed, in the order of `stages`; none: released without signatures. */
  readonly stages: readonly { readonly stage: Stage; readonly roles: readonly Role[] }[];
  /** Who may release. */
  readonly release: readonly Role[];
  /** Who may confirm another's waiver of an error. */
  readonly confirm: readonly Role[];
  /** True: a change takes away only the signatures of the sections that it touches. False: every signature. */
  readonly apart: boolean;
}

/** What is seen of one section, as SHA-256, hex. The section `''` is the frame: all before the first section, and the outline. */
export interface SectionSeen {
  /** The heading's text, numbered when it occurs again. */
  readonly key: string;
  readonly text: string;
  /** Of the ties with a term in it. */
  readonly ties: string;
  /** Of the findings that touch it, with what was decided of them. */
  readonly decisions: string;
}

/** A finding as it was seen: what was decided of it, if anything. */
export interface DecisionSeen {
  readonly fingerprint: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly excerpt: string;
  readonly decision: WaiverState | 'open';
  readonly reason: string;
  readonly by: string;
  readonly confirmedBy: string;
}

/** Everything that a signature is bound to. */
export interface Seen {
  /** SHA-256 of the working text, hex. */
  readonly revision: string;
  readonly policy: { readonly name: string; readonly sha256: string };
  /** In the order of the text, the frame first. */
  readonly sections: readonly SectionSeen[];
  readonly decisions: readonly DecisionSeen[];
}

/**
 * What became of a waiver: `effective` closes its finding; `unconfirmed` waits for the second person; `expired` is past its day;
 * `changed`: the text on one of the sides is another; `unused`: its finding no longer occurs.
 */
export type WaiverState = 'effective' | 'unconfirmed' | 'expired' | 'changed' | 'unused';

/** A signature as it stands in the record. */
export interface SignOff {
  readonly id: number;
  readonly stage: Stage;
  readonly by: Person;
  /** The role in which it was given. */
  readonly role: Role;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly revisionId: number;
  /** Number of the revision within its report. */
  readonly revision: number;
  /** SHA-256 of `seen` as canonical JSON, hex. */
  readonly seenSha256: string;
  /** Keys of the sections that it covers. */
  readonly sections: readonly string[];
  /** Keys of those that it still covers. */
  readonly live: readonly string[];
  /** Ed25519 over the signed statement, base64. */
  readonly signature: string;
}

/** One move in the record of a report, oldest first. */
export interface StageEvent {
  readonly sequence: number;
  readonly action: StageAction;
  readonly from: CaseState;
  readonly to: CaseState;
  /** Null for a drop that no person's act caused. */
  readonly by: string | null;
  readonly role: Role | null;
  readonly reason: string;
  readonly at: string;
  readonly signOffId: number | null;
}

/** Why a report cannot be signed or released yet. */
export type Missing =
  | { readonly kind: 'error-open'; readonly fingerprint: string }
  /** An error's waiver that does not close it. */
  | {
      readonly kind: 'waiver';
      readonly fingerprint: string;
      readonly state: Exclude<WaiverState, 'effective' | 'unused'>;
    }
  | { readonly kind: 'rule-failed'; readonly code: string }
  | { readonly kind: 'not-submitted' }
  /** Keys of the sections that nobody has signed for the stage. */
  | { readonly kind: 'stage'; readonly stage: Stage; readonly sections: readonly string[] };

/** A report's way to its release, as the person at the desk sees it. */
export interface CaseView {
  readonly state: CaseState;
  readonly demands: SignOffPolicy;
  /** Keys of the sections of the current text, the frame first. */
  readonly sections: readonly string[];
  readonly signOffs: readonly SignOff[];
  readonly events: readonly StageEvent[];
  /** The first of them; `missingCount` counts all. A text of thousands of errors would send them all with each answer. */
  readonly missing: readonly Missing[];
  readonly missingCount: number;
  /** Action → null where the person at the desk may do it now, else the code of the refusal. */
  readonly may: Readonly<Record<AskedAction, string | null>>;
  /** Names of those who edited, decided or handed in since the last release. */
  readonly tookPart: readonly string[];
}

/** What changed since a signature was given. */
export interface SeenChanges {
  readonly sections: readonly {
    readonly key: string;
    readonly kind: 'added' | 'removed' | 'changed';
    readonly text: boolean;
    readonly ties: boolean;
    readonly decisions: boolean;
  }[];
  readonly decisions: readonly {
    readonly before: DecisionSeen | null;
    readonly after: DecisionSeen | null;
  }[];
  readonly policy: { readonly before: string; readonly after: string } | null;
}

/** The same, with the passages and figures of the two revisions. */
export interface SignOffChanges extends SeenChanges {
  readonly comparison: RevisionComparison;
}

/** What the record of a release carries of the way to it. */
export interface SignOffRecord {
  readonly state: CaseState;
  readonly demands: SignOffPolicy;
  readonly signOffs: readonly SignOff[];
  readonly moves: readonly StageEvent[];
  /** Every waiver by its finding's fingerprint, unused ones too. */
  readonly waivers: readonly { readonly fingerprint: string; readonly state: WaiverState }[];
  /** Id, name and public key (SubjectPublicKeyInfo, base64) of those who signed. */
  readonly signers: readonly { readonly id: string; readonly name: string; readonly publicKey: string }[];
}
