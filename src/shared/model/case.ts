import type { ReviewSnapshot } from './review';

/** What came of a case file. */
export interface CaseOutcome {
  /** A report new here · nothing new in it · what happened since was taken in · both went on, and were merged. */
  readonly kind: 'opened' | 'unchanged' | 'updated' | 'merged';
  readonly snapshot: ReviewSnapshot;
}

export type MergeSide = 'mine' | 'theirs';

/** What one side says of a thing on which both decided. */
export interface MergeStand {
  /** One sentence: 豁免：与附表一致; 版本 4（采纳修改…）. */
  readonly what: string;
  readonly by: string;
  /** ISO 8601, UTC; empty where it is not known. */
  readonly at: string;
}

/** A thing on which both sides decided differently since they last agreed. */
export interface MergeConflict {
  /** `finding:…`, `revision`, `policy`, `references`, `signOffs`. */
  readonly key: string;
  readonly kind: 'finding' | 'revision' | 'policy' | 'references' | 'signOffs';
  /** The finding's message; empty for the others. */
  readonly subject: string;
  readonly mine: MergeStand;
  readonly theirs: MergeStand;
}

/** A case that cannot be merged before a person says what holds. */
export interface CaseToSettle {
  readonly kind: 'conflicts';
  readonly token: string;
  readonly title: string;
  readonly sender: string;
  readonly conflicts: readonly MergeConflict[];
}
