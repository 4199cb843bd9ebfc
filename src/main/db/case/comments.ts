import {
  keyedThreads,
  type SaidRecord,
  type SaidRow,
  type ThreadRecord,
  type ThreadRow,
  threadRecords,
} from '../comment-record';
import { setWithdrawn } from '../comments';
import type { Connection } from '../open';
import type { Loading, Numbers } from './loading';
import { insertPlain, type PlainRow } from './rows';
import { revisionIdentities } from './state';

/** Whether the file's word is taken on a known thread being settled or open. */
export type TakesTheirs = (here: ThreadRecord) => boolean;

interface Taking {
  readonly revisions: Numbers;
  readonly takesTheirs: TakesTheirs;
  /** Both sides went on: what either took back stays taken back. */
  readonly merges?: boolean;
}

/** Adds the threads and comments of the file that are not here; nothing that was said here goes. Call without guards. */
export function loadComments(
  connection: Connection,
  { tables }: Loading,
  reportId: number,
  { revisions, takesTheirs, merges = false }: Taking,
): void {
  const identities = revisionIdentities(connection, reportId);
  const here = new Map(threadRecords(connection, reportId, identities).map((one) => [one.key, one]));
  const stored = (tables['comment_thread'] ?? []).map(
    (row): PlainRow => ({
      ...row,
      report_id: reportId,
      revision_id: revisions.get(Number(row['revision_id'])) ?? null,
    }),
  );
  const rows = new Map(stored.map((row) => [Number(row['id']), row]));
  const withdrawn = new Map(
    (tables['comment_withdrawal'] ?? []).map((row) => [Number(row['comment_id']), row]),
  );
  const comments = (tables['comment'] ?? []).map((row) => withdrawnOf(saidOf(row), withdrawn));
  const theirs = keyedThreads(stored.map(threadOf), comments, identities);
  for (const thread of theirs) {
    const known = here.get(thread.key);
    const id = known?.id ?? insertPlain(connection, 'comment_thread', unnumbered(rows.get(thread.id)));
    const said = new Set(known?.said.map(({ key }) => key));
    for (const one of thread.said) if (!said.has(one.key)) addSaid(connection, id, one);
    const stillWithdrawn = merges
      ? new Set(known?.said.filter(({ withdrawn }) => withdrawn).map(({ key }) => key))
      : null;
    takeWithdrawn(connection, reportId, identities, thread, stillWithdrawn ?? new Set());
    if (known && takesTheirs(known)) takeSettled(connection, id, thread);
  }
}

/** What the file says was taken back, and nothing else, is taken back here. */
function takeWithdrawn(
  connection: Connection,
  reportId: number,
  identities: ReadonlyMap<number, string>,
  theirs: ThreadRecord,
  kept: ReadonlySet<string>,
): void {
  const here = threadRecords(connection, reportId, identities).find(({ key }) => key === theirs.key);
  const taken = new Map(theirs.said.map(({ key, withdrawn }) => [key, withdrawn]));
  for (const { key, row } of here?.said ?? []) {
    if (taken.has(key) && !kept.has(key)) setWithdrawn(connection, row, taken.get(key) ?? null);
  }
}

const unnumbered = ({ id: _, ...row }: PlainRow = {}): PlainRow => row;

const wordOrNull = (value: PlainRow[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

const threadOf = (row: PlainRow): ThreadRow => ({
  id: Number(row['id']),
  revisionId: Number(row['revision_id']),
  start: Number(row['start_offset']),
  end: Number(row['end_offset']),
  excerpt: String(row['excerpt']),
  fingerprint: wordOrNull(row['fingerprint']),
  settledBy: wordOrNull(row['settled_by']),
  settledById: wordOrNull(row['settled_by_id']),
  settledAt: wordOrNull(row['settled_at']),
});

const saidOf = (row: PlainRow): SaidRow => ({
  id: Number(row['id']),
  thread: Number(row['thread_id']),
  body: String(row['body']),
  author: String(row['author']),
  authorId: wordOrNull(row['author_id']),
  at: String(row['written_at']),
});

function withdrawnOf(said: SaidRow, withdrawn: ReadonlyMap<number, PlainRow>): SaidRow {
  const row = withdrawn.get(said.id);
  if (!row) return said;
  const by = String(row['withdrawn_by']);
  return {
    ...said,
    withdrawn: { by, byId: wordOrNull(row['withdrawn_by_id']), at: String(row['withdrawn_at']) },
  };
}

const addSaid = (connection: Connection, threadId: number, one: SaidRecord): void => {
  insertPlain(connection, 'comment', {
    thread_id: threadId,
    body: one.body,
    author: one.author,
    author_id: one.authorId,
    written_at: one.at,
  });
};

const takeSettled = (connection: Connection, id: number, thread: ThreadRecord): void => {
  connection
    .prepare('UPDATE comment_thread SET settled_by = ?, settled_by_id = ?, settled_at = ? WHERE id = ?')
    .run(thread.settledBy, thread.settledById, thread.settledAt, id);
};
