/** What an import may cost. Real reports of 300 pages stay far below; bombs do not get above. */
export const BOUNDS = {
  /** Files inside a package. */
  entries: 20_000,
  /** Unpacked bytes of one part that is read as XML. */
  partBytes: 64 * 1024 * 1024,
  /** Unpacked bytes of all parts that are read. */
  packageBytes: 160 * 1024 * 1024,
  /** Unpacked to packed, of parts over 1 MB. Word's own XML reaches 40. */
  ratio: 400,
  /** XML and HTML elements kept of one part. */
  elements: 2_500_000,
  /** Elements within each other. */
  depth: 400,
  /** Tables within tables. */
  tableDepth: 8,
  /** Cells of one table, after spans: a list of 100,000 rows in six columns. */
  tableCells: 600_000,
  /** Cells of all tables of a document or workbook. */
  cells: 1_500_000,
  /** Characters of the working text. */
  characters: 20_000_000,
} as const;

/** Thrown inside a reader when a bound is passed or the source is broken; `importReport` makes a failure of it. */
export class ImportError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ImportError';
  }
}
