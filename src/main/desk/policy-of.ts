import type { Policy } from '../../shared/model/policy';
import { chosenPolicy, findPolicy } from '../db/policies';
import { readSetting } from '../db/settings';
import { DEFAULT_POLICY, DEFAULT_POLICY_ID, shippedPolicies } from '../policy/shipped';
import type { Desk } from './desk';

type Connection = Desk['connection'];

export const STANDARD_SETTING = 'policy';

/** 7 of `own-7`; null for a shipped policy's name. */
export function ownNumber(id: string): number | null {
  const own = /^own-(\d{1,15})$/.exec(id);
  return own ? Number(own[1]) : null;
}

export function findById(connection: Connection, id: string): Policy | null {
  if (Object.hasOwn(shippedPolicies, id)) return shippedPolicies[id as keyof typeof shippedPolicies];
  const own = ownNumber(id);
  return own === null ? null : (findPolicy(connection, own)?.policy ?? null);
}

export function standardId(connection: Connection): string {
  const id = readSetting(connection, STANDARD_SETTING) ?? DEFAULT_POLICY_ID;
  return findById(connection, id) ? id : DEFAULT_POLICY_ID;
}

/** The policy that a report follows; without a report the library's own. */
export function policyOf(
  { connection }: Desk,
  reportId: number | null,
): { id: string; policy: Policy; chosen: boolean } {
  const chosen = reportId === null ? null : chosenPolicy(connection, reportId);
  const own = chosen === null ? null : findById(connection, chosen);
  if (chosen !== null && own) return { id: chosen, policy: own, chosen: true };
  const id = standardId(connection);
  return { id, policy: findById(connection, id) ?? DEFAULT_POLICY, chosen: false };
}
