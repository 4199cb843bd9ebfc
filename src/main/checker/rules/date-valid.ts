import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch } from '../search';
import { compareDates, isValidDate, type NamedDate, namedDates } from '../text/calendar';
import { type WrongDuration, wrongClockSpans, wrongDurations, wrongSpansBehind } from '../text/durations';
import { type OutOfOrder, remediesBefore, sentencesOutOfOrder, stepsOutOfOrder } from '../text/timeline';

type MessageId =
  | 'backwards'
  | 'invalid'
  | 'reversed'
  | 'short-year'
  | 'future'
  | 'weekday'
  | 'duration'
  | 'clock';

/** Dates that no calendar has, ranges that end before they begin, years cut to two digits. */
export const dateValid = defineRule<MessageId>({
  code: 'N214',
  name: 'date-valid',
  severity: 'error',
  looks: 'near',
  messages: {
    invalid: '“{date}”不是有效的日期',
    reversed: '“{range}”的终点早于起点',
    backwards: '“{shown}”早于前面的“{before}”，先后次序颠倒',
    'short-year': '年份“{date}”应写四位数字',
    weekday: '{date}是星期{right}，不是星期{own}',
    duration: '“{shown}”与所写的起止时间不符：按起止时间应为{span}',
    clock: '“{shown}”与写着的起止时刻或小时数不符，应为{minutes}分钟',
    future: '“{date}”晚于成文日期，却写成已经发生',
  },
  check({ document }) {
    const closing = closingDate(document);
    const own = problemsIn(document, closing, JSON.stringify(closing));
    return [
      ...own,
      ...wrongDurations(document).map(durationProblem),
      ...stepsOutOfOrder(document).map(orderProblem),
    ];
  },
});

/** No date is without a digit and one of its marks, no time of day without its colon or 时. */
const inStretch = eachStretch([
  ['digit', 'date'],
  ['digit', 'clock'],
  ['digit', 'comma'],
  ['digit', 'pair'],
]);

const problemsIn = blockSearch((block, closing: Closing | null) => {
  const body = block.kind === 'list-item' || (block.kind === 'paragraph' && block.role === 'body');
  return inStretch(block, (prose) => {
    const dates = namedDates(prose.text);
    return [
      ...invalid(prose, dates),
      ...reversed(prose, dates),
      ...weekdays(prose, dates),
      ...wrongClockSpans(prose).map(clockProblem),
      ...wrongSpansBehind(prose).map(clockProblem),
      ...(body
        ? [...remediesBefore(prose, dates), ...sentencesOutOfOrder(prose, dates)].map(orderProblem)
        : []),
      ...(body ? shortYears(prose) : []),
      ...(body && closing ? future(prose, dates, closing, closing.ownYear) : []),
    ];
  });
});

type Dates = readonly NamedDate[];

const invalid = (prose: Prose, dates: Dates): Problem<MessageId>[] =>
  dates
    .filter((date) => !isValidDate(date))
    .map(({ start, end }) => ({
      message: 'invalid',
      data: { date: prose.text.slice(start, end) },
      range: sourceRange(prose, start, end),
    }));

const TO = /^\s?(?:(?:开始|启动|起)?[，、]?\s?(?:[-—–~～至到]|——))\s?$/;
/** 至2月底 of the next year needs no year of its own only behind these words. */
const NEXT = /^(?:次年|翌年|来年)/;

function reversed(prose: Prose, dates: Dates): Problem<MessageId>[] {
  return dates.flatMap((second, at): Problem<MessageId>[] => {
    const first = dates[at - 1];
    if (!first || !isValidDate(first) || !isValidDate(second)) return [];
    const between = prose.text.slice(first.end, second.start);
    if (!TO.test(between) || NEXT.test(between)) return [];
    // 11月至2月 spans the turn of a year; with a year on both sides, or one month, it cannot.
    const isOneMonth = first.year !== null && second.month === first.month;
    const certain = second.year !== null || isOneMonth || isShortBack(prose.text, first, second);
    if (!certain || compareDates(withYear(first), second) !== 1) return [];
    const data = { range: prose.text.slice(first.start, second.end) };
    return [{ message: 'reversed', data, range: sourceRange(prose, first.start, second.end) }];
  });
}

