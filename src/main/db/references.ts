import type { LedgerFact } from '../../shared/model/ledger';
import type { FactElsewhere } from '../../shared/model/review';
import type { Connection } from './open';

export interface ChosenReferences {
  readonly previousReportId: number | null;
  readonly ledgerIds: readonly number[];
}

/** What a person chose for a report; null while the library proposes. */
export function chosenReferences(connection: Connection, reportId: number): ChosenReferences | null {
  const sql = `SELECT previous_report_id AS previousReportId, ledger_ids AS ledgerIds
    FROM report_reference WHERE report_id = ?`;
  const row = connection.prepare(sql).get(reportId) as
    | { previousReportId: number | null; ledgerIds: string }
    | undefined;
  if (!row) return null;
  return { previousReportId: row.previousReportId, ledgerIds: JSON.parse(row.ledgerIds) as number[] };
}

/** `null` leaves it to the library again. */
export function chooseReferences(
  connection: Connection,
  reportId: number,
  chosen: ChosenReferences | null,
  actor: string,
  at: string,
): void {
  connection.prepare('DELETE FROM report_reference WHERE report_id = ?').run(reportId);
  if (!chosen) return;
  connection
    .prepare('INSERT INTO report_reference VALUES (?, ?, ?, ?, ?)')
    .run(reportId, chosen.previousReportId, JSON.stringify(chosen.ledgerIds), actor, at);
}

/** A fact as stored, with where it stands in its revision's text. */
export type StoredFact = Omit<LedgerFact, 'place'> & { readonly start: number };

/** The exact claims of a revision whose meaning is known, in the order of the text. */
export function factsOfRevision(connection: Connection, revisionId: number): readonly StoredFact[] {
  const sql = `
    SELECT f.concept, f.scope, f.period, q.value, q.unit, q.printed_precision AS precision, q.raw,
      q.start_offset AS start
    FROM fact f JOIN quantity q ON q.revision_id = f.revision_id AND q.position = f.quantity
    WHERE f.revision_id = ? AND q.exempt IS NULL AND q.approximator IS NULL
      AND (f.concept <> '' OR f.scope <> '')
    ORDER BY q.start_offset`;
  return connection.prepare(sql).all(revisionId) as StoredFact[];
}

const MOST = 200;

type FactFound = Omit<FactElsewhere, 'place'> & { readonly start: number; readonly revisionId: number };

const FOUND = `
  SELECT r.id AS reportId, r.title, v.number AS revision, v.id AS revisionId, f.concept, f.scope, f.period,
    q.raw, q.value, q.unit, q.state, q.start_offset AS start`;
const NEWEST_FIRST = 'r.changed_at DESC, r.id DESC, q.start_offset';
/** So few facts are looked up one by one; of more, reports are gone through from the newest on until enough are found. */
const FEW = 2_000;

/** One concept in the current revisions of all reports: those of the same scope first, then the newest report. */
export function factsOfConcept(connection: Connection, concept: string, scope: string): readonly FactFound[] {
  const same = factsWhere(connection, 'f.scope = @scope', { concept, scope, most: MOST });
  const most = MOST - same.length;
  return most === 0
    ? same
    : [...same, ...factsWhere(connection, 'f.scope <> @scope', { concept, scope, most })];
}

interface Wanted {
  readonly concept: string;
  readonly scope: string;
  readonly most: number;
}

function factsWhere(connection: Connection, scoped: string, wanted: Wanted): readonly FactFound[] {
  const counted = connection
    .prepare(
      `SELECT count(*) FROM (SELECT 1 FROM fact f WHERE concept = @concept AND ${scoped} LIMIT ${FEW})`,
    )
    .pluck();
  const isFew = Number(counted.get(wanted)) < FEW;
  return isFew ? fewOfConcept(connection, scoped, wanted) : manyOfConcept(connection, scoped, wanted);
}

function fewOfConcept(connection: Connection, scoped: string, wanted: Wanted): readonly FactFound[] {
  const sql = `${FOUND}
    FROM fact f
    JOIN revision v ON v.id = f.revision_id
    JOIN report r ON r.current_revision_id = v.id AND r.removed_at IS NULL
    JOIN quantity q ON q.revision_id = f.revision_id AND q.position = f.quantity
    WHERE f.concept = @concept AND ${scoped}
    ORDER BY ${NEWEST_FIRST}
    LIMIT @most`;
  return connection.prepare(sql).all(wanted) as FactFound[];
}

/** CROSS JOIN keeps the order of the tables: SQLite would sort all before it takes the first. */
function manyOfConcept(connection: Connection, scoped: string, wanted: Wanted): readonly FactFound[] {
  const sql = `${FOUND}
    FROM report r
    CROSS JOIN fact f ON f.revision_id = r.current_revision_id
    CROSS JOIN revision v ON v.id = f.revision_id
    CROSS JOIN quantity q ON q.revision_id = f.revision_id AND q.position = f.quantity
    WHERE r.removed_at IS NULL AND f.concept = @concept AND ${scoped}
    ORDER BY ${NEWEST_FIRST}
    LIMIT @most`;
  return connection.prepare(sql).all(wanted) as FactFound[];
}

/** A revision's text, to tell lines by. */
export const textOfRevision = (connection: Connection, revisionId: number): string =>
  String(connection.prepare('SELECT working_text FROM revision WHERE id = ?').pluck().get(revisionId) ?? '');
