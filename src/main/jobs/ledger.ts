import { success } from '../../shared/result';
import { applyMapping } from '../figures/ledger/facts';
import { findLedgerTables } from '../figures/ledger/layout';
import { readSheets } from '../importer/sheets/read';
import type { Tasks } from './tasks';

export async function readLedger({
  bytes,
  fileName,
}: Tasks['read-ledger']['input']): Promise<Tasks['read-ledger']['output']> {
  const read = await readSheets(bytes, fileName);
  if (!read.ok) return read;
  const { sheets, kind, notes } = read.value;
  const messages = notes.map((note) => note.message);
  return success({ sheets, kind, tables: findLedgerTables(sheets), notes: messages });
}

export function ledgerFacts({ tables }: Tasks['ledger-facts']['input']): Tasks['ledger-facts']['output'] {
  const made = tables.map(({ table, sheet, mapping }) => applyMapping(table, sheet, mapping));
  return { facts: made.flatMap((one) => one.facts), gaps: made.flatMap((one) => one.gaps) };
}
