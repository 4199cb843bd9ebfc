import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';
import type { Connection } from './open';

/** One thing said, under a key that is the same on every laptop. */
export interface SaidRecord {
  readonly key: string;
  /** Its row here. */
  readonly row: number;
  readonly body: string;
  readonly author: string;
  readonly authorId: string | null;
  readonly at: string;
  /** Absent for what stands. */
  readonly withdrawn?: { readonly by: string; readonly byId: string | null; readonly at: string };
}

/** A thread as it counts on every laptop; `id` is its row here. */
export interface ThreadRecord {
  readonly id: number;
  readonly key: string;
  readonly said: readonly SaidRecord[];
  readonly settledBy: string | null;
  readonly settledById: string | null;
  readonly settledAt: string | null;
}

export interface ThreadRow extends Omit<ThreadRecord, 'key' | 'said'> {
  readonly revisionId: number;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly fingerprint: string | null;
}

/** `id`: its row; `thread`: that of its thread. */
export interface SaidRow extends Omit<SaidRecord, 'key' | 'row'> {
  readonly id: number;
  readonly thread: number;
}

const THREADS = `SELECT id, revision_id AS revisionId, start_offset AS start, end_offset AS "end", excerpt, fingerprint,
  settled_by AS settledBy, settled_by_id AS settledById, settled_at AS settledAt
  FROM comment_thread WHERE report_id = ? ORDER BY id`;
const SAID = `SELECT c.id, c.thread_id AS thread, c.body, c.author, c.author_id AS authorId, c.written_at AS "at"
  FROM comment c JOIN comment_thread t ON t.id = c.thread_id WHERE t.report_id = ? ORDER BY c.id`;

/** The threads of a report here. `revisions`: row → identity. */
export const threadRecords = (
  connection: Connection,
  reportId: number,
  revisions: ReadonlyMap<number, string>,
): readonly ThreadRecord[] =>
  keyedThreads(
    connection.prepare(THREADS).all(reportId) as ThreadRow[],
    saidRows(connection, reportId),
    revisions,
  );

function saidRows(connection: Connection, reportId: number): readonly SaidRow[] {
  const rows = connection.prepare(SAID).all(reportId) as SaidRow[];
  const withdrawn = withdrawals(connection, reportId);
  return rows.map((row) => {
    const taken = withdrawn.get(row.id);
    return taken ? { ...row, withdrawn: taken } : row;
  });
}

/** Row of a comment → who took it back when. A library of before knows none. */
function withdrawals(
  connection: Connection,
  reportId: number,
): ReadonlyMap<number, NonNullable<SaidRecord['withdrawn']>> {
  const known = connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'comment_withdrawal'`).get();
  if (known === undefined) return new Map();
  const sql = `SELECT w.comment_id AS id, w.withdrawn_by AS "by", w.withdrawn_by_id AS byId, w.withdrawn_at AS "at"
    FROM comment_withdrawal w JOIN comment c ON c.id = w.comment_id JOIN comment_thread t ON t.id = c.thread_id
    WHERE t.report_id = ?`;
  const rows = connection.prepare(sql).all(reportId) as (NonNullable<SaidRecord['withdrawn']> & {
    id: number;
  })[];
  return new Map(rows.map(({ id, ...taken }) => [id, taken]));
}

/** Each thread under a key of its passage and of what was said first: a thread never is without. Rows in their order. */
export function keyedThreads(
  threads: readonly ThreadRow[],
  comments: readonly SaidRow[],
  revisions: ReadonlyMap<number, string>,
): readonly ThreadRecord[] {
  const threadKey = numbered();
  return threads.map(({ id, revisionId, start, end, excerpt, fingerprint, ...settled }) => {
    const saidKey = numbered();
    const own = comments.filter(({ thread }) => thread === id);
    const said = own.map(({ thread: _, id: row, withdrawn, ...one }) => {
      const keyed = { ...one, key: saidKey(one) };
      return { row, keyed, ...(withdrawn ? { withdrawn } : {}) };
    });
    const revision = revisions.get(revisionId) ?? '';
    // What was taken back keeps its key: the thread is the same.
    const key = threadKey({ revision, start, end, excerpt, fingerprint, first: said[0]?.keyed ?? null });
    const records = said.map(({ row, keyed, withdrawn }) => ({
      row,
      ...keyed,
      ...(withdrawn ? { withdrawn } : {}),
    }));
    return { id, key, said: records, ...settled };
  });
}

/** What the state's digest is made of: the same however the rows are numbered here. */
export const commentsSaid = (threads: readonly ThreadRecord[]): readonly unknown[] =>
  threads
    .map(({ id: _, ...thread }) => ({
      ...thread,
      said: thread.said.map(({ row: _row, ...one }) => one).sort(byKey),
    }))
    .sort(byKey);

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** Keys by content: what is said again to the letter and the millisecond is counted, not lost. */
function numbered(): (content: unknown) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return nth === 1 ? hash : `${hash}:${nth}`;
  };
}
