import { allMatches } from '../../../shared/matches';
import { namedDates } from './calendar';
import { DAY_MINUTES } from './cell-moments';
import { dayNumber } from './day-ranges';

/** A time of day in a text. Indices into it. */
export interface Clock {
  readonly from: number;
  readonly to: number;
  /** Since an era where a day is told before it, else since midnight. */
  readonly minutes: number;
  readonly isDated: boolean;
}

const CLOCK =
  /(?<![\d:：.])(?<part>凌晨|上午|中午|下午|晚上?|次日|当日)?(?<hour>[012]?\d)(?:[:：](?<minute>[0-5]\d)(?!\d)|时(?:(?<minute2>[0-5]?\d)分|整)?(?![间期段长效限区差点]))/g;
const SOME_YEAR = 2025;

/** The times of day of a text, each of the day that was told last before it. */
export function clocksIn(text: string): readonly Clock[] {
  const found = allMatches(text, CLOCK);
  if (found.length === 0) return [];
  const days = namedDates(text).filter(({ month, day }) => month !== null && day !== null);
  return found.flatMap((match): Clock[] => {
    const { part = '', hour = '', minute, minute2 } = match.groups ?? {};
    const isAfternoon = /下午|晚/.test(part) && Number(hour) < 12;
    const clock = (Number(hour) + (isAfternoon ? 12 : 0)) * 60 + Number(minute ?? minute2 ?? 0);
    if (Number(hour) > 24) return [];
    const day = days.findLast(({ end }) => end <= match.index);
    const base = day
      ? dayNumber(day.year ?? SOME_YEAR, day.month ?? 1, day.day ?? 1) + Number(part === '次日')
      : 0;
    const from = match.index;
    return [
      { from, to: from + match[0].length, minutes: base * DAY_MINUTES + clock, isDated: day !== undefined },
    ];
  });
}

/** From one to a later one of the same story; over midnight where no day is told between. */
export function minutesBetween(first: Clock, last: Clock): number {
  const span = last.minutes - first.minutes;
  return span < 0 && span > -DAY_MINUTES ? span + DAY_MINUTES : span;
}
