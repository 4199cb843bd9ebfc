import type { Range } from '../../shared/model/range';
import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { revisionIdentities } from '../db/case-state';
import { threadRecords } from '../db/comment-record';
import { addComment, addThread, listThreads, settleThread } from '../db/comments';
import { lineColumn, lineStartsOf } from '../document/lines';
import { actorId, type Desk } from './desk';
import { currentRevision, openReport } from './snapshot';

const EXCERPT_UNITS = 200;
const SUMMARY_UNITS = 60;

interface Shown {
  readonly reportId: number;
  readonly revisionId: number;
}

/** Says something about a passage, and perhaps a finding: a thread of its own. Errors: `stale`, `no-place`. */
export async function commentOn(
  desk: Desk,
  shown: Shown & { readonly range: Range; readonly fingerprint: string | null; readonly body: string },
): Promise<Result<ReviewSnapshot>> {
  const current = currentRevision(desk, shown.reportId, shown.revisionId);
  if (!current.ok) return current;
  const { text } = current.value.revision;
  const { range, fingerprint, body, reportId, revisionId } = shown;
  if (range.end < range.start || range.end > text.length)
    return failure('no-place', '要批注的位置在当前版本里不存在');
  const excerpt = text.slice(range.start, Math.min(range.end, range.start + EXCERPT_UNITS));
  const { line } = lineColumn(lineStartsOf(text), range.start);
  desk.connection.transaction(() => {
    const thread = addThread(desk.connection, { reportId, revisionId, range, excerpt, fingerprint });
    say(desk, reportId, thread, body, `批注第${line}行`);
  })();
  return openReport(desk, reportId);
}

/** Answers in a thread. Errors: `no-thread`. */
export async function replyTo(
  desk: Desk,
  { reportId, thread, body }: { readonly reportId: number; readonly thread: number; readonly body: string },
): Promise<Result<ReviewSnapshot>> {
  if (!hasThread(desk, reportId, thread)) return NO_THREAD;
  desk.connection.transaction(() => say(desk, reportId, thread, body, '回复批注'))();
  return openReport(desk, reportId);
}

/** Settles a thread, or opens it again. Errors: `no-thread`. */
export async function settle(
  desk: Desk,
  {
    reportId,
    thread,
    settled,
  }: { readonly reportId: number; readonly thread: number; readonly settled: boolean },
): Promise<Result<ReviewSnapshot>> {
  if (!hasThread(desk, reportId, thread)) return NO_THREAD;
  desk.connection.transaction(() => {
    const at = desk.now().toISOString();
    const by = desk.reviewer();
    settleThread(desk.connection, thread, settled ? { by, at, byId: actorId(desk) } : null);
    log(
      desk,
      reportId,
      settled ? 'comment.settled' : 'comment.reopened',
      settled ? '批注已解决' : '重新打开批注',
      thread,
    );
  })();
  return openReport(desk, reportId);
}

const NO_THREAD = failure('no-thread', '这条批注不存在');

const hasThread = (desk: Desk, reportId: number, thread: number): boolean =>
  listThreads(desk.connection, reportId).some(({ id }) => id === thread);

function say(desk: Desk, reportId: number, thread: number, body: string, what: string): void {
  const by = desk.reviewer();
  addComment(desk.connection, thread, { body, by, byId: actorId(desk), at: desk.now().toISOString() });
  const short = body.length > SUMMARY_UNITS ? `${body.slice(0, SUMMARY_UNITS)}…` : body;
  log(desk, reportId, 'comment.added', `${what}：${short}`, thread);
}

function log(desk: Desk, reportId: number, action: string, summary: string, thread: number): void {
  const { connection } = desk;
  const at = desk.now().toISOString();
  const threads = threadRecords(connection, reportId, revisionIdentities(connection, reportId));
  // By its key: the entry travels, the row's number does not.
  const detail = { thread: threads.find(({ id }) => id === thread)?.key ?? null };
  appendAudit(connection, { reportId, at, actor: desk.reviewer(), action, summary, detail });
}
