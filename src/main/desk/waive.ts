import type { Disposition, ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { findDisposition, setConfirmation } from '../db/dispositions';
import { touchReport } from '../db/reports';
import { boundTo, waiverState } from '../review/waivers';
import { dropLapsed, mayConfirm } from './case';
import { decisionBy, findFinding, record, type Target } from './decision';
import { type Desk, today } from './desk';
import { openReport } from './snapshot';

/** Leaves the text as it is, with a reason that stands in the record. */
export async function waiveFinding(
  desk: Desk,
  target: Target & { readonly reason: string; readonly expiresOn?: string | null },
): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { finding, revision, analysis } = found.value;
  const { fingerprint, reason, expiresOn = null } = target;
  desk.connection.transaction(() => {
    const decided: Disposition = {
      ...decisionBy(desk, desk.now().toISOString()),
      fingerprint,
      kind: 'waived',
      reason,
      bound: boundTo(revision.text, finding),
      expiresOn,
    };
    record(desk, 'finding.waived', `豁免 ${finding.code}：${reason}`, target.reportId, [decided]);
    dropLapsed(desk, target.reportId, analysis, 'act');
  })();
  return openReport(desk, target.reportId);
}

/** Takes a waiver back. */
export async function reopenFinding(desk: Desk, target: Target): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { finding, analysis } = found.value;
  if (!findDisposition(desk.connection, target.reportId, target.fingerprint)) {
    return failure('not-waived', '这个问题没有被豁免');
  }
  desk.connection.transaction(() => {
    const { reportId, fingerprint } = target;
    record(desk, 'finding.reopened', `重新打开 ${finding.code}`, reportId, [{ fingerprint, reopened: true }]);
    dropLapsed(desk, reportId, analysis, 'act');
  })();
  return openReport(desk, target.reportId);
}

/**
 * Stands by another person's waiver as the second one, or takes one's own word back. Errors: `not-waived`, `not-second`,
 * `not-confirmed`.
 */
export async function confirmWaiver(
  desk: Desk,
  target: Target & { readonly confirm: boolean },
): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { finding, revision, analysis } = found.value;
  const { connection } = desk;
  const { reportId, fingerprint } = target;
  const waiver = findDisposition(connection, reportId, fingerprint);
  const person = desk.person();
  if (waiver?.kind !== 'waived') return failure('not-waived', '这个问题没有被豁免');
  if (!person) return failure('locked', '请先选择身份并输入口令');
  const state = waiverState(waiver, finding, { text: revision.text, today: today(desk) });
  if (target.confirm && !mayConfirm(desk, reportId, { waiver, state })) {
    return failure('not-second', '豁免由另一位有权限的人员确认');
  }
  if (!target.confirm && waiver.confirmed?.byId !== person.id) {
    return failure('not-confirmed', '只有确认人本人可以撤回确认');
  }
  connection.transaction(() => {
    const at = desk.now().toISOString();
    setConfirmation(connection, reportId, fingerprint, target.confirm ? { byId: person.id, at } : null);
    touchReport(connection, reportId, at);
    const action = target.confirm ? 'waiver.confirmed' : 'waiver.unconfirmed';
    const summary = `${target.confirm ? '确认豁免' : '撤回对豁免的确认'} ${finding.code}：${waiver.reason}`;
    const detail = { fingerprint, person: person.id, waivedBy: waiver.byId ?? waiver.by };
    appendAudit(connection, { reportId, at, actor: person.name, action, summary, detail });
    dropLapsed(desk, reportId, analysis, 'act');
  })();
  return openReport(desk, reportId);
}
