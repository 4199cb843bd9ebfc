import type { Bookmark } from './boxes';
import type { Run } from './lines';
import type { Part } from './parts';

/** A report with everything at its place. Plain data: it only remains to be drawn. */
export interface PlacedReport {
  readonly title: string;
  /** The word above each page of a draft. */
  readonly draftWord: PlacedText | null;
  readonly pages: readonly PlacedPage[];
  /** The structure tree; marks point to its nodes. */
  readonly root: Part;
}

/**
 * One page of A4, upright. All places are in points from the top left corner: of the page, or, on a turned page, of the
 * page as it is read from its right side, 297 mm wide.
 */
export interface PlacedPage {
  readonly turned: boolean;
  /** Whether the closing block stands on it. */
  readonly closing: boolean;
  /** In the order of reading. */
  readonly marks: readonly Mark[];
  readonly bookmarks: readonly PlacedBookmark[];
  /** The page's number as it is printed, at its place on the upright page. */
  readonly folio: PlacedText;
}

export interface PlacedBookmark extends Bookmark {
  readonly y: number;
}

export type Mark = PlacedText | PlacedTable | PlacedRules | PlacedDot;

export interface PlacedText {
  readonly kind: 'text';
  /** Left end of the base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly runs: readonly Run[];
  /** Its node in the structure tree; null for what is no part of the text. */
  readonly part: Part | null;
}

/** The rows of one table that stand on one page. */
export interface PlacedTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly rules: readonly PlacedRule[];
}

/** A cell as it is drawn on one page. */
export interface PlacedCell {
  readonly column: number;
  /** How many of the page's columns and rows it reaches over. */
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly PlacedText[];
}

/** A filled rectangle. */
export interface PlacedRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines around a place for a picture. */
export interface PlacedRules {
  readonly kind: 'rules';
  readonly rules: readonly PlacedRule[];
  readonly part: Part | null;
}

/** A round dot before an item of a list; no part of the text. */
export interface PlacedDot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}
