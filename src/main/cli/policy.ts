import type { Policy } from '../../shared/model/policy';
import { failure, type Result, success } from '../../shared/result';
import { ruleCatalogue } from '../checker/catalogue';
import { readFileBounded } from '../files';
import { MAX_POLICY_BYTES, parsePolicy } from '../policy/parse';
import { shippedPolicies } from '../policy/shipped';

/** The policy named on the command line: a shipped one by name or title, else a file. Errors: those of reading it. */
export async function readPolicy(name: string): Promise<Result<Policy>> {
  const shipped = Object.entries(shippedPolicies).find(
    ([id, { name: title }]) => id === name || title === name,
  );
  if (shipped) return success(shipped[1]);
  const bytes = await readFileBounded(name, MAX_POLICY_BYTES);
  if (!bytes.ok) return failure(bytes.error.code, `政策 ${name} 读不了：${bytes.error.message}`);
  const policy = parsePolicy(new TextDecoder().decode(bytes.value), ruleCatalogue);
  return policy.ok ? policy : failure(policy.error.code, `${name}：${policy.error.message}`);
}
