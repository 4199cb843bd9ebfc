import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { defineRule, type Problem } from '../rule';
import { blockSearch, eachStretch, tableSearch } from '../search';
import { type Closing, closingDate, periodsAsPast, toldAsPast } from '../time/after-closing';
import { compareDates, isValidDate, type NamedDate, namedDates } from '../time/calendar';
import { DAY_MINUTES } from '../time/cell-moments';
import { clockRowsBack } from '../time/clock-rows';
import { wrongClockSpans, wrongSpansBehind } from '../time/clock-spans';
import { itemsOutOfOrder } from '../time/dated-items';
import { wrongDaySpans } from '../time/day-spans';
import { wrongDurations } from '../time/lasting';
import { rowsEndingFirst } from '../time/row-order';
import { tableSpans } from '../time/table-spans';
import { type OutOfOrder, remediesBefore, sentencesOutOfOrder, stepsOutOfOrder } from '../time/timeline';
import { wrongDaysApart, wrongToldMinutes } from '../time/told-spans';
import { wrongWeekdayCells } from '../time/weekday-columns';
import { reportYears, wrongWeekdays } from '../time/weekdays';
import type { WrongDuration, WrongSpan } from '../time/wrong-duration';

type MessageId =
  | 'backwards'
  | 'invalid'
  | 'reversed'
  | 'short-year'
  | 'future'
  | 'weekday'
  | 'no-year'
  | 'duration'
  | 'clock'
  | 'row';

/** Dates that no calendar has, ranges that end before they begin, years cut to two digits. */
export const dateValid = defineRule<MessageId>({
  code: 'N214',
  name: 'date-valid',
  severity: 'error',
  looks: 'near',
  absorbs: ['S408'],
  messages: {
    invalid: '“{date}”不是有效的日期',
    reversed: '“{range}”的终点早于起点',
    backwards: '“{shown}”早于前面的“{before}”，先后次序颠倒',
    'short-year': '年份“{date}”应写四位数字',
    weekday: '{date}是星期{right}，不是星期{own}',
    'no-year': '{date}不是星期{own}：报告所说的各年里，这一天都不是',
    duration: '“{shown}”与所写的起止时间不符：按起止时间应为{span}',
    clock: '“{shown}”与写着的起止时刻或小时数不符，应为{minutes}分钟',
    row: '“{shown}”与表中的起止时间不符：按起止时间应为{span}，其余各行相符',
    future: '“{date}”晚于成文日期，却写成已经发生',
  },
  check({ document }) {
    const told: Told = { closing: closingDate(document), years: reportYears(document) };
    const own = problemsIn(document, told, JSON.stringify(told));
    return [
      ...own,
      ...inTables(document, undefined),
      ...weekdayCells(document, told.years, told.years.join()),
      ...wrongDurations(document).map(durationProblem),
      ...stepsOutOfOrder(document).map(orderProblem),
      ...itemsOutOfOrder(document).map(orderProblem),
    ];
  },
});

/** No date is without a digit and one of its marks, no time of day without its colon or 时. */
const NEEDS = [
  ['digit', 'date'],
  ['digit', 'clock'],
  ['digit', 'comma'],
  ['digit', 'pair'],
] as const;
const inStretch = eachStretch(NEEDS);

/** What a report says of its own time. */
interface Told {
  readonly closing: Closing | null;
  readonly years: readonly number[];
}

const problemsIn = blockSearch((block, { closing, years }: Told) => {
  const body = block.kind === 'list-item' || (block.kind === 'paragraph' && block.role === 'body');
  return inStretch(block, (prose) => {
    const dates = namedDates(prose.text);
    return [
      ...invalid(prose, dates),
      ...reversed(prose, dates),
      ...weekdays(prose, dates, years),
      ...clockSpans(prose),
      ...wrongDaySpans(prose).map(durationProblem),
      ...wrongDaysApart(prose, dates).map(durationProblem),
      ...(body
        ? [...remediesBefore(prose, dates), ...sentencesOutOfOrder(prose, dates)].map(orderProblem)
        : []),
      ...(body ? shortYears(prose) : []),
      ...(body && closing ? future(prose, dates, closing) : []),
    ];
  });
}, NEEDS);

