import { canonicalJson } from '../../shared/canonical-json';
import type { Policy } from '../../shared/model/policy';
import type { TableRows } from './case-dump';
import { insertPlain, type PlainRow } from './case-rows';
import { revisionIdentities, revisionIdentity } from './case-state';
import type { Connection } from './open';
import { choosePolicy, listPolicies, savePolicy } from './policies';

/** The file and this library know one person under two keys, or the file does not hang together. */
export class CaseClash extends Error {}

export interface Loading {
  readonly tables: TableRows;
  /** By SHA-256. */
  readonly texts: ReadonlyMap<string, string>;
  /** By `sources/sha256` and `ledgers/sha256`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Row numbers of the file → those here. */
export type Numbers = Map<number, number>;

const rows = ({ tables }: Loading, table: string): readonly PlainRow[] => tables[table] ?? [];
const text = (row: PlainRow, name: string): string => String(row[name] ?? '');
const number = (row: PlainRow, name: string): number => Number(row[name]);

/** People of the case who are not known here: they can be told by their key, and never act. */
export function loadPeople(connection: Connection, loading: Loading): void {
  const known = connection.prepare('SELECT hex(public_key) AS key FROM identity WHERE id = ?');
  for (const row of rows(loading, 'identity')) {
    const here = known.get(row['id']) as { key: string | null } | undefined;
    if (!here) {
      insertPlain(connection, 'identity', { ...row, origin: 'foreign' });
      continue;
    }
    const key = row['public_key'];
    const theirs =
      typeof key === 'object' && key !== null ? Buffer.from(key.base64, 'base64').toString('hex') : '';
    if (here.key && theirs !== '' && here.key.toLowerCase() !== theirs) {
      throw new CaseClash(`${text(row, 'name')} 的密钥与本机所存的不同`);
    }
  }
  const role = connection.prepare(
    'INSERT OR IGNORE INTO identity_role (identity_id, role, ended_at) VALUES (?, ?, ?)',
  );
  for (const row of rows(loading, 'identity_role'))
    role.run(row['identity_id'], row['role'], row['ended_at'] ?? null);
}

/** Sources and ledgers by their content; those that are here already are not stored again. */
export function loadFiles(connection: Connection, loading: Loading, table: 'source' | 'ledger'): Numbers {
  const numbers: Numbers = new Map();
  const also = table === 'ledger' ? ' AND removed_at IS NULL' : '';
  const known = connection.prepare(`SELECT id FROM ${table} WHERE sha256 = ?${also} LIMIT 1`).pluck();
  for (const row of rows(loading, table)) {
    const { id, ...rest } = row;
    const here = known.get(row['sha256']);
    const bytes = loading.files.get(`${table}s/${text(row, 'sha256')}`);
    const blob = bytes ? { base64: Buffer.from(bytes).toString('base64') } : null;
    const at = here === undefined ? insertPlain(connection, table, { ...rest, bytes: blob }) : Number(here);
    numbers.set(Number(id), at);
    if (here !== undefined || table === 'source') continue;
    for (const kind of ['ledger_fact', 'ledger_gap']) {
      const own = rows(loading, kind).filter((one) => one['ledger_id'] === id);
      for (const one of own) insertPlain(connection, kind, { ...one, ledger_id: at });
    }
  }
  return numbers;
}

/** All revisions, those known here by what they are; numbers that are taken here go on after the last. */
export function loadRevisions(
  connection: Connection,
  loading: Loading,
  reportId: number,
  sources: Numbers,
): Numbers {
  const here = new Map([...revisionIdentities(connection, reportId)].map(([id, identity]) => [identity, id]));
  const hashes = new Map(rows(loading, 'source').map((row) => [number(row, 'id'), text(row, 'sha256')]));
  const identities = new Map<number, string>();
  const numbers: Numbers = new Map();
  for (const row of rows(loading, 'revision')) {
    const id = number(row, 'id');
    const parentId = row['parent_id'] === null ? null : number(row, 'parent_id');
    const said = {
      sha256: text(row, 'sha256'),
      source: hashes.get(number(row, 'source_id')) ?? '',
      author: text(row, 'author'),
      reason: text(row, 'reason'),
      at: text(row, 'created_at'),
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
  const working = texts.get(text(row, 'sha256'));
  const source = sources.get(number(row, 'source_id'));
  if (working === undefined || source === undefined) throw new CaseClash('案卷里缺少一个版本的正文或原件');
  const taken = connection.prepare('SELECT 1 FROM revision WHERE report_id = ? AND number = ?');
  const next = connection
    .prepare('SELECT coalesce(max(number), 0) + 1 FROM revision WHERE report_id = ?')
    .pluck();
  const free = taken.get(reportId, number(row, 'number')) === undefined;
  return insertPlain(connection, 'revision', {
    ...row,
    report_id: reportId,
    number: free ? number(row, 'number') : Number(next.get(reportId)),
    parent_id: row['parent_id'] === null ? null : (numbers.get(number(row, 'parent_id')) ?? null),
    source_id: source,
    working_text: working,
  });
}

/** The decisions of the file in the place of those here. Call without guards. */
export function replaceDispositions(connection: Connection, loading: Loading, reportId: number): void {
  connection.prepare('DELETE FROM disposition WHERE report_id = ?').run(reportId);
  for (const row of rows(loading, 'disposition'))
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
  const row = rows(loading, 'disposition').find((one) => one['fingerprint'] === fingerprint);
  if (row) insertPlain(connection, 'disposition', { ...row, report_id: reportId });
}

/** The acts of the file in the place of those here, so that undo goes on where it stood. Call without guards. */
export function replaceActs(
  connection: Connection,
  loading: Loading,
  reportId: number,
  revisions: Numbers,
): Numbers {
  connection.prepare('DELETE FROM act WHERE report_id = ?').run(reportId);
  return addActs(connection, reportId, rows(loading, 'act'), (change) => remapped(change, revisions));
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
    ).map((row) => [actKey(row), number(row, 'id')]),
  );
  const numbers: Numbers = new Map();
  const fresh = rows(loading, 'act').filter((row) => {
    const here = known.get(actKey(row));
    if (here !== undefined) numbers.set(number(row, 'id'), here);
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
    const changed = change(text(row, 'change'));
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
    row[name] === null ? null : (numbers.get(number(row, name)) ?? null);
  for (const { id, ...row } of rows(loading, 'sign_off')) {
    const revision_id = here(revisions, row, 'revision_id');
    signs.set(Number(id), insertPlain(connection, 'sign_off', { ...row, report_id: reportId, revision_id }));
  }
  for (const row of rows(loading, 'sign_off_section')) {
    insertPlain(connection, 'sign_off_section', { ...row, sign_off_id: here(signs, row, 'sign_off_id') });
  }
  for (const { id, ...row } of rows(loading, 'stage_event')) {
    const moved = {
      report_id: reportId,
      sign_off_id: here(signs, row, 'sign_off_id'),
      revision_id: here(revisions, row, 'revision_id'),
      act_id: acts.get(number(row, 'act_id')) ?? 0,
    };
    events.set(Number(id), insertPlain(connection, 'stage_event', { ...row, ...moved }));
  }
  for (const row of rows(loading, 'sign_off_end')) {
    const ended = { sign_off_id: here(signs, row, 'sign_off_id'), event_id: here(events, row, 'event_id') };
    insertPlain(connection, 'sign_off_end', { ...row, ...ended });
  }
}

/** The policy of the file becomes the report's: one of the house is added where no equal one is here. */
export function loadPolicy(
  connection: Connection,
  reportId: number,
  policy: string | Record<string, unknown> | null,
  actor: string,
  at: string,
): void {
  if (policy === null || typeof policy === 'string') {
    choosePolicy(connection, reportId, policy, actor, at);
    return;
  }
  const wanted = canonicalJson(policy);
  const known = listPolicies(connection);
  const equal = known.find((one) => canonicalJson(one.policy) === wanted);
  if (!equal && known.some(({ policy: own }) => own.name === policy['name'])) {
    throw new CaseClash(`本机已有另一份名为“${String(policy['name'])}”的政策，请先改名`);
  }
  const id = equal?.id ?? savePolicy(connection, null, policy as unknown as Policy, actor, at);
  choosePolicy(connection, reportId, `own-${id}`, actor, at);
}
