import type { Range } from './range';

/** A stretch of text that one of two revisions has, or has otherwise. Ranges are of the own revision's working text. */
export interface TextChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Null for what was added. */
  readonly before: ChangedText | null;
  /** Null for what was removed. */
  readonly after: ChangedText | null;
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
}

export interface FigureText {
  readonly range: Range;
  readonly raw: string;
}

/** What a revision changed against an earlier one. */
export interface RevisionComparison {
  readonly text: readonly TextChange[];
  readonly figures: readonly FigureChange[];
  /** Of the earlier revision's findings. */
  readonly findings: {
    readonly gone: number;
    readonly staying: number;
    readonly arrived: number;
  };
  /** Waivers that still meet their finding, and those whose text has changed. */
  readonly waivers: { readonly carried: number; readonly lapsed: number };
}
