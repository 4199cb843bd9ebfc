import type { Range } from '../../shared/model/range';
import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import type { CommentChange } from '../db/acts';
import { appendAudit } from '../db/audit-log';
import { addComment, addThread, listThreads, settleThread, setWithdrawn } from '../db/comments';
import { lineColumn, lineStartsOf } from '../document/lines';
import { byNow, keyedThreads, recordCommentAct } from './comment-acts';
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
    const before = keyedThreads(desk, reportId).find(({ id }) => id === thread);
    const after = settled ? byNow(desk) : null;
    settleThread(desk.connection, thread, after);
    const title = settled ? '批注已解决' : '重新打开批注';
    const was = before?.settledBy
      ? { by: before.settledBy, byId: before.settledById, at: before.settledAt ?? '' }
      : null;
    recordCommentAct(desk, reportId, title, {
      kind: 'settled',
      thread: before?.key ?? '',
      before: was,
      after,
    });
    log(desk, reportId, settled ? 'comment.settled' : 'comment.reopened', title, thread);
  })();
  return openReport(desk, reportId);
}

/** Takes one's own words back: they are shown no more, and stay on record. Errors: `no-comment`, `not-own`. */
export async function withdraw(
  desk: Desk,
  { reportId, comment }: { readonly reportId: number; readonly comment: number },
): Promise<Result<ReviewSnapshot>> {
  const threads = listThreads(desk.connection, reportId);
  const thread = threads.find(({ entries }) => entries.some(({ id }) => id === comment));
  const entry = thread?.entries.find(({ id }) => id === comment);
  if (!thread || !entry || entry.withdrawn) return failure('no-comment', '这条批注不存在，或者已经撤回');
  if (entry.byId === null || entry.byId !== actorId(desk)) return failure('not-own', '只能撤回自己写的批注');
  desk.connection.transaction(() => {
    setWithdrawn(desk.connection, comment, byNow(desk));
    const title = `撤回批注：${shortened(entry.body)}`;
    recordCommentAct(desk, reportId, title, said(desk, reportId, comment, { before: true, after: false }));
    log(desk, reportId, 'comment.withdrawn', title, thread.id);
  })();
  return openReport(desk, reportId);
}

const NO_THREAD = failure('no-thread', '这条批注不存在');

const hasThread = (desk: Desk, reportId: number, thread: number): boolean =>
  listThreads(desk.connection, reportId).some(({ id }) => id === thread);

function say(desk: Desk, reportId: number, thread: number, body: string, what: string): void {
  const by = desk.reviewer();
  const at = desk.now().toISOString();
  const comment = addComment(desk.connection, thread, { body, by, byId: actorId(desk), at });
  const title = `${what}：${shortened(body)}`;
  recordCommentAct(desk, reportId, title, said(desk, reportId, comment, { before: false, after: true }));
  log(desk, reportId, 'comment.added', title, thread);
}

function said(
  desk: Desk,
  reportId: number,
  comment: number,
  stands: { readonly before: boolean; readonly after: boolean },
): CommentChange {
  const thread = keyedThreads(desk, reportId).find((one) => one.said.some(({ row }) => row === comment));
  const key = thread?.said.find(({ row }) => row === comment)?.key ?? '';
  return { kind: 'said', thread: thread?.key ?? '', said: key, ...stands };
}

const shortened = (body: string): string =>
  body.length > SUMMARY_UNITS ? `${body.slice(0, SUMMARY_UNITS)}…` : body;

function log(desk: Desk, reportId: number, action: string, summary: string, thread: number): void {
  const { connection } = desk;
  const at = desk.now().toISOString();
  const threads = keyedThreads(desk, reportId);
  // By its key: the entry travels, the row's number does not.
  const detail = { thread: threads.find(({ id }) => id === thread)?.key ?? null };
  appendAudit(connection, { reportId, at, actor: desk.reviewer(), action, summary, detail });
}
