import { allMatches } from '../../../shared/matches';
/** What was found, and where in the text. */
export interface PersonalData {
  readonly kind: 'id-card' | 'bank-card' | 'mobile' | 'email';
  readonly start: number;
  readonly end: number;
}

const ID_CARD =
  /(?<![\dA-Za-z.-])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
/** Behind it eighteen digits are meant as one, though the last does not check the others. */
const ID_LABEL = /(?:身份证件?|公民身份)(?:号码?|证号)?[：:为是]?\s?$/;
/** 16 to 19 digits, in groups of four or not. */
const BANK_CARD = /(?<![\dA-Za-z.,-])[3-6]\d{3}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,7})?(?![\dA-Za-z]|[.,]\d)/g;
const MOBILE =
  /(?<![\dA-Za-z.,-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z%％]|[.,]\d|\s*(?:元|万|亿|笔|户|个|家))/g;
const EMAIL = /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?![\w])/g;

/** No number that is a person's own is shorter. */
const LEAST = 11;

/** Identity cards, bank cards, mobile numbers and e-mail addresses, ascending. Masked ones do not match. */
export function personalData(text: string): readonly PersonalData[] {
  if (text.length < LEAST && !text.includes('@')) return [];
  const found: PersonalData[] = [
    ...matches(text, ID_CARD, 'id-card').filter(
      ({ start, end }) => isIdCard(text.slice(start, end)) || ID_LABEL.test(text.slice(0, start)),
    ),
    ...matches(text, BANK_CARD, 'bank-card').filter((one) => isBankCard(text.slice(one.start, one.end))),
    ...matches(text, MOBILE, 'mobile'),
    ...matches(text, EMAIL, 'email'),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  // A card number that also reads as another: the first, longest reading stays.
  return found.filter((one, at) => found.slice(0, at).every((other) => other.end <= one.start));
}

/** 138****5678: what a report makes unreadable in one place should not stand in full in another. */
export function masksNumbers(text: string): boolean {
  for (let at = text.indexOf('****'); at >= 0; at = text.indexOf('****', at + 4))
    if (/\d\*{4,}\d{2,4}(?!\d)/.test(text.slice(Math.max(0, at - 1), at + 24))) return true;
  return false;
}

const matches = (text: string, pattern: RegExp, kind: PersonalData['kind']): PersonalData[] =>
  allMatches(text, pattern).map(({ index, 0: raw }) => ({
    kind,
    start: index,
    end: index + raw.length,
  }));

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB 11643-1999: the eighteenth sign checks the others (ISO 7064 MOD 11-2). */
function isIdCard(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return CHECKS.charAt(sum % 11) === number.charAt(17).toUpperCase();
}

/** Issuers in China and of the international schemes. */
const PREFIX = /^(?:62|4|5[1-5]|2[2-7]|3[47]|35|60|9)/;

/** ISO/IEC 7812-1: prefix and check digit (Luhn). */
function isBankCard(raw: string): boolean {
  const number = raw.replace(/\D/g, '');
  if (number.length < 15 || number.length > 19 || !PREFIX.test(number) || /^(\d)\1+$/.test(number))
    return false;
  const sum = Array.from(number)
    .reverse()
    .reduce((total, char, at) => total + luhn(Number(char), at % 2 === 1), 0);
  return sum % 10 === 0;
}

const luhn = (digit: number, doubled: boolean): number => {
  const value = doubled ? digit * 2 : digit;
  return value > 9 ? value - 9 : value;
};
