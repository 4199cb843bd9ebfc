import type { Connection } from '../open';
import { CaseClash, type Loading, type Numbers, numberIn, rowsOf, textIn } from './loading';
import { insertPlain, type PlainRow } from './rows';
import { revisionIdentities, revisionIdentity } from './state';

/** All revisions, those known here by what they are; numbers that are taken here go on after the last. */
export function loadRevisions(
  connection: Connection,
  loading: Loading,
  reportId: number,
  sources: Numbers,
): Numbers {
  const here = new Map([...revisionIdentities(connection, reportId)].map(([id, identity]) => [identity, id]));
  const hashes = new Map(
    rowsOf(loading, 'source').map((row) => [numberIn(row, 'id'), textIn(row, 'sha256')]),
  );
  const identities = new Map<number, string>();
  const numbers: Numbers = new Map();
  for (const row of rowsOf(loading, 'revision')) {
    const id = numberIn(row, 'id');
    const parentId = row['parent_id'] === null ? null : numberIn(row, 'parent_id');
    const said = {
      sha256: textIn(row, 'sha256'),
      source: hashes.get(numberIn(row, 'source_id')) ?? '',
      author: textIn(row, 'author'),
      reason: textIn(row, 'reason'),
      at: textIn(row, 'created_at'),
    };
    const identity = revisionIdentity(said, parentId === null ? null : (identities.get(parentId) ?? ''));
    identities.set(id, identity);
    const known = here.get(identity);
    numbers.set(id, known ?? addRevisionRow(connection, loading, row, { reportId, sources, numbers }));
  }
  return numbers;
}

function addRevisionRow(
  connection: Connection,
  { texts }: Loading,
  { id: _, ...row }: PlainRow,
  { reportId, sources, numbers }: { reportId: number; sources: Numbers; numbers: Numbers },
): number {
  const working = texts.get(textIn(row, 'sha256'));
  const source = sources.get(numberIn(row, 'source_id'));
  if (working === undefined || source === undefined) throw new CaseClash('案卷里缺少一个版本的正文或原件');
  const taken = connection.prepare('SELECT 1 FROM revision WHERE report_id = ? AND number = ?');
  const next = connection
    .prepare('SELECT coalesce(max(number), 0) + 1 FROM revision WHERE report_id = ?')
    .pluck();
  const free = taken.get(reportId, numberIn(row, 'number')) === undefined;
  return insertPlain(connection, 'revision', {
    ...row,
    report_id: reportId,
    number: free ? numberIn(row, 'number') : Number(next.get(reportId)),
    parent_id: row['parent_id'] === null ? null : (numbers.get(numberIn(row, 'parent_id')) ?? null),
    source_id: source,
    working_text: working,
  });
}
