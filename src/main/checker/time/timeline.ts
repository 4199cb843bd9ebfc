import { allMatches } from '../../../shared/matches';
import type { Block, Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import type { NamedDate } from './calendar';

/** A moment that stands behind a later one of the same story. */
export interface OutOfOrder {
  readonly shown: string;
  readonly before: string;
  readonly range: Range;
  readonly other: Range;
}

const CAUSE = /投诉|发现|发生|收到|申请|反映|举报|出现|中断|异常|报案|来电/;
const REMEDY = /退还|退回|办结|答复|回复|恢复|赔付|赔偿|道歉|更正|补发|达成和解|解除|修复/;
/** Told of a time before, or of a term. */
const ASIDE =
  /此前|曾|原|早在|签订|上次|截至|截止|自|从|起|以来|期限|届满|到期|前[，。]|之前|生效|施行|印发|发布|至|到/;

/** 3月5日，客户投诉…；我司于3月1日退还: what was done about it stands before what happened. */
export function remediesBefore(prose: Prose, dates: readonly NamedDate[]): readonly OutOfOrder[] {
  const { text } = prose;
  return dates.flatMap((second, at): OutOfOrder[] => {
    const first = dates[at - 1];
    if (!first || !isBefore(second, first)) return [];
    const clauses = [clauseOf(text, first), clauseOf(text, second)];
    if (clauses.some((clause) => ASIDE.test(clause))) return [];
    const [cause = '', remedy = ''] = clauses;
    const story = text.slice(first.end, second.start);
    if (!CAUSE.test(cause) && !CAUSE.test(story.split('。')[0] ?? '')) return [];
    if (
      !REMEDY.test(remedy) ||
      !/(?:我[司行]|公司|本行|[，。；])(?:已)?于$/.test(text.slice(0, second.start))
    )
      return [];
    return [orderOf(prose, first, second)];
  });
}

const orderOf = (prose: Prose, first: NamedDate, second: NamedDate): OutOfOrder => ({
  shown: prose.text.slice(second.start, second.end),
  before: prose.text.slice(first.start, first.end),
  range: sourceRange(prose, second.start, second.end),
  other: sourceRange(prose, first.start, first.end),
});

/** Days of one year. */
const isBefore = (a: NamedDate, b: NamedDate): boolean =>
  a.day !== null &&
  b.day !== null &&
  a.month !== null &&
  b.month !== null &&
  (a.year === null || b.year === null || a.year === b.year) &&
  a.month * 40 + a.day < b.month * 40 + b.day &&
  b.month - a.month < 6;

/** The clause that a date stands in, with what follows its comma. */
function clauseOf(text: string, { start, end }: NamedDate): string {
  const from = Math.max(...['，', '。', '；'].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const behind = text.slice(end).replace(/^，/, ' ');
  return `${text.slice(from, start)}${behind.split(/[，。；]/)[0] ?? ''}`;
}

const STEP =
  /^\s*(?:[（(]?\d{1,2}[.、）)]\s*)?(?<hour>[012]?\d)(?:[:：]|时)(?<minute>[0-5]\d)(?:分)?(?:[:：]\d{2})?[，,：:\s]/;
const STEP_BEGINS = /[\s\d（(]/;
const LEAST = 3;
const HALF_DAY = 720;

/** 1. 01:06，…; 2. 01:16，…; 3. 01:12，…: steps told by the clock, one of which goes back. */
export function stepsOutOfOrder({ blocks }: ReportDocument): readonly OutOfOrder[] {
  return runsOf(blocks).flatMap((steps): OutOfOrder[] => {
    const wrong = steps.filter((_, at) => isOrdered(steps.filter((__, other) => other !== at)));
    if (steps.length < LEAST || isOrdered(steps) || wrong.length === 0) return [];
    const at = steps.findIndex((one, nth) => nth > 0 && !follows(steps[nth - 1], one));
    const [before, step] = [steps[at - 1], steps[at]];
    return before && step
      ? [{ shown: step.shown, before: before.shown, range: step.range, other: before.range }]
      : [];
  });
}

interface Step {
  readonly minutes: number;
  readonly shown: string;
  readonly range: Range;
}

const follows = (before: Step | undefined, step: Step): boolean =>
  before === undefined || step.minutes >= before.minutes || before.minutes - step.minutes > HALF_DAY;

const isOrdered = (steps: readonly Step[]): boolean =>
  steps.every((one, at) => at === 0 || follows(steps[at - 1], one));

function runsOf(blocks: readonly Block[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  let open = false;
  for (const block of blocks) {
    const step = block.kind === 'list-item' || block.kind === 'paragraph' ? stepOf(block.prose) : null;
    if (!step) open = false;
    else if (open) runs.at(-1)?.push(step);
    else {
      runs.push([step]);
      open = true;
    }
  }
  return runs;
}

function stepOf(prose: Prose): Step | null {
  // Most lines begin with a word, and are told by that.
  const match = STEP_BEGINS.test(prose.text.charAt(0)) ? STEP.exec(prose.text) : null;
  if (!match) return null;
  const { hour = '', minute = '' } = match.groups ?? {};
  const end = match[0].replace(/[，,：:\s]$/, '').length;
  const start = match[0].indexOf(`${hour}`, match[0].search(/[012]?\d(?:[:：]|时)/));
  return {
    minutes: Number(hour) * 60 + Number(minute),
    shown: prose.text.slice(start, end),
    range: sourceRange(prose, start, end),
  };
}

/** Dates of one sentence told one after another, one of which goes back: 3月5日提交，5月27日完成复审，5月20日生效. */
export function sentencesOutOfOrder(prose: Prose, dates: readonly NamedDate[]): readonly OutOfOrder[] {
  const { text } = prose;
  const stops = allMatches(text, /[。；]/g).map(({ index }) => index);
  const sentenceOf = (at: number): number => stops.filter((stop) => stop < at).length;
  const groups = new Map<number, NamedDate[]>();
  for (const date of dates) {
    if (date.day === null || date.month === null) continue;
    const key = sentenceOf(date.start);
    groups.set(key, [...(groups.get(key) ?? []), date]);
  }
  return [...groups.values()].flatMap((own): OutOfOrder[] => {
    if (own.length < LEAST || own.some((date) => !isEvent(text, date))) return [];
    const back = own.findIndex((date, at) => at > 0 && isBefore(date, own[at - 1] ?? date));
    const [first, second] = [own[back - 1], own[back]];
    if (!first || !second) return [];
    const isNearly = own.some((_, at) => isAscending(own.filter((__, other) => other !== at)));
    return isNearly ? [orderOf(prose, first, second)] : [];
  });
}

/** At the head of a clause, with what was done behind it. */
const isEvent = (text: string, date: NamedDate): boolean =>
  /(?:^|[，。；：])(?:[^，。；]{0,8}于)?$/.test(text.slice(Math.max(0, date.start - 12), date.start)) &&
  !ASIDE.test(clauseOf(text, date));

const isAscending = (dates: readonly NamedDate[]): boolean =>
  dates.every((date, at) => at === 0 || !isBefore(date, dates[at - 1] ?? date));