function clockSpans(prose: Prose): Problem<MessageId>[] {
  const sure = [...wrongClockSpans(prose), ...wrongSpansBehind(prose)];
  const told = wrongToldMinutes(prose).filter(({ range }) =>
    sure.every((one) => one.range.start !== range.start),
  );
  return [...sure.map(clockProblem), ...told.map(toldProblem)];
}

const inTables = tableSearch<MessageId>((table) => [
  ...tableSpans(table).map(tableProblem),
  ...rowsEndingFirst(table).map(orderProblem),
  ...clockRowsBack(table).map(orderProblem),
]);

const weekdayCells = tableSearch<MessageId, readonly number[]>((table, years) =>
  wrongWeekdayCells(table, years).map(({ date, own, right, range, other }) => ({
    message: 'weekday',
    data: { date, own, right },
    range,
    related: [{ range: other, note: '日期' }],
    fixes: [{ title: `改为“${right}”`, edits: [{ range, text: right }] }],
  })),
);

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

function weekdays(prose: Prose, dates: Dates, years: readonly number[]): Problem<MessageId>[] {
  return wrongWeekdays(prose, dates, years).map(({ date, end, own, right }): Problem<MessageId> => {
    const shown = prose.text.slice(date.start, date.end);
    const range = sourceRange(prose, date.start, end);
    if (right === '') return { message: 'no-year', severity: 'doubt', data: { date: shown, own }, range };
    const at = sourceRange(prose, end - 1, end);
    const title = `改为“${prose.text.slice(date.end, end - 1)}${right}”`;
    return {
      message: 'weekday',
      data: { date: shown, own, right },
      range,
      fixes: [{ title, edits: [{ range: at, text: right }] }],
    };
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

const toldProblem = ({ shown, most, range, dates }: WrongDuration): Problem<MessageId> => ({
  message: 'clock',
  severity: 'doubt',
  data: { shown, minutes: most },
  range,
  related: dates.map((date) => ({ range: date, note: '起止时刻' })),
});

const durationProblem = ({ shown, least, most, range, dates }: WrongDuration): Problem<MessageId> => ({
  message: 'duration',
  severity: 'doubt',
  data: { shown, span: /[天日]/.test(shown) ? daysText(least, most) : spanText(least, most) },
  range,
  related: dates.map((date) => ({ range: date, note: '起止时间' })),
});

const tableProblem = ({ shown, minutes, range, ends }: WrongSpan): Problem<MessageId> => ({
  message: 'row',
  data: {
    shown,
    span: minutes % DAY_MINUTES === 0 && minutes > 0 ? `${minutes / DAY_MINUTES}天` : `${minutes}分钟`,
  },
  range,
  related: ends.map((end) => ({ range: end, note: '起止时间' })),
});

const MONTH_DAYS = 30.44;

const daysText = (least: number, most: number): string =>
  least >= most - 1 ? `${most}天` : `${least}至${most}天`;

/** Days, or months where it is longer than two of them. */
function spanText(least: number, most: number): string {
  if (most < 2 * MONTH_DAYS) return daysText(least, most);
  const [from, to] = [Math.floor(least / MONTH_DAYS), Math.round(most / MONTH_DAYS)];
  return from >= to ? `${to}个月` : `${from}至${to}个月`;
}

const future = (prose: Prose, dates: Dates, closing: Closing): Problem<MessageId>[] => [
  ...toldAsPast(prose.text, dates, closing).map(({ date: { start, end }, isSure }) => ({
    message: 'future' as const,
    data: { date: prose.text.slice(start, end) },
    range: sourceRange(prose, start, end),
    ...(isSure ? {} : { severity: 'doubt' as const }),
  })),
  ...periodsAsPast(prose.text, closing).map(
    ({ from, to }): Problem<MessageId> => ({
      message: 'future',
      severity: 'doubt',
      data: { date: prose.text.slice(from, to) },
      range: sourceRange(prose, from, to),
    }),
  ),
];
