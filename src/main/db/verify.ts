import { createHash } from 'node:crypto';
import type { Anchor, AuditProblem, AuditReport, CaseChain } from '../../shared/model/audit';
import { anchorFault, type Link } from '../review/anchors';
import { caseFault, headsOf, isLocal } from '../review/case-chain';
import { listAnchors } from './anchors';
import { auditFault } from './audit-log';
import { caseEntries } from './case/entries';
import { STATE_PARTS, stateOf } from './case/state';
import { guardFaults, schemaVersion } from './guards';
import type { Connection } from './open';

const hasTable = (connection: Connection, name: string): boolean =>
  connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

/**
 * Verifies a library without changing it: the database itself, the log's chain, each report's chain, the heads that went out,
 * and that the tables say what the log says. `anchors`: heads kept elsewhere. Throws `ForeignDatabaseError`.
 */
export function verifyLibrary(
  connection: Connection,
  kind: 'library' | 'backup',
  anchors: readonly Anchor[] = [],
): AuditReport {
  const version = schemaVersion(connection);
  const damaged = damages(connection);
  if (damaged.length > 0) return { ...emptyReport(kind), problems: damaged };
  const links = connection.prepare('SELECT sequence, hash FROM audit_log ORDER BY sequence').all() as Link[];
  const fault = auditFault(connection);
  // Not in a library that is older than the reports' own chains.
  const chained = hasTable(connection, 'case_entry');
  const cases = chained ? caseChains(connection) : [];
  const kept = chained ? listAnchors(connection) : [];
  const ofCases = cases.flatMap(({ links: own }) => own);
  const chains = { library: links, case: ofCases, any: [...links, ...ofCases] };
  const against = [...kept, ...anchors].map((anchor) => anchorFault(chains[anchor.chain], anchor));
  const problems = [
    ...(fault ? [fault] : []),
    ...against.filter((one) => one !== null),
    ...cases.flatMap((one) => one.problems),
    ...guardFaults(connection, version),
    ...contentFaults(connection),
    ...orphans(connection),
  ];
  const [first, last] = [times(connection, 'min'), times(connection, 'max')];
  return {
    kind,
    intact: problems.length === 0,
    entries: links.length,
    head: links.at(-1)?.hash ?? '',
    from: first,
    to: last,
    cases: cases.map(({ chain }) => chain),
    anchors: { compared: against.length, agreed: against.filter((one) => one === null).length },
    problems: distinct(problems),
  };
}

export const emptyReport = (kind: AuditReport['kind']): AuditReport => ({
  kind,
  intact: false,
  entries: 0,
  head: '',
  from: null,
  to: null,
  cases: [],
  anchors: { compared: 0, agreed: 0 },
  problems: [],
});

const distinct = (problems: readonly AuditProblem[]): readonly AuditProblem[] => [
  ...new Map(problems.map((one) => [one.message, one])).values(),
];

const times = (connection: Connection, which: 'min' | 'max'): string | null => {
  const sql = `SELECT logged_at FROM audit_log WHERE sequence = (SELECT ${which}(sequence) FROM audit_log)`;
  const at = connection.prepare(sql).pluck().get();
  return at === undefined ? null : String(at);
};

