import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { type DayRange, dayRanges } from './day-ranges';
import { smallNumber } from './numerals';
import type { WrongDuration } from './wrong-duration';

/** A number of days as a text tells it. Indices into the text; `least` and `most` days. */
interface StatedDays {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  readonly isWork: boolean;
  /** Behind 历时, 为期 and their like. */
  readonly isLasting: boolean;
}

const DAYS =
  /(?<lead>历时|为期|历经|耗时|用时|持续|前后|为时|长达|共计?|合计|总计|时长)?(?<about>约|近|将近|超过?|逾|满)?(?<!\d|[.,月])(?<count>\d{1,4}|[一二两三四五六七八九十]{1,3})(?<more>多|余)?(?:个)?(?<unit>天|自然日|日历日|工作日|(?<=(?:历时|为期|共|共计|合计)\d{1,4})日)(?<open>左右|以上|以内|之内|内|前|后|起|的?(?:期限|时限|宽限))?/g;
/** What a range is followed by where the days are its own. */
const ADJACENT = /^[，,（(、]?(?:期间)?(?:共|计|即|合)?$/;
/** Held several times within the range, or something else that lasts. */
const OTHER =
  /其中|期间|分[\d一二两三四五六七八九十]|各|每|先后|多次|[\d一二两三四五六七八九十](?:次|场|轮|批|期)|培训|会议|公示|休假|驻场|期限|时限|有效|提前|延长|缩短|平均|规定|逾期|超期|剩余|[。；]/;
const OTHER_ACT = /^的?[^，。；]{0,4}(?:培训|会议|公示|休假|驻场|讲座|课程|演练周|宣传周)/;
const NOT_SPENT =
  /规定|时限|期限|要求|不超过|不少于|不得|超过|提前|延长|缩短|平均|应当?|每|限|拟|将|计划|第$|[后前]$/;

/** 于9月8日至9月19日开展检查，历时10天; 4月7日至4月11日…，涉及9个工作日: days that a range of days does not have. */
export function wrongDaySpans(prose: Prose): readonly WrongDuration[] {
  const { text } = prose;
  const ranges = dayRanges(text);
  if (ranges.length === 0) return [];
  const fits = (days: StatedDays, own: DayRange): boolean => {
    const [named, least] = [namedRange(text, ranges, days), countsBoth(text, days) ? 1 : 0];
    const meant = named ? [named] : least === 1 ? [own] : ranges;
    return meant.some(({ spans }) =>
      spans.some((span) => span + 1 >= days.least && span + least <= days.most),
    );
  };
  return statedDays(text).flatMap((days): WrongDuration[] => {
    const range = namedRange(text, ranges, days) ?? rangeOf(text, ranges, days);
    const [least = 0] = range ? [...range.spans].sort((a, b) => a - b) : [];
    const most = (range?.spans.reduce((a, b) => Math.max(a, b), 0) ?? 0) + 1;
    if (!range || (days.isWork ? days.least <= most : fits(days, range))) return [];
    return [
      {
        shown: text.slice(days.from, days.to),
        least,
        most,
        range: sourceRange(prose, days.from, days.to),
        dates: [sourceRange(prose, range.from, range.to)],
      },
    ];
  });
}

/** 近30天 is a fifth less at most. */
const ROUGHLY = 5;

const statedDays = (text: string): readonly StatedDays[] =>
  allMatches(text, DAYS).flatMap((match): StatedDays[] => {
    const { lead, about, count = '', more, unit = '', open } = match.groups ?? {};
    const number = smallNumber(count);
    if (number === null || number < 2 || open !== undefined || /[第近]$/.test(text.slice(0, match.index)))
      return [];
    const slack = Math.max(2, Math.ceil(number / ROUGHLY));
    const isOver = more !== undefined || /^(?:超|逾|满)/.test(about ?? '');
    const isUnder = /近/.test(about ?? '');
    return [
      {
        from: match.index,
        to: match.index + match[0].length,
        least: number - (about === '约' || isUnder ? slack : 0),
        most: number + (about === '约' ? slack : isOver ? Math.max(10, number) : 0),
        isWork: unit === '工作日',
        isLasting: lead !== undefined && !/^(?:共|合|总)/.test(lead),
      },
    ];
  });

/** 历时19天（首尾两日均计算在内，下同）: behind these words, and before them, a day less is wrong. */
const BOTH = /首尾[^，。；（）]{0,8}(?:在内|计入|计算)|(?:含|包括)首尾/;
const SAID_BEFORE = /（[^（）]*首尾[^（）]*(?:下同|均同)/;
const countsBoth = (text: string, { to, isWork }: StatedDays): boolean => {
  const aside = /^（[^）]*/.exec(text.slice(to, to + 24))?.[0] ?? '';
  return !isWork && (BOTH.test(aside) || SAID_BEFORE.test(text.slice(0, to)));
};

const PHASE = /(?:^|[，；。）])(?:其中|全部|整个)?(?<phase>[\p{Script=Han}]{2,10}?)(?:共|前后|累计)?$/u;

/** 5月12日至6月13日为现场检查阶段，…；现场检查阶段历时33天: the range that is called what lasted. */
function namedRange(text: string, ranges: readonly DayRange[], days: StatedDays): DayRange | null {
  if (!days.isLasting || days.isWork) return null;
  const phase = PHASE.exec(text.slice(Math.max(0, days.from - 16), days.from))?.groups?.['phase'];
  if (phase === undefined) return null;
  const named = ranges.filter(({ from, to }) => {
    const [before, behind] = [text.slice(0, from).replace(/[（：:为于自从在]+$/, ''), text.slice(to)];
    return (
      before.endsWith(phase) || behind.replace(/^(?:[，）]?(?:为|是|系|属|开展|进行))/, '').startsWith(phase)
    );
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The range that the days are those of: right beside them, or before 历时 in the same sentence, with none between. */
function rangeOf(text: string, ranges: readonly DayRange[], days: StatedDays): DayRange | null {
  const behind = ranges.find(({ from }) => from >= days.to);
  if (behind && !days.isWork && /^[（(，](?:即|自)?$/.test(text.slice(days.to, behind.from))) return behind;
  const before = ranges.findLast(({ to }) => to <= days.from);
  if (!before) return null;
  const between = text.slice(before.to, days.from);
  if (days.isWork)
    return !/[。；]/.test(between) &&
      !NOT_SPENT.test(between) &&
      !NOT_SPENT.test(text.slice(days.to, days.to + 4))
      ? before
      : null;
  if (ADJACENT.test(between)) return before;
  if (!days.isLasting || OTHER.test(between) || OTHER_ACT.test(text.slice(days.to, days.to + 8))) return null;
  // 于3月10日至8月31日开展了为期5天的…: shorter by far, it is something within the range.
  const longest = Math.max(...before.spans);
  return days.most * 2 > longest && /[\p{Script=Han}]/u.test(between) ? before : null;
}
