import type { Range } from './range';

/** A stretch of text that one of two revisions has, or has otherwise. Ranges are of the own revision's working text. */
export interface TextChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Null for what was added. */
  readonly before: ChangedText | null;
  /** Null for what was removed. */
  readonly after: ChangedText | null;
  /** Heading that it stands under, of the later revision where it is in both; empty before the first one. */
  readonly section: string;
}

export interface ChangedText {
  readonly range: Range;
  readonly text: string;
}

/** A figure that was added, removed or given another value. */
export interface FigureChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly concept: string;
  readonly scope: string;
  readonly period: string;
  readonly before: FigureText | null;
  readonly after: FigureText | null;
  /** Period of the earlier figure: another one where the two reports tell of different years. */
  readonly periodBefore: string;
  /** After less before, an exact decimal string in the base unit; null unless both are there. */
  readonly difference: string | null;
  /** The base unit; empty for a bare number, `%` for the points of a share. */
  readonly unit: string;
  /** Change in per cent of the earlier figure's size, rounded half up to two decimals from the exact values; null from zero. */
  readonly growth: string | null;
}

export interface FigureText {
  readonly range: Range;
  readonly raw: string;
}

/** A cell that has another text, or is in a row that only one of the two tables has. */
export interface CellChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What the row and the column are called; a row without a name is called by its number. */
  readonly row: string;
  readonly column: string;
  readonly before: ChangedText | null;
  readonly after: ChangedText | null;
}

/** A table that was added, removed, or of which cells have changed. */
export interface TableChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Caption, else the heading that it stands under. */
  readonly title: string;
  readonly before: Range | null;
  readonly after: Range | null;
  /** Of a changed table only. */
  readonly cells: readonly CellChange[];
}

/** What a revision changed against an earlier one, or a report against that of another period. */
export interface RevisionComparison {
  readonly text: readonly TextChange[];
  readonly figures: readonly FigureChange[];
  readonly tables: readonly TableChange[];
  /** Years from the period that the earlier text tells of to that of the later; 0 where it is no whole number of them. */
  readonly years: number;
  /** The periods that the texts are about, `2025Q3`, empty where they tell none, and the months between: figures are paired across them. */
  readonly periods: { readonly before: string; readonly after: string; readonly months: number };
  /** Of the earlier revision's findings. */
  readonly findings: {
    readonly gone: number;
    readonly staying: number;
    readonly arrived: number;
  };
  /** Waivers that still meet their finding, and those whose text has changed. */
  readonly waivers: { readonly carried: number; readonly lapsed: number };
}
