import type { Anchor } from '../../shared/model/audit';
import { caseHead } from './case/entries';
import type { Connection } from './open';

export type AnchorKind = 'case' | 'pdf' | 'backup' | 'record';

export interface NewAnchor {
  readonly kind: AnchorKind;
  /** Name of the file that carries the head. */
  readonly target: string;
  readonly reportId: number | null;
  readonly at: string;
}

/** Notes which head of the log went out, as it stands now. Call inside the transaction that tells of it. */
export function anchorHead(connection: Connection, { kind, target, reportId, at }: NewAnchor): void {
  const last = connection
    .prepare('SELECT sequence, hash FROM audit_log ORDER BY sequence DESC LIMIT 1')
    .get() as { sequence: number; hash: string } | undefined;
  if (!last) return;
  const chained = reportId === null ? null : caseHead(connection, reportId);
  connection
    .prepare(
      `INSERT INTO anchor (kind, target, report_id, sequence, hash, case_hash, anchored_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(kind, target, reportId, last.sequence, last.hash, chained, at);
}

export const listAnchors = (connection: Connection): readonly Anchor[] =>
  connection
    .prepare(`SELECT target AS "where", hash, sequence, 'library' AS chain FROM anchor ORDER BY id`)
    .all() as Anchor[];
