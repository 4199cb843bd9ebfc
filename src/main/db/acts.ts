import type { Disposition } from '../../shared/model/review';
import type { Connection } from './open';

/** What an act changed, both ways: enough to undo and to redo it. */
export interface ActChange {
  readonly revision?: { readonly before: number; readonly after: number };
  readonly dispositions: readonly {
    readonly fingerprint: string;
    readonly before: Disposition | null;
    readonly after: Disposition | null;
  }[];
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
      `INSERT INTO act (report_id, title, change, state, actor, actor_id, acted_at) VALUES (?, ?, ?, 'done', ?, ?, ?)`,
    )
    .run(act.reportId, act.title, JSON.stringify(act.change), act.actor, act.actorId, act.at);
}

/** The act that the next undo takes back: the newest done one. */
export const nextUndo = (connection: Connection, reportId: number): Act | null =>
  readAct(connection, `state = 'done' ORDER BY id DESC`, reportId);

/** The act that the next redo brings back: the oldest undone one. */
export const nextRedo = (connection: Connection, reportId: number): Act | null =>
  readAct(connection, `state = 'undone' ORDER BY id`, reportId);

/** `by`: who took it back or brought it back. */
export function setActState(
  connection: Connection,
  id: number,
  state: 'done' | 'undone',
  by: string | null,
): void {
  connection.prepare('UPDATE act SET state = ?, moved_by = ? WHERE id = ?').run(state, by, id);
}

function readAct(connection: Connection, rest: string, reportId: number): Act | null {
  const sql = `SELECT id, title, change FROM act WHERE report_id = ? AND ${rest} LIMIT 1`;
  const row = connection.prepare(sql).get(reportId) as
    | { id: number; title: string; change: string }
    | undefined;
  if (!row) return null;
  const change = JSON.parse(row.change) as ActChange;
  return change.barrier ? null : { id: row.id, title: row.title, change };
}
