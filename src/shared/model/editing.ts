import type { Prose } from './document';
import type { Edit, Severity } from './finding';
import type { Range } from './range';

/** What a person changes in the text of a revision, in the window's terms. */
export type TextChange =
  /** How a heading, paragraph, list item or caption shall read; empty: it goes; an empty line parts two paragraphs. */
  | { readonly kind: 'block'; readonly block: number; readonly text: string }
  /** How a cell shall read. `row` counts in `Table.rows`; -1 is the header. */
  | {
      readonly kind: 'cell';
      readonly block: number;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /** Stretches of the working text replaced as they stand: Markdown, ascending, not overlapping. */
  | { readonly kind: 'source'; readonly edits: readonly Edit[] };

/** A finding in a text that is still being written; ranges are those of that text. */
export interface DraftFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The revision has it as well. */
  readonly known: boolean;
}

/** What the check says of a text that is still being written. */
export interface DraftCheck {
  /** Of a source change all, in the order of the text; else those that touch what is changed, and new ones elsewhere. */
  readonly findings: readonly DraftFinding[];
  /** How many findings the change brings, and how many it ends. */
  readonly arrived: number;
  readonly gone: number;
  /** False: comparisons over the whole report are those of before the change; asked again, they are brought up to date. */
  readonly isSettled: boolean;
  /** The changed blocks or the cell as they will read; empty for a source change. */
  readonly proses: readonly Prose[];
}
