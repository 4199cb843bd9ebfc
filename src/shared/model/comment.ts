import type { Range } from './range';

export interface CommentEntry {
  readonly id: number;
  readonly body: string;
  readonly by: string;
  /** Stable id of who said it; null from before there were people. */
  readonly byId: string | null;
  readonly at: string;
  /** Taken back by whoever said it: the words are not shown. */
  readonly withdrawn: boolean;
}

/** What was said about a passage, oldest first. */
export interface CommentThread {
  readonly id: number;
  /** Where the passage stands in the revision shown; null when it is gone. */
  readonly range: Range | null;
  /** How the passage began when it was commented on. */
  readonly excerpt: string;
  /** Of the finding that it is about as well. */
  readonly fingerprint: string | null;
  readonly entries: readonly CommentEntry[];
  /** Null while it is open. */
  readonly settled: { readonly by: string; readonly at: string } | null;
}
