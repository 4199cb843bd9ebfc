import { canonicalJson } from '../../shared/canonical-json';
import type {
  CaseState,
  Role,
  Seen,
  SignOff,
  Stage,
  StageAction,
  StageEvent,
} from '../../shared/model/sign-off';
import type { Held } from '../review/sign-off/lapse';
import type { Connection } from './open';

/** Where a report stands, and the way through the stages that it is on; null before it was first handed in. */
export function caseStateOf(
  connection: Connection,
  reportId: number,
): { readonly state: CaseState; readonly route: string | null } {
  const sql = 'SELECT state, route FROM stage_of WHERE report_id = ?';
  const row = connection.prepare(sql).get(reportId) as { state: CaseState; route: string | null } | undefined;
  return row ?? { state: 'draft', route: null };
}

/** Ids and names of those who cannot approve; see the view `took_part`. */
export const tookPart = (
  connection: Connection,
  reportId: number,
): readonly { readonly id: string; readonly name: string }[] =>
  connection
    .prepare(
      `SELECT DISTINCT i.id, i.name FROM took_part t JOIN identity i ON i.id = t.identity_id
       WHERE t.report_id = ? ORDER BY i.name`,
    )
    .all(reportId) as { id: string; name: string }[];

/** Who handed the report in last. */
export function submitterOf(connection: Connection, reportId: number): string | null {
  const sql = `SELECT actor_id FROM stage_event WHERE report_id = ? AND action = 'submit' ORDER BY sequence DESC LIMIT 1`;
  return (connection.prepare(sql).pluck().get(reportId) as string | undefined) ?? null;
}

interface SignOffRow {
  readonly id: number;
  readonly stage: Stage;
  readonly actorId: string;
  readonly name: string;
  readonly role: Role;
  readonly at: string;
  readonly revisionId: number;
  readonly revision: number;
  readonly policy: string;
  readonly apart: number;
  readonly seen: string;
  readonly seenSha256: string;
  readonly signature: Uint8Array;
}

const SELECT = `SELECT s.id, s.stage, s.actor_id AS actorId, i.name, s.role, s.signed_at AS "at", s.revision_id AS revisionId,
  v.number AS revision, s.policy_sha256 AS policy, s.apart, s.seen, s.seen_sha256 AS seenSha256, s.signature
  FROM sign_off s JOIN identity i ON i.id = s.actor_id JOIN revision v ON v.id = s.revision_id`;

/** Keys in code-unit order, as the signed statement lists them. */
function sectionsOf(connection: Connection, id: number): { covered: string[]; live: string[] } {
  const sql = `SELECT section, NOT EXISTS (SELECT 1 FROM sign_off_end x WHERE x.sign_off_id = c.sign_off_id AND x.section = c.section)
    AS live FROM sign_off_section c WHERE sign_off_id = ?`;
  const rows = connection.prepare(sql).all(id) as { section: string; live: number }[];
  const keys = (some: typeof rows): string[] => some.map(({ section }) => section).sort();
  return { covered: keys(rows), live: keys(rows.filter(({ live }) => live === 1)) };
}

/** Every signature of a report, the oldest first. */
export function listSignOffs(connection: Connection, reportId: number): readonly SignOff[] {
  const rows = connection
    .prepare(`${SELECT} WHERE s.report_id = ? ORDER BY s.id`)
    .all(reportId) as SignOffRow[];
  return rows.map(({ id, stage, actorId, name, role, at, revisionId, revision, seenSha256, signature }) => {
    const { covered, live } = sectionsOf(connection, id);
    const by = { id: actorId, name, roles: [role] };
    const shown = { id, stage, by, role, at, revisionId, revision, seenSha256 };
    return {
      ...shown,
      sections: covered,
      live,
      signature: Buffer.from(signature).toString('base64'),
    };
  });
}

/** Signatures that hold something still. */
export function listHeld(connection: Connection, reportId: number): readonly Held[] {
  const live = 'SELECT l.id FROM live_sign_off l WHERE l.report_id = s.report_id';
  const sql = `${SELECT} WHERE s.report_id = ? AND s.id IN (${live}) ORDER BY s.id`;
  const rows = connection.prepare(sql).all(reportId) as SignOffRow[];
  return rows.map(({ id, stage, actorId, apart, policy, seen }) => ({
    id,
    stage,
    byId: actorId,
    apart: apart === 1,
    policy,
    seen: (JSON.parse(seen) as Seen).sections,
    live: sectionsOf(connection, id).live,
  }));
}

