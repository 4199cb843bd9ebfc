import { allMatches } from '../../../shared/matches';
import type { ProseBlock, ReportDocument } from '../../../shared/model/document';

/** How the end of a year is written. */
export type YearEnd = '末' | '底' | '12月末' | '12月底' | '12月31日';

/** A date that figures are as of, with its place in the block's prose. */
export interface AsOfDate {
  readonly block: ProseBlock;
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  /** 31 for the end of a month. */
  readonly day: number;
  /** Set for the end of a year. */
  readonly form: YearEnd | null;
}

const AS_OF =
  /(截至|截止(?:到|至)?|自|至|到)?((?:19|20)\d{2})\s?年\s?(?:(末|底)(?!期)|(\d{1,2})\s?月\s?(?:(末|底)|(\d{1,2})\s?日))(?![之以]?前)/g;

/** `截至2025年12月末`, `2025年末`, in the body's prose. A single day counts only behind 截至. */
export function asOfDates(document: ReportDocument): readonly AsOfDate[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    if (block.kind === 'paragraph' && block.role !== 'body') return [];
    return allMatches(block.prose.text, AS_OF).flatMap((match) => dateOf(block, match));
  });
}

function dateOf(block: ProseBlock, match: RegExpExecArray | RegExpMatchArray): AsOfDate[] {
  const [raw, lead = '', year = '', yearEnd, month, monthEnd, day] = match;
  if (day !== undefined && !lead.startsWith('截')) return [];
  const start = (match.index ?? 0) + lead.length;
  const end = (match.index ?? 0) + raw.length;
  const place = { block, start, end, year: Number(year) };
  if (yearEnd) return [{ ...place, month: 12, day: 31, form: yearEnd === '末' ? '末' : '底' }];
  const last = day === undefined ? 31 : Number(day);
  return [{ ...place, month: Number(month), day: last, form: formOf(Number(month), monthEnd, last) }];
}

function formOf(month: number, monthEnd: string | undefined, day: number): YearEnd | null {
  if (month !== 12 || day !== 31) return null;
  if (monthEnd === undefined) return '12月31日';
  return monthEnd === '末' ? '12月末' : '12月底';
}
