import { randomUUID } from 'node:crypto';
import { type CaseEntry, entryHash, headsOf, isLocal } from '../../review/case-chain';
import type { Connection } from '../open';
import { stateOf } from './state';

/** The identity of a report's case, given at the first look. */
export function caseUid(connection: Connection, reportId: number): string {
  const known = connection.prepare('SELECT uid FROM report_case WHERE report_id = ?').pluck().get(reportId);
  if (known !== undefined) return String(known);
  const uid = randomUUID();
  setCaseUid(connection, reportId, uid, null);
  return uid;
}

export function setCaseUid(
  connection: Connection,
  reportId: number,
  uid: string,
  carriedFrom: string | null,
): void {
  connection.prepare('INSERT INTO report_case VALUES (?, ?, ?)').run(reportId, uid, carriedFrom);
}

export function reportOfCase(connection: Connection, uid: string): number | null {
  const id = connection.prepare('SELECT report_id FROM report_case WHERE uid = ?').pluck().get(uid);
  return id === undefined ? null : Number(id);
}

interface EntryRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly summary: string;
  readonly detail: string;
  readonly parents: string | null;
  readonly state: string | null;
  readonly hash: string | null;
}

const ROWS = `SELECT a.sequence, a.logged_at AS "at", a.actor, a.action, a.summary, a.detail, c.parents, c.state, c.hash
  FROM audit_log a LEFT JOIN case_entry c ON c.sequence = a.sequence WHERE a.report_id = ? ORDER BY a.sequence`;

/** A report's own chain, oldest first. Entries that are not chained yet are left out. */
export const caseEntries = (connection: Connection, reportId: number): readonly CaseEntry[] =>
  (connection.prepare(ROWS).all(reportId) as EntryRow[]).flatMap((row) => {
    const { sequence: _, parents, state, hash, detail, ...said } = row;
    if (parents === null || state === null || hash === null) return [];
    const linked = { parents: JSON.parse(parents), state: JSON.parse(state), hash };
    return [{ ...said, detail: JSON.parse(detail) as unknown, ...linked }];
  });

/** Hashes of the entries that the next one follows: one, or none for a new case. */
const lastHashes = (connection: Connection, reportId: number): readonly string[] => {
  const sql = 'SELECT parents, hash FROM case_entry WHERE report_id = ? ORDER BY sequence DESC LIMIT 1';
  const row = connection.prepare(sql).get(reportId) as { hash: string } | undefined;
  return row ? [row.hash] : [];
};

export const caseHead = (connection: Connection, reportId: number): string =>
  lastHashes(connection, reportId)[0] ?? '';

/**
 * Chains the log's entries about a report that are not yet: the newest one, and all of them where a library is older than the
 * chains. Call inside the transaction, after everything that the act changes.
 */
export function chainEntries(connection: Connection, reportId: number, parents?: readonly string[]): void {
  const uid = caseUid(connection, reportId);
  const after = lastChained(connection, reportId);
  const sql = ROWS.replace('ORDER BY', `AND a.sequence > ${after} ORDER BY`);
  const rows = (connection.prepare(sql).all(reportId) as EntryRow[]).filter(({ action }) => !isLocal(action));
  const newest = rows.at(-1);
  let follows = parents ?? lastHashes(connection, reportId);
  for (const row of rows) {
    // What the tables said after an entry of old is no longer known.
    const state = row === newest ? stateOf(connection, reportId) : {};
    const { at, actor, action, summary } = row;
    const said = { at, actor, action, summary, detail: JSON.parse(row.detail) as unknown, state };
    const entry = { ...said, parents: [...follows].sort() };
    const hash = entryHash(uid, entry);
    addEntry(connection, reportId, row.sequence, { ...entry, hash });
    follows = [hash];
  }
}

const lastChained = (connection: Connection, reportId: number): number =>
  Number(
    connection
      .prepare('SELECT coalesce(max(sequence), 0) FROM case_entry WHERE report_id = ?')
      .pluck()
      .get(reportId),
  );

export function addEntry(
  connection: Connection,
  reportId: number,
  sequence: number,
  { parents, state, hash }: CaseEntry,
): void {
  connection
    .prepare('INSERT INTO case_entry VALUES (?, ?, ?, ?, ?)')
    .run(sequence, reportId, JSON.stringify(parents), JSON.stringify(state), hash);
}

/** The head of entries that hang together; empty for none. */
export const headOf = (entries: readonly CaseEntry[]): string => headsOf(entries)[0] ?? '';
