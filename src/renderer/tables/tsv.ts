const NUMBER = /^-?\d+(?:\.\d+)?%?$/;
/** What a spreadsheet reads as the beginning of a formula; a Chinese one the full-width signs too. */
const FORMULA = /^[=+\-@＝＋－＠]/;
/** A spreadsheet keeps so many digits of a number and makes the others zeros. */
const KEPT_DIGITS = 15;

/**
 * A cell as tab-separated text for a spreadsheet. Numbers stay numbers as far as it can hold them; text that it would
 * take for a formula gets an apostrophe in front (OWASP, CSV injection), and so do longer numbers.
 */
export function tsvCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ').trim();
  if (NUMBER.test(flat)) {
    const digits = flat.replace(/\D/g, '').replace(/^0+/, '');
    return digits.length > KEPT_DIGITS ? `'${flat}` : flat;
  }
  return FORMULA.test(flat) ? `'${flat}` : flat;
}

export const tsvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => cells.map(tsvCell).join('\t')).join('\r\n');
