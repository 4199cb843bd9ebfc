/** Standard structure types that a report is tagged with (ISO 32000-1 §14.8.4). */
export type PartTag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure';

export interface PartDetails {
  /** What a figure shows, for those who cannot see it. */
  readonly alt?: string;
  /** How many columns and rows a table cell reaches over. */
  readonly columns?: number;
  readonly rows?: number;
}

/** A node of the PDF's structure tree. Nodes stand in the order in which they were added: the order of reading. */
export interface Part extends PartDetails {
  readonly tag: PartTag;
  readonly parts: readonly Part[];
}

/** A new root. */
export const documentPart = (): Part => ({ tag: 'Document', parts: [] });

/** Adds a node at the end of another's. */
export function addPart(parent: Part, tag: PartTag, details: PartDetails = {}): Part {
  const part: Part = { tag, parts: [], ...details };
  (parent.parts as Part[]).push(part);
  return part;
}
