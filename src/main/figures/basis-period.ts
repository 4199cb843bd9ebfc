import { formatCalendar, periodsOf } from './periods';
import { lastMonth, periodBefore, yearBefore } from './shift-period';

/**
 * The period that a comparison goes back to: 较11月 of `2025-12` → `2025-11`, 同比 → the same a year earlier, 环比 → the
 * month or quarter before, 较年初 and 比上年末 → the end of the year before. Empty where the words do not tell.
 */
export function basisPeriod(basis: string, period: string): string {
  const told = periodsOf(basis)[0]?.value;
  if (told) return atEnd(told, basis, period);
  const last = lastMonth(period);
  if (!last) return '';
  if (/年初|[上去]年(?:年)?[末底]/.test(basis)) return yearEnd(last.year - 1);
  if (/同比|同期|同[月季]|[上去]年|上年度/.test(basis)) return yearBefore(period);
  const month = /(\d{1,2})月/.exec(basis)?.[1];
  if (month) return atEnd(monthBefore(Number(month), last), basis, period);
  if (/上(?:一)?(?:个)?季|季度|季环比/.test(basis))
    return atEnd(periodBefore(period, 'quarter'), basis, period);
  if (/上(?:一)?(?:个)?月|月初|月度|月环比/.test(basis))
    return atEnd(periodBefore(period, 'month'), basis, period);
  if (/年度环比/.test(basis)) return periodBefore(period, 'year');
  return /环比|上期/.test(basis) ? periodBefore(period, null) : '';
}

const yearEnd = (year: number): string => formatCalendar({ year, months: [12, 12], day: null, edge: 'end' });

/** The latest month of that number before the last one. */
function monthBefore(month: number, last: { readonly year: number; readonly month: number }): string {
  if (month < 1 || month > 12) return '';
  const year = month < last.month ? last.year : last.year - 1;
  return formatCalendar({ year, months: [month, month], day: null, edge: null });
}

/** A stock is compared with a stock: of 截至2025年12月末, 较11月 means the end of November. */
function atEnd(base: string, basis: string, period: string): string {
  if (base === '') return '';
  const isStock = period.startsWith('..') || /[末底初]$/.test(basis);
  const last = isStock && !base.startsWith('..') && !base.includes('..') ? lastMonth(base) : null;
  if (!last || /-\d\d-\d\d$/.test(base)) return base;
  return formatCalendar({ year: last.year, months: [last.month, last.month], day: null, edge: 'end' });
}
