import type { Policy } from '../../shared/model/policy';
import type { Reference } from '../../shared/model/reference';
import type { ReportRow } from '../db/reports';
import { untilWritten } from '../db/unwritten';
import { summaryOfPolicy } from '../policy/hash';
import type { Desk } from './desk';
import { policyOf } from './policy-of';
import { referencesOf } from './references';

/** What a report is checked against: its references and its policy. `key` changes whenever any of it does. */
export interface Basis {
  readonly references: readonly Reference[];
  readonly policy: Policy;
  readonly key: string;
}

export const basisOf = (desk: Desk, report: ReportRow): Promise<Basis> =>
  untilWritten(desk.connection, `basis of ${report.id}`, () => readBasis(desk, report));

async function readBasis(desk: Desk, report: ReportRow): Promise<Basis> {
  const { references, key } = await referencesOf(desk, report);
  const { policy } = policyOf(desk, report.id);
  return { references, policy, key: basisKey(policy, key) };
}

/** `references`: the key of the references, empty without any. */
export const basisKey = (policy: Policy, references: string): string =>
  [`policy ${summaryOfPolicy(policy).sha256}`, references].filter((part) => part !== '').join(', ');
