import { appendAudit } from '../../src/main/db/audit-log';
import type { BackupOrder } from '../../src/main/db/backup';
import type { Connection } from '../../src/main/db/open';
import { addRevision, createReport, listReports, saveSource } from '../../src/main/db/reports';

/** Nine o'clock of the nth day of January 2026, UTC. */
export const day = (n: number): Date => new Date(Date.UTC(2026, 0, n, 9));

export const order = (n = 10, reason: 'daily' | 'person' = 'daily'): BackupOrder => ({
  reason,
  now: day(n),
  gouji: '0.0.0',
});

/** An entry of the log, of no report. */
export const act = (connection: Connection, summary: string): void =>
  appendAudit(connection, {
    reportId: null,
    at: day(9).toISOString(),
    actor: '甲',
    action: 'x',
    summary,
    detail: 1,
  });

/** A report of one revision, with its entry in the log. */
export function addReport(connection: Connection, title: string): void {
  connection.transaction(() => {
    const at = day(9).toISOString();
    const reportId = createReport(connection, title, `${title}.md`, at);
    const proof = { differenceCount: 0, differences: [], numbers: 0, tables: 0, cells: 0, characters: 0 };
    const bytes = new TextEncoder().encode(title);
    const sha256 = 'e'.repeat(64);
    const source = {
      sha256,
      fileName: '',
      format: 'markdown',
      encoding: 'utf-8',
      bytes,
      at,
      notes: [],
      proof,
      map: [],
    };
    const sourceId = saveSource(connection, source as unknown as Parameters<typeof saveSource>[1]);
    const text = {
      text: title,
      sha256,
      author: '甲',
      authorId: null,
      reason: '导入',
      at,
      marks: [],
      edits: null,
    };
    addRevision(connection, { reportId, parentId: null, sourceId, ...text });
    act(connection, title);
  })();
}

export const titles = (connection: Connection): string[] => listReports(connection).map(({ title }) => title);
