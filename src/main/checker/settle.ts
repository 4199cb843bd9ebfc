import type { Analysis } from '../../shared/model/analysis';
import type { Steps } from '../../shared/steps';
import { applyRule } from './apply-rule';
import { prepareReport } from './prepare';
import type { Problem } from './rule';
import { allRules } from './rules/index';
import type { Carried, CheckOptions } from './run';
import { countTies } from './ties/counts/index';
import type { FarTies } from './ties/index';
import type { TieInput } from './ties/input';
import { sameTies } from './ties/same/index';

/** Finds anew, step by step, what an edit carries over: ties and problems between what stands far apart. */
export function* settling(
  { document, quantities, facts, alignments }: Analysis,
  options: CheckOptions,
): Steps<Carried> {
  const input = { document, quantities, facts, alignments, references: options.references ?? [] };
  const farTies = yield* farTiesOf(input);
  yield;
  const report = prepareReport(document.text, { ...options, document, farTies });
  const problems = new Map<string, readonly Problem[] | null>();
  for (const rule of options.rules ?? allRules) {
    if (rule.looks === 'near' || report.policy.rules[rule.code]?.level === 'off') continue;
    yield;
    try {
      problems.set(rule.code, applyRule(rule, report));
    } catch {
      // The check runs it once more, and says that it failed.
    }
  }
  yield;
  return { farTies, problems };
}

/** The ties, or what throws as their search did: the check then says which rules missed them. */
function* farTiesOf(input: TieInput): Steps<FarTies> {
  try {
    const count = countTies(input.document, input.quantities);
    yield;
    const same = yield* sameTies(input);
    return () => ({ count, same });
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}
