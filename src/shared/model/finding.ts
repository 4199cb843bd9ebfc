import type { Range } from './range';

export type Severity = 'error' | 'doubt' | 'notice';

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  /** Ascending, not overlapping, in offsets of the text that was checked. */
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly range: Range;
  readonly note: string;
}

/** A problem at a place, raised by a rule and stamped by the engine. */
export interface Finding {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly excerpt: string;
  readonly related: readonly Related[];
  /** Alternatives; the first is the proposal. One fix means the right text is determined. */
  readonly fixes: readonly Fix[];
  /** From the rule, the text covered and its neighbours; survives edits elsewhere. */
  readonly fingerprint: string;
  /** Codes of findings of related rules that this one swallowed. */
  readonly merged: readonly string[];
}

/** `off`: the policy has it not run. */
export type RuleStatus = 'found' | 'passed' | 'not-applicable' | 'failed' | 'off';

export interface RuleOutcome {
  readonly code: string;
  readonly rule: string;
  readonly status: RuleStatus;
  readonly findings: number;
  /** What a failed rule threw. */
  readonly error?: string;
}
