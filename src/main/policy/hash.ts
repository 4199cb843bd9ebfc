import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';
import { remembered } from '../../shared/memo';
import type { Policy, PolicySummary } from '../../shared/model/policy';

/** What the record keeps of a policy: two that demand the same have the same hash, however their files are laid out. */
export const summaryOfPolicy = remembered(
  (policy: Policy): PolicySummary => ({
    name: policy.name,
    sha256: createHash('sha256').update(canonicalJson(policy)).digest('hex'),
  }),
);
