import type { Connection } from '../open';
import { type Loading, type Numbers, numberIn, rowsOf } from './loading';
import { insertPlain, type PlainRow } from './rows';

/** Moves and signatures of the file in the place of those here. Call without guards. */
export function replaceSignOffs(
  connection: Connection,
  loading: Loading,
  reportId: number,
  { revisions, acts }: { readonly revisions: Numbers; readonly acts: Numbers },
): void {
  const own = '(SELECT id FROM sign_off WHERE report_id = ?)';
  connection.prepare(`DELETE FROM sign_off_end WHERE sign_off_id IN ${own}`).run(reportId);
  connection.prepare('DELETE FROM stage_event WHERE report_id = ?').run(reportId);
  connection.prepare(`DELETE FROM sign_off_section WHERE sign_off_id IN ${own}`).run(reportId);
  connection.prepare('DELETE FROM sign_off WHERE report_id = ?').run(reportId);
  const signs: Numbers = new Map();
  const events: Numbers = new Map();
  const here = (numbers: Numbers, row: PlainRow, name: string): number | null =>
    row[name] === null ? null : (numbers.get(numberIn(row, name)) ?? null);
  for (const { id, ...row } of rowsOf(loading, 'sign_off')) {
    const revision_id = here(revisions, row, 'revision_id');
    signs.set(Number(id), insertPlain(connection, 'sign_off', { ...row, report_id: reportId, revision_id }));
  }
  for (const row of rowsOf(loading, 'sign_off_section')) {
    insertPlain(connection, 'sign_off_section', { ...row, sign_off_id: here(signs, row, 'sign_off_id') });
  }
  for (const { id, ...row } of rowsOf(loading, 'stage_event')) {
    const moved = {
      report_id: reportId,
      sign_off_id: here(signs, row, 'sign_off_id'),
      revision_id: here(revisions, row, 'revision_id'),
      act_id: acts.get(numberIn(row, 'act_id')) ?? 0,
    };
    events.set(Number(id), insertPlain(connection, 'stage_event', { ...row, ...moved }));
  }
  for (const row of rowsOf(loading, 'sign_off_end')) {
    const ended = { sign_off_id: here(signs, row, 'sign_off_id'), event_id: here(events, row, 'event_id') };
    insertPlain(connection, 'sign_off_end', { ...row, ...ended });
  }
}
