import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import type { Part } from './parts';

/** A bookmark, at the line it names. `depth` is 0 for the outermost. */
export interface Bookmark {
  readonly title: string;
  readonly depth: number;
}

export type Alignment = 'left' | 'center' | 'right';

/** What the pages are filled with, top to bottom. Heights and widths in points. */
export type Box = LineBox | RowBox | FrameBox | GapBox | BreakBox;

export interface LineBox {
  readonly kind: 'line';
  readonly height: number;
  readonly line: Line;
  readonly style: TextStyle;
  readonly align: Alignment;
  /** From the left edge of the text area; for right-aligned lines, room left free at the right edge. */
  readonly indent: number;
  /** Stays on one page with the box that follows. */
  readonly keep: boolean;
  readonly bookmark: Bookmark | null;
  /** A dot in front of the line, drawn, not written. */
  readonly bullet: boolean;
  /** Of the closing block: signatory or date. */
  readonly closing: boolean;
  /** What the line belongs to in the structure tree; null for what is no part of the text. */
  readonly part: Part | null;
}

/** An empty frame over the full measure, where a picture belongs; it keeps with its caption. */
export interface FrameBox {
  readonly kind: 'frame';
  readonly height: number;
  /** What stands in its middle. */
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly part: Part;
}

/** White space; vanishes at a page's top. */
export interface GapBox {
  readonly kind: 'gap';
  readonly height: number;
}

export interface BreakBox {
  readonly kind: 'break';
  /** The pages that follow lie on their side. */
  readonly turned: boolean;
}

/** What all rows of one table share. */
export interface TableFrame {
  /** Inner widths of the columns, without padding and rules. */
  readonly widths: readonly number[];
  /** Room left and right of a cell's text. */
  readonly side: number;
  readonly style: TextStyle;
  /** Rows repeated on every page that the table reaches; none when they would fill the page. */
  readonly header: readonly RowBox[];
}

export interface CellBox {
  /** Of a cell merged over rows, what of its text stands beside this row. */
  readonly lines: readonly Line[];
  readonly align: Alignment;
  /** How many columns it reaches over; 0 for a place under its neighbour's cell. */
  readonly columns: number;
  /** The cell merged over rows that this is a part of; the same object in all of them. */
  readonly merged: MergedCell | null;
  readonly part: Part | null;
}

/** A cell over several rows. */
export interface MergedCell {
  /** All of its text, shown again on a page that only its rest reaches. */
  readonly lines: readonly Line[];
}

/** One row, or a few lines of a tall one: the parts that meet on a page are drawn as one row. */
export interface RowBox {
  readonly kind: 'row';
  readonly height: number;
  /** The number of the table in the document; rows of one table have one frame. */
  readonly table: number;
  /** The number of the row in the table, the same for all its parts; negative for the header's, -1 for its last. */
  readonly row: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly cells: readonly CellBox[];
  readonly keep: boolean;
  /** A header shown again at the top of a page: no part of the text any more. */
  readonly repeated?: boolean;
}

export const isHeader = (box: RowBox): boolean => box.row <= HEADER;

export const HEADER = -1;

export const gap = (height: number): GapBox => ({ kind: 'gap', height });

export const pageBreak: BreakBox = { kind: 'break', turned: false };
export const turnedBreak: BreakBox = { kind: 'break', turned: true };

/** A line with the usual settings; `changes` says what differs. */
export function lineBox(line: Line, style: TextStyle, changes: Partial<LineBox> = {}): LineBox {
  return {
    kind: 'line',
    height: style.pitch,
    line,
    style,
    align: 'left',
    indent: 0,
    keep: false,
    bookmark: null,
    bullet: false,
    closing: false,
    part: null,
    ...changes,
  };
}

/** The boxes, as content of a part. */
export const inPart = (boxes: readonly Box[], part: Part): readonly Box[] =>
  boxes.map((box) => (box.kind === 'line' ? { ...box, part } : box));
