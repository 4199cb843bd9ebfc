import { allMatches } from '../../../shared/matches';
import type { Prose } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { isValidDate, type NamedDate } from './calendar';
import { type Clock, clocksIn, minutesBetween } from './clocks';
import { dayNumber } from './day-ranges';
import type { WrongDuration } from './wrong-duration';

const LASTED =
  /(?<lead>历时|历经|持续|用时|耗时|时长|间隔|相隔|共计?|合计|前后|(?<=[，；])(?:交易|业务|服务|系统)?(?:累计)?(?:中断|停机|停用|不可用))(?:时间)?(?:了|为|达)?(?<length>(?<hours>\d{1,3})(?<tenth>\.\d)?个?小时(?:(?<minutes>\d{1,2})分钟?)?|(?<whole>\d{1,4})分钟)(?=[，。；）（]|$)/g;
const HOUR = 60;
const HALF_HOUR = 30;
const TENTH = 3;

/** 14时07分…，15时52分业务恢复，历时1小时55分钟: a length that no two times of its text have, behind two in its sentence. */
export function wrongToldMinutes(prose: Prose): readonly WrongDuration[] {
  const { text } = prose;
  if (!LENGTH.test(text)) return [];
  const lengths = allMatches(text, LASTED);
  const clocks = lengths.length === 0 ? [] : clocksIn(text);
  if (clocks.length < 2) return [];
  return lengths.flatMap((match): WrongDuration[] => {
    const { length = '', hours, tenth, minutes, whole } = match.groups ?? {};
    const stated = whole === undefined ? hoursOf(hours, tenth, minutes) : Number(whole);
    const slack = whole !== undefined || minutes !== undefined ? 1 : tenth === undefined ? HALF_HOUR : TENTH;
    const sentence = text.lastIndexOf('。', match.index) + 1;
    const before = clocks.filter(({ to }) => to <= match.index);
    const inSentence = before.filter(({ from }) => from >= sentence);
    const own =
      inSentence.length === 0 && FROM_TO.test(text.slice(sentence, match.index)) ? before : inSentence;
    const [first, last] = own;
    if (!first || !last || own.length > 2 || pairsFit(clocks, stated, slack)) return [];
    const span = minutesBetween(first, last);
    if (isToldAlready(text, span)) return [];
    if (OPENING.test(text.slice(sentence, match.index)) || span * FAR < stated || stated * FAR < span)
      return [];
    const from = match.index + match[0].length - length.length;
    return [
      {
        shown: length,
        least: span,
        most: span,
        range: sourceRange(prose, from, from + length.length),
        dates: own.map((clock) => sourceRange(prose, clock.from, clock.to)),
      },
    ];
  });
}

/** 用时139分钟，即从11时21分至13时40分；…用时110分钟: the two times are told with a length of their own. */
const isToldAlready = (text: string, span: number): boolean =>
  allMatches(text, /(\d{1,4})分钟/g).some(([, told]) => Math.abs(Number(told) - span) <= 1);

/** 从指令重发到机构确认历时: the only two times of the text so far. */
const FROM_TO = /(?:^|，)(?:自|从)[^，。；\d]{2,14}(?:至|到)[^，。；\d]{2,14}$/;
/** So many times longer or shorter, it is the length of something else. */
const FAR = 3;
/** Hours of opening have breaks; a time told instead of another is no end. */
const OPENING =
  /窗口|计划|批准|改为|改到|调整[为至]|推迟|提前|(?:服务|营业|工作|办公|值[守班]|上班)(?:时间|时段)|扣除|午休|剔除/;
const LENGTH = /\d(?:个?小时|分钟)/;

const hoursOf = (hours = '0', tenth = '.0', minutes = '0'): number =>
  Number(hours) * HOUR + Number(tenth.slice(1)) * 6 + Number(minutes);

const pairsFit = (clocks: readonly Clock[], stated: number, slack: number): boolean =>
  clocks.some((first, at) =>
    clocks.slice(at + 1).some((last) => Math.abs(Math.abs(minutesBetween(first, last)) - stated) <= slack),
  );

/** 4月15日和6月17日，两次会议相隔63天; 自收到转办至办结共14天. */
const APART =
  /(?:相隔|间隔|相距|(?:自|从)[^，。；\d]{2,14}(?:至|到)[^，。；\d]{2,14}，?(?:共|历时|用时|耗时|仅|前后)?)(?:了|为)?(?<days>\d{1,3})(?:个自然日|天)(?=[，。；）]|$)/g;

/** Days between the only two days that the text names before. */
export function wrongDaysApart(prose: Prose, dates: readonly NamedDate[]): readonly WrongDuration[] {
  const { text } = prose;
  if (dates.length < 2) return [];
  return allMatches(text, APART).flatMap((match): WrongDuration[] => {
    const from = text.lastIndexOf('\n', match.index) + 1;
    const own = dates.filter((date) => date.end <= match.index && date.start >= from && date.day !== null);
    const [first, last, ...others] = own;
    const stated = Number(match.groups?.['days']);
    if (!first || !last || others.length > 0 || !isValidDate(first) || !isValidDate(last)) return [];
    const span = numberOf(last, first) - numberOf(first, last);
    if (span < 0 || stated === span || stated === span + 1) return [];
    const raw = /\d+\D+$/.exec(match[0])?.[0] ?? '';
    const start = match.index + match[0].length - raw.length;
    return [
      {
        shown: raw,
        least: span,
        most: span + 1,
        range: sourceRange(prose, start, start + raw.length),
        dates: own.map((date) => sourceRange(prose, date.start, date.end)),
      },
    ];
  });
}

const SOME_YEAR = 2025;
const numberOf = ({ year, month, day }: NamedDate, other: NamedDate): number =>
  dayNumber(year ?? other.year ?? SOME_YEAR, month ?? 1, day ?? 1);
