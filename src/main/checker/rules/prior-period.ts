import type { OutsideTerm, Tie } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { sourceOf } from '../text/outside-source';

type MessageId = 'change' | 'restated';

/** 较11月, 同比, 环比 and restated figures against the earlier report or a ledger. */
export const priorPeriod = defineRule<MessageId>({
  code: 'N207',
  name: 'prior-period',
  severity: 'error',
  looks: 'near',
  messages: {
    change: '变动写作 {stated}，按{source}{place}的上期数 {base} 计算应为 {expected}：{expression}',
    restated: '上期数写作 {stated}，{source}{place}为 {base}',
  },
  applies: (report) => report.references.length > 0 && report.ties.some(({ kind }) => kind === 'prior'),
  check: (report) =>
    report.ties.flatMap((tie) =>
      tie.kind === 'prior' && tie.status === 'fail' ? problemOf(report, tie) : [],
    ),
});

function problemOf(report: CheckedReport, tie: Tie): Problem<MessageId>[] {
  const [stated, current] = tie.terms;
  const base = tie.outside?.[0];
  if (!stated || !base) return [];
  const isRestated = tie.form === 'equal';
  const data = {
    stated: stated.raw,
    base: base.raw,
    expected: tie.expected,
    expression: tie.expression,
    ...sourceOf(report, base),
  };
  const text = fixText(tie, base);
  return [
    {
      message: isRestated ? 'restated' : 'change',
      data,
      range: stated.range,
      related: current ? [{ range: current.range, note: '本期数' }] : [],
      fixes: text === '' ? [] : [{ title: `改为 ${text}`, edits: [{ range: stated.range, text }] }],
    },
  ];
}

/** Where the words say the direction, a figure of the other sign cannot stand in their place. */
function fixText({ form, expected, terms }: Tie, base: OutsideTerm): string {
  const [stated, current] = terms;
  if (!stated?.figure || stated.figure.approximator || current?.figure?.approximator) return '';
  if (form === 'equal' && base.figure.precision > stated.figure.precision) return '';
  const turned = expected.startsWith('-') && !/^[-−－]/.test(stated.raw);
  return turned || expected === '' ? '' : expected;
}
