import { groupBy } from '../../../shared/group-by';
import { sourceRange } from '../../document/prose';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { type AsOfDate, asOfDates, type YearEnd } from '../text/as-of-dates';

type MessageId = 'early' | 'mixed';

const RELATED = 5;

/** The closing date lies behind the period reported; the end of one year is written in one way. */
export const datesAgree = defineRule<MessageId>({
  code: 'S408',
  name: 'dates-agree',
  severity: 'doubt',
  messages: {
    early: '成文日期是{closing}，文中的数据却截至{later}',
    mixed: '同一时点有“{year}年{own}”和“{year}年{usual}”两种写法',
  },
  check: (report) => {
    const dates = asOfDates(report.document);
    return [...early(report, dates), ...mixed(dates)];
  },
});

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
  if (!later) return [];
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

const PLAN = /将|拟|计划|预计|力争|争取|目标|确保|下一步|预期/;

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
