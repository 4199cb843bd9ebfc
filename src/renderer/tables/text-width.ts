/** Pixels, at the 13 px of a data table: a Chinese character, a digit or letter, a space, point, comma or hyphen. */
const WIDE = 13;
const NARROW = 7.3;
const THIN = 4.3;
const THIN_SIGNS = new Set([...' ,.-'].map((sign) => sign.charCodeAt(0)));
/** Both sides of a cell together. */
export const PADDING = 14;

/** Of more rows only some are looked at. */
const MANY_ROWS = 20_000;
const LOOKED_AT = 800;

/**
 * Pixels that a column needs for the longest of its texts, within bounds. An estimate from the kinds of characters:
 * cells of other fonts end in an ellipsis, or have a little room left.
 */
export function columnWidth<R>(
  rows: readonly R[],
  text: (row: R) => string,
  least: number,
  most: number,
): number {
  let widest = least - PADDING;
  const step = rows.length > MANY_ROWS ? Math.floor(rows.length / LOOKED_AT) : 1;
  for (let at = 0; at < rows.length; at += step) {
    const one = text(rows[at] as R);
    // Not even of wide characters alone would it be longer.
    if (one.length * WIDE <= widest) continue;
    widest = Math.max(widest, textWidth(one));
    if (widest >= most - PADDING) return most;
  }
  return Math.ceil(widest) + PADDING;
}

/** Pixels of a text at 13 px; other sizes by proportion. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    width += THIN_SIGNS.has(code) ? THIN : code < 0x2000 ? NARROW : WIDE;
  }
  return width;
}
