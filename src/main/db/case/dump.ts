import type { Connection } from '../open';
import { chosenPolicy, findPolicy } from '../policies';
import { chosenReferences } from '../references';
import { caseUid } from './entries';
import { type PlainRow, plainRows } from './rows';

export type TableRows = Readonly<Partial<Record<string, readonly PlainRow[]>>>;

const PUBLIC = 'id, name, public_key, created_at, disabled_at';
const OF_REPORT: readonly (readonly [string, string])[] = [
  ['act', 'SELECT * FROM act WHERE report_id = ? ORDER BY id'],
  ['disposition', 'SELECT * FROM disposition WHERE report_id = ? ORDER BY fingerprint'],
  ['sign_off', 'SELECT * FROM sign_off WHERE report_id = ? ORDER BY id'],
  ['stage_event', 'SELECT * FROM stage_event WHERE report_id = ? ORDER BY sequence'],
  [
    'sign_off_section',
    `SELECT * FROM sign_off_section WHERE sign_off_id IN (SELECT id FROM sign_off WHERE report_id = ?)
     ORDER BY sign_off_id, section`,
  ],
  [
    'sign_off_end',
    `SELECT * FROM sign_off_end WHERE sign_off_id IN (SELECT id FROM sign_off WHERE report_id = ?)
     ORDER BY sign_off_id, section`,
  ],
  ['comment_thread', 'SELECT * FROM comment_thread WHERE report_id = ? ORDER BY id'],
  [
    'comment',
    'SELECT * FROM comment WHERE thread_id IN (SELECT id FROM comment_thread WHERE report_id = ?) ORDER BY id',
  ],
  [
    'comment_withdrawal',
    `SELECT w.* FROM comment_withdrawal w JOIN comment c ON c.id = w.comment_id
     WHERE c.thread_id IN (SELECT id FROM comment_thread WHERE report_id = ?) ORDER BY w.comment_id`,
  ],
  [
    'finding',
    `SELECT f.* FROM finding f JOIN report r ON r.current_revision_id = f.revision_id WHERE r.id = ?
     ORDER BY f.start_offset, f.fingerprint`,
  ],
];

/** What a report is checked against, as far as the case is to carry it. */
export interface CarriedReferences {
  readonly previousReportId: number | null;
  readonly ledgerIds: readonly number[];
}

/** Everything that the tables hold of a report, without texts and files. `people`: who must be among the identities. */
export function dumpTables(
  connection: Connection,
  reportId: number,
  carried: CarriedReferences,
  people: readonly string[],
): TableRows {
  const tables: Record<string, readonly PlainRow[]> = {};
  const revisions = plainRows(connection, 'SELECT * FROM revision WHERE report_id = ? ORDER BY id', reportId);
  tables['revision'] = revisions.map(without('working_text', 'checked_with'));
  for (const [table, sql] of OF_REPORT) tables[table] = plainRows(connection, sql, reportId);
  tables['source'] = plainRows(connection, SOURCES, reportId, carried.previousReportId).map(without('bytes'));
  const ledgers = JSON.stringify(carried.ledgerIds);
  const among = 'IN (SELECT value FROM json_each(?))';
  const ledger = plainRows(connection, `SELECT * FROM ledger WHERE id ${among} ORDER BY id`, ledgers);
  tables['ledger'] = ledger.map(without('bytes', 'report_id'));
  for (const table of ['ledger_fact', 'ledger_gap']) {
    const sql = `SELECT * FROM ${table} WHERE ledger_id ${among} ORDER BY ledger_id, position`;
    tables[table] = plainRows(connection, sql, ledgers);
  }
  const named = new Set([...people, ...idsIn(tables)]);
  const ids = JSON.stringify([...named].sort());
  tables['identity'] = plainRows(
    connection,
    `SELECT ${PUBLIC} FROM identity WHERE id ${among} ORDER BY id`,
    ids,
  );
  const roles = `SELECT * FROM identity_role WHERE identity_id ${among} ORDER BY identity_id, role`;
  tables['identity_role'] = plainRows(connection, roles, ids);
  return tables;
}

