import type { ReportDocument, Table } from '../../shared/model/document';

/** How far a thing that was found in an earlier document has moved. */
export interface Move {
  /** Units of the text. */
  readonly units: number;
  readonly blocks: number;
  /** Positions in the list of quantities. */
  readonly figures: number;
}

/** Blocks `from … to` of a document in the place of `from … oldTo` of the one before. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

/** The one stretch in which two texts differ: all before `start` and all from `oldEnd` (then: `newEnd`) on is the same. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** How many rows at the head and at the tail of a table read as in the one before an edit. */
export interface SharedRows {
  readonly head: number;
  readonly tail: number;
}

/** What an edited document has in common with the one before. */
export interface Descent {
  readonly before: ReportDocument;
  /** Outside of it all blocks read as before. */
  readonly own: Stretch;
  /** Wider: outside of it the neighbours read as before too, so that what is found by looking near a block is known already. */
  readonly near: Stretch;
  /** Given, `own` is a table in the place of one with the same header. */
  readonly rows?: SharedRows | null;
  /** How far the blocks behind `own` have moved in the text. */
  readonly units: number;
  /** The title and all headings read as before, in the same order. */
  readonly sameHeadings: boolean;
}

/** From the document before the last edit, and from the last one of which all searches were made. */
interface Line {
  readonly last: Descent;
  readonly settled: Descent;
}

/** A table with the one that it came of, and what they share. */
export interface TableDescent extends SharedRows {
  readonly before: Table;
  /** How far the rows at the tail have moved in the text. */
  readonly units: number;
}

const lines = new WeakMap<ReportDocument, Line>();
const tables = new WeakMap<Table, TableDescent>();
const figures = new WeakMap<ReportDocument, Placed>();

/** Quantities, as far as their blocks; ascending. */
export type Placed = readonly { readonly place: { readonly block: number } }[];

/** The ways back to a document of before: the last edit, and all since searches rested. Empty where it was parsed whole. */
export function descentsOf(document: ReportDocument): readonly Descent[] {
  const line = lines.get(document);
  return line ? [line.last, line.settled] : [];
}

/** Null for a document that was parsed whole. */
export const descentOf = (document: ReportDocument): Descent | null => lines.get(document)?.last ?? null;

/** Null for a table that was not edited, or in other than its rows. */
export const tableDescentOf = (table: Table): TableDescent | null => tables.get(table) ?? null;

function noteTable(document: ReportDocument, { before, own, rows, units }: Descent): void {
  const [table, earlier] = [document.blocks[own.from], before.blocks[own.from]];
  if (!rows || table?.kind !== 'table' || earlier?.kind !== 'table') return;
  tables.set(table, { ...rows, before: earlier, units });
  // Of the tables between, none is kept.
  tables.delete(earlier);
}

export function noteDescent(document: ReportDocument, last: Descent): void {
  noteTable(document, last);
  const earlier = lines.get(last.before);
  lines.set(document, { last, settled: earlier ? joined(earlier.settled, last) : last });
  // Of the documents between, none is kept.
  lines.delete(last.before);
}

/** All searches have been made of a document: those before it need not be kept. */
export const noteSettled = (document: ReportDocument): void => {
  const table = document.blocks[lines.get(document)?.last.own.from ?? -1];
  if (table?.kind === 'table') tables.delete(table);
  lines.delete(document);
};

/** Says which quantities a document has. */
export const noteFigures = (document: ReportDocument, quantities: Placed): void => {
  figures.set(document, quantities);
};

/** Undefined as long as they are not known. */
export const figuresOf = (document: ReportDocument): Placed | undefined => figures.get(document);

/** Two steps as one. */
const joined = (first: Descent, second: Descent): Descent => ({
  before: first.before,
  own: joinedStretch(first.own, second.own),
  near: joinedStretch(first.near, second.near),
  units: first.units + second.units,
  sameHeadings: first.sameHeadings && second.sameHeadings,
});

function joinedStretch(first: Stretch, second: Stretch): Stretch {
  const kept = Math.max(first.to, second.oldTo);
  return {
    from: Math.min(first.from, second.from),
    to: kept - second.oldTo + second.to,
    oldTo: kept - first.to + first.oldTo,
  };
}
