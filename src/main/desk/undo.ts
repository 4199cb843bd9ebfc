import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { type Act, nextRedo, nextUndo, setActState } from '../db/acts';
import { appendAudit } from '../db/audit-log';
import { setDisposition } from '../db/dispositions';
import { setCurrentRevision, touchReport } from '../db/reports';
import { actorId, type Desk } from './desk';
import { currentRevision, openReport } from './snapshot';

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
  const act = find(desk.connection, shown.reportId);
  if (!act) return failure(`nothing-to-${way}`, way === 'undo' ? '没有可撤销的操作' : '没有可重做的操作');
  desk.connection.transaction(() => move(desk, shown.reportId, act, way))();
  return openReport(desk, shown.reportId);
}

function move(desk: Desk, reportId: number, act: Act, way: 'undo' | 'redo'): void {
  const { connection } = desk;
  const at = desk.now().toISOString();
  const side = way === 'undo' ? 'before' : 'after';
  for (const change of act.change.dispositions) {
    setDisposition(connection, reportId, change.fingerprint, change[side]);
  }
  if (act.change.revision) setCurrentRevision(connection, reportId, act.change.revision[side], at);
  setActState(connection, act.id, way === 'undo' ? 'undone' : 'done', actorId(desk));
  appendAudit(connection, {
    reportId,
    at,
    actor: desk.reviewer(),
    action: way === 'undo' ? 'act.undone' : 'act.redone',
    summary: `${way === 'undo' ? '撤销' : '重做'}：${act.title}`,
    detail: { act: act.id },
  });
  touchReport(connection, reportId, at);
}
