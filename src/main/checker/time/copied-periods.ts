import { allMatches } from '../../../shared/matches';
import type { ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { closingDate } from './after-closing';
import { type Months, monthsIn, ownYear, type ToldYears, toldYears } from './own-period';
import { type Formula, formulasOf } from './period-formulas';

/** A set phrase that tells the report's period, of another one than the rest of the report. */
export interface CopiedPeriod {
  readonly shown: string;
  readonly right: string;
  readonly range: Range;
  /** The years to change; empty where more than the year is wrong. */
  readonly years: readonly Range[];
}

export interface Copied {
  readonly copied: readonly CopiedPeriod[];
  /** The title's year, where all else is of another. */
  readonly title: {
    readonly own: number;
    readonly other: number;
    readonly range: Range;
    readonly elsewhere: Range;
  } | null;
}

/** Set phrases and titles of another period than the report's. */
export function copiedPeriods(document: ReportDocument): Copied {
  const formulas = formulasOf(document);
  const told = toldYears(document);
  const own = ownYear(told);
  return {
    copied: own === null ? [] : formulas.flatMap((one) => copiedOf(one, own, told, document)),
    title: own === null ? wrongTitle(document, formulas, told) : null,
  };
}

function copiedOf(
  one: Formula,
  own: number,
  told: ToldYears,
  document: ReportDocument,
): readonly CopiedPeriod[] {
  const { prose, start, end, year, kind } = one;
  const shown = prose.text.slice(start, end);
  const range = sourceRange(prose, start, end);
  if (year === own) {
    const months = told.months;
    return months && kind !== 'carried' && kind !== 'vouches' && isOtherMonths(one, months, told)
      ? [{ shown, right: `${own}年${monthsText(months)}`, range, years: [] }]
      : [];
  }
  if (kind !== 'carried' && told.title === null) return [];
  if (year !== own - 1 || !isAlone(one, own) || !isUnmistakable(one, own, told)) return [];
  if (kind === 'reports' && isOnOldBusiness(one, document.title)) return [];
  if (told.months && isSpan(shown) && isOtherMonths(one, told.months, told))
    return [{ shown, right: `${own}年${monthsText(told.months)}`, range, years: [] }];
  const years = allMatches(shown, /(?:19|20)\d{2}(?=年)/g).map(({ index }) =>
    sourceRange(prose, start + index, start + index + 4),
  );
  return [{ shown, right: shown.replaceAll(`${year}年`, `${own}年`), range, years }];
}

/** 现将2023年检查发现问题的整改情况…: last year's business dealt with now, unless the title calls it the report's own. */
function isOnOldBusiness({ prose: { text }, end }: Formula, title: string): boolean {
  const [rest = ''] = /^[^。；]*/.exec(text.slice(end)) ?? [];
  return (
    /检查|审计|意见|问询|发现|遗留|结转|整改|未办结|未完成/.test(rest) && !title.includes(rest.slice(0, 4))
  );
}

const isSpan = (shown: string): boolean => SPAN.test(shown);

/** Its sentence tells the report's own year nowhere: a span over two years is none that was copied. */
function isAlone({ prose: { text }, start }: Formula, own: number): boolean {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
  const stop = text.slice(start).search(/[。；]/);
  return !text.slice(from, stop < 0 ? text.length : start + stop).includes(`${own}年`);
}

/** How often the year before may stand in a report which has no business with it. */
const STRAY = 2;
const SURE = 6;

/**
 * Of a period that was over when the report was closed all must be told; but what is titled by the year that it was done in, an evaluation
 * or a plan, may well be on the year before.
 */
function isUnmistakable(
  { kind, year }: Formula,
  own: number,
  { months, closing, counts }: ToldYears,
): boolean {
  const times = counts.get(year) ?? 0;
  if (kind === 'carried') return times <= 1 && (counts.get(own) ?? 0) >= SURE;
  const isOver = months !== null || closing?.year === own + 1 || (closing === null && times <= STRAY);
  return isOver && ((kind !== 'vouches' && kind !== 'covers') || times <= STRAY);
}

const SPAN = /^\d{4}年(\d{1,2})月(?:(\d{1,2})日)?(?:至|到|[—–~～-]+)(?:\d{4}年)?(\d{1,2})月(?:(\d{1,2})日)?$/;
const LAST_DAYS = 28;

/** As long as the title's months but others, or from the same month on to another. */
function isOtherMonths({ prose, start, end }: Formula, own: Months, { closing }: ToldYears): boolean {
  const shown = prose.text.slice(start, end);
  const years = new Set(shown.match(/\d{4}(?=年)/g));
  const [, from, first = '1', to, last = '31'] = SPAN.exec(shown) ?? [];
  if (from === undefined) {
    const named = /前三/.test(shown) ? null : monthsIn(shown);
    return named !== null && named.to - named.from === own.to - own.from && named.from !== own.from;
  }
  if (years.size > 1 || Number(first) !== 1 || Number(last) < LAST_DAYS) return false;
  const months = { from: Number(from), to: Number(to) };
  if (months.from === own.from && months.to === own.to) return false;
  const isLate = closing !== null && years.has(`${closing.year}`) && months.to > closing.month;
  return isLate || months.from === own.from || months.to - months.from === own.to - own.from;
}

const monthsText = ({ from, to }: Months): string => `${from}月至${to}月`;

const FOREIGN = /意见|通知|检查|问询|整改|计划|规划|方案|评级|审计|专项|预算|反馈/;
const CLEARLY = 4;

/** A title of last year over a text that speaks of another, says so of its period, and was closed in it or right behind. */
function wrongTitle(
  document: ReportDocument,
  formulas: readonly Formula[],
  told: ToldYears,
): Copied['title'] {
  const { title: own, most: other, counts, closing, months } = told;
  if (own === null || other === null || own !== other - 1 || FOREIGN.test(document.title)) return null;
  const saying = formulas.find(({ kind }) => kind === 'declares' || kind === 'reports');
  if (saying && saying.year !== other) return null;
  if (closing && closing.year !== other && closing.year !== other + 1) return null;
  const [times, astray] = [counts.get(other) ?? 0, counts.get(own) ?? 0];
  // What is said of the period and the day of closing agree: then the title stands alone.
  const isAlone = saying !== undefined && closing?.year === other && astray <= 1 && times > STRAY;
  if (!isAlone && (times < SURE - 1 || times < CLEARLY * astray)) return null;
  const elsewhere = saying
    ? sourceRange(saying.prose, saying.start, saying.end)
    : months && closing?.year === other
      ? closingRange(document)
      : null;
  const block = document.blocks
    .slice(0, 3)
    .find((one) => 'prose' in one && one.prose.text.includes(`${own}年`));
  if (!elsewhere || !block || !('prose' in block)) return null;
  const at = block.prose.text.indexOf(`${own}年`);
  return { own, other, range: sourceRange(block.prose, at, at + 4), elsewhere };
}

function closingRange(document: ReportDocument): Range | null {
  const closing = closingDate(document);
  const block = document.blocks.find((one) => one.kind === 'paragraph' && one.role === 'date');
  return closing && block ? block.range : null;
}
