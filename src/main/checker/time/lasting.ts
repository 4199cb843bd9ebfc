import { allMatches } from '../../../shared/matches';
import type { Block, Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { blockwise } from '../../document/blockwise';
import { sourceRange } from '../../document/prose';
import { dayNumber } from './day-ranges';
import { smallNumber } from './numerals';
import type { WrongDuration } from './wrong-duration';

/** Days since an era; a moment named coarsely begins and ends on different ones. */
interface Moment {
  readonly from: number;
  readonly to: number;
  readonly range: Range;
}

const MOMENT =
  '(?<YEAR>(?:19|20)\\d{2})年(?:(?<MONTH>\\d{1,2})月(?:(?<DAY>\\d{1,2})日)?|第?(?<QUARTER>[一二三四])季度|(?<HALF>[上下])半年|(?<EDGE>[初末底]))?';
const named = (suffix: string): string =>
  MOMENT.replaceAll(/YEAR|MONTH|DAY|QUARTER|HALF|EDGE/g, (name) => name.toLowerCase() + suffix);

const LASTED =
  /(?:历时|耗时|前后历经|历经)(?<about>约|近|将近|超过|逾)?(?<count>\d{1,4}|[一二两三四五六七八九十]{1,3})(?<more>多|余)?(?<unit>年|个月|天|日)(?<half>半)?/g;
const PERIOD = new RegExp(
  `${named('1')}(?:起)?\\s?(?:至|到|—|–|-|～|~)\\s?(?:(?<year2>(?:19|20)\\d{2})年|(?<next>次年|翌年))?(?<month2>\\d{1,2})月(?:(?<day2>\\d{1,2})日)?`,
  'g',
);
const START = new RegExp(
  `(?:(?:自|从)${named('1')}(?:起|以来|开始|启动)?|${named('2')}(?:正式)?(?:启动|开始|起))`,
  'g',
);
const END = new RegExp(
  `${named('1')}[^，。；、\\d]{0,8}?(?:结项|完成(?!后)|结束|竣工|验收|收官|关闭|投产|交付)`,
  'g',
);

const lastOf = (year: number, month: number): number => dayNumber(year, month + 1, 1) - 1;

/** 历时 beside a period in its own paragraph, or beside one start and one end in its section. */
export function wrongDurations(document: ReportDocument): readonly WrongDuration[] {
  const { blocks } = document;
  let section: Prose[] = [];
  let next = 0;
  return lastingIn(document, undefined).flatMap((at) => {
    const from = (blocks[at]?.section ?? -1) + 1;
    if (next < from) [section, next] = [[], from];
    for (; next <= at; next++) section.push(...ownProse(blocks[next]));
    return ownProse(blocks[at]).flatMap((prose) =>
      allMatches(prose.text, LASTED).flatMap((match) => wrongIn(prose, match, section) ?? []),
    );
  });
}

const ownProse = (block: Block | undefined): readonly Prose[] =>
  block?.kind === 'paragraph' || block?.kind === 'list-item' ? [block.prose] : [];

/** Indices of the blocks that tell how long something lasted. */
const lastingIn = blockwise(
  (block): readonly number[] =>
    ownProse(block).some(({ text }) => text.search(LASTED) >= 0) ? [block.index] : [],
  (index, { blocks }) => index + blocks,
  { alone: () => true },
);

function wrongIn(prose: Prose, match: RegExpExecArray, section: readonly Prose[]): WrongDuration | null {
  const bounds = ownPeriod(prose, match.index) ?? sectionPeriod(section, prose.text.slice(0, match.index));
  const claimed = claimedDays(match.groups ?? {});
  if (!bounds || !claimed) return null;
  const [start, end] = bounds;
  // Days between two days are `wrongDaySpans`' to count.
  if (/[天日]/.test(match.groups?.['unit'] ?? '') && isOneDay(start) && isOneDay(end)) return null;
  const [least, most] = [Math.max(0, end.from - start.to), end.to - start.from + 1];
  if (most <= 0 || (claimed.most >= least && claimed.least <= most)) return null;
  const range = sourceRange(prose, match.index, match.index + match[0].length);
  return { shown: match[0], least, most, range, dates: [start.range, end.range] };
}

const isOneDay = ({ from, to }: Moment): boolean => from === to;

/** The one period named before, in the same paragraph. */
function ownPeriod({ text, ...prose }: Prose, before: number): readonly [Moment, Moment] | null {
  const periods = allMatches(text.slice(0, before), PERIOD);
  const [match] = periods;
  if (!match || periods.length > 1) return null;
  const range = sourceRange({ text, ...prose }, match.index, match.index + match[0].length);
  const groups = match.groups ?? {};
  const start = momentOf(groups, '1', range);
  const year = Number(groups['year2'] ?? groups['year1']) + (groups['next'] === undefined ? 0 : 1);
  const end = momentOf({ year2: String(year), month2: groups['month2'], day2: groups['day2'] }, '2', range);
  return start && end ? [start, end] : null;
}

/** One start and one end in the section so far, of which the end shares its words with what lasted. */
function sectionPeriod(section: readonly Prose[], before: string): readonly [Moment, Moment] | null {
  const find = (pattern: RegExp) =>
    section.flatMap((prose) =>
      allMatches(prose.text, pattern).map((match) => ({ prose, match, groups: match.groups ?? {} })),
    );
  const [starts, ends] = [find(START), find(END)];
  const [first, last] = [starts[0], ends[0]];
  if (!first || !last || starts.length > 1 || ends.length > 1) return null;
  const sentence =
    last.prose.text
      .slice(0, last.match.index)
      .split(/[。；]/)
      .at(-1) ?? '';
  const subject = before.split(/[，。；]/).at(-1) ?? '';
  if (!sharesWords(sentence, subject)) return null;
  const placeOf = ({ prose, match }: typeof first): Range =>
    sourceRange(prose, match.index, match.index + match[0].length);
  const suffix = first.groups['year1'] === undefined ? '2' : '1';
  const [start, end] = [
    momentOf(first.groups, suffix, placeOf(first)),
    momentOf(last.groups, '1', placeOf(last)),
  ];
  return start && end ? [start, end] : null;
}

const SHARED = 3;

function sharesWords(one: string, other: string): boolean {
  for (let at = 0; at + SHARED <= other.length; at++) {
    const words = other.slice(at, at + SHARED);
    if (/^\p{Script=Han}+$/u.test(words) && one.includes(words)) return true;
  }
  return false;
}

function momentOf(
  groups: Readonly<Record<string, string | undefined>>,
  suffix: string,
  range: Range,
): Moment | null {
  const part = (name: string): string | undefined => groups[`${name}${suffix}`];
  const year = Number(part('year'));
  if (!Number.isInteger(year)) return null;
  const [month, day] = [Number(part('month') ?? 0), Number(part('day') ?? 0)];
  if (day > 0) return { from: dayNumber(year, month, day), to: dayNumber(year, month, day), range };
  const [from, to] = monthsOf(month, part('quarter'), part('half'), part('edge'));
  return { from: dayNumber(year, from, 1), to: lastOf(year, to), range };
}

function monthsOf(month: number, quarter?: string, half?: string, edge?: string): readonly [number, number] {
  if (month > 0) return [month, month];
  if (quarter !== undefined) {
    const first = '一二三四'.indexOf(quarter) * 3 + 1;
    return [first, first + 2];
  }
  if (half !== undefined) return half === '上' ? [1, 6] : [7, 12];
  if (edge !== undefined) return edge === '初' ? [1, 2] : [11, 12];
  return [1, 12];
}

const UNIT_DAYS: Readonly<Record<string, number>> = { 年: 365.25, 个月: 30.44, 天: 1, 日: 1 };
/** A length in whole years or months is right within so many days. */
const SLACK: Readonly<Record<string, number>> = { 年: 61, 个月: 16, 天: 1, 日: 1 };

function claimedDays({
  count = '',
  unit = '',
  half,
  about,
  more,
}: Readonly<Record<string, string | undefined>>) {
  const [size, slack] = [UNIT_DAYS[unit], SLACK[unit]];
  const number = smallNumber(count);
  if (size === undefined || slack === undefined || number === null) return null;
  const days = (number + (half === undefined ? 0 : 0.5)) * size;
  const under = about === '近' || about === '将近' || about === '约' ? size / 2 : 0;
  const over =
    more !== undefined || about === '超过' || about === '逾' ? size : about === '约' ? size / 2 : 0;
  return { least: days - slack - under, most: days + slack + over };
}
