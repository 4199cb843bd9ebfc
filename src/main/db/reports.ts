import type { Edit } from '../../shared/model/finding';
import type { RevisionSummary, SourceSummary } from '../../shared/model/review';
import type {
  ImportNote,
  LosslessProof,
  SourceFormat,
  SourceMap,
  SourceMark,
} from '../../shared/model/source';
import type { Connection } from './open';
import { indexReport } from './search-index';

export interface NewSource {
  readonly sha256: string;
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly notes: readonly ImportNote[];
  readonly proof: LosslessProof;
  readonly map: SourceMap;
}

export interface NewRevision {
  readonly reportId: number;
  readonly parentId: number | null;
  readonly sourceId: number;
  readonly text: string;
  /** Of the working text, hex. */
  readonly sha256: string;
  readonly author: string;
  /** Stable id; null for what the app does on its own. */
  readonly authorId: string | null;
  readonly reason: string;
  readonly at: string;
  readonly marks: readonly SourceMark[];
  /** From the parent's text to this one; null for a text that came from a file. */
  readonly edits: readonly Edit[] | null;
}

export interface RevisionRow {
  readonly id: number;
  readonly reportId: number;
  readonly number: number;
  readonly parentId: number | null;
  readonly sourceId: number;
  readonly text: string;
  readonly sha256: string;
  readonly createdAt: string;
  readonly checkedWith: string;
  readonly imported: boolean;
  readonly marks: readonly SourceMark[];
  readonly edits: readonly Edit[] | null;
}

export interface ReportRow {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  readonly currentRevisionId: number;
  readonly changedAt: string;
  readonly archived: boolean;
}

const REPORT = `SELECT id, title, file_name AS fileName, current_revision_id AS currentRevisionId,
  changed_at AS changedAt, archived_at IS NOT NULL AS archived FROM report
  WHERE current_revision_id IS NOT NULL AND removed_at IS NULL`;

const REVISION = `SELECT id, report_id AS reportId, number, parent_id AS parentId, source_id AS sourceId,
  working_text AS text, sha256, created_at AS createdAt, checked_with AS checkedWith, imported, marks, edits
  FROM revision`;

/** Stores a source's bytes once, whatever its name; returns its id. */
export function saveSource(connection: Connection, source: NewSource): number {
  const known = connection.prepare('SELECT id FROM source WHERE sha256 = ?').pluck().get(source.sha256);
  if (known !== undefined) {
    refreshSource(connection, Number(known), source);
    return Number(known);
  }
  const result = connection
    .prepare(
      `INSERT INTO source (sha256, file_name, format, encoding, bytes, imported_at, notes, proof, map)
       VALUES (@sha256, @fileName, @format, @encoding, @bytes, @at, @notes, @proof, @map)`,
    )
    .run({
      ...source,
      bytes: Buffer.from(source.bytes),
      notes: JSON.stringify(source.notes),
      proof: JSON.stringify(source.proof),
      map: JSON.stringify(source.map),
    });
  return Number(result.lastInsertRowid);
}

/** The same bytes read again, perhaps by a newer reader: what was found is what holds for the text made now. */
function refreshSource(connection: Connection, id: number, { notes, proof, map }: NewSource): void {
  connection
    .prepare('UPDATE source SET notes = ?, proof = ?, map = ? WHERE id = ?')
    .run(JSON.stringify(notes), JSON.stringify(proof), JSON.stringify(map), id);
}

export function createReport(connection: Connection, title: string, fileName: string, at: string): number {
  const result = connection
    .prepare('INSERT INTO report (title, file_name, created_at, changed_at) VALUES (?, ?, ?, ?)')
    .run(title, fileName, at, at);
  return Number(result.lastInsertRowid);
}

/** Adds the next revision and makes it the current one; returns its id. */
export function addRevision(connection: Connection, revision: NewRevision): number {
  const result = connection
    .prepare(
      `INSERT INTO revision (report_id, number, parent_id, source_id, working_text, sha256, author, author_id,
         reason, created_at, imported, marks, edits)
       VALUES (@reportId, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE report_id = @reportId),
         @parentId, @sourceId, @text, @sha256, @author, @authorId, @reason, @at, @imported, @marks, @edits)`,
    )
    .run({
      ...revision,
      imported: revision.edits === null ? 1 : 0,
      marks: JSON.stringify(revision.marks),
      edits: revision.edits === null ? null : JSON.stringify(revision.edits),
    });
  const id = Number(result.lastInsertRowid);
  setCurrentRevision(connection, revision.reportId, id, revision.at);
  return id;
}

