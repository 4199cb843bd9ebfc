import type { AuditEntry } from '../../shared/model/review';
import { type AuditRecord, chainHash, firstBroken, GENESIS } from '../review/audit';
import type { Connection } from './open';

interface AuditRow {
  readonly sequence: number;
  readonly report_id: number | null;
  readonly logged_at: string;
  readonly actor: string;
  readonly action: string;
  readonly summary: string;
  readonly detail: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Appends an entry chained to the last one. Call inside the transaction of the act that it tells of. */
export function appendAudit(connection: Connection, entry: Omit<AuditRecord, 'sequence'>): void {
  const last = connection
    .prepare('SELECT sequence, hash FROM audit_log ORDER BY sequence DESC LIMIT 1')
    .get() as { sequence: number; hash: string } | undefined;
  const record: AuditRecord = { ...entry, sequence: (last?.sequence ?? 0) + 1 };
  const previous = last?.hash ?? GENESIS;
  const { sequence, reportId, at, actor, action, summary } = record;
  connection
    .prepare('INSERT INTO audit_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      sequence,
      reportId,
      at,
      actor,
      action,
      summary,
      JSON.stringify(record.detail),
      previous,
      chainHash(previous, record),
    );
}

export function listAudit(connection: Connection, reportId: number): readonly AuditEntry[] {
  const sql = `SELECT sequence, logged_at AS "at", actor, action, summary, hash
    FROM audit_log WHERE report_id = ? ORDER BY sequence`;
  return connection.prepare(sql).all(reportId) as AuditEntry[];
}

/** Hash of the newest entry: what a release prints, so that a cut tail shows. */
export function auditHead(connection: Connection): string {
  const head = connection.prepare('SELECT hash FROM audit_log ORDER BY sequence DESC LIMIT 1').pluck().get();
  return head === undefined ? GENESIS : String(head);
}

/** Sequence of the first entry that breaks the chain, or null. */
export function verifyAudit(connection: Connection): number | null {
  const rows = connection.prepare('SELECT * FROM audit_log ORDER BY sequence').all() as AuditRow[];
  return firstBroken(
    rows.map((row) => ({
      record: {
        sequence: row.sequence,
        reportId: row.report_id,
        at: row.logged_at,
        actor: row.actor,
        action: row.action,
        summary: row.summary,
        detail: JSON.parse(row.detail) as unknown,
      },
      previous: row.previous_hash,
      hash: row.hash,
    })),
  );
}
