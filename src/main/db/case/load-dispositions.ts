import type { Connection } from '../open';
import { type Loading, rowsOf } from './loading';
import { insertPlain } from './rows';

/** The decisions of the file in the place of those here. Call without guards. */
export function replaceDispositions(connection: Connection, loading: Loading, reportId: number): void {
  connection.prepare('DELETE FROM disposition WHERE report_id = ?').run(reportId);
  for (const row of rowsOf(loading, 'disposition'))
    insertPlain(connection, 'disposition', { ...row, report_id: reportId });
}

/** One decision of the file, or none, in the place of that here. Call without guards. */
export function takeDisposition(
  connection: Connection,
  loading: Loading,
  reportId: number,
  fingerprint: string,
): void {
  connection
    .prepare('DELETE FROM disposition WHERE report_id = ? AND fingerprint = ?')
    .run(reportId, fingerprint);
  const row = rowsOf(loading, 'disposition').find((one) => one['fingerprint'] === fingerprint);
  if (row) insertPlain(connection, 'disposition', { ...row, report_id: reportId });
}
