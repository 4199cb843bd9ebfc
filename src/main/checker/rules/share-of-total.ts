import { addTo } from '../../../shared/group-by';
import type { Tie } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { ratesInTables } from '../ties/standing';
import { columnOf, type WrongRate, wrongRates } from '../ties/tables/rate-culprits';

type MessageId = 'mismatch' | 'operand' | 'whole' | 'sum' | 'rounding';

const RELATED = 12;

/** 占比 and 比重 against part ÷ total, their sum against 100 %, and 完成预算 against 决算 ÷ 预算, within tables. */
export const shareOfTotal = defineRule<MessageId>({
  code: 'T110',
  name: 'share-of-total',
  severity: 'error',
  looks: 'near',
  absorbs: ['T114'],
  messages: {
    mismatch: '比重写作 {stated}，按表中数字计算应为 {expected}：{expression}',
    operand:
      '比重写作 {stated}，按表中数字计算为 {expected}：{expression}；其中 {suspects} 与别处也不相符，可能是它有误',
    whole: '此处写作 {stated}，以它为总额的 {count} 处比重都与它不符：{expression}',
    sum: '比重合计写作 {stated}，各项比重相加为 {expected}：{expression}',
    rounding: '本列比重有 {count} 处与按表中数字计算的结果相差末位，在四舍五入范围内',
  },
  applies: (report) => ratesInTables(report, 'share').length > 0,
  check(report) {
    const ties = ratesInTables(report, 'share');
    const wrong = wrongRates(report, ties);
    const told = new Set(
      wrong.filter(({ tie }) => tie.form === 'share').map(({ stated }) => stated.range.start),
    );
    // A wrong share breaks the sum of all shares too: it is told once, where it stands.
    const isTold = ({ tie }: WrongRate): boolean =>
      tie.form === 'sum' && tie.terms.some(({ range }) => told.has(range.start));
    const { wholes, others } = parted(wrong.filter((one) => !isTold(one)));
    return [...wholes.map(wholeProblem), ...others.map(problemOf), ...roundings(report, ties)];
  },
});

/** Two shares or more that fail with one whole show that the whole is wrong: it is told once. */
function parted(wrong: readonly WrongRate[]): {
  readonly wholes: readonly (readonly WrongRate[])[];
  readonly others: readonly WrongRate[];
} {
  const byWhole = new Map<number, WrongRate[]>();
  const keyOf = ({ tie, suspects }: WrongRate): number =>
    suspects.find(({ role }) => tie.form === 'share' && role === 'whole')?.range.start ?? -1;
  for (const one of wrong) {
    const list = byWhole.get(keyOf(one));
    if (list) list.push(one);
    else byWhole.set(keyOf(one), [one]);
  }
  const isWhole = (key: number): boolean => key >= 0 && (byWhole.get(key)?.length ?? 0) > 1;
  return {
    wholes: [...byWhole].flatMap(([key, list]) => (isWhole(key) ? [list] : [])),
    others: wrong.filter((one) => !isWhole(keyOf(one))),
  };
}

function wholeProblem(wrong: readonly WrongRate[]): Problem<MessageId> {
  const [first] = wrong;
  const whole = first?.tie.terms.find(({ role }) => role === 'whole');
  if (!first || !whole) throw new Error('a share without its whole');
  return {
    message: 'whole',
    data: { stated: whole.raw, count: wrong.length, expression: first.tie.expression },
    range: whole.range,
    related: wrong
      .slice(0, RELATED)
      .map(({ stated, tie }) => ({ range: stated.range, note: tie.expression })),
  };
}

function problemOf({ tie, stated, suspects, text }: WrongRate): Problem<MessageId> {
  const data = { stated: tie.actual, expected: tie.expected, expression: tie.expression };
  const note = (role: string): string => (role === 'whole' ? '总额' : role === 'part' ? '部分' : '各项比重');
  const related = tie.terms
    .slice(1, RELATED + 1)
    .map((term) => ({ range: term.range, note: suspects.includes(term) ? '可能有误' : note(term.role) }));
  const fixes = text === '' ? [] : [{ title: `改为 ${text}`, edits: [{ range: stated.range, text }] }];
  if (tie.form === 'sum') return { message: 'sum', data, range: stated.range, related, fixes };
  if (suspects.length === 0) return { message: 'mismatch', data, range: stated.range, related, fixes };
  const named = suspects.map(({ raw }) => raw).join('、');
  return { message: 'operand', data: { ...data, suspects: named }, range: stated.range, related };
}

/** One notice for each column. */
function roundings(report: CheckedReport, ties: readonly Tie[]): readonly Problem<MessageId>[] {
  const columns = new Map<string, Tie[]>();
  for (const tie of ties) {
    if (tie.status !== 'rounding') continue;
    const column = columnOf(report, tie).replace(/ (?:sum|share) /, ' ');
    addTo(columns, column, tie);
  }
  return [...columns.values()].flatMap((rounded): Problem<MessageId>[] => {
    const places = rounded.flatMap(({ terms, expression }) =>
      terms.slice(0, 1).map(({ range }) => ({ range, note: expression })),
    );
    const [first, ...others] = places;
    if (!first) return [];
    const data = { count: places.length };
    const related = others.slice(0, RELATED);
    return [{ message: 'rounding', severity: 'notice', data, range: first.range, related }];
  });
}
