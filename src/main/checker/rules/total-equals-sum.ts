import { groupBy } from '../../../shared/group-by';
import { remembered } from '../../../shared/memo';
import type { Tie, TieTerm } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { type Culprit, culprits } from '../tables/culprits';
import { tablesOf } from '../tables/each-table';
import { GAP } from '../ties/sums/down';

type MessageId = 'mismatch' | 'rounding' | 'culprit' | 'exceeds' | 'gap';

const RELATED = 12;

/** A stated total equals the sum of its items, row-wise and column-wise: 合计, 小计, 总计; 其中 stays within its whole. */
export const totalEqualsSum = defineRule<MessageId>({
  code: 'T109',
  name: 'total-equals-sum',
  severity: 'error',
  looks: 'near',
  absorbs: ['T110', 'T111', 'T114'],
  messages: {
    mismatch: '合计写作 {stated}，各项相加为 {sum}：{expression}',
    rounding: '合计写作 {stated}，各项相加为 {sum}，相差在四舍五入范围内',
    culprit: '此处写作 {stated}，与所在行、列的合计均不符，应为 {sum}：{expression}',
    gap: '“{label}”一行有 {count} 列不等于各行之和，可能缺行或多行：{expression}',
    exceeds: '其中项 {stated} 大于所属项 {whole}',
  },
  applies: (report) => tableTies(report).length > 0,
  check(report) {
    const ties = tableTies(report);
    const failing = ties.filter((tie) => tie.kind === 'sum' && tie.status === 'fail');
    const found = culprits(failing, ties);
    const mends = new Map(report.culprits.map(({ range, text }) => [range.start, text]));
    const gaps = gapsIn(report, ties, found);
    const told = new Set(gaps.flat());
    return [
      ...gaps.map((gap) => gapProblem(report, gap)),
      ...ties.filter((tie) => !told.has(tie)).flatMap((tie) => problemsOf(tie, found, mends)),
    ];
  },
});

/** Ties between cells of one table. */
const tableTies = remembered((report: CheckedReport): readonly Tie[] => {
  const tables = tablesOf(report.document);
  let at = 0;
  return report.ties.filter(({ kind, relation, terms }) => {
    if ((kind !== 'sum' && kind !== 'part') || relation !== undefined) return false;
    const start = terms[0]?.range.start ?? -1;
    while (at > 0 && (tables[at]?.range.start ?? 0) > start) at--;
    while (at < tables.length - 1 && (tables[at]?.range.end ?? 0) < start) at++;
    const table = tables[at];
    if (!table) return false;
    for (const term of terms) if (!within(term, table.range)) return false;
    return true;
  });
});

/** Totals of one row that all miss, in two columns or more, and no cell explains it: a row is missing, told once. */
function gapsIn(
  { document: { text } }: CheckedReport,
  ties: readonly Tie[],
  found: ReadonlyMap<Tie, Culprit>,
): readonly (readonly Tie[])[] {
  const line = ({ terms }: Tie): number => lineOf(text, terms[0]?.range.start ?? 0);
  const missed = new Set(ties.filter((tie) => tie.kind === 'sum' && isMiss(tie)).map(line));
  if (missed.size === 0) return [];
  const down = ties.filter(
    (tie) => tie.kind === 'sum' && missed.has(line(tie)) && !isAcross(text, tie.terms),
  );
  return [...groupBy(down, line).values()].filter(
    (row) =>
      (row.length >= LEAST_COLUMNS || row.every(({ status }) => status === 'unclear')) &&
      row.every((tie) => isMiss(tie) && !found.has(tie)),
  );
}

const LEAST_COLUMNS = 2;

const isMiss = ({ status, reason }: Tie): boolean =>
  status === 'fail' || (status === 'unclear' && reason === GAP);

const lineOf = (text: string, at: number): number => text.lastIndexOf('\n', at);

/** The figures stand side by side in one row. */
const isAcross = (text: string, [first, second]: Tie['terms']): boolean =>
  first !== undefined &&
  second !== undefined &&
  lineOf(text, first.range.start) === lineOf(text, second.range.start);

function gapProblem({ document: { text } }: CheckedReport, gap: readonly Tie[]): Problem<MessageId> {
  const [first, ...others] = gap.flatMap(({ terms }) => terms.slice(0, 1));
  const [tie] = gap;
  if (!first || !tie) throw new Error('a gap without its totals');
  const start = lineOf(text, first.range.start) + 1;
  const label =
    text
      .slice(start, first.range.start)
      .split('|')
      .find((cell) => /\p{L}/u.test(cell)) ?? '合计';
  return {
    message: 'gap',
    severity: gap.every(({ status }) => status === 'fail') ? 'error' : 'doubt',
    data: { label: label.trim(), count: gap.length, expression: tie.expression },
    range: first.range,
    related: others
      .slice(0, RELATED)
      .map(({ range, raw }) => ({ range, note: `${raw} 也不等于本列各行之和` })),
  };
}

const within = (term: TieTerm, range: { start: number; end: number }): boolean =>
  range.start <= term.range.start && term.range.end <= range.end;

function problemsOf(
  tie: Tie,
  found: ReadonlyMap<Tie, Culprit>,
  mends: ReadonlyMap<number, string>,
): Problem<MessageId>[] {
  const stated = tie.terms[0];
  if (!stated || tie.status === 'pass' || tie.status === 'unclear') return [];
  if (tie.kind === 'part') return tie.status === 'fail' ? [exceeds(tie, stated)] : [];
  const culprit = found.get(tie);
  // One wrong cell breaks its row's total and its column's: it is told once, where it stands.
  if (culprit && !culprit.told) return [];
  const data = { stated: tie.actual, sum: tie.expected, expression: tie.expression };
  const related = tie.terms.slice(1, RELATED + 1).map((term) => ({ range: term.range, note: '加数' }));
  if (tie.status === 'rounding')
    return [{ message: 'rounding', severity: 'notice', data, range: stated.range, related }];
  if (!culprit) {
    // Ties of other kinds may settle which figure is wrong: shares of one total.
    const text = mends.get(stated.range.start);
    const fixes = text === undefined ? [] : [fixTo(stated, text)];
    return [{ message: 'mismatch', data, range: stated.range, related, fixes }];
  }
  const { cell, text } = culprit;
  const fixes = [fixTo(cell, text)];
  if (cell.range.start === stated.range.start && !culprit.crossed) {
    return [{ message: 'mismatch', data, range: stated.range, related, fixes }];
  }
  const others = tie.terms.filter((term) => term.range.start !== cell.range.start).slice(0, RELATED);
  return [
    {
      message: 'culprit',
      data: { ...data, stated: cell.raw, sum: text },
      range: cell.range,
      related: others.map((term) => ({ range: term.range, note: '同一勾稽关系中的数' })),
      fixes,
    },
  ];
}

const fixTo = ({ range }: TieTerm, text: string) => ({ title: `改为 ${text}`, edits: [{ range, text }] });

function exceeds(tie: Tie, stated: TieTerm): Problem<MessageId> {
  const whole = tie.terms[1];
  return {
    message: 'exceeds',
    data: { stated: stated.raw, whole: whole?.raw ?? '' },
    range: stated.range,
    related: whole ? [{ range: whole.range, note: '所属项' }] : [],
  };
}
