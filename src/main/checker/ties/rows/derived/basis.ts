import { isChange } from '../../growth/pairs';
import { type NamedPeriod, periodNamed } from '../../tables/periods';

const PERIOD =
  '(?:(?:19|20)\\d{2}年(?:度)?)?(?:(?:\\d{1,2}月|第?[一二三四]季度|[上下]半年)[份末底]?)|(?:19|20)\\d{2}年(?:度|末|底)?';
const BASIS = new RegExp(
  `(?<own>${PERIOD})?(?:(?<step>环比|[较比与]上一?个?(?:月|季度?|期)[末份]?)|(?<year>同比|[较比与](?:上年|去年)(?:同期|同月|末)?)|` +
    `[较比与](?<against>${PERIOD})(?:同期)?)(?:相比)?[^，。；、\\d]{0,8}$`,
);

/** What a change is told against. */
export interface ToldBasis {
  /** 8月 of 8月比6月: whose change it is, where it is not that of the figure before. */
  readonly own: NamedPeriod | null;
  /** 6月 of 比6月. */
  readonly against: NamedPeriod | null;
  readonly step: 'period' | 'year' | null;
}

/** Reads the words up to a change: `较7月下降`, `环比增长`; null where they name no basis. */
export function basisBefore(words: string): ToldBasis | null {
  const found = BASIS.exec(words)?.groups;
  if (!found) return null;
  const { own, against } = found;
  return {
    own: own === undefined ? null : periodNamed(own),
    against: against === undefined ? null : periodNamed(against),
    step: found['step'] !== undefined ? 'period' : found['year'] !== undefined ? 'year' : null,
  };
}

const YEAR = 12;

/** 7月 and 2025年7月 are one where only one of them says the year. */
export function isSamePeriod(a: NamedPeriod, b: NamedPeriod): boolean {
  if (a.months === null || b.months === null || a.span !== b.span) return false;
  if (a.months === b.months) return true;
  const isBare = a.months <= YEAR || b.months <= YEAR;
  return isBare && a.span < YEAR && a.months % YEAR === b.months % YEAR;
}

/** Whether one period is what a change of the other is told against. */
export function isBaseOf(base: NamedPeriod, current: NamedPeriod, { against, step }: ToldBasis): boolean {
  if (against) return isSamePeriod(base, against) && base.plan === current.plan;
  if (step === 'period' && current.months !== null && base.months !== null && current.span > 0)
    return base.span === current.span && current.months - base.months === current.span;
  return isChange(current, base, { own: null, year: null, opening: false, plan: false, step });
}
