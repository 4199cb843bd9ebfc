import type { ReportDocument } from '../../shared/model/document';
import type { Edit, Related, Severity } from '../../shared/model/finding';
import type { Limit, Policy } from '../../shared/model/policy';
import type { Fact, Quantity } from '../../shared/model/quantity';
import type { Range } from '../../shared/model/range';
import type { Alignment, Reference } from '../../shared/model/reference';
import type { SourceMark } from '../../shared/model/source';
import type { Culprit, Tie } from '../../shared/model/tie';

/** What a rule may look at. Everything is computed once and shared; nothing may be changed. */
export interface CheckedReport {
  readonly document: ReportDocument;
  readonly quantities: readonly Quantity[];
  readonly facts: readonly Fact[];
  /** What the report is checked against: the previous report, ledgers. */
  readonly references: readonly Reference[];
  readonly alignments: readonly Alignment[];
  readonly ties: readonly Tie[];
  /** Code of a rule → why the search for the ties that it reads did not end. */
  readonly broken: ReadonlyMap<string, string>;
  readonly culprits: readonly Culprit[];
  /** What an editor's program left in the source; empty for Markdown and plain text. Ascending. */
  readonly marks: readonly SourceMark[];
  readonly policy: Policy;
}

/** A problem as a rule states it: which message, its data, where, and how to mend it. */
export interface Problem<MessageId extends string = string> {
  readonly message: MessageId;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly range: Range;
  readonly related?: readonly Related[];
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
  /** Where a rule knows two grades, as rounding against a wrong sum. */
  readonly severity?: Severity;
}

export interface Rule<MessageId extends string = string, LimitName extends string = string> {
  /** Stable, never reused: `T109`. */
  readonly code: string;
  /** File, help page, test and database all use this name: `total-equals-sum`. */
  readonly name: string;
  readonly severity: Severity;
  /** Sentences in Chinese with `{data}` places. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /** Codes whose findings inside one of this rule's findings are the same defect and merge into it. */
  readonly absorbs?: readonly string[];
  readonly limits?: Readonly<Record<LimitName, Limit>>;
  /**
   * `near`: at each block and a little around it (through a search that remembers), at ties, headings and captions. Runs
   * again after each stroke. `across`: compares what stands far apart in a report. While a text is edited, its findings are
   * carried over and brought up to date when the edits rest. See `Rechecker`.
   */
  readonly looks: 'near' | 'across';
  /** False when the report holds nothing that the rule looks at. Absent: always applies. */
  applies?(report: CheckedReport, limits: Limits<LimitName>): boolean;
  check(report: CheckedReport, limits: Limits<LimitName>): readonly Problem<MessageId>[];
}

/** Thresholds as the policy sets them. */
export type Limits<LimitName extends string> = Readonly<Record<LimitName, number>>;

export const defineRule = <MessageId extends string, LimitName extends string = never>(
  rule: Rule<MessageId, LimitName>,
): Rule<MessageId, LimitName> => rule;

/** Fills `{name}` places; an unknown name stays visible, so that a test can catch it. */
export function formatMessage(template: string, data: Problem['data'] = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(data[name] ?? place));
}
