import type { ReportSummary } from '../../shared/model/review';
import type { CaseState } from '../../shared/model/sign-off';
import { figuresOf } from './analyses';
import type { Connection } from './open';
import { indexReport, unindexReport } from './search-index';

interface LibraryRow {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  readonly revision: number;
  readonly changedAt: string;
  readonly openedAt: string | null;
  readonly archived: number;
  readonly characters: number;
  readonly quantities: number;
  readonly claims: number;
  readonly tied: number;
  readonly error: number;
  readonly doubt: number;
  readonly notice: number;
  readonly state: CaseState;
}

/** What the database knows of a row of the library; the title says the rest. */
export type ShelvedReport = Omit<ReportSummary, 'institution' | 'year'>;

const ROWS = `SELECT r.id, r.title, r.file_name AS fileName, v.number AS revision, r.changed_at AS changedAt,
    r.opened_at AS openedAt, r.archived_at IS NOT NULL AS archived, c.characters, c.quantities, c.claims, c.tied, c.error,
    c.doubt, c.notice,
    coalesce((SELECT e.to_state FROM stage_event e WHERE e.report_id = r.id ORDER BY e.sequence DESC LIMIT 1), 'draft') AS state
  FROM report r JOIN revision v ON v.id = r.current_revision_id JOIN report_count c ON c.report_id = r.id
  WHERE r.removed_at IS NULL AND (@id IS NULL OR r.id = @id) ORDER BY r.changed_at DESC, r.id DESC`;

/** The library's rows, newest change first; with `id` only that report's. `today`: `2026-01-31`, for waivers that end. */
export function listLibrary(
  connection: Connection,
  today: string,
  id: number | null = null,
): readonly ShelvedReport[] {
  keepCounts(connection, today, id);
  const tags = tagsOf(connection, id);
  return (connection.prepare(ROWS).all({ id }) as LibraryRow[]).map((row) => ({
    id: row.id,
    title: row.title,
    fileName: row.fileName,
    revision: row.revision,
    changedAt: row.changedAt,
    openedAt: row.openedAt,
    archived: row.archived === 1,
    tags: tags.get(row.id) ?? [],
    characters: row.characters,
    quantities: row.quantities,
    tied: row.claims === 0 ? 0 : row.tied / row.claims,
    state: row.state,
    open: { error: row.error, doubt: row.doubt, notice: row.notice },
  }));
}

/** Counts again what has changed since it was counted last: the triggers of migration 7 tell, and waivers past their day. */
function keepCounts(connection: Connection, today: string, id: number | null): void {
  const sql = `SELECT r.id, r.current_revision_id AS revision FROM report r
    WHERE r.current_revision_id IS NOT NULL AND r.removed_at IS NULL AND (@id IS NULL OR r.id = @id)
      AND (NOT EXISTS (SELECT 1 FROM report_count c WHERE c.report_id = r.id)
        OR EXISTS (SELECT 1 FROM disposition d WHERE d.report_id = r.id AND d.expires_on < @today))`;
  const stale = connection.prepare(sql).all({ id, today }) as { id: number; revision: number }[];
  if (stale.length === 0) return;
  const keep = connection.prepare(
    `INSERT OR REPLACE INTO report_count VALUES (@id, @characters, @quantities, @claims, @tied, @error, @doubt, @notice)`,
  );
  connection.transaction(() => {
    for (const one of stale) keep.run({ ...figuresOf(connection, one.revision, today), id: one.id });
  })();
}

function tagsOf(connection: Connection, id: number | null): ReadonlyMap<number, readonly string[]> {
  const sql =
    'SELECT report_id, tag FROM report_tag WHERE ? IS NULL OR report_id = ? ORDER BY report_id, tag';
  const rows = connection.prepare(sql).raw().all(id, id);
  const tags = new Map<number, string[]>();
  for (const [id, tag] of rows as [number, string][]) {
    const own = tags.get(id);
    if (own) own.push(tag);
    else tags.set(id, [tag]);
  }
  return tags;
}

export function setTags(connection: Connection, reportId: number, tags: readonly string[]): void {
  connection.prepare('DELETE FROM report_tag WHERE report_id = ?').run(reportId);
  const insert = connection.prepare('INSERT INTO report_tag VALUES (?, ?)');
  for (const tag of new Set(tags)) insert.run(reportId, tag);
}

export function markOpened(connection: Connection, reportId: number, at: string): void {
  connection.prepare('UPDATE report SET opened_at = ? WHERE id = ?').run(at, reportId);
}

/** `at` null brings the report back. */
export function setArchived(connection: Connection, reportId: number, at: string | null): void {
  connection.prepare('UPDATE report SET archived_at = ? WHERE id = ?').run(at, reportId);
}

/** Takes a report out of the library, or with `at` null back into it. Its rows stay. */
export function setRemoved(connection: Connection, reportId: number, at: string | null): void {
  connection.prepare('UPDATE report SET removed_at = ? WHERE id = ?').run(at, reportId);
  if (at === null) indexReport(connection, reportId);
  else unindexReport(connection, reportId);
}
