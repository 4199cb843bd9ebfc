import type { ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { type Day, type DayRange, dayRanges } from './day-ranges';

/** One activity told to end on two days. */
export interface TwoEnds {
  readonly own: string;
  readonly other: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

interface Told {
  readonly shown: string;
  readonly first: Day;
  readonly last: Day;
  readonly range: Range;
  /** What was done, with the words around; null for the days under a title, which are of all that is reported. */
  readonly what: string | null;
}

const HEAD = 6;
const ALONE = /^\s*[（(]\s*$/;
const ALONE_END = /^\s*[）)]\s*$/;
const DONE = /^(?:期间)?，?(?:集中|统一)?(?:组织|开展|实施|进行)[^，。；]{2,24}/;
const RUNS = /^(?:结束|止|完成|收官)/;
/** Parts of an activity begin with it. */
const PART =
  /阶段|环节|第[一二三四]|首[轮批]|准备|部署|动员|试点|培训|(?:前|上|下)半|其中|[一二三四]是|征求|公示|上年|去年|同期/;
const SHARED = 4;
const REACH = 24;

/** 于10月8日至1月17日开展自查评估 beside 自查评估自10月8日启动，至1月24日结束; the days under the title beside those of the text. */
export function activitiesWithTwoEnds({ blocks }: ReportDocument): readonly TwoEnds[] {
  const all = blocks.flatMap((block, at): readonly Told[] => {
    if (block.kind !== 'paragraph' || !block.prose.text.includes('日')) return [];
    const { prose } = block;
    return dayRanges(prose.text).flatMap((range): Told[] => {
      const told = toldIn(prose.text, range, at < HEAD);
      return told === undefined
        ? []
        : [
            {
              what: told,
              shown: prose.text.slice(range.from, range.to),
              first: range.first,
              last: range.last,
              range: sourceRange(prose, range.from, range.to),
            },
          ];
    });
  });
  return all.flatMap((one, at): TwoEnds[] => {
    const other = all.slice(0, at).find((before) => isSameStart(before, one) && isOneActivity(before, one));
    if (!other || isSameDay(other.last, one.last)) return [];
    return [{ own: one.shown, other: other.shown, range: one.range, elsewhere: other.range }];
  });
}

/** What a range of days is said of; undefined where it is not said of a whole activity. */
function toldIn(text: string, { from, to }: DayRange, isHead: boolean): string | null | undefined {
  const [before, behind] = [text.slice(Math.max(0, from - REACH), from), text.slice(to, to + REACH)];
  if (isHead && ALONE.test(before) && ALONE_END.test(behind)) return null;
  const clause = before.split(/[，。；]/).at(-1) ?? '';
  if (PART.test(clause) || PART.test(behind.split(/[。；]/)[0] ?? '')) return undefined;
  const done = DONE.exec(behind)?.[0];
  if (done !== undefined && /(?:于|自|从|在)$/.test(clause)) return done;
  return RUNS.test(behind) && /(?:自|从|于)$/.test(clause) ? clause : undefined;
}

const isSameDay = (a: Day, b: Day): boolean =>
  a.month === b.month && a.day === b.day && (a.year === null || b.year === null || a.year === b.year);

const isSameStart = (a: Told, b: Told): boolean => isSameDay(a.first, b.first);

function isOneActivity(a: Told, b: Told): boolean {
  if (a.what === null || b.what === null) return true;
  const [one, other] = [a.what, b.what];
  for (let at = 0; at + SHARED <= other.length; at++)
    if (one.includes(other.slice(at, at + SHARED))) return true;
  return false;
}
