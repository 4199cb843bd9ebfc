/** A half-open stretch of the working text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const rangeOf = (start: number, end: number): Range => ({ start, end });

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
