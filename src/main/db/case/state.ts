import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical-json';
import type { CaseState } from '../../review/case-chain';
import { commentsSaid, threadRecords } from '../comment-record';
import { listDispositions } from '../dispositions';
import type { Connection } from '../open';
import { chosenPolicy, findPolicy } from '../policies';
import { chosenReferences } from '../references';

const digest = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Names of the parts, for a person. A part that an older entry does not know is not compared. */
export const STATE_PARTS: Readonly<Record<string, string>> = {
  revision: '当前版本',
  revisions: '版本',
  dispositions: '处置',
  policy: '检查政策',
  references: '对照资料',
  signOffs: '会签',
  acts: '操作记录',
  comments: '批注',
};

/** What a report stands at, as digests that say the same on every laptop. */
export function stateOf(connection: Connection, reportId: number): CaseState {
  const revisions = revisionIdentities(connection, reportId);
  const current = connection
    .prepare('SELECT current_revision_id FROM report WHERE id = ?')
    .pluck()
    .get(reportId);
  return {
    revision: revisions.get(Number(current)) ?? '',
    revisions: digest([...revisions.values()].sort()),
    dispositions: digest(listDispositions(connection, reportId)),
    policy: digest(policyNamed(connection, reportId)),
    references: digest(referencesNamed(connection, reportId)),
    signOffs: digest(signOffRecord(connection, reportId, revisions)),
    acts: digest(connection.prepare(ACTS).all(reportId)),
    ...(knowsComments(connection)
      ? { comments: digest(commentsSaid(threadRecords(connection, reportId, revisions))) }
      : {}),
  };
}

/** A library of before is verified as it is. */
const knowsComments = (connection: Connection): boolean =>
  connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'comment_thread'`).get() !== undefined;

const ACTS = `SELECT title, state, actor, actor_id AS actorId, moved_by AS movedBy, acted_at AS "at"
  FROM act WHERE report_id = ? ORDER BY id`;

export interface RevisionSaid {
  readonly sha256: string;
  /** SHA-256 of the source's bytes. */
  readonly source: string;
  readonly author: string;
  readonly reason: string;
  readonly at: string;
}

interface RevisionStub extends RevisionSaid {
  readonly id: number;
  readonly parentId: number | null;
}

/** Row → what the revision is on every laptop: its text, where it came from, and who made it when. Oldest first. */
export function revisionIdentities(connection: Connection, reportId: number): ReadonlyMap<number, string> {
  const sql = `SELECT v.id, v.parent_id AS parentId, v.sha256, s.sha256 AS source, v.author, v.reason,
    v.created_at AS "at" FROM revision v JOIN source s ON s.id = v.source_id WHERE v.report_id = ? ORDER BY v.id`;
  const identities = new Map<number, string>();
  for (const { id, parentId, ...rest } of connection.prepare(sql).all(reportId) as RevisionStub[]) {
    const parent = parentId === null ? null : (identities.get(parentId) ?? '');
    identities.set(id, revisionIdentity(rest, parent));
  }
  return identities;
}

/** `parent`: the identity of the revision that it was made from. */
export const revisionIdentity = (said: RevisionSaid, parent: string | null): string =>
  digest({
    sha256: said.sha256,
    source: said.source,
    author: said.author,
    reason: said.reason,
    at: said.at,
    parent,
  });

/** A shipped policy by its name, one of the house by its content; null while the report follows the library's. */
function policyNamed(connection: Connection, reportId: number): unknown {
  const chosen = chosenPolicy(connection, reportId);
  const own = /^own-(\d+)$/.exec(chosen ?? '');
  return own ? (findPolicy(connection, Number(own[1]))?.policy ?? null) : chosen;
}

/** Ledgers by their content, the earlier report by its identity; null while the library proposes. */
function referencesNamed(connection: Connection, reportId: number): unknown {
  const chosen = chosenReferences(connection, reportId);
  if (!chosen) return null;
  const hash = connection.prepare('SELECT sha256 FROM ledger WHERE id = ?').pluck();
  const origin = connection.prepare(
    'SELECT coalesce(carried_from, uid) FROM report_case WHERE report_id = ?',
  );
  const { previousReportId, ledgerIds } = chosen;
  return {
    previous: previousReportId === null ? null : (origin.pluck().get(previousReportId) ?? null),
    ledgers: ledgerIds.map((id) => hash.get(id)).sort(),
  };
}

const EVENTS = `SELECT e.sequence, e.route, e.action, e.from_state AS "from", e.to_state AS "to", e.actor_id AS actorId, e.role,
  e.reason, e.revision_id AS revision, e.moved_at AS "at",
  (SELECT count(*) FROM sign_off s WHERE s.report_id = e.report_id AND s.id <= e.sign_off_id) AS signOff
  FROM stage_event e WHERE e.report_id = ? ORDER BY e.sequence`;
const SIGN_OFFS = `SELECT stage, actor_id AS actorId, role, signed_at AS "at", revision_id AS revision, revision_sha256 AS sha256,
  policy_sha256 AS policy, apart, seen_sha256 AS seen, hex(signature) AS signature,
  (SELECT json_group_array(json_array(c.section, c.text_hash, c.ties_hash, c.decisions_hash) ORDER BY c.section)
    FROM sign_off_section c WHERE c.sign_off_id = s.id) AS sections,
  (SELECT json_group_array(json_array(x.section, e.sequence) ORDER BY x.section)
    FROM sign_off_end x JOIN stage_event e ON e.id = x.event_id WHERE x.sign_off_id = s.id) AS ended
  FROM sign_off s WHERE s.report_id = ? ORDER BY s.id`;

/** Moves and signatures, with revisions by their identity and signatures by their order. */
function signOffRecord(
  connection: Connection,
  reportId: number,
  revisions: ReadonlyMap<number, string>,
): readonly unknown[] {
  const rows = [EVENTS, SIGN_OFFS].flatMap((sql) => connection.prepare(sql).all(reportId)) as {
    revision: number;
  }[];
  return rows.map((row) => ({ ...row, revision: revisions.get(row.revision) ?? '' }));
}
