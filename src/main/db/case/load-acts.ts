import { canonicalJson } from '../../../shared/canonical-json';
import type { Connection } from '../open';
import { type Loading, type Numbers, numberIn, rowsOf, textIn } from './loading';
import { insertPlain, type PlainRow } from './rows';

/** The acts of the file in the place of those here, so that undo goes on where it stood. Call without guards. */
export function replaceActs(
  connection: Connection,
  loading: Loading,
  reportId: number,
  revisions: Numbers,
): Numbers {
  connection.prepare('DELETE FROM act WHERE report_id = ?').run(reportId);
  return addActs(connection, reportId, rowsOf(loading, 'act'), (change) => remapped(change, revisions));
}

/**
 * Acts of the file that are not known here, without what they changed: who took part must stand in the record, and undo does
 * not reach over a merge. Call without guards.
 */
export function mergeActs(connection: Connection, loading: Loading, reportId: number, at: string): Numbers {
  const known = new Map(
    (
      connection
        .prepare('SELECT id, title, actor, acted_at FROM act WHERE report_id = ?')
        .all(reportId) as PlainRow[]
    ).map((row) => [actKey(row), numberIn(row, 'id')]),
  );
  const numbers: Numbers = new Map();
  const fresh = rowsOf(loading, 'act').filter((row) => {
    const here = known.get(actKey(row));
    if (here !== undefined) numbers.set(numberIn(row, 'id'), here);
    return here === undefined;
  });
  const added = addActs(connection, reportId, fresh, () => '{"dispositions":[]}');
  connection
    .prepare(`UPDATE act SET state = 'discarded' WHERE report_id = ? AND state = 'undone'`)
    .run(reportId);
  const barrier = { report_id: reportId, title: '合并案卷', state: 'done', actor: '', acted_at: at };
  insertPlain(connection, 'act', { ...barrier, change: '{"dispositions":[],"barrier":true}' });
  return new Map([...numbers, ...added]);
}

const actKey = (row: PlainRow): string => canonicalJson([row['title'], row['actor'], row['acted_at']]);

function addActs(
  connection: Connection,
  reportId: number,
  acts: readonly PlainRow[],
  change: (stored: string) => string,
): Numbers {
  const numbers: Numbers = new Map();
  for (const { id, ...row } of acts) {
    const changed = change(textIn(row, 'change'));
    numbers.set(Number(id), insertPlain(connection, 'act', { ...row, report_id: reportId, change: changed }));
  }
  return numbers;
}

function remapped(change: string, revisions: Numbers): string {
  const parsed = JSON.parse(change) as { revision?: { before: number; after: number } };
  const { revision } = parsed;
  if (!revision) return change;
  const at = (id: number): number => revisions.get(id) ?? id;
  return JSON.stringify({ ...parsed, revision: { before: at(revision.before), after: at(revision.after) } });
}
