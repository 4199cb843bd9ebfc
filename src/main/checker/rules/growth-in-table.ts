import { defineRule, type Problem } from '../rule';
import { ratesInTables } from '../ties/standing';
import { type WrongRate, wrongRates } from '../ties/tables/rate-culprits';

type MessageId = 'mismatch' | 'operand';

/** 增长, 增减, 同比 and 环比 columns against the two periods' figures, within tables. */
export const growthInTable = defineRule<MessageId>({
  code: 'T111',
  name: 'growth-in-table',
  severity: 'error',
  looks: 'near',
  absorbs: ['T114'],
  messages: {
    mismatch: '变动写作 {stated}，按表中两期数字计算应为 {expected}：{expression}',
    operand:
      '变动写作 {stated}，按表中两期数字计算为 {expected}：{expression}；其中 {suspects} 与别处也不相符，可能是它有误',
  },
  applies: (report) => ratesInTables(report, 'growth').length > 0,
  check: (report) => wrongRates(report, ratesInTables(report, 'growth')).map(problemOf),
});

function problemOf({ tie, stated, suspects, text }: WrongRate): Problem<MessageId> {
  const data = { stated: tie.actual, expected: tie.expected, expression: tie.expression };
  const related = tie.terms.slice(1).map((term) => {
    const role = term.role === 'base' ? '基期数' : '本期数';
    return { range: term.range, note: suspects.includes(term) ? `${role}，可能有误` : role };
  });
  const { range } = stated;
  if (suspects.length > 0) {
    const named = suspects.map(({ raw }) => raw).join('、');
    return { message: 'operand', data: { ...data, suspects: named }, range, related };
  }
  const fixes = text === '' ? [] : [{ title: `改为 ${text}`, edits: [{ range, text }] }];
  return { message: 'mismatch', data, range, related, fixes };
}
