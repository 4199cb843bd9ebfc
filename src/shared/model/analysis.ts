import type { ReportDocument } from './document';
import type { Finding, RuleOutcome } from './finding';
import type { PolicySummary } from './policy';
import type { Coverage, Fact, Quantity, QuantityState } from './quantity';
import type { Alignment, ReferenceSummary } from './reference';
import type { Culprit, Tie } from './tie';

/** What the checker knows of one working text. Plain values: it crosses threads and processes as it is. */
export interface Analysis {
  readonly document: ReportDocument;
  readonly quantities: readonly Quantity[];
  readonly facts: readonly Fact[];
  readonly ties: readonly Tie[];
  /** Single changes that would mend several failing ties, the one that mends most first. */
  readonly culprits: readonly Culprit[];
  /** What the report was checked against. */
  readonly references: readonly ReferenceSummary[];
  /** Figures of the report beside those of the references; ascending by fact. */
  readonly alignments: readonly Alignment[];
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleOutcome[];
  /** The policy that the rules followed. */
  readonly policy: PolicySummary;
  /** One state per quantity, in the same order. */
  readonly states: readonly QuantityState[];
  readonly coverage: Coverage;
}
