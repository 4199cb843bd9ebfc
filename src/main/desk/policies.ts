import type { Policy, PolicyEntry, PolicyShelf } from '../../shared/model/policy';
import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result, success } from '../../shared/result';
import { ruleCatalogue } from '../checker/catalogue';
import { appendAudit } from '../db/audit-log';
import { choosePolicy, listPolicies, removePolicy, reportsUnderPolicy, savePolicy } from '../db/policies';
import { writeSetting } from '../db/settings';
import { summaryOfPolicy } from '../policy/hash';
import { checkPolicy, parsePolicy } from '../policy/parse';
import { shippedPolicies } from '../policy/shipped';
import { changeable } from './case';
import type { Desk } from './desk';
import { findById, ownNumber, policyOf, STANDARD_SETTING, standardId } from './policy-of';
import { currentRevision, openReport } from './snapshot';

/** Every policy of the library: the shipped ones, then those of the house by name. */
export function policyShelf({ connection }: Desk): PolicyShelf {
  const shipped = Object.entries(shippedPolicies).map(([id, policy]) =>
    entryOf(connection, id, policy, null),
  );
  const own = listPolicies(connection).map((one) => entryOf(connection, `own-${one.id}`, one.policy, one));
  return { policies: [...shipped, ...own], standard: standardId(connection), rules: ruleCatalogue };
}

type Connection = Desk['connection'];

const entryOf = (
  connection: Connection,
  id: string,
  policy: Policy,
  changed: { readonly changedBy: string; readonly changedAt: string } | null,
): PolicyEntry => ({
  id,
  policy,
  sha256: summaryOfPolicy(policy).sha256,
  shipped: changed === null,
  reports: reportsUnderPolicy(connection, id).length,
  changedBy: changed?.changedBy ?? null,
  changedAt: changed?.changedAt ?? null,
});

/** Keeps a policy of the house, new where `id` is null. Errors: `shipped`, `no-policy`, `bad-policy`, `same-name`. */
export function keepPolicy(desk: Desk, id: string | null, value: unknown): Result<PolicyShelf> {
  const { connection } = desk;
  const checked = checkPolicy(value, ruleCatalogue);
  if (!checked.ok) return checked;
  const policy = checked.value;
  if (id !== null && Object.hasOwn(shippedPolicies, id)) {
    return failure('shipped', '随软件提供的政策不能改，请先复制');
  }
  if (id !== null && !findById(connection, id)) return failure('no-policy', '资料库里没有这份政策');
  const taken = policyShelf(desk).policies.some((one) => one.id !== id && one.policy.name === policy.name);
  if (taken) return failure('same-name', `已有名为“${policy.name}”的政策，请换一个名称`);
  const own = id === null ? null : ownNumber(id);
  connection.transaction(() => {
    const at = desk.now().toISOString();
    const actor = desk.reviewer();
    const kept = savePolicy(connection, own, policy, actor, at);
    const { sha256 } = summaryOfPolicy(policy);
    appendAudit(connection, {
      reportId: null,
      at,
      actor,
      action: own === null ? 'policy.added' : 'policy.changed',
      summary: `${own === null ? '新增' : '修改'}政策“${policy.name}”`,
      detail: { policy: `own-${kept}`, name: policy.name, sha256 },
    });
    // What a person chose for a report is not what it was: each such report's own log says so.
    for (const reportId of reportsUnderPolicy(connection, `own-${kept}`)) {
      const summary = `所用的检查政策“${policy.name}”有修改`;
      const detail = { policy: `own-${kept}`, name: policy.name, sha256 };
      appendAudit(connection, { reportId, at, actor, action: 'report.policy', summary, detail });
    }
  })();
  return success(policyShelf(desk));
}

/** A policy file's text becomes a policy of the house. Errors: those of `parsePolicy` and `keepPolicy`. */
export function takePolicy(desk: Desk, text: string): Result<PolicyShelf> {
  const parsed = parsePolicy(text, ruleCatalogue);
  if (!parsed.ok) return parsed;
  return keepPolicy(desk, null, { ...parsed.value, name: freeName(desk, parsed.value.name) });
}

/** 监管报告（2） where 监管报告 is taken. */
function freeName(desk: Desk, name: string): string {
  const names = new Set(policyShelf(desk).policies.map(({ policy }) => policy.name));
  let free = name;
  for (let nth = 2; names.has(free); nth++) free = `${name.slice(0, 50)}（${nth}）`;
  return free;
}

/** Errors: `shipped`, `no-policy`, `in-use`. */
export function dropPolicy(desk: Desk, id: string): Result<PolicyShelf> {
  const { connection } = desk;
  const policy = findById(connection, id);
  const own = ownNumber(id);
  if (!policy) return failure('no-policy', '资料库里没有这份政策');
  if (own === null) return failure('shipped', '随软件提供的政策不能删除');
  const reports = reportsUnderPolicy(connection, id).length;
  if (reports > 0) return failure('in-use', `还有 ${reports} 份报告选用这份政策，请先改选`);
  if (standardId(connection) === id) return failure('in-use', '这份政策是资料库的默认政策，请先改选默认');
  connection.transaction(() => {
    removePolicy(connection, own);
    appendAudit(connection, {
      reportId: null,
      at: desk.now().toISOString(),
      actor: desk.reviewer(),
      action: 'policy.removed',
      summary: `删除政策“${policy.name}”`,
      detail: { policy: id, name: policy.name, sha256: summaryOfPolicy(policy).sha256 },
    });
  })();
  return success(policyShelf(desk));
}

/** The policy that reports follow unless a person chooses another. Errors: `no-policy`. */
export function setStandard(desk: Desk, id: string): Result<PolicyShelf> {
  const { connection } = desk;
  const policy = findById(connection, id);
  if (!policy) return failure('no-policy', '资料库里没有这份政策');
  connection.transaction(() => {
    writeSetting(connection, STANDARD_SETTING, id);
    appendAudit(connection, {
      reportId: null,
      at: desk.now().toISOString(),
      actor: desk.reviewer(),
      action: 'policy.standard',
      summary: `默认政策改为“${policy.name}”`,
      detail: { policy: id, name: policy.name, sha256: summaryOfPolicy(policy).sha256 },
    });
  })();
  return success(policyShelf(desk));
}

export interface PolicyOrder {
  readonly reportId: number;
  readonly revisionId: number;
  /** Null: as the library. */
  readonly policy: string | null;
}

/** Chooses the policy that a report follows and checks it again. Errors: `no-report`, `stale`, `no-policy`. */
export async function setPolicy(desk: Desk, order: PolicyOrder): Promise<Result<ReviewSnapshot>> {
  const { reportId, revisionId, policy: id } = order;
  const current = changeable(desk, currentRevision(desk, reportId, revisionId));
  if (!current.ok) return current;
  const { connection } = desk;
  const policy = id === null ? null : findById(connection, id);
  if (id !== null && !policy) return failure('no-policy', '资料库里没有这份政策');
  connection.transaction(() => {
    const at = desk.now().toISOString();
    const actor = desk.reviewer();
    choosePolicy(connection, reportId, id, actor, at);
    const { policy: followed } = policyOf(desk, reportId);
    const { name, sha256 } = summaryOfPolicy(followed);
    appendAudit(connection, {
      reportId,
      at,
      actor,
      action: 'report.policy',
      summary: policy ? `检查政策改为“${name}”` : `检查政策改为资料库默认的“${name}”`,
      detail: { policy: id, name, sha256 },
    });
  })();
  return openReport(desk, reportId);
}
