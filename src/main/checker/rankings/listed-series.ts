import type { Decimal } from '../../../shared/decimal';
import { allMatches } from '../../../shared/matches';
import { valueIn } from './entries';
import { directionOf, namedPeriods, type SeriesPeriod, type Step, seriesPeriod } from './series-periods';
import type { TrendClaim } from './trend-claims';

/** Figures of one sentence, oldest first, with their place in the prose. */
export interface ListedFigure {
  readonly shown: string;
  readonly value: Decimal;
  readonly start: number;
  readonly end: number;
}

const PERIOD = '(?:(?:(?:19|20)\\d{2}年)?(?:\\d{1,2}月份?|第?[一二三四]季度)末?|(?:19|20)\\d{2}年[度末]?)';
const ITEM = `(?:(?<p>${PERIOD})(?:则?为|达到?|是)?)?(?<n>[-−]?\\d[\\d,]*(?:\\.\\d+)?)(?<u>[%％‰]|(?![月年季日])(?:(?![和及与以])\\p{Script=Han}){1,5})?`;
const UNNAMED = ITEM.replaceAll(/\?<[pnu]>/g, '');
const LIST = `${UNNAMED}(?:(?:、|，|和|及|与|以及)${UNNAMED}){2,}`;
const ONE = new RegExp(ITEM, 'gu');
/** …分别为1,047件、971件和919件，总体呈 */
const BEFORE = new RegExp(`(?<![\\d.,])(?<list>${LIST})，?[\\p{Script=Han}]{0,8}$`, 'u');
/** ，四个季度分别为1,047件、971件和919件 */
const BEHIND = new RegExp(
  `^(?:的?(?:态势|趋势|走势))?[，：:（(](?<intro>(?:其中|${PERIOD}|[、和及与至到一二三四两二三\\d各每全上下半个年月季度末])*?(?:分别|依次)?(?:为|是|达)?)(?<list>${LIST})(?=[，。；）)]|$)`,
  'u',
);
const EACH = /各季|各月|各年|每季|每月|每年|[三四五六十\d]个?(?:季度|月|年度?)|[一1]至|近[三五]年/;
const STEP_WORD: Readonly<Record<Step, RegExp>> = { month: /月/, quarter: /季/, year: /年/ };
const INTRO = 44;

/** The figures that a sentence tells of each month, quarter or year right before or behind its claim; null where it tells none. */
export function listedSeries(claim: TrendClaim): readonly ListedFigure[] | null {
  const before = BEFORE.exec(claim.before);
  if (before) {
    const list = before.groups?.['list'] ?? '';
    const intro = claim.before.slice(Math.max(0, before.index - INTRO), before.index);
    const isSame = claim.key === '' || intro.includes(claim.key.slice(-2)) || !before[0].includes(claim.key);
    return isSame && !hasOtherKey(claim, intro)
      ? inOrder(list, claim.start - claim.before.length + before.index, intro, claim.step)
      : null;
  }
  const behind = BEHIND.exec(claim.behind);
  if (!behind) return null;
  const { list = '', intro = '' } = behind.groups ?? {};
  const at = claim.end + behind.index + behind[0].length - list.length;
  return inOrder(list, at, intro, claim.step);
}

/** 客户数分别为…，投诉量逐季上升: of something else than the list. */
const hasOtherKey = ({ key }: TrendClaim, intro: string): boolean =>
  key.length > 1 && !intro.includes(key.slice(-2));

function inOrder(list: string, at: number, intro: string, step: Step): readonly ListedFigure[] | null {
  const items = allMatches(list, ONE);
  const figures = items.flatMap(({ 0: shown, index, groups = {} }): ListedFigure[] => {
    const value = valueIn(groups['n'] ?? '');
    return value ? [{ shown, value, start: at + index, end: at + index + shown.length }] : [];
  });
  const units = new Set(items.flatMap(({ groups }) => groups?.['u'] ?? []));
  if (figures.length < items.length || units.size > 1) return null;
  const periods = items.flatMap(({ groups }) => (groups?.['p'] ? (seriesPeriod(groups['p']) ?? []) : []));
  const way =
    periods.length > 0 ? wayOfNamed(periods, items.length, step) : wayOfIntro(intro, items.length, step);
  if (way === 0) return null;
  return way > 0 ? figures : [...figures].reverse();
}

function wayOfNamed(periods: readonly SeriesPeriod[], count: number, step: Step): 1 | -1 | 0 {
  // 2024年一季度…、二季度…: only the first names its year.
  const orders = periods.map(({ order, hasYear, step: own }) =>
    hasYear && own !== 'year' ? ((order - 1) % (own === 'month' ? 12 : 4)) + 1 : order,
  );
  if (periods.length < count || periods.some((one) => one.step !== step)) return 0;
  return directionOf(orders.map((order) => ({ step, order, hasYear: false })));
}

function wayOfIntro(intro: string, count: number, step: Step): 1 | -1 | 0 {
  if (!STEP_WORD[step].test(intro)) return 0;
  const named = namedPeriods(intro, step);
  if (named.length === count) return directionOf(named.map((order) => ({ step, order, hasYear: false })));
  return EACH.test(intro) ? 1 : 0;
}
