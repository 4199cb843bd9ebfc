import type { Comparison } from '../../../shared/model/quantity';
import { type Span, spanBefore, spanOf, yearBefore, yearEndBefore } from './span';

/** The period that a comparison of a figure of `span` goes back to; null where the words do not tell. */
export function baseSpan({ basis, basePeriod }: Comparison, span: Span | null): Span | null {
  const told = spanOf(basePeriod);
  if (told || !span) return told;
  if (/[较比](?:上年|去年|\d{4}年)[末底]|年初/.test(basis)) return yearEndBefore(span);
  if (/同比|同期|[较比](?:上年|去年)$/.test(basis)) return yearBefore(span);
  if (/环比|上月|上季|上期/.test(basis)) return unitFits(basis, span) ? spanBefore(span) : null;
  const month = /(\d{1,2})月/.exec(basis)?.[1];
  return month ? monthBefore(Number(month), span) : null;
}

/** 季度环比 of a figure of a month is not told by the month. */
function unitFits(basis: string, { start, end }: Span): boolean {
  if (start === '' || start === end) return false;
  const months = Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
  if (/季/.test(basis)) return months === 3;
  return /月/.test(basis) ? months === 1 : true;
}

/** The latest month of that number before the span's end. */
function monthBefore(month: number, { end }: Span): Span | null {
  if (month < 1 || month > 12) return null;
  const year = Number(end.slice(0, 4)) - (month >= Number(end.slice(5, 7)) ? 1 : 0);
  return spanOf(`${year}-${String(month).padStart(2, '0')}`);
}
