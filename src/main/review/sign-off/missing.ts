import type { RuleOutcome } from '../../../shared/model/finding';
import type { DecisionSeen, Missing, Stage } from '../../../shared/model/sign-off';
import type { CaseFacts } from './decide';
import { unsignedKeys } from './lapse';

/** What stands in the way of any signature: errors that are neither fixed nor waived by two, rules that did not run. */
export function missingInText(
  decisions: readonly DecisionSeen[],
  rules: readonly RuleOutcome[],
): readonly Missing[] {
  const failed = rules
    .filter(({ status }) => status === 'failed')
    .map(({ code }): Missing => ({ kind: 'rule-failed', code }));
  const errors = decisions.flatMap(({ severity, decision, fingerprint }): Missing[] => {
    if (severity !== 'error' || decision === 'effective' || decision === 'unused') return [];
    return decision === 'open'
      ? [{ kind: 'error-open', fingerprint }]
      : [{ kind: 'waiver', fingerprint, state: decision }];
  });
  return [...failed, ...errors];
}

/** What stands in the way of the release. */
export function missingForRelease(
  inText: readonly Missing[],
  stages: readonly Stage[],
  { state, held, sections }: Pick<CaseFacts, 'state' | 'held' | 'sections'>,
): readonly Missing[] {
  if (state === 'released') return [];
  const handedIn: readonly Missing[] = state === 'draft' ? [{ kind: 'not-submitted' }] : [];
  const unsigned = stages.flatMap((stage): Missing[] => {
    const unsigned = unsignedKeys(stage, held, sections);
    return unsigned.length === 0 ? [] : [{ kind: 'stage', stage, sections: unsigned }];
  });
  return [...inText, ...handedIn, ...unsigned];
}
