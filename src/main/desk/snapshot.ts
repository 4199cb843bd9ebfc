import type { Analysis } from '../../shared/model/analysis';
import type { ReportSummary, ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result, success } from '../../shared/result';
import { nextRedo, nextUndo } from '../db/acts';
import { saveAnalysis } from '../db/analyses';
import { listAudit } from '../db/audit-log';
import { listDispositions } from '../db/dispositions';
import {
  findReport,
  findRevision,
  findSource,
  listRevisions,
  type ReportRow,
  type RevisionRow,
  renameReport,
} from '../db/reports';
import { listLibrary } from '../db/shelf';
import { untilWritten } from '../db/unwritten';
import { withWaivers } from '../review/dispositions';
import { closedBy, waiverStates } from '../review/waivers';
import { basisOf } from './basis';
import { caseView, dropLapsed, mayConfirm } from './case';
import { actorId, analysisKey, checkedBy, type Desk, remember, today } from './desk';
import { policyOf } from './policy-of';
import { threadsIn } from './threads';
import { withTitleFacts } from './title-facts';

/** A report as the review screen shows it; re-checked when an older engine checked it last. */
export async function openReport(desk: Desk, reportId: number): Promise<Result<ReviewSnapshot>> {
  const current = currentRevision(desk, reportId);
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const { connection } = desk;
  // A draft may bring another title, and undoing it the old one again.
  const title = analysis.document.title || report.fileName;
  if (title !== report.title) renameReport(connection, reportId, title);
  // What changed without an act on this report: the policy, a ledger, the day.
  connection.transaction(() => dropLapsed(desk, reportId, analysis, 'found'))();
  const dispositions = listDispositions(connection, reportId);
  const facts = { text: revision.text, today: today(desk) };
  const waivers = waiverStates(dispositions, analysis.findings, facts);
  return success({
    report: summaryOf(desk, reportId),
    revisionId: revision.id,
    sha256: revision.sha256,
    analysis: withWaivers(analysis, closedBy(dispositions, analysis.findings, facts)),
    dispositions,
    waivers: waivers.map((one) => ({ ...one, mayConfirm: mayConfirm(desk, reportId, one) })),
    signOff: caseView(desk, reportId, analysis, dispositions),
    comments: threadsIn(desk, reportId, revision),
    history: listAudit(connection, reportId),
    revisions: listRevisions(connection, reportId),
    policy: policyInUse(desk, reportId),
    source: findSource(connection, revision.sourceId),
    undo: nextUndo(connection, reportId, actorId(desk))?.title ?? null,
    redo: nextRedo(connection, reportId, actorId(desk))?.title ?? null,
  });
}

function policyInUse(desk: Desk, reportId: number): ReviewSnapshot['policy'] {
  const { id, chosen } = policyOf(desk, reportId);
  return { id, chosen };
}

/** The report and its current revision; `stale` when the window shows another one than `revisionId`. */
export function currentRevision(
  desk: Desk,
  reportId: number,
  revisionId?: number,
): Result<{ readonly report: ReportRow; readonly revision: RevisionRow }> {
  const report = findReport(desk.connection, reportId);
  const id = report?.currentRevisionId ?? 0;
  const read = (): RevisionRow | null => findRevision(desk.connection, id);
  const revision = report && untilWritten(desk.connection, `revision ${id}`, read);
  if (!report || !revision) return failure('no-report', '资料库里没有这份报告');
  if (revisionId !== undefined && revision.id !== revisionId) {
    return failure('stale', '报告已有更新的版本，请重新打开后再操作');
  }
  return success({ report, revision });
}

/** A revision checked against what its report is checked against now; checked again when either changed. */
export async function analysisOf(desk: Desk, report: ReportRow, revision: RevisionRow): Promise<Analysis> {
  const { key, ...basis } = await basisOf(desk, report);
  const known = desk.analyses.get(analysisKey(revision.id, key));
  if (known) return known;
  const { text, marks } = revision;
  const analysis = await desk.jobs.run('check', report.title, { text, marks, ...basis });
  const checkedWith = checkedBy(desk, key);
  if (revision.checkedWith !== checkedWith) {
    desk.connection.transaction(() => saveAnalysis(desk.connection, revision.id, analysis, checkedWith))();
  }
  remember(desk, analysisKey(revision.id, key), analysis);
  return analysis;
}

function summaryOf(desk: Desk, reportId: number): ReportSummary {
  const [summary] = listLibrary(desk.connection, today(desk), reportId);
  if (!summary) throw new Error(`no report ${reportId} in the library`);
  return withTitleFacts(summary);
}
