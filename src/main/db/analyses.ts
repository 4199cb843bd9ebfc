import type { Analysis } from '../../shared/model/analysis';
import type { Block } from '../../shared/model/document';
import { sidesOf } from '../review/waivers';
import { type StoredAnalysis, saveFigures } from './figures';
import type { Connection } from './open';
import { indexReport } from './search-index';

const TABLES = ['fact', 'quantity', 'block', 'tie_term', 'tie', 'finding', 'rule_outcome'] as const;

/**
 * Puts what the checker found in a revision in place of what stood there. `before`: a revision whose figures are stored as this analysis
 * has them; of them only what differs is written. Call inside a transaction.
 */
export function saveAnalysis(
  connection: Connection,
  revisionId: number,
  analysis: Analysis,
  version: string,
  before: StoredAnalysis | null = null,
): void {
  for (const table of TABLES)
    connection.prepare(`DELETE FROM ${table} WHERE revision_id = ?`).run(revisionId);
  saveBlocks(connection, revisionId, analysis);
  saveFigures(connection, revisionId, analysis, before);
  saveTies(connection, revisionId, analysis);
  saveFindings(connection, revisionId, analysis);
  connection.prepare('UPDATE revision SET checked_with = ? WHERE id = ?').run(version, revisionId);
  const report = connection
    .prepare('SELECT id FROM report WHERE current_revision_id = ?')
    .pluck()
    .get(revisionId);
  if (report !== undefined) indexReport(connection, Number(report));
}

function saveBlocks(connection: Connection, revisionId: number, { document }: Analysis): void {
  const insert = connection.prepare('INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const block of document.blocks) {
    const { start, end } = block.range;
    insert.run(
      revisionId,
      block.index,
      block.kind,
      start,
      end,
      block.section,
      readable(block, document.text),
    );
  }
}

const readable = (block: Block, text: string): string =>
  'prose' in block ? block.prose.text : text.slice(block.range.start, block.range.end);

function saveTies(connection: Connection, revisionId: number, { ties }: Analysis): void {
  const insert = connection.prepare(
    `INSERT INTO tie (revision_id, position, kind, status, expression, expected, actual, reason, terms, form, outside)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertTerm = connection.prepare('INSERT INTO tie_term VALUES (?, ?, ?, ?, ?)');
  ties.forEach((tie, index) => {
    const { kind, status, expression, expected, actual, reason = '', terms, form, outside = [] } = tie;
    insert.run(
      revisionId,
      index,
      kind,
      status,
      expression,
      expected,
      actual,
      reason,
      JSON.stringify(terms),
      form,
      JSON.stringify(outside),
    );
    terms.forEach(({ quantity, role }, position) => {
      if (quantity !== null) insertTerm.run(revisionId, index, position, quantity, role);
    });
  });
}

function saveFindings(
  connection: Connection,
  revisionId: number,
  { document, findings, rules }: Analysis,
): void {
  const finding = connection.prepare('INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const one of findings) {
    const related = JSON.stringify(one.related);
    const fixes = JSON.stringify(one.fixes);
    const { textHash, relatedHash } = sidesOf(document.text, one);
    finding.run(
      revisionId,
      one.fingerprint,
      one.code,
      one.rule,
      one.severity,
      one.message,
      one.range.start,
      one.range.end,
      one.excerpt,
      related,
      fixes,
      textHash,
      relatedHash,
    );
  }
  const outcome = connection.prepare('INSERT INTO rule_outcome VALUES (?, ?, ?, ?, ?, ?)');
  for (const one of rules) {
    outcome.run(revisionId, one.code, one.rule, one.status, one.findings, one.error ?? '');
  }
}

export interface RevisionFigures {
  readonly characters: number;
  readonly quantities: number;
  readonly claims: number;
  readonly tied: number;
  readonly error: number;
  readonly doubt: number;
  readonly notice: number;
}

/** What the library's row shows of a revision: counts, without findings that a waiver closes on `today`, `2026-01-31`. */
export function figuresOf(connection: Connection, revisionId: number, today: string): RevisionFigures {
  const sql = `
    SELECT length(v.working_text) AS characters,
      (SELECT count(*) FROM quantity q WHERE q.revision_id = v.id) AS quantities,
      (SELECT count(*) FROM quantity q WHERE q.revision_id = v.id AND q.exempt IS NULL) AS claims,
      (SELECT count(*) FROM quantity q WHERE q.revision_id = v.id AND q.state = 'tied') AS tied,
      coalesce(sum(f.severity = 'error'), 0) AS error,
      coalesce(sum(f.severity = 'doubt'), 0) AS doubt,
      coalesce(sum(f.severity = 'notice'), 0) AS notice
    FROM revision v LEFT JOIN finding f ON f.revision_id = v.id AND NOT EXISTS (
      SELECT 1 FROM disposition d
      WHERE d.report_id = v.report_id AND d.fingerprint = f.fingerprint AND d.kind = 'waived'
        AND (f.severity <> 'error' OR d.confirmed_by IS NOT NULL) AND coalesce(d.expires_on >= @today, 1)
        AND (d.text_hash = '' OR f.text_hash = '' OR (d.text_hash = f.text_hash AND d.related_hash = f.related_hash)))
    WHERE v.id = @revisionId GROUP BY v.id`;
  return connection.prepare(sql).get({ revisionId, today }) as RevisionFigures;
}
