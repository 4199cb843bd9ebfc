import type { CommentEntry, CommentThread } from '../../shared/model/comment';
import { type Range, rangeOf } from '../../shared/model/range';
import type { Connection } from './open';

/** A thread with the passage as it was commented on. */
export interface StoredThread extends Omit<CommentThread, 'range'> {
  readonly revisionId: number;
  readonly original: Range;
}

interface ThreadRow {
  readonly id: number;
  readonly revisionId: number;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly fingerprint: string | null;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
}

const THREAD = `SELECT id, revision_id AS revisionId, start_offset AS start, end_offset AS "end", excerpt, fingerprint,
  settled_by AS settledBy, settled_at AS settledAt FROM comment_thread`;
const BEGUN = '(SELECT written_at FROM comment WHERE thread_id = comment_thread.id ORDER BY id LIMIT 1)';

/** All threads of a report by the time of their first comment, which stays first; on every laptop the same. */
export function listThreads(connection: Connection, reportId: number): readonly StoredThread[] {
  const rows = connection
    .prepare(`${THREAD} WHERE report_id = ? ORDER BY ${BEGUN}, id`)
    .all(reportId) as ThreadRow[];
  const sql = `SELECT c.id, c.thread_id AS thread, c.body, c.author AS "by", c.author_id AS byId, c.written_at AS "at",
      w.comment_id IS NOT NULL AS withdrawn
    FROM comment c JOIN comment_thread t ON t.id = c.thread_id LEFT JOIN comment_withdrawal w ON w.comment_id = c.id
    WHERE t.report_id = ?
    ORDER BY c.id <> (SELECT min(f.id) FROM comment f WHERE f.thread_id = c.thread_id), c.written_at, c.id`;
  const entries = connection.prepare(sql).all(reportId) as StoredEntry[];
  return rows.map((row) => ({
    id: row.id,
    revisionId: row.revisionId,
    original: rangeOf(row.start, row.end),
    excerpt: row.excerpt,
    fingerprint: row.fingerprint,
    entries: entries.filter(({ thread }) => thread === row.id).map(entryOf),
    settled: row.settledBy === null ? null : { by: row.settledBy, at: row.settledAt ?? '' },
  }));
}

type StoredEntry = Omit<CommentEntry, 'withdrawn'> & { readonly thread: number; readonly withdrawn: number };

/** The words of what was taken back are not shown. */
const entryOf = ({ thread: _, withdrawn, ...entry }: StoredEntry): CommentEntry =>
  withdrawn === 1 ? { ...entry, body: '', withdrawn: true } : { ...entry, withdrawn: false };

/** Null: it stands again. */
export function setWithdrawn(
  connection: Connection,
  commentId: number,
  withdrawn: { readonly by: string; readonly byId: string | null; readonly at: string } | null,
): void {
  connection.prepare('DELETE FROM comment_withdrawal WHERE comment_id = ?').run(commentId);
  if (!withdrawn) return;
  connection
    .prepare('INSERT INTO comment_withdrawal VALUES (?, ?, ?, ?)')
    .run(commentId, withdrawn.by, withdrawn.byId, withdrawn.at);
}

export interface NewThread {
  readonly reportId: number;
  readonly revisionId: number;
  readonly range: Range;
  readonly excerpt: string;
  readonly fingerprint: string | null;
}

/** Returns its id. */
export function addThread(connection: Connection, thread: NewThread): number {
  const { reportId, revisionId, range, excerpt, fingerprint } = thread;
  const result = connection
    .prepare(
      `INSERT INTO comment_thread (report_id, revision_id, start_offset, end_offset, excerpt, fingerprint)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(reportId, revisionId, range.start, range.end, excerpt, fingerprint);
  return Number(result.lastInsertRowid);
}

/** Returns its id. */
export function addComment(
  connection: Connection,
  threadId: number,
  { body, by, at, byId }: Omit<CommentEntry, 'id' | 'withdrawn'>,
): number {
  const result = connection
    .prepare('INSERT INTO comment (thread_id, body, author, author_id, written_at) VALUES (?, ?, ?, ?, ?)')
    .run(threadId, body, by, byId, at);
  return Number(result.lastInsertRowid);
}

/** Null opens it again. */
export function settleThread(
  connection: Connection,
  threadId: number,
  settled: (NonNullable<CommentThread['settled']> & { readonly byId: string | null }) | null,
): void {
  connection
    .prepare('UPDATE comment_thread SET settled_by = ?, settled_by_id = ?, settled_at = ? WHERE id = ?')
    .run(settled?.by ?? null, settled?.byId ?? null, settled?.at ?? null, threadId);
}
