import { groupBy } from '../../../shared/group-by';
import type { Paragraph, ReportDocument } from '../../../shared/model/document';
import { sourceRange } from '../../document/prose';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { proseSearch } from '../search';
import { type AsOfDate, asOfDates, type YearEnd } from '../time/as-of-dates';
import { narrowCaptions } from '../time/caption-spans';
import { DAY_MINUTES } from '../time/cell-moments';
import { copiedPeriods } from '../time/copied-periods';
import { movedMoments } from '../time/moved-moments';
import { activitiesWithTwoEnds, type TwoEnds } from '../time/one-activity';
import { daysPast, PLAN } from '../time/past-closing';
import { type WrongTerm, wrongTerms } from '../time/period-terms';
import { selfCompared } from '../time/self-compared';
import { shiftedCaptions, shiftedFigures } from '../time/shifted-periods';
import { stalePlans } from '../time/stale-plans';
import { spansBetweenNamed } from '../time/told-between';
import type { WrongSpan } from '../time/wrong-duration';

type MessageId =
  | 'apart'
  | 'moved'
  | 'ends'
  | 'term'
  | 'self'
  | 'early'
  | 'mixed'
  | 'caption'
  | 'year'
  | 'copied'
  | 'title'
  | 'stale';

const RELATED = 5;

/** The closing date lies behind the period reported; the end of one year is written in one way. */
export const datesAgree = defineRule<MessageId>({
  code: 'S408',
  name: 'dates-agree',
  severity: 'doubt',
  looks: 'across',
  messages: {
    early: '成文日期是{closing}，文中的数据却截至{later}',
    caption: '表题写的是{own}，{where}是{other}，请核对期间',
    year: '“{raw}”这里说是{own}年的数，表格里同一个数是{other}年的',
    apart: '“{shown}”与所写的两个时点不符，应为{span}',
    moved: '“{shown}”与文中写的{spans}不符，与前后的次序也请核对',
    ends: '“{own}”与另一处的“{other}”起点相同、终点不同，请核对',
    term: '“{term}”写作{own}，按本报告的期间应为{right}',
    copied: '“{shown}”与本报告的期间（标题、正文所述）不符，应为“{right}”',
    title: '标题写的是{own}年，报告期间、正文和落款是{other}年',
    stale: '下一步计划写的是“{period}”，到成文日期已经过去',
    self: '这里把“{period}”与“{period}”自己相比，请核对是哪一期',
    mixed: '同一时点有“{year}年{own}”和“{year}年{usual}”两种写法',
  },
  check: (report) => {
    const dates = asOfDates(report.document);
    return [
      ...early(report, dates),
      ...mixed(dates),
      ...shifted(report),
      ...compared(report.document, undefined),
      ...wrongTerms(report.document).map(termProblem),
      ...activitiesWithTwoEnds(report.document).map(endsProblem),
      ...toldSpans(report.document),
      ...copied(report.document),
    ];
  },
});

function toldSpans(document: ReportDocument): Problem<MessageId>[] {
  const { moved, apart } = movedMoments(document, spansBetweenNamed(document));
  return [
    ...moved.map(({ range, spans }): Problem<MessageId> => {
      const shown = document.text.slice(range.start, range.end);
      const told = [...new Set(spans.map((span) => `“${span.shown}”`))].slice(0, RELATED).join('');
      const related = spans.map((span) => ({ range: span.range, note: '所写的时长' }));
      return { message: 'moved', data: { shown, spans: told }, range, related };
    }),
    ...apart.map(apartProblem),
  ];
}

/** What a report says of its own period, against the rest of it; and plans for what is over. */
function copied(document: ReportDocument): Problem<MessageId>[] {
  const { copied, title } = copiedPeriods(document);
  return [
    ...copied.map(({ shown, right, range, years }): Problem<MessageId> => {
      const edits = years.map((year) => ({ range: year, text: right.slice(0, 4) }));
      const fixes = edits.length > 0 ? [{ title: `改为“${right}”`, edits }] : [];
      return { message: 'copied', data: { shown, right }, range, fixes };
    }),
    ...(title
      ? [
          {
            message: 'title' as const,
            data: { own: title.own, other: title.other },
            range: title.range,
            related: [{ range: title.elsewhere, note: '报告的期间' }],
            fixes: [
              { title: `改为“${title.other}年”`, edits: [{ range: title.range, text: `${title.other}` }] },
            ],
          },
        ]
      : []),
    ...stalePlans(document).map(
      ({ period, range }): Problem<MessageId> => ({ message: 'stale', data: { period }, range }),
    ),
  ];
}

const apartProblem = ({ shown, minutes, range, ends }: WrongSpan): Problem<MessageId> => ({
  message: 'apart',
  data: { shown, span: minutes % DAY_MINUTES === 0 ? `${minutes / DAY_MINUTES}天` : `${minutes}分钟` },
  range,
  related: ends.map((end) => ({ range: end, note: '所说的时点' })),
});

const endsProblem = ({ own, other, range, elsewhere }: TwoEnds): Problem<MessageId> => ({
  message: 'ends',
  data: { own, other },
  range,
  related: [{ range: elsewhere, note: '同一活动的另一处' }],
});

