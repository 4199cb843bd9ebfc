import type { RemovedReport } from '../../shared/model/library';
import { withoutGuards } from './case/rows';
import type { Connection } from './open';
import { mergeSearchIndex, unindexReport } from './search-index';

const SHELF = `SELECT r.id, r.title, r.file_name AS fileName, v.number AS revision, r.removed_at AS removedAt,
    coalesce((SELECT a.actor FROM audit_log a WHERE a.report_id = r.id AND a.action = 'report.removed'
      ORDER BY a.sequence DESC LIMIT 1), '') AS removedBy,
    (SELECT state FROM stage_of WHERE report_id = r.id) AS state,
    (SELECT json_group_array(o.title) FROM report_reference f JOIN report o ON o.id = f.report_id
      WHERE f.previous_report_id = r.id AND o.purged_at IS NULL) AS usedBy
  FROM report r JOIN revision v ON v.id = r.current_revision_id
  WHERE r.removed_at IS NOT NULL AND r.purged_at IS NULL AND (@id IS NULL OR r.id = @id)
  ORDER BY r.removed_at DESC, r.id DESC`;

type Stored = Omit<RemovedReport, 'usedBy'> & { readonly usedBy: string };

/** Reports that were removed and can be brought back, the one removed last first. */
export const listRemoved = (connection: Connection, id: number | null = null): readonly RemovedReport[] =>
  (connection.prepare(SHELF).all({ id }) as Stored[]).map((row) => ({
    ...row,
    usedBy: JSON.parse(row.usedBy) as string[],
  }));

export const isPurged = (connection: Connection, reportId: number): boolean =>
  connection.prepare('SELECT 1 FROM report WHERE id = ? AND purged_at IS NOT NULL').get(reportId) !==
  undefined;

const OF_REVISION = ['fact', 'quantity', 'block', 'tie_term', 'tie', 'finding', 'rule_outcome'];
const SIGNED = '(SELECT id FROM sign_off WHERE report_id = @id)';
const OF_REPORT = [
  `DELETE FROM sign_off_end WHERE sign_off_id IN ${SIGNED}`,
  'DELETE FROM stage_event WHERE report_id = @id',
  `DELETE FROM sign_off_section WHERE sign_off_id IN ${SIGNED}`,
  'DELETE FROM sign_off WHERE report_id = @id',
  `DELETE FROM comment_withdrawal WHERE comment_id IN
    (SELECT c.id FROM comment c JOIN comment_thread t ON t.id = c.thread_id WHERE t.report_id = @id)`,
  'DELETE FROM comment WHERE thread_id IN (SELECT id FROM comment_thread WHERE report_id = @id)',
  'DELETE FROM comment_thread WHERE report_id = @id',
  'DELETE FROM disposition WHERE report_id = @id',
  'DELETE FROM act WHERE report_id = @id',
  'DELETE FROM report_reference WHERE report_id = @id',
  'DELETE FROM report_policy WHERE report_id = @id',
  'DELETE FROM report_tag WHERE report_id = @id',
  'DELETE FROM report_count WHERE report_id = @id',
  ...OF_REVISION.map(
    (table) => `DELETE FROM ${table} WHERE revision_id IN (SELECT id FROM revision WHERE report_id = @id)`,
  ),
];

/**
 * Deletes all texts, figures, decisions, comments and signatures of a removed report, and its source files that no other report
 * came from. Its row, its log and its chain stay. Call inside a transaction, and append the log's entry after.
 */
export function purgeRows(connection: Connection, reportId: number, at: string): void {
  const sources = connection
    .prepare('SELECT DISTINCT source_id FROM revision WHERE report_id = ?')
    .pluck()
    .all(reportId) as number[];
  unindexReport(connection, reportId);
  withoutGuards(connection, () => {
    connection
      .prepare('UPDATE report SET current_revision_id = NULL, opened_at = NULL, purged_at = ? WHERE id = ?')
      .run(at, reportId);
    for (const sql of OF_REPORT) connection.prepare(sql).run({ id: reportId });
    connection.prepare('DELETE FROM revision WHERE report_id = ?').run(reportId);
    const unused = connection.prepare(
      'DELETE FROM source WHERE id = ? AND NOT EXISTS (SELECT 1 FROM revision WHERE source_id = source.id)',
    );
    for (const source of sources) unused.run(source);
  });
}

/** A purged report whose case came again: its row takes the contents. */
export function unpurge(connection: Connection, reportId: number): void {
  connection.prepare('UPDATE report SET purged_at = NULL, removed_at = NULL WHERE id = ?').run(reportId);
}

/** Takes what was deleted out of the file as well: words that the index only marked as gone, and the log of changes. */
export async function sweep(connection: Connection): Promise<void> {
  await mergeSearchIndex(connection);
  connection.pragma('wal_checkpoint(TRUNCATE)');
}
