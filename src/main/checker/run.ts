import type { Analysis } from '../../shared/model/analysis';
import type { ReportDocument } from '../../shared/model/document';
import type { Finding, RuleOutcome } from '../../shared/model/finding';
import type { Policy } from '../../shared/model/policy';
import type { Alignment, Reference, ReferenceSummary } from '../../shared/model/reference';
import type { SourceMark } from '../../shared/model/source';
import type { Change } from '../document/reparse';
import { summaryOfPolicy } from '../policy/hash';
import { DEFAULT_POLICY } from '../policy/shipped';
import { applyRule } from './apply-rule';
import { coverageOf, quantityStates } from './coverage';
import { mergeFindings } from './merge';
import { prepareReport } from './prepare';
import type { CheckedReport, Problem, Rule } from './rule';
import { allRules } from './rules/index';
import { type Stamped, stamp } from './stamp';
import type { FarTies } from './ties/index';

export interface CheckOptions {
  readonly rules?: readonly Rule[];
  readonly marks?: readonly SourceMark[];
  /** The previous report and ledgers to check against. */
  readonly references?: readonly Reference[];
  /** What the house demands; the shipped policy for reports to a regulator if not said. */
  readonly policy?: Policy;
  /** The text as parsed already; see `Rechecker`. */
  readonly document?: ReportDocument;
  /** What is known of the text before the last edit; given, what rests is carried over from it. */
  readonly carried?: Carried;
  /** What each rule said of the text before the last edit, by its code. */
  readonly stamped?: { readonly stamps: ReadonlyMap<string, readonly Stamped[]>; readonly change: Change };
  /** Takes what each rule says, for the next edit. */
  readonly onProblems?: (rule: Rule, problems: readonly Problem[] | null, stamps: readonly Stamped[]) => void;
  /** Called between steps with the share done, 0 to 1. May throw to stop the check. */
  readonly onProgress?: (done: number) => void;
}

/** What an edit leaves as it was until edits rest. */
export interface Carried {
  readonly farTies: FarTies;
  /** Code → what the rule said, null where it does not apply. */
  readonly problems: ReadonlyMap<string, readonly Problem[] | null>;
}

/** Working text → everything that the checker knows of it. */
export function checkText(text: string, options: CheckOptions = {}): Analysis {
  const rules = options.rules ?? allRules;
  const progress = options.onProgress ?? (() => {});
  const { marks = [], references = [], policy = DEFAULT_POLICY } = options;
  const report = prepareReport(text, {
    marks,
    references,
    policy,
    onProgress: progress,
    ...(options.document ? { document: options.document } : {}),
    ...(options.carried ? { farTies: options.carried.farTies } : {}),
  });
  const findings: Finding[] = [];
  const outcomes: RuleOutcome[] = [];
  rules.forEach((rule, index) => {
    progress(0.5 + (0.5 * index) / rules.length);
    const result = runRule(rule, report, options);
    findings.push(...result.findings);
    outcomes.push(result.outcome);
  });
  const states = quantityStates(report.quantities, report.ties);
  progress(1);
  return {
    document: report.document,
    quantities: report.quantities,
    facts: report.facts,
    ties: report.ties,
    culprits: report.culprits,
    references: references.map((one, index) => summaryOf(one, index, report.alignments)),
    alignments: report.alignments,
    findings: mergeFindings(findings, rules),
    rules: outcomes,
    policy: summaryOfPolicy(policy),
    states,
    coverage: coverageOf(states),
  };
}

const summaryOf = (
  { kind, name, facts }: Reference,
  index: number,
  alignments: readonly Alignment[],
): ReferenceSummary => {
  const used = new Set<string>();
  for (const { previous, ledger } of alignments) {
    for (const figure of [previous, ledger]) if (figure?.reference === index) used.add(figure.place);
  }
  return { kind, name, facts: facts.length, used: used.size };
};

interface Result {
  readonly findings: readonly Finding[];
  readonly outcome: RuleOutcome;
}

/** A rule that throws, or that misses ties as a search for them threw, is reported as failed: never a silent pass. */
function runRule(rule: Rule, report: CheckedReport, options: CheckOptions): Result {
  const result = resultOf(rule, report, options);
  const error = report.broken.get(rule.code);
  return error === undefined || result.outcome.status === 'off'
    ? result
    : { ...result, outcome: { ...result.outcome, status: 'failed', error } };
}

function resultOf(rule: Rule, report: CheckedReport, { carried, stamped, onProblems }: CheckOptions): Result {
  const base = { code: rule.code, rule: rule.name };
  const level = report.policy.rules[rule.code]?.level ?? null;
  if (level === 'off') return { findings: [], outcome: { ...base, status: 'off', findings: 0 } };
  try {
    const before = rule.looks === 'across' ? carried?.problems.get(rule.code) : undefined;
    const problems = before === undefined ? applyRule(rule, report) : before;
    if (!problems) {
      onProblems?.(rule, null, []);
      return { findings: [], outcome: { ...base, status: 'not-applicable', findings: 0 } };
    }
    const earlier = stamped && { stamps: stamped.stamps.get(rule.code) ?? [], change: stamped.change };
    const stamps = stamp(rule, problems, report.document.text, level, earlier);
    onProblems?.(rule, problems, stamps);
    const findings = stamps.map(({ finding }) => finding);
    const status = findings.length > 0 ? 'found' : 'passed';
    return { findings, outcome: { ...base, status, findings: findings.length } };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    return { findings: [], outcome: { ...base, status: 'failed', findings: 0, error } };
  }
}
