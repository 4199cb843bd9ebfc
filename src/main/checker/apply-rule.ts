import type { Policy } from '../../shared/model/policy';
import type { CheckedReport, Limits, Problem, Rule } from './rule';

/** What a rule says of a report under the report's policy; null where it does not apply. */
export function applyRule<M extends string, L extends string>(
  rule: Rule<M, L>,
  report: CheckedReport,
): readonly Problem<M>[] | null {
  const limits = limitsOf(rule, report.policy);
  return rule.applies && !rule.applies(report, limits) ? null : rule.check(report, limits);
}

/** The policy's thresholds where it has them, inside the rule's bounds. */
function limitsOf<L extends string>({ code, limits }: Rule<string, L>, policy: Policy): Limits<L> {
  const own = policy.rules[code]?.limits ?? {};
  const entries = Object.entries<{ value: number; least: number; most: number }>(limits ?? {});
  return Object.fromEntries(
    entries.map(([name, { value, least, most }]) => [
      name,
      Math.min(most, Math.max(least, own[name] ?? value)),
    ]),
  ) as Limits<L>;
}
