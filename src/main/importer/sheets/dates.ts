const DAYS_OF_ERA = 146_097;
/** Days from 0000-03-01 to serial 0: to 1899-12-30 (as serials above 60 count) and to 1904-01-01. */
const ZERO_1900 = 693_899;
const ZERO_1904 = 695_361;
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
/** Days by which the 1904 system is behind. */
export const SHIFT_1904 = 1462;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/**
 * ISO date of a serial day number, a decimal string whose fraction is the time; empty when there is no such day.
 * The 1900 system counts a 29 February 1900 that never was (serial 60).
 */
export function dateOfSerial(serial: string, is1904: boolean): string {
  const whole = /^\d+/.exec(serial)?.[0] ?? '';
  if (whole === '' || whole.length > 7) return '';
  const day = Number(whole);
  const isPhantom = !is1904 && (day === 0 || day === 60);
  if (isPhantom || day > LAST_SERIAL - (is1904 ? SHIFT_1904 : 0)) return '';
  return civilDate(is1904 ? ZERO_1904 + day : ZERO_1900 + day + (day < 60 ? 1 : 0));
}

/** Days since 0000-03-01 → date, in whole numbers: years are counted from March, so that leap days come last. */
function civilDate(days: number): string {
  const era = Math.floor(days / DAYS_OF_ERA);
  const ofEra = days % DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / (DAYS_OF_ERA - 1))) /
      365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month >= 10 ? month - 9 : month + 3)}-${pad(day)}`;
}

const PLAIN_DATE = /^((?:19|20)\d{2})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?$/;

/** ISO date of a text that is a date and nothing else: `2025/1/5`, `2025年1月5日`; else empty. */
export function plainDate(text: string): string {
  const match = text.length > 16 ? null : PLAIN_DATE.exec(text.trim());
  if (!match) return '';
  const [, year, dashed, slashed, dotted, han, day] = match;
  const date = `${year}-${pad(Number(dashed ?? slashed ?? dotted ?? han))}-${pad(Number(day))}`;
  const real = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : '';
}
