import type { Policy } from '../../shared/model/policy';
import type { Connection } from './open';

export interface StoredPolicy {
  readonly id: number;
  readonly policy: Policy;
  readonly changedBy: string;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}

interface PolicyRow extends Omit<StoredPolicy, 'policy'> {
  readonly policy: string;
}

const SELECT = 'SELECT id, policy, changed_by AS changedBy, changed_at AS changedAt FROM policy';

const stored = ({ policy, ...row }: PolicyRow): StoredPolicy => ({
  ...row,
  policy: JSON.parse(policy) as Policy,
});

/** The policies of the house, by name. */
export const listPolicies = (connection: Connection): readonly StoredPolicy[] =>
  (connection.prepare(`${SELECT} ORDER BY name`).all() as PolicyRow[]).map(stored);

export function findPolicy(connection: Connection, id: number): StoredPolicy | null {
  const row = connection.prepare(`${SELECT} WHERE id = ?`).get(id) as PolicyRow | undefined;
  return row ? stored(row) : null;
}

/** A new policy, or in place of an older state of one. → its id. */
export function savePolicy(
  connection: Connection,
  id: number | null,
  policy: Policy,
  by: string,
  at: string,
): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO policy VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, policy = excluded.policy, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    )
    .run(id, policy.name, JSON.stringify(policy), by, at);
  return id ?? Number(lastInsertRowid);
}

export function removePolicy(connection: Connection, id: number): void {
  connection.prepare('DELETE FROM policy WHERE id = ?').run(id);
}

/** What a person chose for a report; null while it follows the library's own. */
export function chosenPolicy(connection: Connection, reportId: number): string | null {
  const sql = 'SELECT policy FROM report_policy WHERE report_id = ?';
  const value = connection.prepare(sql).pluck().get(reportId);
  return value === undefined ? null : String(value);
}

export function choosePolicy(
  connection: Connection,
  reportId: number,
  policy: string | null,
  actor: string,
  at: string,
): void {
  connection.prepare('DELETE FROM report_policy WHERE report_id = ?').run(reportId);
  if (policy === null) return;
  connection.prepare('INSERT INTO report_policy VALUES (?, ?, ?, ?)').run(reportId, policy, actor, at);
}

/** Reports for which a person chose this policy, by their row. */
export const reportsUnderPolicy = (connection: Connection, policy: string): readonly number[] =>
  connection
    .prepare('SELECT report_id FROM report_policy WHERE policy = ? ORDER BY report_id')
    .pluck()
    .all(policy) as number[];
