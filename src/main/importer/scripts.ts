const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

const shifted = (text: string, digits: string): string =>
  text.replace(/[0-9]/g, (digit) => digits.charAt(Number(digit)));

/** Raised digits as characters of their own: a note sign 2 behind 120 must not make 1202 of it. */
export const superscript = (text: string): string => shifted(text, RAISED);

/** Lowered digits, likewise: CO₂. */
export const subscript = (text: string): string => shifted(text, LOWERED);
