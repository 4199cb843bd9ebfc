import type { Disposition } from '../../shared/model/review';
import type { Connection } from './open';

/** Standing (true) or taken back; settled, or null for open. */
export type CommentChange =
  | {
      readonly kind: 'said';
      readonly thread: string;
      readonly said: string;
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly kind: 'settled';
      readonly thread: string;
      readonly before: Settled | null;
      readonly after: Settled | null;
    };

export interface Settled {
  readonly by: string;
  readonly byId: string | null;
  readonly at: string;
}

/** What an act changed, both ways: enough to undo and to redo it. */
export interface ActChange {
  readonly revision?: { readonly before: number; readonly after: number };
  readonly dispositions: readonly {
    readonly fingerprint: string;
    readonly before: Disposition | null;
    readonly after: Disposition | null;
  }[];
  /** What was said, taken back or settled: by keys, which are the same on every laptop. */
  readonly comment?: CommentChange;
  /** Undo does not reach over it: two reviewers' work was merged here. */
  readonly barrier?: true;
}

export interface Act {
  readonly id: number;
  readonly title: string;
  readonly change: ActChange;
}

/** Records an act and discards what had been undone before it. */
export function recordAct(
  connection: Connection,
  act: {
    reportId: number;
    title: string;
    change: ActChange;
    actor: string;
    actorId: string | null;
    at: string;
  },
): void {
  connection
    .prepare(`UPDATE act SET state = 'discarded' WHERE report_id = ? AND state = 'undone'`)
    .run(act.reportId);
  connection
    .prepare(
      `INSERT INTO act (report_id, title, change, state, actor, actor_id, acted_at, kind) VALUES (?, ?, ?, 'done', ?, ?, ?, ?)`,
    )
    .run(
      act.reportId,
      act.title,
      JSON.stringify(act.change),
      act.actor,
      act.actorId,
      act.at,
      act.change.comment ? 'comment' : 'change',
    );
}

/** The act that the next undo takes back: the newest done one. What others said is theirs to take back: it is passed over. */
export const nextUndo = (connection: Connection, reportId: number, personId: string | null): Act | null =>
  readAct(connection, `state = 'done' AND ${OWN_WORDS} ORDER BY id DESC`, { reportId, personId });

/** The act that the next redo brings back: the oldest undone one. */
export const nextRedo = (connection: Connection, reportId: number, personId: string | null): Act | null =>
  readAct(connection, `state = 'undone' AND ${OWN_WORDS} ORDER BY id`, { reportId, personId });

const OWN_WORDS = `(kind = 'change' OR actor_id IS @personId)`;

/** `by`: who took it back or brought it back. */
export function setActState(
  connection: Connection,
  id: number,
  state: 'done' | 'undone',
  by: string | null,
): void {
  connection.prepare('UPDATE act SET state = ?, moved_by = ? WHERE id = ?').run(state, by, id);
}

function readAct(
  connection: Connection,
  rest: string,
  about: { readonly reportId: number; readonly personId: string | null },
): Act | null {
  const sql = `SELECT id, title, change FROM act WHERE report_id = @reportId AND ${rest} LIMIT 1`;
  const row = connection.prepare(sql).get(about) as { id: number; title: string; change: string } | undefined;
  if (!row) return null;
  const change = JSON.parse(row.change) as ActChange;
  return change.barrier ? null : { id: row.id, title: row.title, change };
}