const withYear = (date: NamedDate): NamedDate => (date.year === null ? { ...date, year: ANY_YEAR } : date);
const ANY_YEAR = 2000;
const MOST_BACK = 5;

/** 9月19日至8月8日: across the turn of a year it would be most of a year long. School years and terms of a year are. */
function isShortBack(text: string, first: NamedDate, second: NamedDate): boolean {
  if (first.month === null || second.month === null || first.day === null || second.day === null)
    return false;
  const back = first.month - second.month;
  if (back < 0 || back > MOST_BACK || second.day >= 28 || second.day === first.day - 1) return false;
  return !/每年|次年|学年|财年|保险期|有效期|合同期|任期/.test(
    text.slice(Math.max(0, first.start - 12), second.end),
  );
}

const WEEKDAY = /^[（(]?(?:星期|周)([一二三四五六日天])/;
const DAYS = '日一二三四五六';

/** 2025年4月10日（星期三）, which was a Thursday. */
function weekdays(prose: Prose, dates: Dates): Problem<MessageId>[] {
  if (dates.length === 0 || !/星期|周[一二三四五六日天]/.test(prose.text)) return [];
  return dates.flatMap((date): Problem<MessageId>[] => {
    const { year, month, day, end } = date;
    const match = WEEKDAY.exec(prose.text.slice(end, end + 6));
    if (!match || year === null || month === null || day === null || !isValidDate(date)) return [];
    const own = (match[1] ?? '').replace('天', '日');
    const right = DAYS.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
    if (own === right) return [];
    const at = end + match[0].length - 1;
    const range = sourceRange(prose, at, at + 1);
    return [
      {
        message: 'weekday',
        data: { date: prose.text.slice(date.start, end), own, right },
        range: sourceRange(prose, date.start, end + match[0].length),
        fixes: [{ title: `改为“${match[0].replace(/.$/, right)}”`, edits: [{ range, text: right }] }],
      },
    ];
  });
}

const SHORT_YEAR =
  /(?<![\d.,:：/第近约满超逾过每至到-])(\d{2})(年)(?=[初末底]|[上下]半年|\d{1,2}月|第?[一二三四]季度|度(?!假))/g;

/** 25年初 is a point of time; 10年末 of a contract is not told apart from it, so only this century's years count. */
function shortYears(prose: Prose): Problem<MessageId>[] {
  return allMatches(prose.text, SHORT_YEAR).flatMap((match): Problem<MessageId>[] => {
    const digits = match[1] ?? '';
    if (Number(digits) > 40) return [];
    const range = sourceRange(prose, match.index, match.index + match[0].length);
    const text = `20${digits}年`;
    return [
      {
        message: 'short-year',
        data: { date: match[0] },
        range,
        fixes: [{ title: `改为“${text}”`, edits: [{ range, text }] }],
      },
    ];
  });
}

const orderProblem = ({ shown, before, range, other }: OutOfOrder): Problem<MessageId> => ({
  message: 'backwards',
  severity: 'doubt',
  data: { shown, before },
  range,
  related: [{ range: other, note: '前面的时间' }],
});

const clockProblem = ({ shown, most, range }: WrongDuration): Problem<MessageId> => ({
  message: 'clock',
  data: { shown, minutes: most },
  range,
  fixes: [{ title: `改为${most}分钟`, edits: [{ range, text: `${most}分钟` }] }],
});

const durationProblem = ({ shown, least, most, range, dates }: WrongDuration): Problem<MessageId> => ({
  message: 'duration',
  severity: 'doubt',
  data: { shown, span: spanText(least, most) },
  range,
  related: dates.map((date) => ({ range: date, note: '起止时间' })),
});

const MONTH_DAYS = 30.44;

/** Days, or months where it is longer than two of them. */
function spanText(least: number, most: number): string {
  if (most < 2 * MONTH_DAYS) return least >= most - 1 ? `${most}天` : `${least}至${most}天`;
  const [from, to] = [Math.floor(least / MONTH_DAYS), Math.round(most / MONTH_DAYS)];
  return from >= to ? `${to}个月` : `${from}至${to}个月`;
}

interface Closing extends NamedDate {
  /** The report is on the year that it was closed in. */
  readonly ownYear: boolean;
}

function closingDate({ blocks, title }: ReportDocument): Closing | null {
  const block = blocks.find((one) => one.kind === 'paragraph' && one.role === 'date');
  const date = block?.kind === 'paragraph' ? namedDates(block.prose.text)[0] : undefined;
  return date ? { ...date, ownYear: date.year !== null && title.includes(`${date.year}年`) } : null;
}

const DONE =
  /^[^。；]{0,30}(?:已(?:经)?[^，。；将拟定]{0,4}(?:上线|完成|开展|接入|实现|建成|投产|发布|召开|办结)|正式上线|完成了|上线了)/;
const PLANNED = /(?:将|拟|计划|预计|力争|争取|目标|前|之前)/;

/** Dates with the year that they have, or that an earlier one told in the same way gives them: 于2025年9月2日……于11月4日. */
function withYears(text: string, dates: Dates): Dates {
  let year: number | null = null;
  return dates.map((date) => {
    if (date.year !== null)
      year = date.day !== null && /[于自从在]$/.test(text.slice(0, date.start)) ? date.year : null;
    return { ...date, year: date.year ?? year };
  });
}

/** 于11月24日定稿并报送: told as past without a word that says so. */
const TOLD =
  /^(?:(?:正式|顺利|集中|书面|首次|再次|联合|如期)?(?:定稿|印发|报送|报备|形成|召开|签订|签署|通过|批准|启动|完成|上线|发布|成立|举办|受理|办结|验收|投产|恢复|提交|报告|收到))/;
const NOT_PAST =
  /将|拟|计划|预计|预期|力争|争取|目标|确保|应当?|须|需|要求|到期|定于|定在|安排|下一步|如|若|生效|施行|实施|请|有望|届时|后续|待|(?<![提目此])前|之后|期限|截止/;

/** A day behind the closing date that the same clause says is past. */
function future(prose: Prose, dates: Dates, closing: NamedDate, ownYear: boolean): Problem<MessageId>[] {
  return withYears(prose.text, dates).flatMap((date, at): Problem<MessageId>[] => {
    if (isPastOf(prose.text, date, closing, ownYear)) return [futureProblem(prose, date, false)];
    if (date.year === null || date.month === null || !isValidDate(date) || compareDates(date, closing) !== 1)
      return [];
    const after = prose.text.slice(date.end, date.end + 40);
    const before = prose.text.slice(Math.max(0, date.start - 12), date.start);
    const isDone =
      dates[at]?.year !== null &&
      DONE.test(after) &&
      !PLANNED.test(`${before}${after.split(/[，。；]/)[0] ?? ''}`);
    if (!isDone && !isTold(prose.text, date)) return [];
    return [futureProblem(prose, date, isDone)];
  });
}

function futureProblem(prose: Prose, { start, end }: NamedDate, isSure: boolean): Problem<MessageId> {
  const range = sourceRange(prose, start, end);
  const data = { date: prose.text.slice(start, end) };
  return { message: 'future', data, range, ...(isSure ? {} : { severity: 'doubt' as const }) };
}

/** 已于8月3日发出 in a report of 18 July on that same year: a year before would be another period. */
const isPastOf = (text: string, date: NamedDate, closing: NamedDate, ownYear: boolean): boolean =>
  ownYear &&
  date.year === null &&
  date.day !== null &&
  closing.day !== null &&
  isValidDate(date) &&
  /已(?:经)?于$/.test(text.slice(0, date.start)) &&
  compareDates({ ...date, year: closing.year }, closing) === 1;

/** Behind 于, before what is done, in a sentence without a word of plans. */
function isTold(text: string, { day, start, end }: NamedDate): boolean {
  if (day === null || !text.slice(0, start).endsWith('于') || !TOLD.test(text.slice(end))) return false;
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
  const to = text.slice(end).search(/[。；]/);
  return !NOT_PAST.test(text.slice(from, to < 0 ? text.length : end + to));
}
