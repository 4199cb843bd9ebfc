import type { Disposition, WaiverBound } from '../../shared/model/review';
import type { Connection } from './open';

const SELECT = `SELECT fingerprint, kind, reason, actor AS "by", decided_at AS "at", actor_id AS byId, code, severity, message,
  excerpt, text_hash AS textHash, related_hash AS relatedHash, expires_on AS expiresOn, confirmed_by AS confirmedById,
  confirmed_at AS confirmedAt, (SELECT name FROM identity i WHERE i.id = confirmed_by) AS confirmedBy
  FROM disposition WHERE report_id = ?`;

type Row = Omit<Disposition, 'bound' | 'confirmed'> &
  WaiverBound & {
    readonly confirmedById: string | null;
    readonly confirmedAt: string | null;
    readonly confirmedBy: string | null;
  };

function dispositionOf(row: Row): Disposition {
  const { code, severity, message, excerpt, textHash, relatedHash, confirmedById, confirmedAt, confirmedBy } =
    row;
  const { fingerprint, kind, reason, by, at, byId, expiresOn } = row;
  const bound = textHash === '' ? null : { code, severity, message, excerpt, textHash, relatedHash };
  const confirmed =
    confirmedById === null ? null : { by: confirmedBy ?? '', byId: confirmedById, at: confirmedAt ?? '' };
  return { fingerprint, kind, reason, by, at, byId, bound, expiresOn, confirmed };
}

export function listDispositions(connection: Connection, reportId: number): readonly Disposition[] {
  const rows = connection.prepare(`${SELECT} ORDER BY decided_at, fingerprint`).all(reportId) as Row[];
  return rows.map(dispositionOf);
}

export function findDisposition(
  connection: Connection,
  reportId: number,
  fingerprint: string,
): Disposition | null {
  const row = connection.prepare(`${SELECT} AND fingerprint = ?`).get(reportId, fingerprint) as
    | Row
    | undefined;
  return row ? dispositionOf(row) : null;
}

/** Sets a finding's disposition; `null` opens it again. A waiver begins unconfirmed, whatever it was before. */
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
  // Acts from before there were identities know nothing of the rest.
  const { byId = null, bound = null, expiresOn = null } = disposition as Partial<Disposition>;
  const unbound = { code: '', severity: 'error', message: '', excerpt: '', textHash: '', relatedHash: '' };
  connection
    .prepare(
      `INSERT INTO disposition (report_id, fingerprint, kind, reason, actor, decided_at, actor_id, code, severity, message,
         excerpt, text_hash, related_hash, expires_on)
       VALUES (@reportId, @fingerprint, @kind, @reason, @by, @at, @byId, @code, @severity, @message, @excerpt, @textHash,
         @relatedHash, @expiresOn)`,
    )
    .run({ reportId, fingerprint, kind, reason, by, at, byId, expiresOn, ...(bound ?? unbound) });
}

/** The second person's word for a waiver, or null to take it back. The database refuses that of the first. */
export function setConfirmation(
  connection: Connection,
  reportId: number,
  fingerprint: string,
  confirmation: { readonly byId: string; readonly at: string } | null,
): void {
  connection
    .prepare(
      'UPDATE disposition SET confirmed_by = ?, confirmed_at = ? WHERE report_id = ? AND fingerprint = ?',
    )
    .run(confirmation?.byId ?? null, confirmation?.at ?? null, reportId, fingerprint);
}
