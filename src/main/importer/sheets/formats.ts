import { format, getFormatDateInfo, isDateFormat, isValidFormat } from 'numfmt';
import { decimal, decimalOf, divide, formatDecimal, shift } from '../../../shared/decimal';
import { dateOfSerial, SHIFT_1904 } from './dates';

/**
 * Formats that a workbook names by number only (ECMA-376 part 1, §18.8.30); those of dates as Chinese programs
 * show them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const builtInFormat = (id: number): string => BUILT_IN[id] ?? 'General';

/** How a cell's number reads under its format. */
export interface Shown {
  readonly text: string;
  /** ISO date when the format shows a day, month or year; else empty. */
  readonly date: string;
  /** True for days and times: the number behind them is no figure. */
  readonly isTime: boolean;
}

export type Show = (value: string) => Shown;

/** Reads a number format once; the function it gives takes exact decimals. */
export function showWith(pattern: string, is1904: boolean): Show {
  const plain = (text: string): Shown => ({ text, date: '', isTime: false });
  // What is wider than its column Excel shows with fewer digits; here nothing is hidden.
  const general: Show = (value) => plain(value);
  const clean = fromFarEast(pattern);
  if (/^(?:general|@)$/i.test(clean)) return general;
  if (!isValidFormat(clean)) return isDated(clean) ? showDate('yyyy-mm-dd', is1904) : general;
  if (isDateFormat(clean)) return showDate(clean, is1904);
  const sections = sectionsOf(clean).map(roundingOf);
  return (value) => {
    const section = value.startsWith('-') ? (sections[1] ?? sections[0]) : sections[0];
    const rounded = section ? roundFor(value, section) : value;
    return plain(formatted(clean, rounded) ?? value);
  };
}

function showDate(pattern: string, is1904: boolean): Show {
  const { year, month, day } = getFormatDateInfo(pattern);
  const isElapsed = /\[(?:h+|m+|s+)\]/i.test(pattern);
  const isDay = !isElapsed && (year || month || day);
  return (value) => {
    const text = formatted(pattern, value, is1904 && !isElapsed ? SHIFT_1904 : 0);
    return { text: text ?? value, date: isDay ? dateOfSerial(value, is1904) : '', isTime: true };
  };
}

/** Null when the library cannot show the number: dates before their calendar. */
function formatted(pattern: string, value: string, days = 0): string | null {
  const text = format(pattern, Number(value) + days, { throws: false }).trim();
  return /^#+$/.test(text) ? null : text;
}

/** Far Eastern versions of Excel escape a character by `!` too, and have words of their own for AM and PM. */
const fromFarEast = (pattern: string): string =>
  pattern
    .replace(/"[^"]*"|\\.|!(.)/g, (whole, escaped?: string) => (escaped ? `\\${escaped}` : whole))
    .replace('上午/下午', 'AM/PM');

/** The sections of a format without literal text, conditions and colours. */
const sectionsOf = (pattern: string): readonly string[] =>
  pattern.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '').split(';');

/** A format that the library does not know may still be one of dates, and a day no figure. */
const isDated = (pattern: string): boolean =>
  sectionsOf(pattern).some((section) => /[ymd]/i.test(section) && !/[0#?]/.test(section));

interface Rounding {
  /** Power of ten by which the number is shown: 2 for `%`, -3 for a comma behind the digits. */
  readonly power: number;
  readonly places: number;
}

/** Null where digits are not simply cut off: fractions, powers, `General`. */
function roundingOf(section: string): Rounding | null {
  if (!/[0#?]/.test(section) || /[Ee/]/.test(section)) return null;
  const places = /\.([0#?]*)/.exec(section)?.[1]?.length ?? 0;
  const commas = /[0#?.](,+)(?![0#?.,])/.exec(section)?.[1]?.length ?? 0;
  const percents = section.split('%').length - 1;
  return { power: 2 * percents - 3 * commas, places };
}

/** Rounds half away from zero, exactly: binary doubles would show 1.005 as 1.00. */
function roundFor(value: string, { power, places }: Rounding): string {
  const point = value.indexOf('.');
  if (point < 0 ? power >= 0 : value.length - point - 1 <= places + power) return value;
  const rounded = divide(shift(decimal(value), power), decimalOf(1n, 0), places);
  return formatDecimal(shift(rounded, -power));
}