const termProblem = ({ term, own, right, range, elsewhere }: WrongTerm): Problem<MessageId> => ({
  message: 'term',
  data: { term, own, right },
  range,
  related: elsewhere ? [{ range: elsewhere, note: '本报告的期间' }] : [],
  fixes: [{ title: `改为“${right}”`, edits: [{ range, text: right }] }],
});

const compared = proseSearch<MessageId>([['digit', 'comma']], (prose) =>
  selfCompared(prose).map(({ period, range, elsewhere }) => ({
    message: 'self',
    data: { period },
    range,
    related: [{ range: elsewhere, note: '与之相比的一期' }],
  })),
);

const CLOSING = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;

/** A month's end counts as its first day here: whoever signs on the 28th may report the month. */
function early({ document }: CheckedReport, dates: readonly AsOfDate[]): Problem<MessageId>[] {
  const block = document.blocks.find((one) => one.kind === 'paragraph' && one.role === 'date');
  if (block?.kind !== 'paragraph') return [];
  const [, year = '', month = '', day = ''] = CLOSING.exec(block.prose.text) ?? [];
  if (year === '') return [];
  const closing = Number(year) * 10000 + Number(month) * 100 + Number(day);
  const later = dates.find(
    (one) =>
      !isPlanned(one) &&
      one.year * 10000 + one.month * 100 + (one.form || one.day === 31 ? 1 : one.day) > closing,
  );
  if (!later) return pastTheClosing(document, block, closing);
  return [
    {
      message: 'early',
      severity: 'error',
      data: { closing: `${year}年${month}月${day}日`, later: textOf(later) },
      range: sourceRange(block.prose, 0, block.prose.text.length),
      related: [{ range: rangeOf(later), note: '数据时点' }],
    },
  ];
}

/** One later day may be a slip or a plan; so many say that the closing date is wrong. */
const MANY = 2;

function pastTheClosing(document: ReportDocument, block: Paragraph, closing: number): Problem<MessageId>[] {
  const late = daysPast(document, closing);
  const [first] = late;
  if (!first || late.length < MANY) return [];
  const own = block.prose.text.trim();
  return [
    {
      message: 'early',
      severity: 'error',
      data: { closing: own, later: first.text },
      range: sourceRange(block.prose, 0, block.prose.text.length),
      related: late.slice(0, RELATED).map(({ range }) => ({ range, note: '晚于成文日期' })),
    },
  ];
}

const isPlanned = ({ block, start, end }: AsOfDate): boolean =>
  PLAN.test(block.prose.text.slice(Math.max(0, start - 20), end + 20));

/** One finding a year, at the first of the rarer forms; a click makes all alike. */
function mixed(dates: readonly AsOfDate[]): Problem<MessageId>[] {
  const years = groupBy(
    dates.filter(({ form }) => form !== null),
    ({ year }) => year,
  );
  return [...years].flatMap(([year, all]) => {
    const usual = usualOf(all);
    const odd = all.filter(({ form }) => form !== usual);
    const first = odd[0];
    if (!first?.form || !usual) return [];
    const edits = odd.map((one) => ({ range: rangeOf(one), text: `${year}年${usual}` }));
    return [
      {
        message: 'mixed' as const,
        severity: 'notice' as const,
        data: { year, own: first.form, usual },
        range: rangeOf(first),
        related: odd.slice(1, RELATED + 1).map((one) => ({ range: rangeOf(one), note: '同样要改' })),
        fixes: [{ title: `统一为“${year}年${usual}”`, edits }],
      },
    ];
  });
}

/** The commonest form; between equals the one that comes first. */
function usualOf(all: readonly AsOfDate[]): YearEnd | null {
  const counts = new Map<YearEnd, number>();
  for (const { form } of all) if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const textOf = ({ block, start, end }: AsOfDate): string => block.prose.text.slice(start, end);

const rangeOf = ({ block, start, end }: AsOfDate) => sourceRange(block.prose, start, end);

function shifted({ document, quantities, facts }: CheckedReport): Problem<MessageId>[] {
  return [
    ...shiftedCaptions(document, quantities).map(
      ({ range, own, other, elsewhere, isOtherTable }): Problem<MessageId> => ({
        message: 'caption',
        data: { own, other, where: isOtherTable ? '合计与之相同的另一张表' : '表头' },
        range,
        related: [{ range: elsewhere, note: `此处为${other}` }],
      }),
    ),
    ...narrowCaptions(document).map(
      ({ range, own, other, elsewhere }): Problem<MessageId> => ({
        message: 'caption',
        data: { own, other, where: '表中' },
        range,
        related: [{ range: elsewhere, note: `此处为${other}` }],
      }),
    ),
    ...shiftedFigures(document, quantities, facts).map(
      ({ range, raw, own, other, elsewhere }): Problem<MessageId> => ({
        message: 'year',
        data: { raw, own, other },
        range,
        related: [{ range: elsewhere, note: `${other}年` }],
      }),
    ),
  ];
}