export function setCurrentRevision(
  connection: Connection,
  reportId: number,
  revisionId: number,
  at: string,
): void {
  connection
    .prepare('UPDATE report SET current_revision_id = ?, changed_at = ? WHERE id = ?')
    .run(revisionId, at, reportId);
  indexReport(connection, reportId);
}

export function renameReport(connection: Connection, reportId: number, title: string): void {
  connection.prepare('UPDATE report SET title = ? WHERE id = ?').run(title, reportId);
}

export function touchReport(connection: Connection, reportId: number, at: string): void {
  connection.prepare('UPDATE report SET changed_at = ? WHERE id = ?').run(at, reportId);
}

export function listReports(connection: Connection): readonly ReportRow[] {
  const sql = `${REPORT} ORDER BY changed_at DESC, id DESC`;
  return (connection.prepare(sql).all() as StoredReport[]).map(reportOf);
}

export function findReport(connection: Connection, id: number): ReportRow | null {
  const row = connection.prepare(`${REPORT} AND id = ?`).get(id) as StoredReport | undefined;
  return row ? reportOf(row) : null;
}

type StoredReport = Omit<ReportRow, 'archived'> & { readonly archived: number };
const reportOf = (row: StoredReport): ReportRow => ({ ...row, archived: row.archived === 1 });

type StoredRevision = Omit<RevisionRow, 'imported' | 'marks' | 'edits'> & {
  readonly imported: number;
  readonly marks: string;
  readonly edits: string | null;
};

export function findRevision(connection: Connection, id: number): RevisionRow | null {
  const row = connection.prepare(`${REVISION} WHERE id = ?`).get(id) as StoredRevision | undefined;
  if (!row) return null;
  return {
    ...row,
    imported: row.imported === 1,
    marks: JSON.parse(row.marks) as SourceMark[],
    edits: row.edits === null ? null : (JSON.parse(row.edits) as Edit[]),
  };
}

/** All revisions of a report, newest last. */
export function listRevisions(connection: Connection, reportId: number): readonly RevisionSummary[] {
  const sql = `SELECT id, number, parent_id AS parentId, reason, author, created_at AS "at", imported FROM revision
    WHERE report_id = ? ORDER BY number`;
  const rows = connection.prepare(sql).all(reportId) as (Omit<RevisionSummary, 'imported'> & {
    imported: number;
  })[];
  return rows.map((row) => ({ ...row, imported: row.imported === 1 }));
}

/** A source's record, without its bytes and its map. */
export function findSource(connection: Connection, id: number): SourceSummary {
  const sql = `SELECT file_name AS fileName, format, sha256, imported_at AS importedAt, notes, proof
    FROM source WHERE id = ?`;
  const row = connection.prepare(sql).get(id) as Omit<SourceSummary, 'notes' | 'proof'> & {
    notes: string;
    proof: string | null;
  };
  return {
    ...row,
    notes: JSON.parse(row.notes) as ImportNote[],
    proof: row.proof === null ? null : (JSON.parse(row.proof) as LosslessProof),
  };
}

export function sourceMapOf(connection: Connection, id: number): SourceMap {
  const map = connection.prepare('SELECT map FROM source WHERE id = ?').pluck().get(id);
  return map === undefined ? [] : (JSON.parse(String(map)) as SourceMap);
}

/** A report whose current revision came from these bytes, or null: importing a file twice opens the first. */
export function findReportBySource(connection: Connection, sha256: string): number | null {
  const id = connection
    .prepare(
      `SELECT r.id FROM report r JOIN revision v ON v.id = r.current_revision_id
       JOIN source s ON s.id = v.source_id WHERE s.sha256 = ? AND r.removed_at IS NULL ORDER BY r.id LIMIT 1`,
    )
    .pluck()
    .get(sha256);
  return id === undefined ? null : Number(id);
}
