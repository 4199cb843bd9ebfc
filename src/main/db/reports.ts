import type { Connection } from './open';

export interface NewSource {
  readonly sha256: string;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
  readonly at: string;
}

export interface NewRevision {
  readonly reportId: number;
  readonly parentId: number | null;
  readonly sourceId: number;
  readonly text: string;
  /** Of the working text, hex. */
  readonly sha256: string;
  readonly author: string;
  readonly reason: string;
  readonly at: string;
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
}

export interface ReportRow {
  readonly id: number;
  readonly title: string;
  readonly fileName: string;
  readonly currentRevisionId: number;
  readonly changedAt: string;
}

const REPORT = `SELECT id, title, file_name AS fileName, current_revision_id AS currentRevisionId,
  changed_at AS changedAt FROM report`;

const REVISION = `SELECT id, report_id AS reportId, number, parent_id AS parentId, source_id AS sourceId,
  working_text AS text, sha256, created_at AS createdAt, checked_with AS checkedWith FROM revision`;

/** Stores a source's bytes once, whatever its name; returns its id. */
export function saveSource(connection: Connection, source: NewSource): number {
  const known = connection.prepare('SELECT id FROM source WHERE sha256 = ?').pluck().get(source.sha256);
  if (known !== undefined) return Number(known);
  const result = connection
    .prepare(
      `INSERT INTO source (sha256, file_name, format, encoding, bytes, imported_at)
       VALUES (@sha256, @fileName, @format, @encoding, @bytes, @at)`,
    )
    .run({ ...source, bytes: Buffer.from(source.bytes) });
  return Number(result.lastInsertRowid);
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
      `INSERT INTO revision (report_id, number, parent_id, source_id, working_text, sha256, author, reason, created_at)
       VALUES (@reportId, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE report_id = @reportId),
         @parentId, @sourceId, @text, @sha256, @author, @reason, @at)`,
    )
    .run(revision);
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
}

export function renameReport(connection: Connection, reportId: number, title: string): void {
  connection.prepare('UPDATE report SET title = ? WHERE id = ?').run(title, reportId);
}

export function touchReport(connection: Connection, reportId: number, at: string): void {
  connection.prepare('UPDATE report SET changed_at = ? WHERE id = ?').run(at, reportId);
}

export function listReports(connection: Connection): readonly ReportRow[] {
  const sql = `${REPORT} WHERE current_revision_id IS NOT NULL ORDER BY changed_at DESC, id DESC`;
  return connection.prepare(sql).all() as ReportRow[];
}

export function findReport(connection: Connection, id: number): ReportRow | null {
  const row = connection.prepare(`${REPORT} WHERE id = ? AND current_revision_id IS NOT NULL`).get(id);
  return (row as ReportRow | undefined) ?? null;
}

export function findRevision(connection: Connection, id: number): RevisionRow | null {
  return (connection.prepare(`${REVISION} WHERE id = ?`).get(id) as RevisionRow | undefined) ?? null;
}

/** A report whose current revision came from these bytes, or null: importing a file twice opens the first. */
export function findReportBySource(connection: Connection, sha256: string): number | null {
  const id = connection
    .prepare(
      `SELECT r.id FROM report r JOIN revision v ON v.id = r.current_revision_id
       JOIN source s ON s.id = v.source_id WHERE s.sha256 = ? ORDER BY r.id LIMIT 1`,
    )
    .pluck()
    .get(sha256);
  return id === undefined ? null : Number(id);
}
