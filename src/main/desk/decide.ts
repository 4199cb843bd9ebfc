import type { Finding } from '../../shared/model/finding';
import type { Disposition, ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { applyEdits, movedRanges } from '../checker/edits';
import { type ActChange, recordAct } from '../db/acts';
import { saveAnalysis } from '../db/analyses';
import { appendAudit } from '../db/audit-log';
import { findDisposition, setDisposition } from '../db/dispositions';
import { addRevision, type ReportRow, type RevisionRow, touchReport } from '../db/reports';
import { analysisKey, checkedBy, type Desk, remember } from './desk';
import { sha256 } from './import-report';
import { referencesOf } from './references';
import { analysisOf, currentRevision, openReport } from './snapshot';

export interface Target {
  readonly reportId: number;
  readonly revisionId: number;
  readonly fingerprint: string;
}

interface Found {
  readonly report: ReportRow;
  readonly revision: RevisionRow;
  readonly finding: Finding;
}

/** Puts a proposed fix into the text: a new revision, checked again. */
export async function applyFix(
  desk: Desk,
  target: Target & { readonly fix: number },
): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { report, revision, finding } = found.value;
  const fix = finding.fixes[target.fix];
  if (!fix) return failure('no-fix', '这个问题没有这一条修改建议');
  const text = applyEdits(revision.text, fix.edits);
  const moved = movedRanges(
    revision.marks.map(({ range }) => range),
    fix.edits,
  );
  const marks = revision.marks.map((mark, index) => ({ ...mark, range: moved[index] ?? mark.range }));
  const { references, key } = await referencesOf(desk, report);
  const analysis = await desk.jobs.run('check', fix.title, { text, marks, references });
  // The check took a moment: another act may have come first.
  const still = currentRevision(desk, target.reportId, target.revisionId);
  if (!still.ok) return still;
  desk.connection.transaction(() => {
    const at = desk.now().toISOString();
    const by = desk.reviewer();
    const reason = `${finding.code} ${fix.title}`;
    const { reportId } = target;
    const { sourceId } = revision;
    const added = {
      reportId,
      parentId: revision.id,
      sourceId,
      text,
      sha256: sha256(text),
      author: by,
      reason,
      at,
      marks,
      edits: fix.edits,
    };
    const after = addRevision(desk.connection, added);
    saveAnalysis(desk.connection, after, analysis, checkedBy(desk, key));
    remember(desk, analysisKey(after, key), analysis);
    const decided: Disposition = {
      fingerprint: finding.fingerprint,
      kind: 'fixed',
      reason: fix.title,
      by,
      at,
    };
    record(desk, 'finding.fixed', `采纳修改：${reason}`, target, decided, { before: revision.id, after });
  })();
  return openReport(desk, target.reportId);
}

/** Leaves the text as it is, with a reason that stands in the record. */
export async function waiveFinding(
  desk: Desk,
  target: Target & { readonly reason: string },
): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { finding } = found.value;
  const { fingerprint, reason } = target;
  desk.connection.transaction(() => {
    const decided: Disposition = {
      fingerprint,
      kind: 'waived',
      reason,
      by: desk.reviewer(),
      at: desk.now().toISOString(),
    };
    record(desk, 'finding.waived', `豁免 ${finding.code}：${reason}`, target, decided);
  })();
  return openReport(desk, target.reportId);
}

/** Takes a waiver back. */
export async function reopenFinding(desk: Desk, target: Target): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { finding } = found.value;
  if (!findDisposition(desk.connection, target.reportId, target.fingerprint)) {
    return failure('not-waived', '这个问题没有被豁免');
  }
  desk.connection.transaction(() => {
    record(desk, 'finding.reopened', `重新打开 ${finding.code}`, target, null);
  })();
  return openReport(desk, target.reportId);
}

async function findFinding(desk: Desk, target: Target): Promise<Result<Found>> {
  const current = currentRevision(desk, target.reportId, target.revisionId);
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const finding = analysis.findings.find((one) => one.fingerprint === target.fingerprint);
  if (!finding) return failure('no-finding', '这个问题在当前版本里已经不存在');
  return { ok: true, value: { report, revision, finding } };
}

/** Writes a decision, the act that undoes it, and the audit entry. Call inside a transaction. */
function record(
  desk: Desk,
  action: string,
  title: string,
  target: Target,
  after: Disposition | null,
  revision?: ActChange['revision'],
): void {
  const { connection } = desk;
  const { reportId, fingerprint } = target;
  const at = desk.now().toISOString();
  const actor = desk.reviewer();
  const before = findDisposition(connection, reportId, fingerprint);
  setDisposition(connection, reportId, fingerprint, after);
  const change: ActChange = {
    ...(revision ? { revision } : {}),
    dispositions: [{ fingerprint, before, after }],
  };
  recordAct(connection, { reportId, title, change, actor, at });
  const detail = {
    fingerprint,
    ...(revision ? { revision } : {}),
    ...(after ? { reason: after.reason } : {}),
  };
  appendAudit(connection, { reportId, at, actor, action, summary: title, detail });
  touchReport(connection, reportId, at);
}
