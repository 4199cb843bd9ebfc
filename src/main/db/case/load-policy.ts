import { canonicalJson } from '../../../shared/canonical-json';
import type { Policy } from '../../../shared/model/policy';
import type { Connection } from '../open';
import { choosePolicy, listPolicies, savePolicy } from '../policies';
import { CaseClash } from './loading';

/** The policy of the file becomes the report's: one of the house is added where no equal one is here. */
export function loadPolicy(
  connection: Connection,
  reportId: number,
  policy: string | Record<string, unknown> | null,
  actor: string,
  at: string,
): void {
  if (policy === null || typeof policy === 'string') {
    choosePolicy(connection, reportId, policy, actor, at);
    return;
  }
  const wanted = canonicalJson(policy);
  const known = listPolicies(connection);
  const equal = known.find((one) => canonicalJson(one.policy) === wanted);
  if (!equal && known.some(({ policy: own }) => own.name === policy['name'])) {
    throw new CaseClash(`本机已有另一份名为“${String(policy['name'])}”的政策，请先改名`);
  }
  const id = equal?.id ?? savePolicy(connection, null, policy as unknown as Policy, actor, at);
  choosePolicy(connection, reportId, `own-${id}`, actor, at);
}
