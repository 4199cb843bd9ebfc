import type { ImportNote, MarkKind } from '../../shared/model/source';

/** A note that an editor's program hung on a stretch of text. Equal marks on neighbouring spans are one mark. */
export interface SpanMark {
  readonly kind: MarkKind;
  readonly detail: string;
}

/** A stretch of a source's text. `\n` is a line break, `\t` a tab; white space is as in the source. */
export interface Span {
  readonly text: string;
  /** Not in the source's text: automatic numbers, placeholders, note signs. The proof leaves it out. */
  readonly generated?: true;
  readonly marks?: readonly SpanMark[];
}

/** What a reader makes of a source. Text is plain: Markdown is written, and escaped, by compose.ts alone. */
export type SourceBlock = SourceHeading | SourceParagraph | SourceItem | SourceTable | SourceBreak;

interface Located {
  /** As in `SourcePlace.label`. */
  readonly label: string;
}

export interface SourceHeading extends Located {
  readonly kind: 'heading';
  /** 1 is the report's title; 一、 is 2, （一） is 3, 1. is 4, （1） is 5. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly spans: readonly Span[];
}

export interface SourceParagraph extends Located {
  readonly kind: 'paragraph';
  readonly spans: readonly Span[];
}

/**
 * A list item whose marker is not part of the source's text. An automatic number that Markdown has no marker
 * for (`（一）`, `1）`) makes a paragraph that begins with a generated span instead.
 */
export interface SourceItem extends Located {
  readonly kind: 'item';
  /** `-`, or digits with a dot. */
  readonly marker: string;
  /** 0 for the outermost list. */
  readonly depth: number;
  readonly spans: readonly Span[];
}

/** A table's full grid after spans: every row has the same number of cells. */
export interface SourceTable extends Located {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
}

export interface SourceCell extends Located {
  /** Paragraphs of a cell are parted by `\n`. Empty for a covered cell. */
  readonly spans: readonly Span[];
  /** Set when a merged cell reaches here: from its left neighbour or from the one above. */
  readonly covered?: 'left' | 'up';
}

export interface SourceBreak {
  readonly kind: 'page-break';
}

export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  readonly notes: readonly ImportNote[];
}

/**
 * What a source holds, counted by a scan that shares no code with its reader: the reader's mistakes are not
 * repeated here, so they show.
 */
export interface Census {
  /** The text of each paragraph and each cell (not covered), in any order; deleted, hidden and header text left out. */
  readonly texts: readonly CensusText[];
  /** Every table with more than one cell, outer before nested, in the order of the source. */
  readonly grids: readonly CensusGrid[];
}

export interface CensusText {
  readonly text: string;
  readonly label: string;
}

export interface CensusGrid {
  readonly label: string;
  /** After spans: a covered cell repeats the text of the cell that covers it; short rows end in empty cells. */
  readonly rows: readonly (readonly string[])[];
}
