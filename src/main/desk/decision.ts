import type { Analysis } from '../../shared/model/analysis';
import type { Finding } from '../../shared/model/finding';
import type { Disposition } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { type ActChange, recordAct } from '../db/acts';
import { appendAudit } from '../db/audit-log';
import { findDisposition, setDisposition } from '../db/dispositions';
import { type ReportRow, type RevisionRow, touchReport } from '../db/reports';
import { changeable } from './case';
import { actorId, type Desk } from './desk';
import { analysisOf, currentRevision } from './snapshot';

export interface Target {
  readonly reportId: number;
  readonly revisionId: number;
  readonly fingerprint: string;
}

interface Found {
  readonly report: ReportRow;
  readonly revision: RevisionRow;
  readonly analysis: Analysis;
  readonly finding: Finding;
}

/** The finding of the newest revision that a decision is about. Errors: as `changeable`, and `no-finding`. */
export async function findFinding(desk: Desk, target: Target): Promise<Result<Found>> {
  const current = changeable(desk, currentRevision(desk, target.reportId, target.revisionId));
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const finding = analysis.findings.find((one) => one.fingerprint === target.fingerprint);
  if (!finding) return failure('no-finding', '这个问题在当前版本里已经不存在');
  return { ok: true, value: { report, revision, analysis, finding } };
}

/** Writes decisions, the act that undoes them, and the audit entry. Call inside a transaction. */
export function record(
  desk: Desk,
  action: string,
  title: string,
  reportId: number,
  decided: readonly Decision[],
  revision?: ActChange['revision'],
): void {
  const { connection } = desk;
  const at = desk.now().toISOString();
  const actor = desk.reviewer();
  const dispositions = decided.map((decision) => {
    const after = 'reopened' in decision ? null : decision;
    const { fingerprint } = decision;
    const before = findDisposition(connection, reportId, fingerprint);
    setDisposition(connection, reportId, fingerprint, after);
    return { fingerprint, before, after };
  });
  const change: ActChange = { ...(revision ? { revision } : {}), dispositions };
  recordAct(connection, { reportId, title, change, actor, actorId: actorId(desk), at });
  const [first] = dispositions;
  const detail = {
    ...(dispositions.length > 1
      ? { fingerprints: dispositions.map(({ fingerprint }) => fingerprint) }
      : first
        ? { fingerprint: first.fingerprint }
        : {}),
    ...(revision ? { revision } : {}),
    ...(first?.after && dispositions.length === 1 ? { reason: first.after.reason } : {}),
  };
  appendAudit(connection, { reportId, at, actor, action, summary: title, detail });
  touchReport(connection, reportId, at);
}

/** What every decision of the person at the desk says. */
export const decisionBy = (desk: Desk, at: string) => ({
  by: desk.reviewer(),
  byId: actorId(desk),
  at,
  bound: null,
  expiresOn: null,
  confirmed: null,
});

/** What was decided of a finding; `reopened`: what stood there no longer does. */
type Decision = Disposition | { readonly fingerprint: string; readonly reopened: true };