/** What SQLite itself finds, at most a few sentences. */
export const damages = (connection: Connection): readonly AuditProblem[] =>
  (connection.pragma('integrity_check(5)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .map((line) => damage(`数据库文件已损坏：${line}`));

const orphans = (connection: Connection): readonly AuditProblem[] =>
  [...new Set((connection.pragma('foreign_key_check') as { table: string }[]).map(({ table }) => table))].map(
    (table) => damage(`数据库表 ${table} 里有记录缺少它所依据的记录`),
  );

const damage = (message: string): AuditProblem => ({ code: 'damaged', sequence: null, message });

interface VerifiedCase {
  readonly chain: CaseChain;
  readonly links: readonly Link[];
  readonly problems: readonly AuditProblem[];
}

function caseChains(connection: Connection): readonly VerifiedCase[] {
  const sql = `SELECT c.report_id AS reportId, c.uid, coalesce(r.title, '') AS title FROM report_case c
    LEFT JOIN report r ON r.id = c.report_id ORDER BY c.report_id`;
  const rows = connection.prepare(sql).all() as { reportId: number; uid: string; title: string }[];
  return rows.map((row) => caseChain(connection, row));
}

function caseChain(
  connection: Connection,
  { reportId, uid, title }: { reportId: number; uid: string; title: string },
): VerifiedCase {
  const entries = caseEntries(connection, reportId);
  const fault = caseFault(uid, entries) ?? unchained(connection, reportId);
  const named = (message: string): string => `报告《${title}》：${message}`;
  const last = entries.at(-1);
  const state = last && !fault ? stateFaults(last.state, stateOf(connection, reportId)) : [];
  return {
    chain: { uid, title, entries: entries.length, head: headsOf(entries)[0] ?? '' },
    links: entries.map(({ hash }, index) => ({ sequence: index + 1, hash })),
    problems: [...(fault ? [fault] : []), ...state].map((one) => ({ ...one, message: named(one.message) })),
  };
}

/** An entry about the report that its chain does not have: each act writes both together. */
function unchained(connection: Connection, reportId: number): AuditProblem | null {
  const sql = `SELECT a.sequence, a.action FROM audit_log a LEFT JOIN case_entry c ON c.sequence = a.sequence
    WHERE a.report_id = ? AND c.sequence IS NULL ORDER BY a.sequence`;
  const rows = connection.prepare(sql).all(reportId) as { sequence: number; action: string }[];
  const first = rows.find(({ action }) => !isLocal(action));
  if (!first) return null;
  const { sequence } = first;
  return { code: 'gap', sequence, message: `日志第 ${sequence} 条不在案卷日志里：案卷日志被删过` };
}

/** Parts of the state that are not as the last entry left them. */
export const stateFaults = (
  logged: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): readonly AuditProblem[] =>
  Object.keys(logged)
    .filter((part) => logged[part] !== found[part])
    .map((part) => ({
      code: 'state',
      sequence: null,
      message: `${STATE_PARTS[part] ?? part}与日志最后一条所记的不符：资料被绕过日志改过`,
    }));

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Texts and files that are not what their hashes were made of. */
function contentFaults(connection: Connection): readonly AuditProblem[] {
  const faults: AuditProblem[] = [];
  const say = (message: string): number => faults.push({ code: 'content', sequence: null, message });
  const revisions = `SELECT v.number, v.working_text AS data, v.sha256, r.title FROM revision v JOIN report r ON r.id = v.report_id`;
  for (const row of each(connection, revisions)) {
    if (sha256(row.data) !== row.sha256)
      say(`报告《${row.title}》版本 ${row.number} 的正文与它的哈希不符：正文被改过`);
  }
  for (const row of each(connection, 'SELECT file_name AS title, bytes AS data, sha256 FROM source')) {
    if (sha256(row.data) !== row.sha256) say(`原件《${row.title}》与它的哈希不符：原件被改过`);
  }
  // The first libraries knew no ledgers.
  if (!hasTable(connection, 'ledger')) return faults;
  const ledgers = `SELECT name AS title, bytes AS data, sha256 FROM ledger WHERE bytes IS NOT NULL`;
  for (const row of each(connection, ledgers)) {
    if (sha256(row.data) !== row.sha256) say(`台账《${row.title}》与它的哈希不符：台账被改过`);
  }
  return faults;
}

interface Content {
  readonly title: string;
  readonly number?: number;
  readonly data: string | Uint8Array;
  readonly sha256: string;
}

/** One at a time: sources can be large. */
function* each(connection: Connection, sql: string): Generator<Content> {
  for (const row of connection.prepare(sql).iterate()) yield row as Content;
}
