import type { Segment } from '../packed/segment';
import type { Analysis } from './analysis';

/** The parts of an analysis that cross to the window by themselves, each only once. */
export const parcelParts = [
  'quantities',
  'facts',
  'ties',
  'culprits',
  'references',
  'alignments',
  'findings',
  'rules',
  'states',
] as const satisfies readonly (keyof Analysis)[];

export const documentParts = ['blocks', 'lineStarts', 'text'] as const;

/**
 * An analysis on its way: what is small as it is, and for the rest the number under which it can be fetched. The same
 * part has the same number, so that what the window has already is not sent again.
 */
export interface Parcel {
  readonly parcel: Readonly<Record<(typeof parcelParts)[number] | (typeof documentParts)[number], number>>;
  readonly rest: Omit<Analysis, (typeof parcelParts)[number] | 'document'>;
  readonly title: string;
}

/** Where the next piece of a part begins: at an item, and within a long item at one of its rows or terms. */
export interface PieceCursor {
  readonly item: number;
  readonly row: number;
}

/** Some of a part, as JSON: a list of entries; see main/ipc/parcels.ts. */
export interface Piece {
  readonly json: string;
  readonly next: PieceCursor | null;
}

/**
 * `item`: the next item of the list. `rows`: more rows of the table that came last. `packed`: more of a list that stays
 * packed: of the one that was asked for, or `within` the item that came last. `text`: more of a text.
 */
export type PieceEntry =
  | { readonly item: unknown }
  | { readonly rows: readonly unknown[] }
  | { readonly packed: Segment; readonly within: LongKey | null }
  | { readonly text: string };

/** Lists within an item that may be very long: rows of a table, terms of a tie. */
export type LongKey = 'rows' | 'terms';
