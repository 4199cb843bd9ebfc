import { decimal, formatDecimal, negate, shift } from '../../../shared/decimal';

/**
 * A sign or brackets, digits with or without separators, a share. Digits of which the first is a zero are codes,
 * misplaced separators a slip: neither is a number.
 */
const PLAIN = /^([-+−]?)(\(?)((?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?) ?(%?)(\)?)(%?)$/;
/** More digits than any figure has, and few enough to keep decimals cheap. */
const MOST_CHARACTERS = 60;

/**
 * The exact decimal that a text states as a plain number, else empty: `1,284.50` → `1284.5`, `(3.2)` → `-3.2`,
 * `7.35%` → `0.0735`, `１２` → `12`.
 */
export function plainNumber(text: string): string {
  if (text.length > MOST_CHARACTERS || !/[\d０-９]/.test(text)) return '';
  const match = PLAIN.exec(halfWidth(text).trim());
  if (!match) return '';
  const [, sign, opened, digits = '', inner, closed, outer] = match;
  const bracketed = opened === '(';
  if (bracketed !== (closed === ')') || (bracketed && sign !== '') || (inner && outer)) return '';
  const value = shift(decimal(digits.replaceAll(',', '')), inner || outer ? -2 : 0);
  return formatDecimal(bracketed || sign === '-' || sign === '−' ? negate(value) : value);
}

/** Full-width forms of ASCII as ASCII. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
