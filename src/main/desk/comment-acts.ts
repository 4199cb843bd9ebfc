import { type CommentChange, recordAct } from '../db/acts';
import { revisionIdentities } from '../db/case/state';
import { type ThreadRecord, threadRecords } from '../db/comment-record';
import { settleThread, setWithdrawn } from '../db/comments';
import { actorId, type Desk } from './desk';

/** The threads of a report with the keys under which they and their comments count on every laptop. */
export const keyedThreads = ({ connection }: Desk, reportId: number): readonly ThreadRecord[] =>
  threadRecords(connection, reportId, revisionIdentities(connection, reportId));

/** An act that undo takes back: something was said, taken back, settled or opened again. Before the log's entry. */
export function recordCommentAct(desk: Desk, reportId: number, title: string, comment: CommentChange): void {
  recordAct(desk.connection, {
    reportId,
    title,
    change: { dispositions: [], comment },
    actor: desk.reviewer(),
    actorId: actorId(desk),
    at: desk.now().toISOString(),
  });
}

/** Takes such an act back, or brings it back. What is no longer there stays as it is. */
export function moveComment(desk: Desk, reportId: number, change: CommentChange, way: 'undo' | 'redo'): void {
  const thread = keyedThreads(desk, reportId).find(({ key }) => key === change.thread);
  if (!thread) return;
  if (change.kind === 'settled') {
    settleThread(desk.connection, thread.id, way === 'undo' ? change.before : change.after);
    return;
  }
  const said = thread.said.find(({ key }) => key === change.said);
  const stands = way === 'undo' ? change.before : change.after;
  if (said) setWithdrawn(desk.connection, said.row, stands ? null : byNow(desk));
}

/** Who takes it back, and when. */
export const byNow = (desk: Desk) => ({
  by: desk.reviewer(),
  byId: actorId(desk),
  at: desk.now().toISOString(),
});
