import { absolute, compare, type Decimal } from '../../../shared/decimal';
import type { ProseBlock, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { listedSeries } from './listed-series';
import { isMeasure } from './measures';
import { type PeriodSeries, seriesOf, tablesMeant } from './period-tables';
import { namedPeriods } from './series-periods';
import { type TrendClaim, trendClaims } from './trend-claims';

/** Something said to rise, or fall, step by step, with a step that goes the other way. */
export interface WrongTrend {
  readonly words: string;
  readonly range: Range;
  /** The step that does not: what was before it, and it. */
  readonly before: string;
  readonly after: string;
  readonly steps: readonly Range[];
  /** The word for the other way and its place, where every step goes that way. */
  readonly turned: { readonly text: string; readonly range: Range } | null;
}

interface Point {
  readonly value: Decimal;
  readonly shown: string;
  readonly range: Range;
}

const FEWEST = 3;

/** Claims of 逐月上升 and 连续三个季度下降 that the figures of their sentence, or the rows of its table, contradict. */
export function wrongTrends(document: ReportDocument): readonly WrongTrend[] {
  return document.blocks.flatMap((block): readonly WrongTrend[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { prose } = block;
    return trendClaims(prose.text).flatMap((claim) => {
      const listed = listedSeries(claim)?.map(({ value, shown, start, end }) => ({
        value,
        shown,
        range: sourceRange(prose, start, end),
      }));
      const points = listed ? countedAs(claim, listed) : contradicting(document, block, claim);
      return points ? told(block, claim, points) : [];
    });
  });
}

/** 连续3个月 of three figures, or of four with what they rise from. */
const countedAs = ({ count }: TrendClaim, points: readonly Point[]): readonly Point[] | null =>
  count === null || count === points.length || count === points.length - 1 ? points : null;

/** Of each kind of trend the word for the other. */
const OPPOSITE: Readonly<Record<string, string>> = {
  上升: '下降',
  下降: '上升',
  增长: '下降',
  增加: '减少',
  减少: '增加',
  递增: '递减',
  递减: '递增',
  提高: '降低',
  降低: '提高',
  走高: '走低',
  走低: '走高',
  上行: '下行',
  下行: '上行',
  扩大: '缩小',
  缩小: '扩大',
  收窄: '扩大',
  延长: '缩短',
  缩短: '延长',
  回升: '回落',
  回落: '回升',
};

function told({ prose }: ProseBlock, claim: TrendClaim, points: readonly Point[]): readonly WrongTrend[] {
  const steps = stepsOf(points);
  const backs = steps.filter(({ sign }) => sign === (claim.rises ? -1 : 1));
  const [back] = backs;
  if (!back || points.length < FEWEST) return [];
  const other = OPPOSITE[claim.way.text];
  const isTurned = backs.length === steps.length && other !== undefined;
  return [
    {
      words: prose.text.slice(claim.start, claim.end),
      range: sourceRange(prose, claim.start, claim.end),
      before: back.before.shown,
      after: back.after.shown,
      steps: [back.before.range, back.after.range],
      turned: isTurned
        ? { text: other, range: sourceRange(prose, claim.way.start, claim.way.start + claim.way.text.length) }
        : null,
    },
  ];
}

const stepsOf = (points: readonly Point[]) =>
  points.slice(1).flatMap((after, at) => {
    const before = points[at];
    return before ? [{ before, after, sign: compare(after.value, before.value) }] : [];
  });

/** What a table has for the claim, where all that may be meant contradict it. */
function contradicting(
  document: ReportDocument,
  block: ProseBlock,
  claim: TrendClaim,
): readonly Point[] | null {
  const keys = claim.key
    .split(/[和及与、]/)
    .map(keyOf)
    .filter((key) => key.length > 1);
  if (keys.length === 0 || /排名|名次|位次|[同环]比/.test(claim.key)) return null;
  const tables = tablesMeant(document, block.section, claim.before + claim.behind);
  const all = tables.flatMap((table) => seriesOf(table).filter(({ step }) => step === claim.step));
  for (const key of keys) {
    const meant = all.filter(({ name }) => isMeant(name, key)).map((series) => partOf(series, claim));
    const wrong = meant.flatMap((points) => (points && goesBack(points, claim) ? [points] : []));
    if (wrong[0] && wrong.length === meant.length) return wrong[0];
  }
  return null;
}

const LEAD =
  /^.*[月季年度](?:的|间|内|里|来)?|^(?:全年|同期|期间|公司|我[司行]|本[行司]|平台|各项?|总体|整体|其中)+/;

/** 7月、8月、9月金额 means 金额. */
const keyOf = (words: string): string => words.replace(LEAD, '');

/** The name itself, or with no more than a word of another kind in front: 交易金额 of 金额, not 甲分公司金额. */
const isMeant = (name: string, key: string): boolean =>
  name !== '' &&
  isMeasure(name, key) &&
  (name.endsWith(key) ||
    /^(?:交易|业务|总|受理|处理|投诉|累计)?$/.test(key.slice(0, -name.length)) ||
    name.includes(key));

const SHRINKS = /净流出|净支出|亏损|逆差|[降跌减]幅|缺口/;
const FROM = /起|以来|以后|之后|此后|自|从|后[，三两四]|后的?[\p{Script=Han}]{0,2}个/u;

/** The points that a claim is about; null where that cannot be told. */
function partOf(
  { points, step, name }: PeriodSeries,
  { before, key, count }: TrendClaim,
): readonly Point[] | null {
  const isBelow = points.some(({ value }) => value.units < 0n);
  if (isBelow && !SHRINKS.test(name + key)) return null;
  const all = isBelow ? points.map((point) => ({ ...point, value: absolute(point.value) })) : points;
  if (count !== null) return all.length > count ? all : null;
  if (FROM.test(before)) return null;
  const named = step === 'year' ? [] : namedPeriods(before, step);
  if (named.length === 0 || named.length === 1) return named.length === 0 ? all : null;
  const own = all.filter(({ nth }) => named.includes(nth));
  return own.length === named.length && own.length >= FEWEST ? own : null;
}

/** Of 逐, one step the other way; of 连续, no run of so many steps anywhere. */
function goesBack(points: readonly Point[], { rises, count }: TrendClaim): boolean {
  const wanted = rises ? 1 : -1;
  const signs = stepsOf(points).map(({ sign }) => sign);
  if (count === null) return signs.includes(-wanted as 1 | -1);
  let run = 0;
  let longest = 0;
  for (const sign of signs) {
    run = sign === -wanted ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest < count - 1;
}
