import { allMatches } from '../../../shared/matches';
import { smallNumber } from '../time/numerals';

/** Months, quarters or years in a row. */
export type Step = 'month' | 'quarter' | 'year';

/** A period by its place among others of its kind; comparable where all or none name their year. */
export interface SeriesPeriod {
  readonly step: Step;
  readonly order: number;
  readonly hasYear: boolean;
}

const HAN_QUARTERS = '一二三四';
const YEAR_PART = '(?:(?<year>(?:19|20)\\d{2})年)?';
const MONTH = new RegExp(`^${YEAR_PART}(?<month>\\d{1,2})月(?:份|末|底)?$`);
const QUARTER = new RegExp(`^${YEAR_PART}第?(?<quarter>[一二三四1-4])季度?末?$`);
const YEAR = /^(?<year>(?:19|20)\d{2})年?(?:度|末|全年)?$/;

/** `7月`, `2025年第三季度`, `2023年度`; null for what is no such period. */
export function seriesPeriod(text: string): SeriesPeriod | null {
  const { year, month } = MONTH.exec(text)?.groups ?? {};
  if (month !== undefined)
    return { step: 'month', order: Number(year ?? 0) * 12 + Number(month), hasYear: year !== undefined };
  const quarter = QUARTER.exec(text)?.groups;
  if (quarter) {
    const nth = HAN_QUARTERS.indexOf(quarter['quarter'] ?? '') + 1 || Number(quarter['quarter']);
    return {
      step: 'quarter',
      order: Number(quarter['year'] ?? 0) * 4 + nth,
      hasYear: quarter['year'] !== undefined,
    };
  }
  const whole = YEAR.exec(text)?.groups?.['year'];
  return whole === undefined ? null : { step: 'year', order: Number(whole), hasYear: true };
}

/** Whether periods follow one another without a gap: 1 upwards, -1 downwards, 0 where they do not. */
export function directionOf(periods: readonly SeriesPeriod[]): 1 | -1 | 0 {
  const [first] = periods;
  if (!first || periods.some(({ step, hasYear }) => step !== first.step || hasYear !== first.hasYear))
    return 0;
  for (const way of [1, -1] as const)
    if (periods.every(({ order }, at) => order === first.order + way * at)) return way;
  return 0;
}

const SPAN =
  /(?:(?<first>\d{1,2})月?份?(?:至|到|—+|–|-|~|～)(?<last>\d{1,2})月|第?(?<from>[一二三四])(?:季度)?(?:至|到|—+|–|-)第?(?<to>[一二三四])季度)/g;
const NAMED =
  /(?:(?<month>\d{1,2})月(?!\d|[末底初]?余额)|第?(?<quarters>(?:[一二三四][、和及与]?第?)+)季度)/g;

/** Months or quarters that a stretch of text names one by one or as a span (`7月、8月、9月`, `二至四季度`), in its order. */
export function namedPeriods(text: string, step: Step): readonly number[] {
  const span = allMatches(text, SPAN).at(-1)?.groups;
  if (span) {
    const isMonth = span['first'] !== undefined;
    if (isMonth !== (step === 'month')) return [];
    const [low, high] = isMonth
      ? [Number(span['first']), Number(span['last'])]
      : [smallNumber(span['from'] ?? '') ?? 0, smallNumber(span['to'] ?? '') ?? 0];
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => low + at);
  }
  return allMatches(text, NAMED).flatMap(({ groups = {} }) => {
    if (groups['month'] !== undefined) return step === 'month' ? [Number(groups['month'])] : [];
    const quarters = (groups['quarters'] ?? '').match(/[一二三四]/g) ?? [];
    return step === 'quarter' ? quarters.map((one) => HAN_QUARTERS.indexOf(one) + 1) : [];
  });
}