const SOURCES = `SELECT * FROM source WHERE id IN (SELECT source_id FROM revision WHERE report_id = ?
  UNION SELECT v.source_id FROM revision v JOIN report r ON r.current_revision_id = v.id WHERE r.id = ?) ORDER BY id`;

const without =
  (...names: readonly string[]) =>
  (row: PlainRow): PlainRow =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

const PERSON_COLUMNS = [
  'author_id',
  'actor_id',
  'moved_by',
  'confirmed_by',
  'settled_by_id',
  'withdrawn_by_id',
];

const idsIn = (tables: TableRows): readonly string[] =>
  Object.values(tables).flatMap((rows) =>
    (rows ?? [])
      .flatMap((row) => PERSON_COLUMNS.map((name) => row[name]))
      .filter((id) => typeof id === 'string'),
  );

interface Text {
  readonly id: number;
  readonly parentId: number | null;
  readonly text: string;
  readonly sha256: string;
  readonly edits: string | null;
}

/** Texts of all revisions, oldest first. */
export const revisionTexts = (connection: Connection, reportId: number): readonly Text[] =>
  connection
    .prepare(
      `SELECT id, parent_id AS parentId, working_text AS text, sha256, edits FROM revision WHERE report_id = ? ORDER BY id`,
    )
    .all(reportId) as Text[];

/** Files of the case by `sources/sha256` and `ledgers/sha256`. */
export function dumpFiles(
  connection: Connection,
  reportId: number,
  { previousReportId, ledgerIds }: CarriedReferences,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (kind: string, rows: unknown): void => {
    for (const { sha256, bytes } of rows as { sha256: string; bytes: Buffer }[]) {
      files.set(`${kind}/${sha256}`, new Uint8Array(bytes));
    }
  };
  put('sources', connection.prepare(SOURCES).all(reportId, previousReportId));
  const ledgers = `SELECT sha256, bytes FROM ledger WHERE bytes IS NOT NULL AND id IN (SELECT value FROM json_each(?))`;
  put('ledgers', connection.prepare(ledgers).all(JSON.stringify(ledgerIds)));
  return files;
}

/** A shipped policy's name, a policy of the house as it is, or null. */
export function policyOfCase(
  connection: Connection,
  reportId: number,
): string | Record<string, unknown> | null {
  const chosen = chosenPolicy(connection, reportId);
  const own = /^own-(\d+)$/.exec(chosen ?? '');
  if (!own) return chosen;
  const policy = findPolicy(connection, Number(own[1]))?.policy;
  return policy ? (JSON.parse(JSON.stringify(policy)) as Record<string, unknown>) : null;
}

/** What a person chose to check the report against, with reports by their identity. */
export function referencesOfCase(
  connection: Connection,
  reportId: number,
): { readonly previous: string | null; readonly ledgers: number[] } | null {
  const chosen = chosenReferences(connection, reportId);
  if (!chosen) return null;
  const { previousReportId, ledgerIds } = chosen;
  return {
    previous: previousReportId === null ? null : originOf(connection, previousReportId),
    ledgers: [...ledgerIds],
  };
}

/** The identity under which a report travels: that of the library which brought it into a case. */
export function originOf(connection: Connection, reportId: number): string {
  const uid = caseUid(connection, reportId);
  const sql = 'SELECT carried_from FROM report_case WHERE report_id = ?';
  return String(connection.prepare(sql).pluck().get(reportId) ?? uid);
}

/** State of a figure → how many, of a revision as it was checked last. */
export function coverageOf(connection: Connection, revisionId: number): Record<string, number> {
  const sql = 'SELECT state, count(*) AS n FROM quantity WHERE revision_id = ? GROUP BY state';
  const rows = connection.prepare(sql).all(revisionId) as { state: string; n: number }[];
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
