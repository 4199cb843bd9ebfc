import type { Tie } from '../../../shared/model/tie';
import { type CheckedReport, defineRule, type Problem } from '../rule';
import { sourceOf } from '../text/outside-source';

/** A fact against its ledger row. */
export const ledgerMismatch = defineRule<'mismatch'>({
  code: 'N208',
  name: 'ledger-mismatch',
  severity: 'error',
  looks: 'near',
  messages: { mismatch: '报告写作 {stated}，{source}{place}“{name}”为 {ledger}' },
  applies: (report) => report.ties.some(({ kind }) => kind === 'ledger'),
  check: (report) =>
    report.ties.flatMap((tie) =>
      tie.kind === 'ledger' && tie.status === 'fail' ? problemOf(report, tie) : [],
    ),
});

function problemOf(report: CheckedReport, { terms, outside, expected }: Tie): Problem<'mismatch'>[] {
  const [stated] = terms;
  const ledger = outside?.[0];
  if (!stated || !ledger) return [];
  const { concept, scope, period } = ledger;
  const name = [scope, concept, period].filter(Boolean).join(' ');
  const isExact = !stated.figure?.approximator && ledger.figure.precision <= (stated.figure?.precision ?? 0);
  return [
    {
      message: 'mismatch',
      data: { stated: stated.raw, ledger: ledger.raw, name, ...sourceOf(report, ledger) },
      range: stated.range,
      fixes: isExact ? [{ title: `改为 ${expected}`, edits: [{ range: stated.range, text: expected }] }] : [],
    },
  ];
}