/** What a signature of this report was given on; null when there is none such. */
export function findSeen(
  connection: Connection,
  reportId: number,
  id: number,
): { readonly seen: Seen; readonly revisionId: number } | null {
  const sql = 'SELECT seen, revision_id AS revisionId FROM sign_off WHERE id = ? AND report_id = ?';
  const row = connection.prepare(sql).get(id, reportId) as { seen: string; revisionId: number } | undefined;
  return row ? { seen: JSON.parse(row.seen) as Seen, revisionId: row.revisionId } : null;
}

export interface NewSignOff {
  readonly reportId: number;
  readonly stage: Stage;
  readonly actorId: string;
  readonly role: Role;
  readonly at: string;
  readonly revisionId: number;
  readonly apart: boolean;
  readonly seen: Seen;
  readonly seenSha256: string;
  readonly signature: Uint8Array;
  /** Keys of the sections that it covers. */
  readonly sections: readonly string[];
}

/** Stores a signature; returns its id. Call inside the transaction that records its move. */
export function addSignOff(connection: Connection, signOff: NewSignOff): number {
  const { seen, sections } = signOff;
  const result = connection
    .prepare(
      `INSERT INTO sign_off (report_id, stage, actor_id, role, signed_at, revision_id, revision_sha256, policy_sha256, apart,
         seen, seen_sha256, signature)
       VALUES (@reportId, @stage, @actorId, @role, @at, @revisionId, @revision, @policy, @apart, @json, @seenSha256, @signature)`,
    )
    .run({
      ...signOff,
      revision: seen.revision,
      policy: seen.policy.sha256,
      apart: signOff.apart ? 1 : 0,
      json: canonicalJson(seen),
      signature: Buffer.from(signOff.signature),
    });
  const id = Number(result.lastInsertRowid);
  const section = connection.prepare('INSERT INTO sign_off_section VALUES (?, ?, ?, ?, ?)');
  for (const { key, text, ties, decisions } of seen.sections) {
    if (sections.includes(key)) section.run(id, key, text, ties, decisions);
  }
  return id;
}

export interface NewStageEvent {
  readonly reportId: number;
  readonly route: string;
  readonly action: StageAction;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly actorId: string | null;
  readonly role: Role | null;
  readonly reason: string;
  readonly signOffId: number | null;
  readonly at: string;
}

/** Records a move and what it ends; the triggers refuse what the table of moves has not. Call inside a transaction. */
export function addStageEvent(
  connection: Connection,
  event: NewStageEvent,
  ends: readonly { readonly id: number; readonly keys: readonly string[] }[],
): void {
  const result = connection
    .prepare(
      `INSERT INTO stage_event (report_id, sequence, route, action, from_state, to_state, actor_id, role, reason, sign_off_id,
         revision_id, act_id, moved_at)
       VALUES (@reportId, (SELECT count(*) + 1 FROM stage_event WHERE report_id = @reportId), @route, @action, @from, @to,
         @actorId, @role, @reason, @signOffId, (SELECT current_revision_id FROM report WHERE id = @reportId),
         (SELECT coalesce(max(id), 0) FROM act WHERE report_id = @reportId), @at)`,
    )
    .run(event);
  const end = connection.prepare('INSERT INTO sign_off_end VALUES (?, ?, ?)');
  for (const { id, keys } of ends) for (const key of keys) end.run(id, key, result.lastInsertRowid);
}

/** A report's moves, the oldest first. */
export const listStageEvents = (connection: Connection, reportId: number): readonly StageEvent[] =>
  connection
    .prepare(
      `SELECT e.sequence, e.action, e.from_state AS "from", e.to_state AS "to", i.name AS "by", e.role, e.reason,
         e.moved_at AS "at", e.sign_off_id AS signOffId
       FROM stage_event e LEFT JOIN identity i ON i.id = e.actor_id WHERE e.report_id = ? ORDER BY e.sequence`,
    )
    .all(reportId) as StageEvent[];
