import { allMatches } from '../../../shared/matches';
import type { ReportDocument } from '../../../shared/model/document';
import { compareDates, isValidDate, type NamedDate, namedDates } from './calendar';

export interface Closing extends NamedDate {
  /** The report is on the year that it was closed in. */
  readonly ownYear: boolean;
}

/** The day that a report was closed on: at its end, else told under its title; null where it does not say. */
export function closingDate({ blocks, title }: ReportDocument): Closing | null {
  const block =
    blocks.find((one) => one.kind === 'paragraph' && one.role === 'date') ??
    blocks.slice(0, HEAD).find((one) => one.kind === 'paragraph' && UNDER_TITLE.test(one.prose.text));
  const date = block?.kind === 'paragraph' ? namedDates(block.prose.text)[0] : undefined;
  return date ? { ...date, ownYear: date.year !== null && title.includes(`${date.year}年`) } : null;
}

const HEAD = 6;
const UNDER_TITLE =
  /^\s*[（(]?(?:(?:报告|报送|编制|出具|填报|签发|印发)日期[：:]?\s*)?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[）)]?\s*$/;

/** A day behind the closing date that its clause says is past. */
export interface ToldAsPast {
  readonly date: NamedDate;
  /** A word says that it is done. */
  readonly isSure: boolean;
}

type Dates = readonly NamedDate[];

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
export function toldAsPast(text: string, dates: Dates, closing: Closing): readonly ToldAsPast[] {
  return withYears(text, dates).flatMap((date, at): ToldAsPast[] => {
    if (isPastOf(text, date, closing)) return [{ date, isSure: false }];
    if (date.year === null || date.month === null || !isValidDate(date) || compareDates(date, closing) !== 1)
      return [];
    const after = text.slice(date.end, date.end + 40);
    const before = text.slice(Math.max(0, date.start - 12), date.start);
    const isDone =
      dates[at]?.year !== null &&
      DONE.test(after) &&
      !PLANNED.test(`${before}${after.split(/[，。；]/)[0] ?? ''}`);
    if (!isDone && !isTold(text, date)) return [];
    return [{ date, isSure: isDone }];
  });
}

/** 已于8月3日发出 in a report of 18 July on that same year: a year before would be another period. */
const isPastOf = (text: string, date: NamedDate, closing: Closing): boolean =>
  closing.ownYear &&
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

const SPAN =
  /(?<!\d)(?<year>(?:19|20)\d{2})年(?:(?:1[0-2]|0?[1-9])月?(?:至|到|[—–~～-])(?<month>1[0-2]|0?[1-9])月(?!\d)|(?<half>[上下])半年|第?(?<quarter>[一二三四])季度)/g;
/** Figures that have been counted. */
const COUNTED =
  /同比|环比|[较比](?:上年|去年|上[月季期])|累计|实际|共(?:立案|受理|发生|处理|完成|发现|收到)|已(?:经)?[^经]/;

/** 2025年7月至12月，全市立案2,164起…，同比下降 in a report of July 2025. Indices into the text. */
export function periodsAsPast(text: string, closing: Closing): readonly { from: number; to: number }[] {
  const { year: closed, month: closedIn } = closing;
  if (closed === null || closedIn === null) return [];
  return allMatches(text, SPAN).flatMap((match) => {
    const { year, month, half, quarter } = match.groups ?? {};
    const last = Number(
      month ?? (half ? (half === '上' ? 6 : 12) : ('一二三四'.indexOf(quarter ?? '') + 1) * 3),
    );
    // A period that is about to end may be reported.
    if (Number(year) * 12 + last <= closed * 12 + closedIn) return [];
    const [from, to] = sentenceAt(text, match.index);
    const sentence = text.slice(from, to);
    const behind = sentence.slice(match.index + match[0].length - from);
    if (NOT_PAST.test(sentence) || !COUNTED.test(behind) || !/\d/.test(behind)) return [];
    return [{ from: match.index, to: match.index + match[0].length }];
  });
}

function sentenceAt(text: string, at: number): readonly [number, number] {
  const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1;
  const stop = text.slice(at).search(/[。；]/);
  return [from, stop < 0 ? text.length : at + stop];
}
