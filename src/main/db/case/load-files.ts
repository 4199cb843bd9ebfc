import type { Connection } from '../open';
import { type Loading, type Numbers, rowsOf, textIn } from './loading';
import { insertPlain } from './rows';

/** Sources and ledgers by their content; those that are here already are not stored again. */
export function loadFiles(connection: Connection, loading: Loading, table: 'source' | 'ledger'): Numbers {
  const numbers: Numbers = new Map();
  const also = table === 'ledger' ? ' AND removed_at IS NULL' : '';
  const known = connection.prepare(`SELECT id FROM ${table} WHERE sha256 = ?${also} LIMIT 1`).pluck();
  for (const row of rowsOf(loading, table)) {
    const { id, ...rest } = row;
    const here = known.get(row['sha256']);
    const bytes = loading.files.get(`${table}s/${textIn(row, 'sha256')}`);
    const blob = bytes ? { base64: Buffer.from(bytes).toString('base64') } : null;
    const at = here === undefined ? insertPlain(connection, table, { ...rest, bytes: blob }) : Number(here);
    numbers.set(Number(id), at);
    if (here !== undefined || table === 'source') continue;
    for (const kind of ['ledger_fact', 'ledger_gap']) {
      const own = rowsOf(loading, kind).filter((one) => one['ledger_id'] === id);
      for (const one of own) insertPlain(connection, kind, { ...one, ledger_id: at });
    }
  }
  return numbers;
}
