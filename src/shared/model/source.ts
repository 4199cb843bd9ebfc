import type { Range } from './range';

/** Where in the source a stretch of the working text comes from, in words a person can follow: `正文第12段`, `表3第2行第4格`. */
export interface SourcePlace {
  readonly range: Range;
  readonly label: string;
}

/** Ascending, not overlapping. Text between two places was generated at import (numbers, placeholders, markup). */
export type SourceMap = readonly SourcePlace[];

export type SourceFormat = 'markdown' | 'text' | 'word' | 'html';

/** What an editor left in a draft that must not be filed. */
export type MarkKind =
  | 'inserted' // tracked insertion, taken into the working text
  | 'deleted' // tracked deletion, not in the working text; an empty range where it stood
  | 'moved' // tracked move; at its new place
  | 'formatted' // tracked change of form
  | 'comment'
  | 'highlighted'
  | 'struck'
  | 'prompt'; // a form field nobody filled in: 单击此处输入文字

export interface SourceMark {
  readonly kind: MarkKind;
  /** In the working text as imported. */
  readonly range: Range;
  /** Who and what: the deleted words, the comment's text; empty when there is nothing more to say. */
  readonly detail: string;
}

export type NoteCode =
  | 'image' // pictures, whose words and figures are not read
  | 'object' // charts, diagrams, embedded files: not read
  | 'apart' // headers and footers, kept apart from the text
  | 'hidden' // hidden text, left out
  | 'ragged-row' // a row with fewer cells than its table, filled up with empty cells at its end
  | 'nested-table' // a table inside a cell, set behind the table
  | 'symbol' // a character of a symbol font that has no Unicode form here
  | 'equation' // a formula written in one line
  | 'tracked' // tracked changes, taken as accepted
  | 'comment'
  | 'macro' // not read, not run
  | 'external' // linked pictures, pages, templates: not fetched
  | 'extension'; // the content is of another kind than the file's name says

/** Something that the reviewer should know about an import; not a loss. */
export interface ImportNote {
  readonly code: NoteCode;
  /** One sentence in Chinese. */
  readonly message: string;
  /** As in `SourcePlace.label`; the first few when there are many. */
  readonly places: readonly string[];
}

/** One way in which the working text is not the source. */
export interface Difference {
  readonly kind: 'number-missing' | 'number-added' | 'table' | 'cell' | 'text';
  /** In the source, or in the working text for what was added. */
  readonly place: string;
  readonly expected: string;
  readonly actual: string;
}

/** What was compared between source and working text at import. */
export interface LosslessProof {
  readonly numbers: number;
  readonly tables: number;
  readonly cells: number;
  /** Visible characters, white space left out. */
  readonly characters: number;
  /** Empty when nothing was lost, added or moved. At most 200; `differenceCount` has them all. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
}
