import { allMatches } from '../../../shared/matches';
import type { Prose, ReportDocument } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { DAY_MINUTES } from './cell-moments';
import { momentNamed, type NamedMoment, type Story, storiesOf } from './named-moments';
import type { WrongSpan } from './wrong-duration';

const NAME = '[\\p{Script=Han}A-Za-z《》“”]';
const ASIDE = '(?:（[^）]{1,14}）)?';
const LENGTH =
  '(?<length>(?:(?<hours>\\d{1,3})个?小时(?:(?<rest>\\d{1,2})分钟?)?)|(?<minutes>\\d{1,4})分钟|(?<days>\\d{1,4})(?:个自然日|天|日))(?=[，。；）、]|$)';
const LINK = '(?:共计?|历时|用时|耗时|仅用?|间隔|相隔|经过|为|有)*了?';
/** 决定回退至回退完成13分钟. */
const FROM_TO = new RegExp(
  `(?:^|[，。；：、])(?:自|从|其中)*(?<first>${NAME}{2,16}?)${ASIDE}(?:之日)?起?(?:至|到)(?<last>${NAME}{2,16}?)${ASIDE}${LINK}${LENGTH}`,
  'gu',
);
/** 第一次续报距首报68分钟; 距取得批准文件45日 of the item that it stands in. */
const SINCE = new RegExp(
  `(?:^|[，。；：、])(?<last>${NAME}{2,14}?)?(?:距离?|自)(?<first>${NAME}{2,16}?)(?:之日起?|起)?${ASIDE}(?:仅|已有?|共|有|为)*${LENGTH}`,
  'gu',
);
const MAY = /[至到距自]/;
const ANY_LENGTH = /\d(?:小时|个小时|分钟|天|日|个自然日)/;
/** Told of something else than the moments of the story. */
const ASIDE_WORDS = /平均|上年|上次|去年|计划|预计|应当?|要求|不超过|不少于|时限|期限|约/;

interface Told {
  readonly first: string;
  readonly last: string;
  readonly length: string;
  readonly stated: number;
  /** Minutes that it may be off. */
  readonly slack: number;
  readonly grain: Story['grain'];
  readonly at: number;
}

/** Lengths of time between two things that happened, which the report's own timelines contradict. */
export function spansBetweenNamed(document: ReportDocument): readonly WrongSpan[] {
  const stories = storiesOf(document);
  if (stories.length === 0) return [];
  return document.blocks.flatMap((block): readonly WrongSpan[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    const { text } = block.prose;
    if (!MAY.test(text) || !ANY_LENGTH.test(text)) return [];
    const near = stories.filter(({ section }) => section === null || section === block.section);
    return near.length === 0 ? [] : toldIn(text).flatMap((told) => wrongIn(block.prose, told, near));
  });
}

const toldIn = (text: string): readonly Told[] =>
  [FROM_TO, SINCE].flatMap((pattern) =>
    allMatches(text, pattern).flatMap((match): Told[] => {
      const { first = '', last = '', length = '', hours, rest, minutes, days } = match.groups ?? {};
      if (ASIDE_WORDS.test(match[0])) return [];
      const isDay = days !== undefined;
      const stated = isDay
        ? Number(days) * DAY_MINUTES
        : minutes === undefined
          ? Number(hours) * 60 + Number(rest ?? 0)
          : Number(minutes);
      const slack = isDay ? DAY_MINUTES : hours !== undefined && rest === undefined ? 30 : 1;
      const at = match.index + match[0].length - length.length;
      return [{ first, last, length, stated, slack, grain: isDay ? 'day' : 'minute', at }];
    }),
  );

function wrongIn(prose: Prose, told: Told, stories: readonly Story[]): readonly WrongSpan[] {
  const readings = stories.flatMap((story) => {
    const last = told.last === '' ? momentIn(story, prose) : momentNamed(story, told.last);
    const first = last && momentNamed(story, told.first, last);
    return story.grain === told.grain && first && last ? [{ story, ends: [first, last] as const }] : [];
  });
  const [only, ...others] = readings;
  if (!only || others.length > 0) return [];
  const minutes = spanOf(only.story, ...only.ends);
  if (minutes <= 0 || Math.abs(minutes - told.stated) <= told.slack) return [];
  const range = sourceRange(prose, told.at, told.at + told.length.length);
  return [{ shown: told.length, minutes, range, ends: only.ends.map((end) => end.range) }];
}

/** The moment that an item itself begins with. */
const momentIn = ({ moments }: Story, { start, text }: Prose): NamedMoment | null =>
  moments.find(({ range }) => range.start >= start && range.start <= start + text.length) ?? null;

/** Of moments without a day, or a year, one that goes back is of the next. */
function spanOf({ grain, isOpen }: Story, first: NamedMoment, last: NamedMoment): number {
  const span = last.minutes - first.minutes;
  return span < 0 && isOpen && grain === 'minute' ? span + DAY_MINUTES : span;
}
