/**
 * Long lists of plain values in little memory, as the window holds them: the rows of a table of 100,000 rows, its figures.
 *
 * Values that are built alike share one template; what differs between them (numbers, texts) are leaves, whole numbers of
 * 32 bits in the order of the template. A text that stands in the working text within a range of the same value is a place
 * there, any other one of `texts`. A list is cut into segments, each complete in itself, so that they are sent one by one.
 */
export interface Segment {
  readonly count: number;
  readonly templates: readonly Template[];
  /** Of each value its template and the position of its first leaf. */
  readonly values: ArrayLike<number>;
  readonly leaves: ArrayLike<number>;
  /** Texts, and numbers that are no whole ones of 32 bits. */
  readonly texts: readonly (string | number)[];
  /** Long lists within values. */
  readonly inner: readonly (readonly Segment[])[];
}

/**
 * How values are built. `start` is where a range begins, `end` its length; `place` a text within a range, as `placeLeaf`
 * says; `text` an index into `texts`, `list` one into `inner`. Parts are indices of templates.
 */
export type Template =
  | { readonly kind: 'number' | 'start' | 'end' | 'place' | 'text' | 'list' }
  | { readonly kind: 'same'; readonly value: null | boolean }
  | { readonly kind: 'object'; readonly keys: readonly string[]; readonly parts: readonly number[] }
  | { readonly kind: 'array'; readonly parts: readonly number[] };

/** Values of a list that go into one segment. */
export const SEGMENT = 1_000;

/** How far behind a range's start a text may begin: a cell's text begins behind its blank. */
export const AHEAD = 4;
/** A text is looked for in so many ranges before it, the last first. */
export const RANGES = 2;

/** A place of a text: its length, in which range before it, and how far behind that one's start. */
export const placeLeaf = (length: number, range: number, ahead: number): number =>
  (length * RANGES + range) * AHEAD + ahead;

/** The inverse of `placeLeaf`. */
export const placeOf = (leaf: number): { length: number; range: number; ahead: number } => ({
  length: Math.floor(leaf / (AHEAD * RANGES)),
  range: Math.floor(leaf / AHEAD) % RANGES,
  ahead: leaf % AHEAD,
});

/** A segment as it came from another process, its numbers in little memory. */
export const receivedSegment = (segment: Segment): Segment => ({
  ...segment,
  values: Int32Array.from(segment.values),
  leaves: Int32Array.from(segment.leaves),
  inner: segment.inner.map((segments) => segments.map(receivedSegment)),
});
