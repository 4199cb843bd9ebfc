import type { Range } from './range';
import type { CaseState } from './sign-off';

/** A report in which something that was searched for stands, and its first place there. */
export interface SearchHit {
  readonly reportId: number;
  readonly title: string;
  readonly changedAt: string;
  /** `figure`: a figure of the value searched for, however it is written; `title`: in the title or the name of the file. */
  readonly kind: 'text' | 'figure' | 'title';
  /** Block of the current revision; null for a title. */
  readonly block: number | null;
  /** Of the figure, or of the block that has the text; in the working text. */
  readonly range: Range | null;
  /** The place as it reads, with what was found in the middle. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** How many reports stand where. Removed ones are never searched. */
export interface SearchedShelves {
  readonly listed: number;
  readonly archived: number;
  readonly removed: number;
  /** Whether the archived ones were looked into as well. */
  readonly archivedToo: boolean;
}

/** A report that was removed and can be brought back. */
export interface RemovedReport {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  /** Number of its current revision. */
  readonly revision: number;
  readonly removedAt: string;
  /** Empty where it came with a case and never stood in the library. */
  readonly removedBy: string;
  readonly state: CaseState;
  /** Titles of the reports that a person compares with it: while there are any it cannot be deleted. */
  readonly usedBy: readonly string[];
}

export interface SearchResult {
  readonly shelves: SearchedShelves;
  readonly hits: readonly SearchHit[];
  /** There are more than are told. */
  readonly more: boolean;
  /** What a number that was searched for is worth, `31902500 元`; null for words. */
  readonly value: string | null;
}
