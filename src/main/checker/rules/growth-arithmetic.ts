import type { Tie } from '../../../shared/model/tie';
import { defineRule, type Problem } from '../rule';
import { fixesOf, type Mend, mendOf, proseTiesOf, standingOf } from '../text/prose-ties';

type MessageId = 'mismatch' | 'direction' | 'multiple';

const KINDS = ['growth'] as const;

/** In prose: 从9个拓展到29个，增加20个 and 增长…% against the two figures that the text itself states. */
export const growthArithmetic = defineRule<MessageId>({
  code: 'N206',
  name: 'growth-arithmetic',
  severity: 'error',
  messages: {
    mismatch: '变动写作 {stated}，按文中两期数字计算应为 {expected}：{expression}',
    direction: '变动写作 {stated}，按文中两期数字计算为 {expected}，升降方向相反：{expression}',
    multiple:
      '增长 {stated} 与“为原来的 {stated}”只能有一个成立，按文中数字计算为增长 {expected}：{expression}',
  },
  applies: (report) => proseTiesOf(report, KINDS).length > 0,
  check(report) {
    return proseTiesOf(report, KINDS)
      .filter(({ status }) => status === 'fail')
      .map((tie) => problemOf(tie, mendOf(tie, standingOf(report))));
  },
});

function problemOf(tie: Tie, mend: Mend | null): Problem<MessageId> {
  const [stated, ...others] = tie.terms;
  if (!stated) throw new Error('a tie without its stated figure');
  const data = { stated: stated.raw, expected: tie.expected, expression: tie.expression };
  const related = others.map(({ range, role }) => ({ range, note: role === 'base' ? '基期数' : '本期数' }));
  const { range } = stated;
  if (tie.form === 'increase') return { message: 'multiple', severity: 'doubt', data, range, related };
  if (tie.expected.startsWith('-') !== stated.raw.startsWith('-')) {
    return { message: 'direction', data, range, related };
  }
  return { message: 'mismatch', data, range, related, fixes: fixesOf(tie, mend) };
}
