import type { Connection } from '../open';
import { CaseClash, type Loading, rowsOf, textIn } from './loading';
import { insertPlain } from './rows';

/** People of the case who are not known here: they can be told by their key, and never act. */
export function loadPeople(connection: Connection, loading: Loading): void {
  const known = connection.prepare('SELECT hex(public_key) AS key FROM identity WHERE id = ?');
  for (const row of rowsOf(loading, 'identity')) {
    const here = known.get(row['id']) as { key: string | null } | undefined;
    if (!here) {
      insertPlain(connection, 'identity', { ...row, origin: 'foreign' });
      continue;
    }
    const key = row['public_key'];
    const theirs =
      typeof key === 'object' && key !== null ? Buffer.from(key.base64, 'base64').toString('hex') : '';
    if (here.key && theirs !== '' && here.key.toLowerCase() !== theirs) {
      throw new CaseClash(`${textIn(row, 'name')} 的密钥与本机所存的不同`);
    }
  }
  const role = connection.prepare(
    'INSERT OR IGNORE INTO identity_role (identity_id, role, ended_at) VALUES (?, ?, ?)',
  );
  for (const row of rowsOf(loading, 'identity_role'))
    role.run(row['identity_id'], row['role'], row['ended_at'] ?? null);
}
