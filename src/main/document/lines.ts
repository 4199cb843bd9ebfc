/** Offsets at which lines begin; always at least one. Linear, native search. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index (from 0) of the line that holds `offset`, by binary search. */
export function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column of an offset, both from 1; columns count UTF-16 units. */
export function lineColumn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  const index = lineIndexAt(lineStarts, offset);
  return { line: index + 1, column: offset - (lineStarts[index] ?? 0) + 1 };
}

/** A line of the working text with the place where its content begins, behind `> `, markers and indent. */
export interface Line {
  readonly start: number;
  /** First unit of content; `end` for an empty line. */
  readonly from: number;
  /** Just before the line break. */
  readonly end: number;
}

/** The lines of a text by index, ends included. */
export interface LineTable {
  readonly text: string;
  readonly starts: readonly number[];
}

export function lineEnd(lines: LineTable, index: number): number {
  const next = lines.starts[index + 1];
  return next === undefined ? lines.text.length : next - 1;
}

const SPACE = /\s/;

/** As `\s`; most units are told without the regular expression. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 0xa0 && (code < 0x3001 || code === 0xfeff) && SPACE.test(text.charAt(at));
}

/** First place in `from..end` that holds no white space (ideographic spaces count as such), or `end`. */
export function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text, at)) at++;
  return at;
}

/** Place just behind the last unit of `from..end` that is no white space, or `from`. */
export function skipSpaceBack(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text, at - 1)) at--;
  return at;
}
