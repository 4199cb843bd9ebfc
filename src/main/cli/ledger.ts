import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import type { LedgerFacts, LedgerTable } from '../../shared/model/ledger';
import { failure, type Result, success } from '../../shared/result';
import { readFileBounded } from '../files';
import { ledgerFacts, readLedger } from '../jobs/ledger';
import type { Outcome } from './main';
import { write } from './output';
import { tabular } from './tabular';

const COLUMNS = ['place', 'raw', 'value', 'unit', 'concept', 'scope', 'period'] as const;

export interface LedgerFile extends LedgerFacts {
  readonly tables: readonly LedgerTable[];
  readonly notes: readonly string[];
}

/** Reads a workbook or CSV file, columns mapped as the headers propose. Errors: those of reading; `no-tables`. */
export async function readLedgerFile(file: string): Promise<Result<LedgerFile>> {
  const bytes = await readFileBounded(file, MAX_IMPORT_BYTES);
  if (!bytes.ok) return bytes;
  const fileName = basename(file);
  const read = await readLedger({ bytes: bytes.value, fileName });
  if (!read.ok) return read;
  const { sheets, tables, notes } = read.value;
  if (tables.length === 0) return failure('no-tables', `“${fileName}”里没有找到带表头和数据的表格`);
  const made = ledgerFacts({
    tables: tables.flatMap((table) => {
      const sheet = sheets.find(({ name }) => name === table.sheet);
      return sheet ? [{ table, sheet, mapping: table.mapping }] : [];
    }),
  });
  return success({ ...made, tables, notes });
}

/**
 * `gouji figures` of a workbook or CSV file: its facts, columns mapped as the headers propose. What made no fact is
 * listed under `gaps`, or on stderr.
 */
export async function ledgerFigures(file: string, format: 'json' | 'csv' | 'table'): Promise<Outcome> {
  const read = await readLedgerFile(file);
  if (!read.ok) return read;
  const { tables, notes, facts, gaps } = read.value;
  if (format === 'json') {
    const found = tables.map(({ sample, remembered, ...table }) => table);
    await write(
      `${JSON.stringify({ figures: [], ledger: { tables: found, facts, gaps, notes } }, null, 2)}\n`,
    );
    return success(0);
  }
  await write(tabular(format, COLUMNS, facts));
  for (const note of notes) process.stderr.write(`gouji: ${note}\n`);
  for (const gap of gaps)
    process.stderr.write(`gouji: ${gap.place}“${gap.text}”没有读成数据：${gap.reason}\n`);
  return success(0);
}
