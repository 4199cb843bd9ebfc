import type { Analysis } from '../../shared/model/analysis';
import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { type Act, nextRedo, nextUndo, setActState } from '../db/acts';
import { appendAudit } from '../db/audit-log';
import { setDisposition } from '../db/dispositions';
import {
  findRevision,
  type ReportRow,
  type RevisionRow,
  setCurrentRevision,
  touchReport,
} from '../db/reports';
import { changeable, dropLapsed } from './case';
import { moveComment } from './comment-acts';
import { actorId, type Desk } from './desk';
import { analysisOf, currentRevision, openReport } from './snapshot';

interface Shown {
  readonly reportId: number;
  readonly revisionId: number;
}

/** Takes the newest act back. Nothing is deleted: the revision stays, the log says that it was undone. */
export const undoAct = (desk: Desk, shown: Shown): Promise<Result<ReviewSnapshot>> =>
  step(desk, shown, 'undo');

/** Brings the act undone last back. */
export const redoAct = (desk: Desk, shown: Shown): Promise<Result<ReviewSnapshot>> =>
  step(desk, shown, 'redo');

async function step(desk: Desk, shown: Shown, way: 'undo' | 'redo'): Promise<Result<ReviewSnapshot>> {
  const current = currentRevision(desk, shown.reportId, shown.revisionId);
  if (!current.ok) return current;
  const find = way === 'undo' ? nextUndo : nextRedo;
  const next = (): Act | null => find(desk.connection, shown.reportId, actorId(desk));
  const act = next();
  if (!act) return failure(`nothing-to-${way}`, way === 'undo' ? '没有可撤销的操作' : '没有可重做的操作');
  if (act.change.comment) {
    const { comment } = act.change;
    desk.connection.transaction(() => {
      moveComment(desk, shown.reportId, comment, way);
      record(desk, shown.reportId, act, way);
    })();
    return openReport(desk, shown.reportId);
  }
  const open = changeable(desk, current);
  if (!open.ok) return open;
  const analysis = await analysisThen(desk, open.value, act, way);
  // The check may have taken a moment: another act may have come first.
  const still = changeable(desk, currentRevision(desk, shown.reportId, shown.revisionId));
  if (!still.ok) return still;
  if (next()?.id !== act.id) return failure('stale', '报告已有新的改动，请重试');
  desk.connection.transaction(() => {
    move(desk, shown.reportId, act, way);
    dropLapsed(desk, shown.reportId, analysis, 'act');
  })();
  return openReport(desk, shown.reportId);
}

/** The analysis of the text as it will be after the step. */
function analysisThen(
  desk: Desk,
  { report, revision }: { readonly report: ReportRow; readonly revision: RevisionRow },
  { change }: Act,
  way: 'undo' | 'redo',
): Promise<Analysis> {
  const id = change.revision?.[way === 'undo' ? 'before' : 'after'];
  const then = id === undefined ? revision : (findRevision(desk.connection, id) ?? revision);
  return analysisOf(desk, report, then);
}

function move(desk: Desk, reportId: number, act: Act, way: 'undo' | 'redo'): void {
  const { connection } = desk;
  const side = way === 'undo' ? 'before' : 'after';
  for (const change of act.change.dispositions) {
    setDisposition(connection, reportId, change.fingerprint, change[side]);
  }
  const at = desk.now().toISOString();
  if (act.change.revision) setCurrentRevision(connection, reportId, act.change.revision[side], at);
  record(desk, reportId, act, way);
}

/** Says that the act was taken back, or brought back: last in its transaction. */
function record(desk: Desk, reportId: number, act: Act, way: 'undo' | 'redo'): void {
  const { connection } = desk;
  const at = desk.now().toISOString();
  setActState(connection, act.id, way === 'undo' ? 'undone' : 'done', actorId(desk));
  appendAudit(connection, {
    reportId,
    at,
    actor: desk.reviewer(),
    action: way === 'undo' ? 'act.undone' : 'act.redone',
    summary: `${way === 'undo' ? '撤销' : '重做'}：${act.title}`,
    detail: { act: act.id, fingerprints: act.change.dispositions.map(({ fingerprint }) => fingerprint) },
  });
  touchReport(connection, reportId, at);
}
