import type { Disposition } from '../../shared/model/review';
import type { Connection } from './open';

const COLUMNS = 'fingerprint, kind, reason, actor AS "by", decided_at AS "at"';

export function listDispositions(connection: Connection, reportId: number): readonly Disposition[] {
  const sql = `SELECT ${COLUMNS} FROM disposition WHERE report_id = ? ORDER BY decided_at, fingerprint`;
  return connection.prepare(sql).all(reportId) as Disposition[];
}

export function findDisposition(
  connection: Connection,
  reportId: number,
  fingerprint: string,
): Disposition | null {
  const sql = `SELECT ${COLUMNS} FROM disposition WHERE report_id = ? AND fingerprint = ?`;
  return (connection.prepare(sql).get(reportId, fingerprint) as Disposition | undefined) ?? null;
}

/** Sets a finding's disposition; `null` opens it again. */
export function setDisposition(
  connection: Connection,
  reportId: number,
  fingerprint: string,
  disposition: Disposition | null,
): void {
  connection
    .prepare('DELETE FROM disposition WHERE report_id = ? AND fingerprint = ?')
    .run(reportId, fingerprint);
  if (!disposition) return;
  const { kind, reason, by, at } = disposition;
  connection
    .prepare('INSERT INTO disposition VALUES (?, ?, ?, ?, ?, ?)')
    .run(reportId, fingerprint, kind, reason, by, at);
}
