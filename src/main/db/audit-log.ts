import type { AuditProblem } from '../../shared/model/audit';
import type { AuditEntry } from '../../shared/model/review';
import { type AuditRecord, type ChainedRecord, chainFault, chainHash, GENESIS } from '../review/audit';
import { isLocal } from '../review/case-chain';
import { chainEntries } from './case/entries';
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

/**
 * Appends an entry, chained to the last one of the library and to the last one of its report's case. Call it last in the
 * transaction of the act that it tells of: the entry holds digests of the report's state as the act left it. `parents`:
 * what the entry follows in the case's chain, where that is not its last entry alone.
 */
export function appendAudit(
  connection: Connection,
  entry: Omit<AuditRecord, 'sequence'>,
  parents?: readonly string[],
): void {
  connection.transaction(() => {
    insertAudit(connection, entry);
    if (entry.reportId !== null && !isLocal(entry.action)) chainEntries(connection, entry.reportId, parents);
  })();
}

/** Appends an entry to the library's chain alone; returns its number. */
export function insertAudit(connection: Connection, entry: Omit<AuditRecord, 'sequence'>): number {
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
  return sequence;
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

/** Whether some entry of the log has this hash. */
export const hasAuditEntry = (connection: Connection, hash: string): boolean =>
  connection.prepare('SELECT 1 FROM audit_log WHERE hash = ?').pluck().get(hash) !== undefined;

/** Rows in the order of their numbers, one at a time: a log can be long. */
export function* auditRows(connection: Connection): Generator<ChainedRecord> {
  for (const row of connection.prepare('SELECT * FROM audit_log ORDER BY sequence').iterate()) {
    yield chained(row as AuditRow);
  }
}

const chained = (row: AuditRow): ChainedRecord => ({
  record: {
    sequence: row.sequence,
    reportId: row.report_id,
    at: row.logged_at,
    actor: row.actor,
    action: row.action,
    summary: row.summary,
    detail: parsed(row.detail),
  },
  previous: row.previous_hash,
  hash: row.hash,
});

/** What is no JSON was put there past the checks; it breaks the chain as any other change does. */
function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch {
    return { damaged: detail };
  }
}

/** The first entry that breaks the library's chain, or null. */
export const auditFault = (connection: Connection): AuditProblem | null => chainFault(auditRows(connection));

/** Sequence of the first entry that breaks the chain, or null. */
export const verifyAudit = (connection: Connection): number | null =>
  auditFault(connection)?.sequence ?? null;
