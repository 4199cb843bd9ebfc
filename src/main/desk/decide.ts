import type { Analysis } from '../../shared/model/analysis';
import type { Edit, Finding } from '../../shared/model/finding';
import { overlaps, type Range } from '../../shared/model/range';
import type { Disposition, ReviewSnapshot } from '../../shared/model/review';
import type { SourceMark } from '../../shared/model/source';
import { type Failure, failure, type Result } from '../../shared/result';
import { applyEdits, movedMarks } from '../checker/edits';
import { type ActChange, recordAct } from '../db/acts';
import { saveAnalysis } from '../db/analyses';
import { appendAudit } from '../db/audit-log';
import { findDisposition, setConfirmation, setDisposition } from '../db/dispositions';
import { addRevision, type ReportRow, type RevisionRow, touchReport } from '../db/reports';
import { boundTo, waiverState } from '../review/waivers';
import { basisOf } from './basis';
import { changeable, dropLapsed, mayConfirm } from './case';
import { actorId, analysisKey, checkedBy, type Desk, remember, today } from './desk';
import { sha256 } from './import-report';
import { analysisOf, currentRevision, openReport } from './snapshot';

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
  const reason = `${finding.code} ${fix.title}`;
  const fixed = [{ fingerprint: finding.fingerprint, title: fix.title }];
  return revise(desk, { report, revision }, { edits: fix.edits, reason, fixed });
}

export interface FamilyTarget {
  readonly reportId: number;
  readonly revisionId: number;
  readonly fingerprints: readonly string[];
}

/**
 * Puts the first fix of each of several findings into the text as one revision, which one undo takes back. Of fixes
 * that overlap the first in the text is taken; the others stay open. Errors: as `applyFix`.
 */
export async function applyFixes(desk: Desk, target: FamilyTarget): Promise<Result<ReviewSnapshot>> {
  const current = changeable(desk, currentRevision(desk, target.reportId, target.revisionId));
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const wanted = new Set(target.fingerprints);
  const findings = analysis.findings
    .filter((finding) => wanted.has(finding.fingerprint) && finding.fixes.length > 0)
    .sort((a, b) => a.range.start - b.range.start);
  const edits: Edit[] = [];
  const fixed: Fixed[] = [];
  for (const { fingerprint, fixes } of findings) {
    const [fix] = fixes;
    if (!fix || fix.edits.some(({ range }) => edits.some((edit) => meet(edit.range, range)))) continue;
    edits.push(...fix.edits);
    fixed.push({ fingerprint, title: fix.title });
  }
  const [first] = findings;
  if (!first || edits.length === 0) return failure('no-fix', '这些问题没有修改建议');
  return revise(
    desk,
    { report, revision },
    { edits, reason: `${first.code} 同类 ${fixed.length} 处`, fixed },
  );
}

/** Two insertions at one place meet as well. */
const meet = (a: Range, b: Range): boolean => overlaps(a, b) || a.start === b.start;

interface Fixed {
  readonly fingerprint: string;
  readonly title: string;
}

export interface Revising {
  readonly edits: readonly Edit[];
  readonly reason: string;
  readonly fixed: readonly Fixed[];
  /** What the audit log and undo call the act, where it is not the acceptance of a fix. */
  readonly act?: { readonly action: string; readonly title: string };
  /** Says of the checked text whether the act may stand. */
  readonly refuse?: (analysis: Analysis) => Failure | null;
}

/** The next revision of a report, checked, with the decisions that made it. */
export async function revise(
  desk: Desk,
  { report, revision }: { readonly report: ReportRow; readonly revision: RevisionRow },
  { edits, reason, fixed, act, refuse }: Revising,
): Promise<Result<ReviewSnapshot>> {
  const { text, marks } = edited(revision, edits);
  const { key, ...basis } = await basisOf(desk, report);
  const analysis = await desk.jobs.run('check', reason, { text, marks, edits, ...basis });
  const reportId = report.id;
  const refused = refuse?.(analysis) ?? null;
  if (refused) return { ok: false, error: refused };
  // The check took a moment: another act may have come first.
  const still = changeable(desk, currentRevision(desk, reportId, revision.id));
  if (!still.ok) return still;
  desk.connection.transaction(() => {
    const at = desk.now().toISOString();
    const by = desk.reviewer();
    const { sourceId } = revision;
    const added = {
      reportId,
      parentId: revision.id,
      sourceId,
      text,
      sha256: sha256(text),
      author: by,
      authorId: actorId(desk),
      reason,
      at,
      marks,
      edits,
    };
    const after = addRevision(desk.connection, added);
    saveAnalysis(desk.connection, after, analysis, checkedBy(desk, key));
    remember(desk, analysisKey(after, key), analysis);
    const decided = fixed.map(
      ({ fingerprint, title }): Disposition => ({
        ...decisionBy(desk, at),
        fingerprint,
        kind: 'fixed',
        reason: title,
      }),
    );
    const { action, title } = act ?? { action: 'finding.fixed', title: `采纳修改：${reason}` };
    record(desk, action, title, reportId, decided, { before: revision.id, after });
    dropLapsed(desk, reportId, analysis, 'act');
  })();
  return openReport(desk, reportId);
}

/** A revision's text and source marks after edits. */
export function edited(
  { text, marks }: RevisionRow,
  edits: readonly Edit[],
): { readonly text: string; readonly marks: readonly SourceMark[] } {
  return { text: applyEdits(text, edits), marks: movedMarks(marks, edits) };
}

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

async function findFinding(desk: Desk, target: Target): Promise<Result<Found>> {
  const current = changeable(desk, currentRevision(desk, target.reportId, target.revisionId));
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const finding = analysis.findings.find((one) => one.fingerprint === target.fingerprint);
  if (!finding) return failure('no-finding', '这个问题在当前版本里已经不存在');
  return { ok: true, value: { report, revision, analysis, finding } };
}

/** Writes decisions, the act that undoes them, and the audit entry. Call inside a transaction. */
function record(
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
const decisionBy = (desk: Desk, at: string) => ({
  by: desk.reviewer(),
  byId: actorId(desk),
  at,
  bound: null,
  expiresOn: null,
  confirmed: null,
});

/** What was decided of a finding; `reopened`: what stood there no longer does. */
type Decision = Disposition | { readonly fingerprint: string; readonly reopened: true };
